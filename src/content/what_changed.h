// What an activity that was changed no longer has, for whoever made something with it as it was.
#pragma once
#include <utility>
#include <vector>

#include "content/load.h"

namespace greenline::content {

// All point into the two packs.
struct Changed {
  std::vector<const Region*> regions_gone;
  std::vector<std::pair<const Region*, const Region*>> regions_renamed;  // of one id: as it was, as it is
  std::vector<const Phase*> phases_gone;
  [[nodiscard]] bool anything() const { return !regions_gone.empty() || !regions_renamed.empty() || !phases_gone.empty(); }
};
// Waiting places (content/waiting.h) that `was` has are no change.
[[nodiscard]] Changed what_changed(const Pack& was, const Pack& now);

// Whether two names have a language in common in which they say the same.
[[nodiscard]] bool say_the_same(const LocalText&, const LocalText&);

}  // namespace greenline::content
