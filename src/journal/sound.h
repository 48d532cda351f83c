// Whether what a connection shows is a convening, and whole.
#pragma once
#include <cstdint>
#include <filesystem>
#include <tl/expected.hpp>

#include "journal/sqlite.h"

namespace greenline::journal {

// In a file whose head is ours, what SQLite cannot make sense of is damage, whatever SQLite calls it; unless the system
// refused.
[[nodiscard]] Trouble trouble_in_ours(sqlite3*, int code, const std::filesystem::path& file);

// The number of its rows. The tables are compared with ours before a row is looked at; then every page and every row is
// checked. The caller has distrusted the connection and lets it only look. The write-ahead log is not looked at here.
[[nodiscard]] tl::expected<std::int64_t, Trouble> contents_are_sound(sqlite3*, const std::filesystem::path& file);

}  // namespace greenline::journal
