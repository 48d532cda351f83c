// The wall rests and wakes, hands pause.
#include "model/kinds/rest.h"

#include "model/kinds/asking.h"

namespace greenline::model {

Answer<WallRested> decide(const RestWall& request, const Asking& asking) {
  if (asking.now.resting.value == request.rests) return tl::unexpected(Refusal::already_so);
  return WallRested{request.rests};
}
void apply(const WallRested& event, const Applying& on) { on.to.resting.write(event.rests, on.at, on.by, on.epoch); }

Answer<TouchPaused> decide(const PauseTouch& request, const Asking& asking) {
  if (asking.now.paused.value == request.paused) return tl::unexpected(Refusal::already_so);
  return TouchPaused{request.paused};
}
void apply(const TouchPaused& event, const Applying& on) { on.to.paused.write(event.paused, on.at, on.by, on.epoch); }

}  // namespace greenline::model
