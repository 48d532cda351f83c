// A hybrid logical clock (Kulkarni et al., 2014): wall time that never runs backwards, with a counter for what happens within
// one millisecond or while a clock is set back, and the station to break ties. Orders every two events in the same way
// everywhere.
#pragma once
#include <array>
#include <compare>
#include <cstdint>

#include "model/id.h"

namespace greenline::model {

struct Timestamp {
  std::int64_t wall_ms = 0;   // Unix time, milliseconds
  std::uint32_t logical = 0;  // counts within wall_ms
  StationId station;
  friend auto operator<=>(const Timestamp&, const Timestamp&) = default;
};

// When, by a clock that nobody sets and that goes on while the machine sleeps. Two instants can be compared only within one
// start of one machine.
struct SteadyInstant {
  std::array<std::uint8_t, 16> start{};  // which start of which machine; all zero: nobody knows
  std::int64_t ms = 0;                   // since that start
  [[nodiscard]] bool known() const { return start != std::array<std::uint8_t, 16>{}; }
  friend bool operator==(const SteadyInstant&, const SteadyInstant&) = default;
};

// The stamp of the next event made here, later than `last` whatever the wall clock says.
[[nodiscard]] Timestamp next_timestamp(const Timestamp& last, std::int64_t now_ms, StationId station);
// The stamp to hold after seeing another station's event `seen`.
[[nodiscard]] Timestamp after_seeing(const Timestamp& last, const Timestamp& seen);

}  // namespace greenline::model
