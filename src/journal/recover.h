// Whether a file that does not look like a convening was one.
#pragma once
#include <filesystem>
#include <optional>

#include "journal/tally.h"

namespace greenline::journal {

// True when a row among the first pages of the file, or of its write-ahead log, proves itself. Writes nothing. Reads at most
// some 16 MB, whatever the file is. The caller must not hold a lock on the file: reading it lets go of this process's locks
// (POSIX).
[[nodiscard]] bool holds_rows_of_ours(const std::filesystem::path& file);

// The tally that lies among the first pages, where one proves itself. As above.
[[nodiscard]] std::optional<Tally> tally_in(const std::filesystem::path& file);

}  // namespace greenline::journal
