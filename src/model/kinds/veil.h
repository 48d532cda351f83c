// Veils: present, but not to be read.
#pragma once
#include "model/kinds/kind.h"

namespace greenline::model {

struct CardVeiled {
  static constexpr KindNumber number = 8;
  CardId card;
  bool veiled = true;  // false: its veil was lifted
  static constexpr auto fields = std::tuple{field(Key::subject, &CardVeiled::card), field(Key::flag, &CardVeiled::veiled)};
  friend bool operator==(const CardVeiled&, const CardVeiled&) = default;
};
void apply(const CardVeiled&, const Applying&);

// People need `veil` for it, or a protected region around the card, or to have opened it in this phase visit.
struct VeilCard {
  using Makes = CardVeiled;
  static constexpr Descriptor about{.name = "veil",
                                    .who = {Role::seat, Role::host},
                                    .verb = {},
                                    .says = {Refusal::not_there, Refusal::already_so, Refusal::not_in_this_phase},
                                    .taken_back = taken_back_by("lift_veil"),
                                    .told = {Told::with_another, "the card is left out until its holders open it"}};
  CardId card;
};
Answer<CardVeiled> decide(const VeilCard&, const Asking&);

// Needs two people (whoever asks has seen to that) or the host, and no verb: else a pack could veil for ever.
struct LiftVeil {
  using Makes = CardVeiled;
  static constexpr Descriptor about{.name = "lift_veil",
                                    .who = {Role::seat, Role::host},
                                    .verb = {},
                                    .says = {Refusal::not_there, Refusal::already_so, Refusal::not_in_this_phase},
                                    .taken_back = taken_back_by("veil"),
                                    .told = {Told::with_another, "the card is told like any other"}};
  CardId card;
};
Answer<CardVeiled> decide(const LiftVeil&, const Asking&);

}  // namespace greenline::model
