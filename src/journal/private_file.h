// A convening holds what people said among themselves: its files are for their owner alone (mode 0600).
#pragma once
#include <filesystem>

namespace greenline::journal {

// Takes away what others may do with the file and its log. False when that could not be done (it belongs to somebody else, or
// lies on a file system without permissions). Opens nothing, so that no lock is let go of.
bool make_private(const std::filesystem::path& file);

// Makes an empty file for its owner alone; false when there is one already or none can be made.
bool begin_private(const std::filesystem::path& file);

}  // namespace greenline::journal
