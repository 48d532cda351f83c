// The host sets a card aside, and brings it back: nobody's words are changed, nobody is named, and nothing is lost.
#pragma once
#include "model/kinds/kind.h"

namespace greenline::model {

// A card that is set aside is on no wall and in no harvest until it is brought back.
struct CardSetAside {
  static constexpr KindNumber number = 29;
  CardId card;
  bool aside = false;
  static constexpr auto fields = std::tuple{field(Key::subject, &CardSetAside::card), field(Key::flag, &CardSetAside::aside)};
  friend bool operator==(const CardSetAside&, const CardSetAside&) = default;
};
void apply(const CardSetAside&, const Applying&);

struct SetCardAside {
  using Makes = CardSetAside;
  static constexpr Descriptor about{.name = "set_aside",
                                    .who = {Role::host},
                                    .verb = {},
                                    .says = {Refusal::not_there},
                                    .taken_back = taken_back_by("bring_back"),
                                    .told = {Told::with_another, "the card is left out until it is brought back"}};
  CardId card;
};
Answer<CardSetAside> decide(const SetCardAside&, const Asking&);

struct BringCardBack {
  using Makes = CardSetAside;
  static constexpr Descriptor about{.name = "bring_back",
                                    .who = {Role::host},
                                    .verb = {},
                                    .says = {Refusal::not_there, Refusal::already_so},
                                    .taken_back = taken_back_by("set_aside"),
                                    .told = {Told::with_another, "the card is told like any other"}};
  CardId card;
};
Answer<CardSetAside> decide(const BringCardBack&, const Asking&);

}  // namespace greenline::model
