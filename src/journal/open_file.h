// Opening a journal file: make it whole or not at all, check it before anything is written, hold it for this process alone.
#pragma once
#include <cstdint>
#include <filesystem>
#include <tl/expected.hpp>

#include "journal/sqlite.h"

namespace greenline::journal {

inline constexpr std::int64_t application_id = 0x47726E6C;  // "Grnl", in SQLite's header field of that name
// Raised only when an older Greenline would misread the file; new kinds of events and new keys do not raise it.
inline constexpr std::int64_t file_version = 1;

struct OpenFile {
  Connection connection;
  std::int64_t rows = 0;
};

// A refused file is left byte for byte as it was, its write-ahead log too, with nothing new beside it.
[[nodiscard]] tl::expected<OpenFile, Trouble> open_or_make(const std::filesystem::path& file);

}  // namespace greenline::journal
