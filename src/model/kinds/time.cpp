// Phases are given time.
#include "model/kinds/time.h"

#include "model/kinds/asking.h"

namespace greenline::model {

Answer<TimeGiven> decide(const GiveTime& request, const Asking& asking) {
  if (!asking.stands(request.visit)) return tl::unexpected(Refusal::gone_on);
  if (request.minutes > max_phase_minutes) return tl::unexpected(Refusal::too_long);
  if (minutes_given(asking.now, asking.phase_visit()) == request.minutes) return tl::unexpected(Refusal::already_so);
  return TimeGiven{asking.phase_visit(), request.minutes};
}
void apply(const TimeGiven& event, const Applying& on) {
  on.to.time.write({event.phase_visit, event.minutes}, on.at, on.by, on.epoch);
}

}  // namespace greenline::model
