// Walls show one thing, or all; they freeze.
#include "model/kinds/walls.h"

#include <type_traits>

#include "model/kinds/asking.h"

namespace greenline::model {
namespace {

// A veiled card is there: it is shown as veiled as it is.
bool may_be_shown(const Asking& asking, const Shown& shown) {
  return std::visit(
      [&](const auto& one) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(one)>, std::monostate>)
          return true;
        else
          return asking.there(one);
      },
      shown);
}

}  // namespace

Answer<ShownOnWalls> decide(const ShowOnWalls& request, const Asking& asking) {
  if (!may_be_shown(asking, request.shown)) return tl::unexpected(Refusal::not_there);
  if (shown_on_walls(asking.now) == request.shown) return tl::unexpected(Refusal::already_so);
  return ShownOnWalls{asking.phase_visit(), request.shown};
}
void apply(const ShownOnWalls& event, const Applying& on) {
  on.to.walls.write({event.phase_visit, event.shown}, on.at, on.by, on.epoch);
}

Answer<WallsFrozen> decide(const FreezeWalls& request, const Asking& asking) {
  if (asking.now.frozen.value == request.frozen) return tl::unexpected(Refusal::already_so);
  return WallsFrozen{request.frozen};
}
void apply(const WallsFrozen& event, const Applying& on) { on.to.frozen.write(event.frozen, on.at, on.by, on.epoch); }

}  // namespace greenline::model
