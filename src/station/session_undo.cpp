// The host's own steps are undone.
#include "station/session.h"

namespace greenline::station {

const HostSteps::Step* Session::last_step() const {
  return steps_.newest(convening_.phase.event,
                       [this](const model::Request& undo) { return check(undo, model::the_host).has_value(); });
}

std::optional<model::Event> Session::undo_last_step() {
  const HostSteps::Step* step = last_step();
  if (step == nullptr) return std::nullopt;
  const model::Request undo = step->undo;
  auto event = grant(undo, model::the_host);
  if (!event) return std::nullopt;
  steps_.forget_from(step);
  return *event;
}

}  // namespace greenline::station
