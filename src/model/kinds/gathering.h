// Gatherings: cards that people drew a loop around, and named.
#pragma once
#include "model/kinds/kind.h"

namespace greenline::model {

struct GatheringMade {
  static constexpr KindNumber number = 17;
  GatheringId gathering;
  std::vector<CardId> cards;  // sorted, no card twice
  EventId phase_visit;
  static constexpr auto fields =
      std::tuple{field(Key::subject, &GatheringMade::gathering), field(Key::phase_visit, &GatheringMade::phase_visit),
                 field(Key::cards, &GatheringMade::cards)};
  friend bool operator==(const GatheringMade&, const GatheringMade&) = default;
};
struct Gather {
  using Makes = GatheringMade;
  static constexpr Descriptor about{.name = "gather",
                                    .who = {Role::seat},
                                    .verb = Verb::gather,
                                    .says = {Refusal::too_few, Refusal::too_long, Refusal::already_so},
                                    .taken_back = taken_back_by("take_back_gathering"),
                                    .told = {Told::by_itself, "its cards, under its name"}};
  std::vector<CardId> cards;
};
Answer<GatheringMade> decide(const Gather&, const Asking&);
void apply(const GatheringMade&, const Applying&);

struct GatheringNamed {
  static constexpr KindNumber number = 18;
  GatheringId gathering;
  std::string name;
  std::string language = {};  // of the name; empty in what an older Greenline wrote
  static constexpr auto fields =
      std::tuple{field(Key::subject, &GatheringNamed::gathering), field(Key::text, &GatheringNamed::name),
                 field(Key::language, &GatheringNamed::language)};
  friend bool operator==(const GatheringNamed&, const GatheringNamed&) = default;
};
struct NameGathering {
  using Makes = GatheringNamed;
  static constexpr Descriptor about{.name = "name_gathering",
                                    .who = {Role::seat},
                                    .verb = Verb::gather,
                                    .says = {Refusal::not_there, Refusal::too_long, Refusal::nothing_said, Refusal::already_so},
                                    .taken_back = taken_back_by("name_gathering"),
                                    .told = {Told::with_another, "the name above its cards"}};
  GatheringId gathering;
  std::string name;
  std::string language = {};  // of the keyboard it was written with; may be empty
};
Answer<GatheringNamed> decide(const NameGathering&, const Asking&);
void apply(const GatheringNamed&, const Applying&);

struct GatheringTakenBack {
  static constexpr KindNumber number = 19;
  GatheringId gathering;
  static constexpr auto fields = std::tuple{field(Key::subject, &GatheringTakenBack::gathering)};
  friend bool operator==(const GatheringTakenBack&, const GatheringTakenBack&) = default;
};
struct TakeBackGathering {
  using Makes = GatheringTakenBack;
  static constexpr Descriptor about{.name = "take_back_gathering",
                                    .who = {Role::seat},
                                    .verb = {},
                                    .says = {Refusal::not_there, Refusal::phase_has_closed},
                                    .taken_back = stays_because("the same cards can be gathered anew"),
                                    .told = {Told::not_told, "its cards stand as if nobody had gathered them"}};
  GatheringId gathering;
};
Answer<GatheringTakenBack> decide(const TakeBackGathering&, const Asking&);
void apply(const GatheringTakenBack&, const Applying&);

}  // namespace greenline::model
