// When whoever looks after the program may be told that it is well. A program that merely runs is not: its wall may stand
// still.
#pragma once
#include <cstddef>
#include <cstdint>

#include "station/session.h"

namespace greenline::app {

// It is well when, since it was last said, the loop has read its input, every frame that was due has been shown, and the
// convening's file is at work: nothing waits for it, something was kept, or the disk refuses and the wall says so. A disk that
// refuses is no reason to be started again: what waits for it is in this process alone and would be lost; what waits and is
// neither kept nor refused is one. Pure; times are monotonic seconds.
class Watchdog {
 public:
  explicit Watchdog(double every_s) : every_s_(every_s) {}  // 0: nobody wants to be told

  // When the next round has to end, at the latest; far away when nobody wants to be told.
  [[nodiscard]] double due_s() const;
  // Whether the file's work has to be looked at in this round.
  [[nodiscard]] bool due(double now_s) const { return every_s_ > 0 && now_s >= due_s(); }
  // The loop read what came in.
  void input_read() { read_ = true; }
  // No frame is owed: it was shown, or none was due.
  void frames_settled() { settled_ = true; }
  // True: say it now. Called when it is due.
  [[nodiscard]] bool well(double now_s, const station::KeepingState&);

 private:
  double every_s_;
  double looked_s_ = -1e9;
  std::uint64_t kept_before_ = 0;
  bool read_ = false, settled_ = false;
};

}  // namespace greenline::app
