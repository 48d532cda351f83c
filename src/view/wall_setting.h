// The glass that a wall is shown on, who stands before it, and what they are to read.
#pragma once
#include <string>

#include "model/space.h"

namespace greenline::view {

struct WallSetting {
  float width = 1920, height = 1080;        // of the wall, pixels
  float glass_width = 0, glass_height = 0;  // of the framebuffer, where the wall is seen in another window; 0: the same
  model::PixelsPerMm pixels_per_mm = 3.78F;
  std::string language = {};         // empty: the activity's own, one or two
  std::string second_language = {};  // empty: none beside a `language` that was asked for
  float legible_px = 13;             // the smallest em that may carry words: for those who stand at the glass
  float room_capital_px = 0;         // capital letters of names and prompts, for those across the room; 0: as the layout has it
  float reach_mm = 1200;             // above the screen's lower edge: as high as hands come
  bool still = false;
  bool without_held = false;  // what the host holds is not there until it is revealed
  bool table = false;         // people sit round it: seats turn to the side they are opened from
  friend bool operator==(const WallSetting&, const WallSetting&) = default;
};

}  // namespace greenline::view
