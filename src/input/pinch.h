// Two fingers of a hand, or of two hands, on the ground: what they do to the whole wall.
#pragma once
#include <optional>

#include "input/pace.h"
#include "input/touch_frame.h"

namespace greenline::input {

class Pinch {
 public:
  struct Finger {
    ContactId contact = 0;
    model::PixelPoint at;
  };
  struct Move {  // what was under `from` is now under `to`, larger by `factor`
    model::PixelPoint from, to;
    float factor = 1;
  };

  // `least_span_px`: nearer than this fingers are not told apart, or a trembling hand would throw the wall about.
  Pinch(Finger first, Finger second, float least_span_px);
  [[nodiscard]] bool has(ContactId contact) const { return first_.contact == contact || second_.contact == contact; }
  [[nodiscard]] ContactId first() const { return first_.contact; }
  [[nodiscard]] ContactId second() const { return second_.contact; }
  [[nodiscard]] ContactId other(ContactId contact) const {
    return first_.contact == contact ? second_.contact : first_.contact;
  }
  [[nodiscard]] float span() const;
  void move(ContactId, model::PixelPoint to, double time_s);
  // Once it has moved or spread further than this it is under way.
  void begin_beyond(float threshold_px);
  [[nodiscard]] bool under_way() const { return under_way_; }
  // Since the last call; nothing when nothing moved.
  [[nodiscard]] std::optional<Move> take();
  [[nodiscard]] model::PixelPoint velocity(double now_s) const { return pace_.velocity(now_s); }

 private:
  [[nodiscard]] model::PixelPoint middle() const { return (first_.at + second_.at) * 0.5F; }
  Finger first_, second_;
  float least_span_px_;
  model::PixelPoint began_middle_, told_middle_;
  float began_span_, told_span_;
  bool under_way_ = false;
  Pace pace_;
};

}  // namespace greenline::input
