// How the console is opened on the touched wall: a finger rests in the lower right corner for two seconds, leaves it, and
// touches it once more within a second. Whoever was told finds it; who leans there or taps about does not.
#pragma once
#include <optional>

#include "input/touch_frame.h"

namespace greenline::app {

// Times are monotonic, seconds. Pure.
class CornerGesture {
 public:
  static constexpr double rests_s = 2, again_within_s = 1;

  // `in_corner`: whether the contact is there; `slop_px`: how far a finger that rests may slide. True when it is the touch that
  // opens.
  [[nodiscard]] bool hear(const input::Contact&, bool in_corner, float slop_px, double now_s);
  // Whether it has rested for long enough, and the next touch may open.
  [[nodiscard]] bool is_ready(double now_s) const;
  // The longest until that is otherwise though nobody moves.
  [[nodiscard]] double idle_s(double now_s) const;

 private:
  struct Resting {
    input::ContactId contact = 0;
    model::PixelPoint at;
    double since_s = 0;
  };
  std::optional<Resting> resting_;
  double rested_s_ = -1e9;  // when a finger that had rested left
};

}  // namespace greenline::app
