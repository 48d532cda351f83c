#include "app/watchdog.h"

namespace greenline::app {

double Watchdog::due_s() const { return every_s_ > 0 ? looked_s_ + every_s_ : 1e18; }

bool Watchdog::well(double now_s, const station::KeepingState& file) {
  looked_s_ = now_s;
  const bool at_work = file.waiting == 0 || file.refused || file.kept != kept_before_;
  if (!at_work || !read_ || !settled_) return false;
  kept_before_ = file.kept;
  read_ = settled_ = false;
  return true;
}

}  // namespace greenline::app
