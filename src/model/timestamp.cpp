// The hybrid logical clock: send and receive rules (Kulkarni et al., 2014, figure 5).
#include "model/timestamp.h"

#include <algorithm>
#include <limits>

namespace greenline::model {

Timestamp next_timestamp(const Timestamp& last, std::int64_t now_ms, StationId station) {
  if (now_ms > last.wall_ms) return {now_ms, 0, station};
  if (last.logical < std::numeric_limits<std::uint32_t>::max()) return {last.wall_ms, last.logical + 1, station};
  // A full counter runs over into the next millisecond. At the end of time itself there is no later stamp to give.
  if (last.wall_ms == std::numeric_limits<std::int64_t>::max()) return {last.wall_ms, last.logical, station};
  return {last.wall_ms + 1, 0, station};
}

Timestamp after_seeing(const Timestamp& last, const Timestamp& seen) { return std::max(last, seen); }

}  // namespace greenline::model
