// Making a new, empty journal file.
#pragma once
#include <filesystem>
#include <tl/expected.hpp>

#include "journal/journal.h"

namespace greenline::journal {

// Made under another name and moved into place when it is whole on the disk, so that a kill or a power cut never leaves half a
// file. Replaces nothing but an empty file; where another process makes the same file first, that one stays.
[[nodiscard]] tl::expected<void, Trouble> make_file(const std::filesystem::path& file);

}  // namespace greenline::journal
