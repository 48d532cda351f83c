// Cards are sent on, and kept here after all.
#include "model/kinds/onward.h"

#include "model/kinds/asking.h"

namespace greenline::model {

Answer<CardSentOn> decide(const SendCardOn& request, const Asking& asking) {
  const Card* card = find_card(asking.now, request.card);
  if (card == nullptr || !present(*card)) return tl::unexpected(Refusal::not_there);
  if (card->veiled.value || card->marked.value || card->let_go.value) return tl::unexpected(Refusal::stays_here);
  if (card->onward.value) return tl::unexpected(Refusal::already_so);
  return CardSentOn{request.card, true};
}

Answer<CardSentOn> decide(const KeepCardHere& request, const Asking& asking) {
  const Card* card = find_card(asking.now, request.card);
  if (card == nullptr || !present(*card)) return tl::unexpected(Refusal::not_there);
  if (!card->onward.value) return tl::unexpected(Refusal::already_so);
  return CardSentOn{request.card, false};
}

void apply(const CardSentOn& event, const Applying& on) {
  record(on.to.cards, event.card).onward.write(event.on, on.at, on.by);
}

}  // namespace greenline::model
