// Cards: made, moved, taken back.
#pragma once
#include "model/kinds/kind.h"

namespace greenline::model {

struct CardMade {
  static constexpr KindNumber number = 4;
  CardId card;
  Saying saying;
  Place place;
  EventId phase_visit;  // the PhaseEntered in force; empty when none was
  bool veiled = false;  // born veiled (a protected region, a veiling phase)
  static constexpr auto fields = std::tuple{
      field(Key::subject, &CardMade::card), field(Key::phase_visit, &CardMade::phase_visit),
      field(Key::place, &CardMade::place), field(Key::saying, &CardMade::saying), field(Key::flag, &CardMade::veiled)};
  friend bool operator==(const CardMade&, const CardMade&) = default;
};
struct MakeCard {
  using Makes = CardMade;
  static constexpr Descriptor about{.name = "make_card",
                                    .who = {Role::seat, Role::program},
                                    .verb = Verb::name,
                                    .says = {Refusal::too_long, Refusal::nothing_said, Refusal::not_there, Refusal::shut},
                                    .taken_back = taken_back_by("take_back"),
                                    .told = {Told::by_itself, "its words or its drawing, in its circle"}};
  Saying saying;
  Place place;
};
Answer<CardMade> decide(const MakeCard&, const Asking&);
void apply(const CardMade&, const Applying&);

struct CardMoved {
  static constexpr KindNumber number = 5;
  CardId card;
  Place place;
  static constexpr auto fields = std::tuple{field(Key::subject, &CardMoved::card), field(Key::place, &CardMoved::place)};
  friend bool operator==(const CardMoved&, const CardMoved&) = default;
};
// Needs `move`, or `place` for what was put down in this phase visit; the host needs neither.
struct MoveCard {
  using Makes = CardMoved;
  static constexpr Descriptor about{.name = "move_card",
                                    .who = {Role::seat, Role::host},
                                    .verb = {},
                                    .says = {Refusal::not_in_this_phase, Refusal::not_there, Refusal::shut},
                                    .taken_back = taken_back_by("move_card"),
                                    .told = {Told::with_another, "a card stands where it came to rest"}};
  CardId card;
  Place place;
};
Answer<CardMoved> decide(const MoveCard&, const Asking&);
void apply(const CardMoved&, const Applying&);

struct CardTakenBack {
  static constexpr KindNumber number = 6;
  CardId card;
  static constexpr auto fields = std::tuple{field(Key::subject, &CardTakenBack::card)};
  friend bool operator==(const CardTakenBack&, const CardTakenBack&) = default;
};
struct TakeBackCard {
  using Makes = CardTakenBack;
  static constexpr Descriptor about{.name = "take_back",
                                    .who = {Role::seat},
                                    .verb = {},
                                    .says = {Refusal::not_there, Refusal::phase_has_closed},
                                    .taken_back = stays_because("whoever takes their words back shall not see them again"),
                                    .told = {Told::not_told, "what was taken back was never said"}};
  CardId card;
};
Answer<CardTakenBack> decide(const TakeBackCard&, const Asking&);
void apply(const CardTakenBack&, const Applying&);

}  // namespace greenline::model
