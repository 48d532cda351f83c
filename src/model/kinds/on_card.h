// What is done to a card that lies there: let go, lit, marked; and each of them undone.
#pragma once
#include "model/kinds/kind.h"

namespace greenline::model {

struct CardLetGo {
  static constexpr KindNumber number = 7;
  CardId card;
  std::string thanks;         // may be empty
  std::string language = {};  // of the thanks
  static constexpr auto fields = std::tuple{field(Key::subject, &CardLetGo::card), field(Key::text, &CardLetGo::thanks),
                                            field(Key::language, &CardLetGo::language)};
  friend bool operator==(const CardLetGo&, const CardLetGo&) = default;
};
struct LetGoCard {
  using Makes = CardLetGo;
  static constexpr Descriptor about{.name = "let_go",
                                    .who = {Role::seat},
                                    .verb = Verb::let_go,
                                    .says = {Refusal::not_there, Refusal::already_so, Refusal::too_long, Refusal::nothing_said},
                                    .taken_back = taken_back_by("take_back_let_go"),
                                    .told = {Told::with_another, "the card is among those at rest, its thanks beside it"}};
  CardId card;
  std::string thanks;
  std::string language = {};  // of the keyboard they were written with; may be empty
};
Answer<CardLetGo> decide(const LetGoCard&, const Asking&);
void apply(const CardLetGo&, const Applying&);

struct CardLit {
  static constexpr KindNumber number = 9;
  CardId card;
  std::string why;            // one line; may be empty
  std::string language = {};  // of that line
  static constexpr auto fields = std::tuple{field(Key::subject, &CardLit::card), field(Key::text, &CardLit::why),
                                            field(Key::language, &CardLit::language)};
  friend bool operator==(const CardLit&, const CardLit&) = default;
};
struct LightCard {
  using Makes = CardLit;
  static constexpr Descriptor about{
      .name = "light",
      .who = {Role::seat},
      .verb = Verb::illuminate,
      .says = {Refusal::not_there, Refusal::two_hands, Refusal::already_so, Refusal::too_long, Refusal::nothing_said},
      .taken_back = taken_back_by("take_back_light"),
      .told = {Told::with_another, "the card comes first in its circle, the line why beside it"}};
  CardId card;
  std::string why;
  std::string language = {};  // of the keyboard it was written with; may be empty
};
Answer<CardLit> decide(const LightCard&, const Asking&);
void apply(const CardLit&, const Applying&);

// "Stays in this room".
struct CardMarked {
  static constexpr KindNumber number = 10;
  CardId card;
  static constexpr auto fields = std::tuple{field(Key::subject, &CardMarked::card)};
  friend bool operator==(const CardMarked&, const CardMarked&) = default;
};
struct MarkCard {
  using Makes = CardMarked;
  static constexpr Descriptor about{.name = "mark",
                                    .who = {Role::seat},
                                    .verb = Verb::mark,
                                    .says = {Refusal::not_there, Refusal::already_so},
                                    .taken_back = taken_back_by("take_back_mark"),
                                    .told = {Told::with_another, "neither the card's words nor its drawing leave the room"}};
  CardId card;
};
Answer<CardMarked> decide(const MarkCard&, const Asking&);
void apply(const CardMarked&, const Applying&);

// Done by mistake: as before it was let go, lit, marked. Only in the phase visit that it was done in.
struct CardLetGoTakenBack {
  static constexpr KindNumber number = 22;
  CardId card;
  static constexpr auto fields = std::tuple{field(Key::subject, &CardLetGoTakenBack::card)};
  friend bool operator==(const CardLetGoTakenBack&, const CardLetGoTakenBack&) = default;
};
struct TakeBackLetGo {
  using Makes = CardLetGoTakenBack;
  static constexpr Descriptor about{.name = "take_back_let_go",
                                    .who = {Role::seat},
                                    .verb = {},
                                    .says = {Refusal::not_there, Refusal::already_so, Refusal::phase_has_closed},
                                    .taken_back = taken_back_by("let_go"),
                                    .told = {Told::not_told, "the card is as it was before"}};
  CardId card;
};
Answer<CardLetGoTakenBack> decide(const TakeBackLetGo&, const Asking&);
void apply(const CardLetGoTakenBack&, const Applying&);

struct CardLightTakenBack {
  static constexpr KindNumber number = 23;
  CardId card;
  static constexpr auto fields = std::tuple{field(Key::subject, &CardLightTakenBack::card)};
  friend bool operator==(const CardLightTakenBack&, const CardLightTakenBack&) = default;
};
struct TakeBackLight {
  using Makes = CardLightTakenBack;
  static constexpr Descriptor about{.name = "take_back_light",
                                    .who = {Role::seat},
                                    .verb = {},
                                    .says = {Refusal::not_there, Refusal::already_so, Refusal::phase_has_closed},
                                    .taken_back = taken_back_by("light"),
                                    .told = {Told::not_told, "the card is as it was before"}};
  CardId card;
};
Answer<CardLightTakenBack> decide(const TakeBackLight&, const Asking&);
void apply(const CardLightTakenBack&, const Applying&);

struct CardMarkTakenBack {
  static constexpr KindNumber number = 24;
  CardId card;
  static constexpr auto fields = std::tuple{field(Key::subject, &CardMarkTakenBack::card)};
  friend bool operator==(const CardMarkTakenBack&, const CardMarkTakenBack&) = default;
};
struct TakeBackMark {
  using Makes = CardMarkTakenBack;
  static constexpr Descriptor about{.name = "take_back_mark",
                                    .who = {Role::seat},
                                    .verb = {},
                                    .says = {Refusal::not_there, Refusal::already_so, Refusal::phase_has_closed},
                                    .taken_back = taken_back_by("mark"),
                                    .told = {Told::not_told, "the card is as it was before"}};
  CardId card;
};
Answer<CardMarkTakenBack> decide(const TakeBackMark&, const Asking&);
void apply(const CardMarkTakenBack&, const Applying&);

}  // namespace greenline::model
