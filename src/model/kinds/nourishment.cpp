// Nourishments are left beside something, and taken back.
#include "model/kinds/nourishment.h"

#include "model/kinds/asking.h"

namespace greenline::model {

Answer<NourishmentLeft> decide(const Nourish& request, const Asking& asking) {
  if (!std::visit([&](const auto& beside) { return asking.there(beside); }, request.beside))
    return tl::unexpected(Refusal::not_there);
  if (request.kind == NourishKind::origin) return tl::unexpected(Refusal::not_in_this_phase);  // SayOrigin's
  if (const auto no = flaw_of(request.saying)) return tl::unexpected(*no);
  return NourishmentLeft{{asking.stamp.fresh}, request.beside, request.kind, request.saying, asking.phase_visit()};
}
Answer<NourishmentLeft> decide(const SayOrigin& request, const Asking& asking) {
  if (!asking.there(request.card)) return tl::unexpected(Refusal::not_there);
  if (const auto no = flaw_of(request.origin)) return tl::unexpected(*no);
  return NourishmentLeft{{asking.stamp.fresh}, request.card, NourishKind::origin, request.origin, asking.phase_visit()};
}
void apply(const NourishmentLeft& event, const Applying& on) {
  Nourishment& nourishment = record(on.to.nourishments, event.nourishment);
  nourishment.made = true;
  nourishment.body.write({event.beside, event.kind, event.saying, event.phase_visit}, on.at, on.by);
}

Answer<NourishmentTakenBack> decide(const TakeBackNourishment& request, const Asking& asking) {
  const Nourishment* nourishment = find_record(asking.now.nourishments, request.nourishment);
  const bool here = nourishment != nullptr && present(asking.now, *nourishment);
  if (const auto no = asking.barred_to_take_back(here, here ? nourishment->body.value.phase_visit : EventId{}))
    return tl::unexpected(*no);
  if (nourishment->body.value.kind == NourishKind::origin) return tl::unexpected(Refusal::phase_has_closed);
  return NourishmentTakenBack{request.nourishment};
}
void apply(const NourishmentTakenBack& event, const Applying& on) {
  record(on.to.nourishments, event.nourishment).taken_back = true;
}

}  // namespace greenline::model
