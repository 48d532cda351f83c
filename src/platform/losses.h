// What came in and could not be taken: counted, and told in words.
#pragma once
#include <cstdint>
#include <string>

namespace greenline::platform {

struct Losses {
  std::uint64_t tuio_refused = 0;     // packets, messages and fingers of trackers that were not right
  std::uint64_t tuio_overrun = 0;     // packets that came faster than they could be read
  std::uint64_t strange_touches = 0;  // X touches of devices that are not on the glass
  std::uint64_t x_refusals = 0;       // requests that the X server refused
  Losses& operator+=(const Losses&);
  friend bool operator==(const Losses&, const Losses&) = default;
};

// Sentences for the log about what was lost between the two, each on a line of its own; empty when nothing was.
[[nodiscard]] std::string told(const Losses& before, const Losses& now);

}  // namespace greenline::platform
