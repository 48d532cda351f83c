// Whether a file that does not look like a convening was one.
#pragma once
#include <filesystem>

namespace greenline::journal {

// True when a row among the first pages of the file, or of its write-ahead log, proves itself. Writes nothing. Reads at most
// some 16 MB, whatever the file is. The caller must not hold a lock on the file: reading it lets go of this process's locks
// (POSIX).
[[nodiscard]] bool holds_rows_of_ours(const std::filesystem::path& file);

}  // namespace greenline::journal
