// Where a seat finds room on the screen.
#pragma once
#include <optional>
#include <span>

#include "model/space.h"

namespace greenline::ui {

struct Ground {
  float width = 0, height = 0;  // the screen, pixels
  float margin = 0;             // kept to its edges and to what is taken
  std::span<const model::PixelRect> shores;
  std::span<const model::PixelRect> taken;  // other seats, and what must stay in sight
};

// The rectangle of this size nearest to `beside`: on a shore where it fits, low rather than high, clear of what is taken.
// Nothing when there is no such room at all. O(taken^2 * taken).
[[nodiscard]] std::optional<model::PixelRect> place_seat(float width, float height, model::PixelPoint beside, const Ground&);

}  // namespace greenline::ui
