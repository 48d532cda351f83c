// Whether a mouse's arrow stands on the wall: only while somebody uses a real mouse.
#pragma once

namespace greenline::platform {

// Pure; times are monotonic seconds.
class Arrow {
 public:
  static constexpr double rests_s = 10;  // a mouse that lies still so long is not in use

  // The mouse itself was moved, or a button of it pressed; not what the window system says of a pointer that merely is there.
  void moved(double now_s) { moved_s_ = now_s; }
  // Fingers are on the glass.
  void touched() { moved_s_ = never_s; }
  [[nodiscard]] bool shown(double now_s) const { return now_s - moved_s_ < rests_s; }
  // Until it goes by itself; large when it is not there.
  [[nodiscard]] double gone_in_s(double now_s) const { return shown(now_s) ? moved_s_ + rests_s - now_s : 3600; }

 private:
  static constexpr double never_s = -1e9;
  double moved_s_ = never_s;
};

}  // namespace greenline::platform
