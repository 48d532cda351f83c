// What is done to a card that lies there, and undone.
#include "model/kinds/on_card.h"

#include "model/kinds/asking.h"

namespace greenline::model {

Answer<CardLetGo> decide(const LetGoCard& request, const Asking& asking) {
  if (!asking.there(request.card)) return tl::unexpected(Refusal::not_there);
  if (find_card(asking.now, request.card)->let_go.value) return tl::unexpected(Refusal::already_so);
  const Phrase thanks = phrase_of(request.thanks, request.language);
  if (const auto no = flaw_of(thanks, max_words_bytes)) return tl::unexpected(*no);
  return CardLetGo{request.card, thanks.words, thanks.language};
}
void apply(const CardLetGo& event, const Applying& on) {
  Card& card = record(on.to.cards, event.card);
  card.let_go.write(true, on.at, on.by);
  card.thanks.write({event.thanks, event.language}, on.at, on.by);
}

// A second lighting would write over the line that somebody gave for the first.
Answer<CardLit> decide(const LightCard& request, const Asking& asking) {
  if (!asking.there(request.card)) return tl::unexpected(Refusal::not_there);
  const Card& card = *find_card(asking.now, request.card);
  if (card.veiled.value) return tl::unexpected(Refusal::two_hands);
  if (card.lit_up.value) return tl::unexpected(Refusal::already_so);
  const Phrase why = phrase_of(request.why, request.language);
  if (const auto no = flaw_of(why)) return tl::unexpected(*no);
  return CardLit{request.card, why.words, why.language};
}
void apply(const CardLit& event, const Applying& on) {
  Card& card = record(on.to.cards, event.card);
  card.lit_up.write(true, on.at, on.by);
  card.lit.write({event.why, event.language}, on.at, on.by);
}

Answer<CardMarked> decide(const MarkCard& request, const Asking& asking) {
  if (!asking.there(request.card)) return tl::unexpected(Refusal::not_there);
  if (find_card(asking.now, request.card)->marked.value) return tl::unexpected(Refusal::already_so);
  return CardMarked{request.card};
}
void apply(const CardMarked& event, const Applying& on) { record(on.to.cards, event.card).marked.write(true, on.at, on.by); }

Answer<CardLetGoTakenBack> decide(const TakeBackLetGo& request, const Asking& asking) {
  if (const auto no = asking.barred_to_undo(request.card, &Card::let_go)) return tl::unexpected(*no);
  return CardLetGoTakenBack{request.card};
}
void apply(const CardLetGoTakenBack& event, const Applying& on) {
  record(on.to.cards, event.card).let_go.write(false, on.at, on.by);
}

Answer<CardLightTakenBack> decide(const TakeBackLight& request, const Asking& asking) {
  if (const auto no = asking.barred_to_undo(request.card, &Card::lit_up)) return tl::unexpected(*no);
  return CardLightTakenBack{request.card};
}
void apply(const CardLightTakenBack& event, const Applying& on) {
  record(on.to.cards, event.card).lit_up.write(false, on.at, on.by);
}

Answer<CardMarkTakenBack> decide(const TakeBackMark& request, const Asking& asking) {
  if (const auto no = asking.barred_to_undo(request.card, &Card::marked)) return tl::unexpected(*no);
  return CardMarkTakenBack{request.card};
}
void apply(const CardMarkTakenBack& event, const Applying& on) {
  record(on.to.cards, event.card).marked.write(false, on.at, on.by);
}

}  // namespace greenline::model
