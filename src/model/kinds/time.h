// The host gives a phase more time, or less, than it was planned for.
#pragma once
#include "model/kinds/kind.h"

namespace greenline::model {

// So many minutes this phase visit has in all, whatever its phase says.
struct TimeGiven {
  static constexpr KindNumber number = 28;
  EventId phase_visit;
  std::uint32_t minutes = 0;
  static constexpr auto fields =
      std::tuple{field(Key::phase_visit, &TimeGiven::phase_visit), field(Key::minutes, &TimeGiven::minutes)};
  friend bool operator==(const TimeGiven&, const TimeGiven&) = default;
};
struct GiveTime {
  using Makes = TimeGiven;
  static constexpr Descriptor about{.name = "give_time",
                                    .who = {Role::host},
                                    .verb = {},
                                    .says = {Refusal::already_so, Refusal::too_long, Refusal::gone_on},
                                    .taken_back = taken_back_by("give_time"),
                                    .told = {Told::not_told, "how long the room took is nobody's work"}};
  std::uint32_t minutes = 0;  // 1 to max_phase_minutes; 0: as its phase says
  EventId visit = {};         // that is meant; empty: the present one
};
Answer<TimeGiven> decide(const GiveTime&, const Asking&);
void apply(const TimeGiven&, const Applying&);

}  // namespace greenline::model
