// How large words and buttons are on a screen of the program's own, that is read from a step away and touched with a finger:
// the shelf, a picture that regions are drawn on, a host's console.
#pragma once
#include <algorithm>
#include <cmath>

#include "ui/seats.h"

namespace greenline::ui {

// Pixels, whole: 4 mm, where that is neither too small to be drawn well nor too large for the screen.
[[nodiscard]] inline float screen_em(const Setting& setting) {
  constexpr float least_mm = 4;
  const float shorter = std::min(setting.width, setting.height);
  return std::round(std::clamp(std::max(least_mm * setting.pixels_per_mm, 0.019F * shorter), 14.0F, 0.03F * shorter));
}
// Of a button, pixels.
[[nodiscard]] inline float screen_button_height(const Setting& setting) {
  constexpr float least_mm = 15, ems = 2.7F;
  return std::max(least_mm * setting.pixels_per_mm, ems * screen_em(setting));
}

}  // namespace greenline::ui
