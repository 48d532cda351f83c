// Veils come down and are lifted.
#include "model/kinds/veil.h"

#include "model/kinds/asking.h"

namespace greenline::model {
namespace {

bool shelters(const Rules& rules, const Card& card) { return rules.protected_regions.contains(card.place.value.region); }

// Not born open: its veil was lifted.
bool opened_in_this_phase_visit(const Asking& asking, const Card& card) {
  return !card.veiled.value && card.veiled.event != card.saying.event && asking.in_this_phase_visit(card.veiled.at);
}

}  // namespace

Answer<CardVeiled> decide(const VeilCard& request, const Asking& asking) {
  if (!asking.there(request.card)) return tl::unexpected(Refusal::not_there);
  const Card& card = *find_card(asking.now, request.card);
  if (card.veiled.value) return tl::unexpected(Refusal::already_so);
  if (!asking.may(Verb::veil) && !shelters(asking.rules, card) && !opened_in_this_phase_visit(asking, card))
    return tl::unexpected(Refusal::not_in_this_phase);
  return CardVeiled{request.card, true};
}

// What a phase holds until it is over stays held from people.
Answer<CardVeiled> decide(const LiftVeil& request, const Asking& asking) {
  if (!asking.there(request.card)) return tl::unexpected(Refusal::not_there);
  const Card& card = *find_card(asking.now, request.card);
  if (!card.veiled.value) return tl::unexpected(Refusal::already_so);
  const bool held = asking.holds() && card.phase_visit == asking.phase_visit() && !asking.may(Verb::illuminate);
  if (held) return tl::unexpected(Refusal::not_in_this_phase);
  return CardVeiled{request.card, false};
}

void apply(const CardVeiled& event, const Applying& on) {
  record(on.to.cards, event.card).veiled.write(event.veiled, on.at, on.by);
}

}  // namespace greenline::model
