// The whole wall in the ground that seats leave: where they take so much of a small screen that there is nowhere to lean to,
// the camera draws back into what is left beside or above them, and comes back when they have gone.
//
// Everything else looks at the wall as if the screen were that ground; see `through`.
#pragma once
#include <span>

#include "model/space.h"

namespace greenline::scene {

using model::Camera;
using model::PixelPoint;
using model::PixelRect;

// Seen through `view`, and that through `frame`.
[[nodiscard]] inline Camera through(const Camera& frame, const Camera& view) {
  return {frame.zoom * view.zoom, frame(view.shift)};
}

// The largest rectangle of the screen's own proportions that touches none of these; of several the highest, of those the one
// furthest left. Empty where they leave none. Pixels. O(things^5), of which there are few.
[[nodiscard]] PixelRect ground_left(float width, float height, std::span<const PixelRect> things);

class Framing {
 public:
  // What stands on the screen now. It gives way where they lie over words that must be seen, where they take half of the screen
  // and cards lie hidden, and where they take more than that; it comes back when they take less than three tenths. Where they
  // leave next to nothing, it stays.
  void make_room(float width, float height, std::span<const PixelRect> seats, std::span<const PixelRect> must_be_seen,
                 bool cards_hidden);

  // Eases on; true while it moves.
  bool advance(float seconds, bool still);
  [[nodiscard]] const Camera& camera() const { return shown_; }
  [[nodiscard]] const Camera& target() const { return target_; }  // where it is, or will be when it rests

 private:
  Camera shown_, target_;
  PixelPoint velocity_;
  float zoom_speed_ = 0;
};

}  // namespace greenline::scene
