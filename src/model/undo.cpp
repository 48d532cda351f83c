#include "model/undo.h"

namespace greenline::model {
namespace {

struct Undoing {
  const Convening& before;

  std::optional<Request> operator()(const EnterPhase&) const {
    if (before.phase.value.empty()) return std::nullopt;
    return EnterPhase{before.phase.value};
  }
  std::optional<Request> operator()(const RestWall&) const { return RestWall{before.resting.value}; }
  std::optional<Request> operator()(const PauseTouch& asked) const { return PauseTouch{!asked.paused}; }
  std::optional<Request> operator()(const ShowOnWalls&) const { return ShowOnWalls{shown_on_walls(before)}; }
  std::optional<Request> operator()(const FreezeWalls& asked) const { return FreezeWalls{!asked.frozen}; }
  std::optional<Request> operator()(const HoldCards& asked) const { return HoldCards{!asked.held}; }
  std::optional<Request> operator()(const GiveTime&) const { return GiveTime{minutes_given(before, before.phase.event)}; }
  std::optional<Request> operator()(const SetCardAside& asked) const { return BringCardBack{asked.card}; }
  std::optional<Request> operator()(const BringCardBack& asked) const { return SetCardAside{asked.card}; }
  std::optional<Request> operator()(const SendCardOn& asked) const { return KeepCardHere{asked.card}; }
  std::optional<Request> operator()(const KeepCardHere& asked) const { return SendCardOn{asked.card}; }
  std::optional<Request> operator()(const VeilCard& asked) const { return LiftVeil{asked.card}; }
  std::optional<Request> operator()(const LiftVeil& asked) const { return VeilCard{asked.card}; }
  template <class Other>
  std::optional<Request> operator()(const Other&) const {
    return std::nullopt;
  }
};

}  // namespace

std::optional<Request> undoing(const Convening& before, const Request& request) { return std::visit(Undoing{before}, request); }

}  // namespace greenline::model
