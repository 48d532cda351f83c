// Time and randomness, passed in so that a simulation is the same every time.
#pragma once
#include <cstdint>
#include <functional>
#include <random>

#include "model/timestamp.h"

namespace greenline::station {

struct Sources {
  std::function<std::int64_t()> unix_ms;
  std::mt19937_64 random;
  // A clock that nobody sets; asking it changes nothing. One that stands still, of no machine, unless given.
  std::function<model::SteadyInstant()> steady = [] { return model::SteadyInstant{}; };
};
[[nodiscard]] Sources real_sources();
// Starts at a fixed instant; each call of unix_ms is one millisecond later. Its steady clock stands still.
[[nodiscard]] Sources seeded_sources(std::uint64_t seed);

// Milliseconds since this machine was started, sleep included (CLOCK_BOOTTIME), and which start that was.
[[nodiscard]] model::SteadyInstant steady_now();

}  // namespace greenline::station
