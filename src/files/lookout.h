// A thread of its own that waits for one descriptor, until it is to end.
#pragma once
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <functional>
#include <thread>
#include <utility>

#include "files/descriptor.h"

namespace greenline::files {

class Lookout {
 public:
  Lookout() : ended_(::eventfd(0, EFD_CLOEXEC)) {}
  Lookout(const Lookout&) = delete;
  Lookout& operator=(const Lookout&) = delete;
  ~Lookout() {  // `look` has returned
    if (!looks_.joinable()) return;
    const std::uint64_t one = 1;
    while (::write(ended_.get(), &one, sizeof one) < 0 && errno == EINTR) continue;
    looks_.join();
  }
  [[nodiscard]] bool is_open() const { return ended_.is_open(); }  // otherwise errno says why
  // `look` returns soon after `at_end`.
  void begin(std::function<void()> look) { looks_ = std::thread(std::move(look)); }

  // True when `on` has one of these events (poll(2)); false after `ms`, or at the end. ms < 0: however long it takes.
  [[nodiscard]] bool wait(int on, short events, int ms) const {
    std::array<pollfd, 2> both{pollfd{on, events, 0}, pollfd{ended_.get(), POLLIN, 0}};
    while (::poll(both.data(), both.size(), ms) < 0)
      if (errno != EINTR) return false;
    return (both[0].revents & events) != 0 && (both[1].revents & POLLIN) == 0;
  }
  [[nodiscard]] bool at_end() const {
    pollfd end{ended_.get(), POLLIN, 0};
    return ::poll(&end, 1, 0) > 0;
  }

 private:
  Descriptor ended_;
  std::thread looks_;
};

}  // namespace greenline::files
