// What may be done with a card that somebody reads: a row each, in the order their keys stand. A row is all that a seat and
// the wall need: which words and icon its key has, when it is offered, and what touching it means.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "ui/draw.h"
#include "ui/seats.h"

namespace greenline::ui {

struct CardAction {
  // Of its control and of its words: "read.<name>" on its key; where it takes a line, "read.<name>_line" asks for that.
  // Where it is a verb of the model, the descriptor's.
  std::string_view name;
  Icon icon = Icon::none;
  // What must be possible now for it to be offered.
  model::Request (*asks)(const model::CardId&);
  // What its touch means; null: the request, as it is.
  Outcome (*means)(int seat, const model::CardId&) = nullptr;
  // Whether a card as it is read now leaves room for it; null: always.
  bool (*fits)(const ReadCard&) = nullptr;
  // The request with a line of words that people may give with it; null: it takes none.
  model::Request (*with_line)(const model::CardId&, model::Phrase line) = nullptr;
  // What a line becomes that was begun when the power failed: something to leave beside the card.
  model::NourishKind begun_line = model::NourishKind::story;
};

[[nodiscard]] std::span<const CardAction> card_actions();
// Null when no row has that name.
[[nodiscard]] const CardAction* card_action(std::string_view name);

}  // namespace greenline::ui
