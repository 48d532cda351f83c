// Cards are set aside and brought back.
#include "model/kinds/aside.h"

#include "model/kinds/asking.h"

namespace greenline::model {

Answer<CardSetAside> decide(const SetCardAside& request, const Asking& asking) {
  if (!asking.there(request.card)) return tl::unexpected(Refusal::not_there);
  return CardSetAside{request.card, true};
}

Answer<CardSetAside> decide(const BringCardBack& request, const Asking& asking) {
  const Card* card = find_card(asking.now, request.card);
  if (card == nullptr || !card->made || card->taken_back) return tl::unexpected(Refusal::not_there);
  if (!card->aside.value) return tl::unexpected(Refusal::already_so);
  return CardSetAside{request.card, false};
}

void apply(const CardSetAside& event, const Applying& on) {
  record(on.to.cards, event.card).aside.write(event.aside, on.at, on.by);
}

}  // namespace greenline::model
