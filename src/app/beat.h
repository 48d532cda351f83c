// When frames are drawn: what moves goes by a beat, a hand is answered sooner.
#pragma once

namespace greenline::app {

// Pure: times are monotonic seconds, given by whoever asks. However often the loop wakes, and for whatever reason, the next
// frame of what moves is never more than one beat after the last.
class Beat {
 public:
  static constexpr double step_s = 1.0 / 60;
  static constexpr double soonest_s = step_s / 2;  // between two frames: hands that report faster are answered together

  explicit Beat(double now_s) : drawn_s_(now_s - step_s), next_s_(now_s) {}

  // When what moves is to be drawn next.
  [[nodiscard]] double next_s() const { return next_s_; }
  // When what a hand does now can be answered.
  [[nodiscard]] double answer_s(double now_s) const {
    const double soonest = drawn_s_ + soonest_s;
    return soonest > now_s ? soonest : now_s;
  }
  // A frame is drawn now. One between two beats begins the beat anew; one that is late does not make those after it hurry.
  void drawn(double now_s) {
    const double on_the_beat = next_s_ + step_s, anew = now_s + step_s;
    next_s_ = now_s < next_s_ ? anew : on_the_beat < now_s + soonest_s ? now_s + soonest_s : on_the_beat;
    drawn_s_ = now_s;
  }

 private:
  double drawn_s_, next_s_;
};

}  // namespace greenline::app
