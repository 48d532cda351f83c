// Which packs are in use by convenings, wherever those are kept.
#pragma once
#include <filesystem>
#include <string>

#include "shelf/store.h"

namespace greenline::app {

// Whether a convening that began with one of a pack's activities, in that very form, is not closed yet: in this folder, where
// convenings are usually kept, or in one that `note_elsewhere` told it of. What cannot be known counts as in use: also a
// convening that is noted and whose disk is not there now. Blocks; may be called on any thread.
[[nodiscard]] shelf::InUse in_use_in(std::filesystem::path convenings);

// Notes in that folder that a convening with this activity (content::fingerprint) is kept in another one; nothing to do for one
// of its own. Folders that are gone, on disks that are there, are forgotten. The error says why nothing was noted. Blocks.
[[nodiscard]] tl::expected<void, std::string> note_elsewhere(const std::filesystem::path& convenings,
                                                             const std::filesystem::path& kept_in, const std::string& pack);

}  // namespace greenline::app
