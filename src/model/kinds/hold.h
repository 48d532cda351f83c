// The host holds what people make, and reveals it.
#pragma once
#include "model/kinds/kind.h"

namespace greenline::model {

// From now on what is made in this phase visit is born veiled, or open, whatever its phase says.
struct CardsHeld {
  static constexpr KindNumber number = 26;
  EventId phase_visit;
  bool held = false;
  static constexpr auto fields =
      std::tuple{field(Key::phase_visit, &CardsHeld::phase_visit), field(Key::flag, &CardsHeld::held)};
  friend bool operator==(const CardsHeld&, const CardsHeld&) = default;
};
struct HoldCards {
  using Makes = CardsHeld;
  static constexpr Descriptor about{.name = "hold",
                                    .who = {Role::host},
                                    .verb = {},
                                    .says = {Refusal::already_so},
                                    .taken_back = taken_back_by("hold"),
                                    .told = {Told::not_told, "a card is told by whether it is veiled"}};
  bool held = true;
};
Answer<CardsHeld> decide(const HoldCards&, const Asking&);
void apply(const CardsHeld&, const Applying&);

// All that was held lies open, and nothing more is held in this phase visit. What people veiled, and what a protected region
// veils, is theirs to open. A card that another station made before it heard of this stays veiled until it is asked once more.
struct CardsRevealed {
  static constexpr KindNumber number = 27;
  EventId phase_visit;
  std::vector<CardId> opened;  // at most max_gathering_cards; of more, the rest is opened by asking again
  static constexpr auto fields =
      std::tuple{field(Key::phase_visit, &CardsRevealed::phase_visit), field(Key::cards, &CardsRevealed::opened)};
  friend bool operator==(const CardsRevealed&, const CardsRevealed&) = default;
};
struct RevealCards {
  using Makes = CardsRevealed;
  static constexpr Descriptor about{.name = "reveal",
                                    .who = {Role::host},
                                    .verb = {},
                                    .says = {Refusal::already_so},
                                    .taken_back = stays_because("what the room has read cannot be unread"),
                                    .told = {Told::with_another, "the cards are told like any other"}};
};
Answer<CardsRevealed> decide(const RevealCards&, const Asking&);
void apply(const CardsRevealed&, const Applying&);

}  // namespace greenline::model
