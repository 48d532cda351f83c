// poll(2) over the sources and one event counter.
#include "platform/wait.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace greenline::platform {
namespace {

// One for the program, as GLFW is one; it lives until the end, since a journal may call to the last.
int alarm_descriptor() {
  static const int descriptor = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
  return descriptor;
}

timespec limited(double seconds) {
  const double within_s = std::clamp(seconds, 0.0, 3600.0), whole_s = std::floor(within_s);
  return {static_cast<time_t>(whole_s), static_cast<long>((within_s - whole_s) * 1e9)};
}

}  // namespace

bool wait_for_any(std::span<const int> sources, double seconds) {
  std::vector<pollfd> watched;
  watched.reserve(sources.size() + 1);
  for (const int source : sources) watched.push_back({source, POLLIN, 0});
  watched.push_back({alarm_descriptor(), POLLIN, 0});
  const timespec limit = limited(seconds);
  ppoll(watched.data(), watched.size(), &limit, nullptr);
  std::uint64_t calls = 0;
  return read(alarm_descriptor(), &calls, sizeof calls) == static_cast<ssize_t>(sizeof calls);
}

void pause_for(double seconds) {
  const timespec limit = limited(seconds);
  ppoll(nullptr, 0, &limit, nullptr);
}

void end_wait() {
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t put = write(alarm_descriptor(), &one, sizeof one);
}

}  // namespace greenline::platform
