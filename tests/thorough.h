// How much a test tries: some every time, all of it in scripts/test --nightly.
#pragma once
#include <cstdlib>

namespace greenline {

// A number of rounds, or the width of a step from one case to the next: the first every day, the second at night.
[[nodiscard]] inline int by_day_or_night(int by_day, int by_night) {
  return std::getenv("GREENLINE_THOROUGH") != nullptr ? by_night : by_day;
}

}  // namespace greenline
