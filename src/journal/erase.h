// Erasing for real: no row, no free page, no log holds what was erased.
//
// Within what a program can reach: it overwrites the bytes of the file and of its log where they lie. A drive that writes
// elsewhere when it overwrites (flash, a copy-on-write file system, a snapshot) may keep older blocks; only its own encryption
// helps against that.
#pragma once
#include <filesystem>
#include <tl/expected.hpp>
#include <vector>

#include "journal/sqlite.h"
#include "model/id.h"

namespace greenline::journal {

// The number of rows that are left. Rows after an erased one move up. The connection must hold the file's lock.
[[nodiscard]] tl::expected<std::int64_t, Trouble> erase_rows(sqlite3*, const std::vector<model::EventId>&,
                                                             const std::filesystem::path& file);
// Overwrites and removes the file and what lies beside it.
[[nodiscard]] tl::expected<void, Trouble> erase_file(Connection, const std::filesystem::path& file);

}  // namespace greenline::journal
