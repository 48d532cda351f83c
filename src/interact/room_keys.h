// Keys that act on the whole room: one press is one step.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

namespace greenline::interact {

// What changes hands outside the convening: the host's keys.
enum class HostKey : std::uint8_t { next_phase, previous_phase, blank, hold, reveal };

// A clicker that is held, whose button bounces, or that a nervous thumb presses twice, means one step. Pure: times are those of
// the presses, monotonic seconds.
class OneStepAPress {
 public:
  static constexpr double quiet_s = 0.7;  // what follows sooner is the same press

  // Whether this is a new press. `repeated`: the window system says that the key has been down all the time.
  [[nodiscard]] bool counts(HostKey key, bool repeated, double time_s) {
    double& last_s = last_s_[static_cast<std::size_t>(key)];
    const bool fresh = !repeated && time_s - last_s >= quiet_s;
    last_s = time_s;
    return fresh;
  }

 private:
  static constexpr double never_s = -1e9;
  std::array<double, 5> last_s_{never_s, never_s, never_s, never_s, never_s};
};

}  // namespace greenline::interact
