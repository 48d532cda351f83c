// What one press of a host asks of a convening, where that is one request.
#pragma once
#include <optional>
#include <vector>

#include "interact/room_keys.h"
#include "model/kinds.h"
#include "station/session.h"

namespace greenline::interact {

// Five minutes more than were planned; once those are over, five from now.
inline constexpr std::uint32_t more_min = 5;
[[nodiscard]] model::GiveTime more_time(const station::Session&);

// In which cards are read aloud: as they stand, or mixed, which is another order in each phase. Cards keep their place in it
// for as long as the phase lasts.
[[nodiscard]] std::vector<model::CardId> order_of_reading(const station::Session&, bool mixed);
// Of that order, the one after that which the walls show (`step` 1), or before it (-1); the first, or the last, where they show
// none.
[[nodiscard]] std::optional<model::CardId> beside_shown(const std::vector<model::CardId>& order, const model::Shown& now,
                                                        int step);

// Nothing where it asks nothing now, or where it is more than one request.
[[nodiscard]] std::optional<model::Request> request_of(const station::Session&, HostKey, bool reads_mixed);

}  // namespace greenline::interact
