// Keys that act on the whole room: one press is one step, whoever of the hosts pressed it where.
#pragma once
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace greenline::interact {

// What changes hands outside the convening: the host's keys.
enum class HostKey : std::uint8_t { next_phase, previous_phase, blank, hold, reveal };

// On a keyboard, a clicker or a console.
struct HostPress {
  HostKey key = HostKey::next_phase;
  double time_s = 0;      // when it went down, by the one monotonic clock of all windows
  bool repeated = false;  // the window system says that the key has been down all the time
};

// A clicker that is held, whose button bounces, or that a nervous thumb presses twice, means one step, and so do a clicker and
// a thumb on the console that mean the same at the same moment. Pure.
class OneStepAPress {
 public:
  static constexpr double quiet_s = 0.7;  // what lies nearer to another is the same press

  // Whether this is a new press. Those of several windows need not come in the order of their times.
  [[nodiscard]] bool counts(const HostPress& press) {
    double& last_s = last_s_[static_cast<std::size_t>(press.key)];
    const bool fresh = !press.repeated && std::abs(press.time_s - last_s) >= quiet_s;
    last_s = std::max(last_s, press.time_s);
    return fresh;
  }

 private:
  static constexpr double never_s = -1e9;
  std::array<double, 5> last_s_{never_s, never_s, never_s, never_s, never_s};
};

}  // namespace greenline::interact
