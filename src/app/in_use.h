// Which packs are in use by convenings that are kept on this machine.
#pragma once
#include <filesystem>

#include "shelf/store.h"

namespace greenline::app {

// Whether a convening in this folder that began with one of a pack's activities, in that very form, is not closed yet. What
// cannot be known counts as in use. Blocks; may be called on any thread.
[[nodiscard]] shelf::InUse in_use_in(std::filesystem::path convenings);

}  // namespace greenline::app
