// What this thread has taken of the processor.
#pragma once
#include <ctime>

namespace greenline::render {

[[nodiscard]] inline double thread_cpu_s() {
  timespec t{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
}

}  // namespace greenline::render
