// Cards are made, moved, taken back.
#include "model/kinds/card.h"

#include "model/kinds/asking.h"
#include "model/limits.h"

namespace greenline::model {

Answer<CardMade> decide(const MakeCard& request, const Asking& asking) {
  if (const auto no = flaw_of(request.saying)) return tl::unexpected(*no);
  if (!sound(request.place)) return tl::unexpected(Refusal::not_there);
  if (const auto no = asking.barred_from(request.place.region)) return tl::unexpected(*no);
  return CardMade{{asking.stamp.fresh}, request.saying, request.place, asking.phase_visit(), asking.veils(request.place)};
}
void apply(const CardMade& event, const Applying& on) {
  Card& card = record(on.to.cards, event.card);
  card.made = true;
  if (card.saying.write(event.saying, on.at, on.by)) card.phase_visit = event.phase_visit;
  card.place.write(event.place, on.at, on.by);
  card.veiled.write(event.veiled, on.at, on.by);
}

Answer<CardMoved> decide(const MoveCard& request, const Asking& asking) {
  if (const auto no = asking.barred_to_move(find_card(asking.now, request.card))) return tl::unexpected(*no);
  if (!sound(request.place)) return tl::unexpected(Refusal::not_there);
  if (const auto no = asking.barred_from(request.place.region)) return tl::unexpected(*no);
  return CardMoved{request.card, request.place};
}
void apply(const CardMoved& event, const Applying& on) {
  record(on.to.cards, event.card).place.write(event.place, on.at, on.by);
}

Answer<CardTakenBack> decide(const TakeBackCard& request, const Asking& asking) {
  const Card* card = find_card(asking.now, request.card);
  const bool here = card != nullptr && present(*card);
  if (const auto no = asking.barred_to_take_back(here, here ? card->phase_visit : EventId{})) return tl::unexpected(*no);
  return CardTakenBack{request.card};
}
void apply(const CardTakenBack& event, const Applying& on) { record(on.to.cards, event.card).taken_back = true; }

}  // namespace greenline::model
