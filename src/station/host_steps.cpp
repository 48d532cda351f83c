#include "station/host_steps.h"

#include <utility>
#include <variant>

namespace greenline::station {

void HostSteps::did(const model::Request& request, std::optional<model::Request> undo, const model::EventId& phase_visit) {
  if (!undo) return steps_.clear();
  if (steps_.size() == most) steps_.erase(steps_.begin());
  steps_.push_back({request, *std::move(undo), phase_visit});
}

void HostSteps::forget_from(const Step* step) { steps_.erase(steps_.begin() + (step - steps_.data()), steps_.end()); }

bool HostSteps::fits(const Step& step, const model::EventId& phase_visit) {
  const bool of_one_visit = std::holds_alternative<model::GiveTime>(step.undo) ||
                            std::holds_alternative<model::HoldCards>(step.undo) ||
                            std::holds_alternative<model::ShowOnWalls>(step.undo);
  return !of_one_visit || step.phase_visit == phase_visit;
}

}  // namespace greenline::station
