// Nourishments: a question, an offer, a story or thanks left beside something.
#pragma once
#include "model/kinds/kind.h"

namespace greenline::model {

struct NourishmentLeft {
  static constexpr KindNumber number = 20;
  NourishmentId nourishment;
  NourishTarget beside;
  NourishKind kind = NourishKind::question;
  Saying saying;
  EventId phase_visit;
  static constexpr auto fields =
      std::tuple{field(Key::subject, &NourishmentLeft::nourishment), field(Key::phase_visit, &NourishmentLeft::phase_visit),
                 field(Key::saying, &NourishmentLeft::saying), field(Key::beside, &NourishmentLeft::beside),
                 field(Key::nourish, &NourishmentLeft::kind)};
  friend bool operator==(const NourishmentLeft&, const NourishmentLeft&) = default;
};
struct Nourish {
  using Makes = NourishmentLeft;
  static constexpr Descriptor about{.name = "nourish",
                                    .who = {Role::seat},
                                    .verb = Verb::nourish,
                                    .says = {Refusal::not_there, Refusal::too_long, Refusal::nothing_said},
                                    .taken_back = taken_back_by("take_back_nourishment"),
                                    .told = {Told::with_another, "beneath what it lies beside, with its kind"}};
  NourishTarget beside;
  NourishKind kind = NourishKind::question;
  Saying saying;
};
Answer<NourishmentLeft> decide(const Nourish&, const Asking&);
void apply(const NourishmentLeft&, const Applying&);

// Where the words of a card that was carried here were said first: left beside it as a nourishment of the kind `origin`.
struct SayOrigin {
  using Makes = NourishmentLeft;
  static constexpr Descriptor about{.name = "say_origin",
                                    .who = {Role::program},
                                    .verb = {},
                                    .says = {Refusal::not_there, Refusal::too_long, Refusal::nothing_said},
                                    .taken_back = stays_because("words keep where they come from"),
                                    .told = {Told::with_another, "beneath the card, with its kind"}};
  CardId card;
  Saying origin;
};
Answer<NourishmentLeft> decide(const SayOrigin&, const Asking&);

struct NourishmentTakenBack {
  static constexpr KindNumber number = 21;
  NourishmentId nourishment;
  static constexpr auto fields = std::tuple{field(Key::subject, &NourishmentTakenBack::nourishment)};
  friend bool operator==(const NourishmentTakenBack&, const NourishmentTakenBack&) = default;
};
struct TakeBackNourishment {
  using Makes = NourishmentTakenBack;
  static constexpr Descriptor about{.name = "take_back_nourishment",
                                    .who = {Role::seat},
                                    .verb = {},
                                    .says = {Refusal::not_there, Refusal::phase_has_closed},
                                    .taken_back = stays_because("whoever takes their words back shall not see them again"),
                                    .told = {Told::not_told, "what was taken back was never said"}};
  NourishmentId nourishment;
};
Answer<NourishmentTakenBack> decide(const TakeBackNourishment&, const Asking&);
void apply(const NourishmentTakenBack&, const Applying&);

}  // namespace greenline::model
