// When one window is drawn, and how far it has been moved on.
#pragma once
#include <algorithm>

#include "platform/beat.h"

namespace greenline::app {

// The membranes' breathing costs at most a set share of one core: the step between two breaths follows what a step was
// measured to cost, and where that would make it jump, it stops.
class Breath {
 public:
  // Whether a step is due `now_s`, `untouched_s` after the last touch.
  [[nodiscard]] bool due(double now_s, double untouched_s) const { return wait_s(now_s, untouched_s) <= 0; }
  // Large when it stands still.
  [[nodiscard]] double wait_s(double now_s, double untouched_s) const {
    if (stopped_ || step_s_ > slowest_s || untouched_s > falls_asleep_s) return 3600;
    return std::max(0.0, last_s_ + step_s_ - now_s);
  }
  void took(double now_s, double cpu_s) {
    last_s_ = now_s;
    // The mean of old and new: one slow frame on a busy machine does not end the breathing.
    step_s_ = std::max(quickest_s, (step_s_ + cpu_s / share_of_core) / 2);
  }
  void stop() { stopped_ = true; }

 private:
  static constexpr double share_of_core = 0.004;
  static constexpr double quickest_s = 0.1, slowest_s = 5, falls_asleep_s = 120;
  double step_s_ = 0.5;
  double last_s_ = 0;
  bool stopped_ = false;
};

// The clock that a wall was told of. What is drawn later than its input came is told of in between, once.
class ToldTime {
 public:
  static constexpr float longest_step_s = 0.1F;  // after a sleep or a stall motion goes on from where it was

  explicit ToldTime(double now_s) : told_s_(now_s) {}
  // What went by while the loop slept, before the hand that woke it; 0: nothing to speak of.
  [[nodiscard]] float slept(double now_s) {
    const double slept_s = std::max(0.0, now_s - told_s_ - static_cast<double>(longest_step_s));
    told_s_ += slept_s;
    return static_cast<float>(slept_s);
  }
  // For the frame that is drawn now: the step that motion takes.
  [[nodiscard]] float step(double now_s) {
    const double step_s = now_s - told_s_;
    told_s_ = now_s;
    return std::min(longest_step_s, static_cast<float>(step_s));
  }
  [[nodiscard]] double told_s() const { return told_s_; }

 private:
  double told_s_;
};

// A window's own: several keep each to its own screen.
struct Pace {
  explicit Pace(double now_s, double refresh_hz) : beat(now_s, refresh_hz), clock(now_s), due_s(now_s) {}
  platform::Beat beat;
  ToldTime clock;
  Breath breath;
  double due_s;  // when the next frame is due
  void answer(double now_s) { due_s = std::min(due_s, beat.answer_s(now_s)); }
};

}  // namespace greenline::app
