// Cards are held until the host reveals them.
#include "model/kinds/hold.h"

#include <algorithm>

#include "model/kinds/asking.h"

namespace greenline::model {

// Whoever put it into a protected region, or out of one, decides alone.
bool is_held(const Card& card, const std::set<std::string>& shelters) {
  const bool born_veiled = card.veiled.value && card.veiled.event == card.saying.event;
  const bool lies_where_it_was_made = card.place.event == card.saying.event;
  return present(card) && born_veiled &&
         (shelters.empty() || (lies_where_it_was_made && !shelters.contains(card.place.value.region)));
}

Answer<CardsHeld> decide(const HoldCards& request, const Asking& asking) {
  if (asking.holds() == request.held) return tl::unexpected(Refusal::already_so);
  return CardsHeld{asking.phase_visit(), request.held};
}
void apply(const CardsHeld& event, const Applying& on) {
  on.to.hold.write({event.phase_visit, event.held}, on.at, on.by, on.epoch);
}

Answer<CardsRevealed> decide(const RevealCards&, const Asking& asking) {
  std::vector<CardId> held;
  for (const auto& [id, card] : asking.now.cards) {
    if (is_held(card, asking.rules.protected_regions)) held.push_back(id);
  }
  if (held.empty() && !asking.holds()) return tl::unexpected(Refusal::already_so);
  std::sort(held.begin(), held.end());
  held.resize(std::min(held.size(), max_gathering_cards));
  return CardsRevealed{asking.phase_visit(), std::move(held)};
}
void apply(const CardsRevealed& event, const Applying& on) {
  for (const CardId& card : event.opened) record(on.to.cards, card).veiled.write(false, on.at, on.by);
  on.to.hold.write({event.phase_visit, false}, on.at, on.by, on.epoch);
}

}  // namespace greenline::model
