// When a window's frames are drawn: one a refresh of its screen at most, however often hands report and whatever wakes the
// loop.
#pragma once
#include <algorithm>

namespace greenline::platform {

// Pure: times are monotonic seconds, given by whoever asks. The next frame of what moves is never more than one refresh after
// the last, and never much sooner: what hands do meanwhile is answered together, by the frame that is due next. A hand that
// comes after a pause is answered at once.
class Beat {
 public:
  static constexpr double usual_hz = 60;

  // `refresh_hz`: of the screen that the window is on; what no screen has means the usual one.
  explicit Beat(double now_s, double refresh_hz = usual_hz) : drawn_s_(now_s), next_s_(now_s), taken_s_(never_s) {
    keep_to(refresh_hz);
  }
  void keep_to(double refresh_hz) {
    constexpr double least_hz = 10, most_hz = 1000;
    step_s_ = 1 / (refresh_hz >= least_hz && refresh_hz <= most_hz ? refresh_hz : usual_hz);
    lead_s_ = std::min(lead_s_, step_s_);
  }
  [[nodiscard]] double step_s() const { return step_s_; }

  // When what moves is to be drawn next.
  [[nodiscard]] double next_s() const { return next_s_; }
  // When what a hand does now is to be answered. Its reports are read then, not before.
  [[nodiscard]] double answer_s(double now_s) const { return std::max(now_s, next_s_); }

  // A frame is drawn now. One that is late by less than half a step keeps the beat; another begins it anew.
  void drawn(double now_s) {
    const double late_s = now_s - next_s_;
    in_time_ = late_s < step_s_ / 2;
    next_s_ = (in_time_ && late_s >= 0 ? next_s_ : now_s) + step_s_;
    drawn_s_ = now_s;
  }

  // The display took that frame now, at a beat of its own, and presenting waited for it: the frames that follow begin as late
  // before the display's next beats as still makes them. How late that is, is found out: sooner after a beat that was missed,
  // a little later after each that was not.
  void taken(double now_s) {
    const double between_s = now_s - taken_s_;
    const bool missed = in_time_ && between_s > 1.5 * step_s_ && between_s < 2.5 * step_s_;
    lead_s_ = missed ? std::min(step_s_, lead_s_ + step_s_ / 8) : std::max(step_s_ / 8, lead_s_ - step_s_ / 1024);
    taken_s_ = now_s;
    // A display that does not wait has no beat: then frames keep to ours.
    constexpr double nearly = 0.97;
    next_s_ = std::max(now_s + step_s_ - lead_s_, drawn_s_ + nearly * step_s_);
  }

 private:
  static constexpr double never_s = -1e9;
  double step_s_ = 1 / usual_hz;
  double lead_s_ = 0.5 / usual_hz;  // between the beginning of a frame and the display's beat that it is for
  double drawn_s_, next_s_, taken_s_;
  bool in_time_ = false;
};

// A window's hands are heard in handfuls: once one has come that is answered later, the next are left to gather so long. A
// pointer that reports a thousand times a second then wakes the loop as often as one that reports a few hundred times.
inline constexpr double handful_s = 0.004;

}  // namespace greenline::platform
