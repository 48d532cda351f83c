// CPU time, for measuring ourselves.
#pragma once
#include <ctime>

namespace greenline::platform {

inline double clock_s(clockid_t which) {
  timespec now{};
  clock_gettime(which, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}
inline double thread_cpu_s() { return clock_s(CLOCK_THREAD_CPUTIME_ID); }
inline double process_cpu_s() { return clock_s(CLOCK_PROCESS_CPUTIME_ID); }
inline double monotonic_s() { return clock_s(CLOCK_MONOTONIC); }

}  // namespace greenline::platform
