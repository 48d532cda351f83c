// The host's own: steps are undone, the chair is taken.
#include "station/session.h"

namespace greenline::station {

const HostSteps::Step* Session::last_step() const {
  return steps_.newest(convening_.phase.event,
                       [this](const model::Request& undo) { return check(undo, model::the_host).has_value(); });
}

std::optional<model::Event> Session::undo_last_step(const model::Actor& by) {
  const HostSteps::Step* step = last_step();
  if (step == nullptr) return std::nullopt;
  const model::Request undo = step->undo;
  auto event = grant(undo, by);
  if (!event) return std::nullopt;
  steps_.forget_from(step);
  return *event;
}

bool Session::has_chair(std::uint32_t console) const {
  return console == 0 || model::has_chair(convening_, {station_, console});
}

tl::expected<model::Event, model::Refusal> Session::take_chair(std::uint32_t console) {
  return submit(model::TakeChair{}, model::at_console(console));
}

}  // namespace greenline::station
