// The host sends a card on: the activity that begins next has it, too, with where it comes from.
#pragma once
#include "model/kinds/kind.h"

namespace greenline::model {

// It stays here as well; once the next activity has it, it is not sent on any more.
struct CardSentOn {
  static constexpr KindNumber number = 34;
  CardId card;
  bool on = false;
  static constexpr auto fields = std::tuple{field(Key::subject, &CardSentOn::card), field(Key::flag, &CardSentOn::on)};
  friend bool operator==(const CardSentOn&, const CardSentOn&) = default;
};
void apply(const CardSentOn&, const Applying&);

struct SendCardOn {
  using Makes = CardSentOn;
  static constexpr Descriptor about{.name = "send_on",
                                    .who = {Role::host},
                                    .verb = {},
                                    .says = {Refusal::not_there, Refusal::stays_here, Refusal::already_so},
                                    .taken_back = taken_back_by("keep_here"),
                                    .told = {Told::not_told, "the harvest of the activity it goes to has it, with its origin"}};
  CardId card;
};
Answer<CardSentOn> decide(const SendCardOn&, const Asking&);

// By the host, or by the program when the next activity has it.
struct KeepCardHere {
  using Makes = CardSentOn;
  static constexpr Descriptor about{.name = "keep_here",
                                    .who = {Role::host, Role::program},
                                    .verb = {},
                                    .says = {Refusal::not_there, Refusal::already_so},
                                    .taken_back = taken_back_by("send_on"),
                                    .told = {Told::not_told, "the card is told where it is"}};
  CardId card;
};
Answer<CardSentOn> decide(const KeepCardHere&, const Asking&);

}  // namespace greenline::model
