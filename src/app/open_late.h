// A convening's file that could not be opened when its wall began, and is tried again: what is made of it once it is there.
#pragma once
#include <filesystem>
#include <tl/expected.hpp>

#include "content/load.h"
#include "station/keeping.h"

namespace greenline::app {

struct LateFile {
  std::filesystem::path file;       // that is tried
  std::filesystem::path asked_for;  // what takes its place is named after this
  content::Pack pack;               // that the wall shows meanwhile
  std::filesystem::path content_folder;
};

// One try; blocks, on the thread that tries again. What turns out to be another's, or damaged, is left as it is, as at the
// start; what is made meanwhile goes into a file beside it then, with what could be read of a damaged one. What people must
// know of it comes with the journal. Trouble: it cannot be opened yet.
[[nodiscard]] tl::expected<station::OpenedJournal, journal::Trouble> open_late(const LateFile&, const station::Ears&);

}  // namespace greenline::app
