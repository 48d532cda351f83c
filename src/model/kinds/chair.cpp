// The host's chair is taken.
#include "model/kinds/chair.h"

#include <algorithm>
#include <limits>

#include "model/kinds/asking.h"

namespace greenline::model {

Answer<ChairTaken> decide(const TakeChair&, const Asking& asking) {
  if (asking.by.seat == 0) return tl::unexpected(Refusal::not_there);  // no console
  const bool taken = !asking.now.chair.event.empty();
  if (taken && has_chair(asking.now, {asking.by.station, asking.by.seat})) return tl::unexpected(Refusal::already_so);
  constexpr std::uint32_t last = std::numeric_limits<std::uint32_t>::max();  // from there on stamps alone decide
  return ChairTaken{asking.now.epoch == last ? last : asking.now.epoch + 1, asking.by.seat, asking.by.station};
}
void apply(const ChairTaken& event, const Applying& on) {
  on.to.chair.write({event.station, event.console}, on.at, on.by, event.epoch);
  on.to.epoch = std::max(on.to.epoch, event.epoch);
}

}  // namespace greenline::model
