// What is written in a region while a phase lasts: on the wall, where somebody writes, in a harvest made then.
#pragma once
#include "content/activity.h"
#include "content/canvas.h"

namespace greenline::content {

// Each may be empty. They live as long as the region and the phase.
struct RegionWords {
  const LocalText& name;    // its own; while names are hidden, what the phase asks of it
  const LocalText& help;    // none while names are hidden
  const LocalText& prompt;  // what the phase asks of it, else its own; while names are hidden, only what the phase asks
};
// `phase`: null where nobody knows it; nothing is hidden then. While a region is shut, what it says of that stands in the place
// of its help.
[[nodiscard]] RegionWords words_of(const Region&, const Phase* phase, bool shut = false);

}  // namespace greenline::content
