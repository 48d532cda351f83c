// Activities open and close, phases begin. What the host does is always possible.
#include "model/kinds/activity.h"

#include "model/kinds/asking.h"

namespace greenline::model {

Answer<ActivityOpened> decide(const OpenActivity& request, const Asking&) {
  if (const auto no = flaw_of(request.activity)) return tl::unexpected(*no);
  if (const auto no = flaw_of(request.canvas)) return tl::unexpected(*no);
  if (const auto no = flaw_of(request.activity_text, max_pack_text_bytes)) return tl::unexpected(*no);
  if (const auto no = flaw_of(request.canvas_text, max_pack_text_bytes)) return tl::unexpected(*no);
  return ActivityOpened{request.activity, request.canvas, request.activity_text, request.canvas_text};
}
void apply(const ActivityOpened& event, const Applying& on) { on.to.activity.write(event, on.at, on.by, on.epoch); }

Answer<ActivityClosed> decide(const CloseActivity& request, const Asking& asking) {
  if (!asking.stands(request.leaves)) return tl::unexpected(Refusal::gone_on);
  return ActivityClosed{};
}
void apply(const ActivityClosed&, const Applying& on) { on.to.activity.write(std::nullopt, on.at, on.by, on.epoch); }

Answer<PhaseEntered> decide(const EnterPhase& request, const Asking& asking) {
  if (const auto no = flaw_of(request.phase)) return tl::unexpected(*no);
  if (!asking.stands(request.leaves)) return tl::unexpected(Refusal::gone_on);
  return PhaseEntered{request.phase, asking.stamp.steady};
}
void apply(const PhaseEntered& event, const Applying& on) { on.to.phase.write(event.phase, on.at, on.by, on.epoch); }

}  // namespace greenline::model
