// Markers: a plain sign for "I am here".
#pragma once
#include "model/kinds/kind.h"

namespace greenline::model {

struct MarkerSet {
  static constexpr KindNumber number = 11;
  MarkerId marker;
  Place place;
  EventId phase_visit;
  static constexpr auto fields =
      std::tuple{field(Key::subject, &MarkerSet::marker), field(Key::phase_visit, &MarkerSet::phase_visit),
                 field(Key::place, &MarkerSet::place)};
  friend bool operator==(const MarkerSet&, const MarkerSet&) = default;
};
struct SetMarker {
  using Makes = MarkerSet;
  static constexpr Descriptor about{.name = "set_marker",
                                    .who = {Role::seat},
                                    .verb = Verb::place,
                                    .says = {Refusal::not_in_this_phase, Refusal::not_there, Refusal::shut},
                                    .taken_back = taken_back_by("take_back_marker"),
                                    .told = {Told::by_itself, "as haze where people stood, if the activity keeps that"}};
  Place place;
};
Answer<MarkerSet> decide(const SetMarker&, const Asking&);
void apply(const MarkerSet&, const Applying&);

struct MarkerMoved {
  static constexpr KindNumber number = 12;
  MarkerId marker;
  Place place;
  static constexpr auto fields = std::tuple{field(Key::subject, &MarkerMoved::marker), field(Key::place, &MarkerMoved::place)};
  friend bool operator==(const MarkerMoved&, const MarkerMoved&) = default;
};
// Needs `move`, or `place` for what was put down in this phase visit; the host needs neither.
struct MoveMarker {
  using Makes = MarkerMoved;
  static constexpr Descriptor about{
      .name = "move_marker",
      .who = {Role::seat, Role::host},
      .verb = {},
      .says = {Refusal::not_in_this_phase, Refusal::not_there, Refusal::phase_has_closed, Refusal::shut},
      .taken_back = taken_back_by("move_marker"),
      .told = {Told::with_another, "the haze is where people came to stand"}};
  MarkerId marker;
  Place place;
};
Answer<MarkerMoved> decide(const MoveMarker&, const Asking&);
void apply(const MarkerMoved&, const Applying&);

struct MarkerTakenBack {
  static constexpr KindNumber number = 13;
  MarkerId marker;
  static constexpr auto fields = std::tuple{field(Key::subject, &MarkerTakenBack::marker)};
  friend bool operator==(const MarkerTakenBack&, const MarkerTakenBack&) = default;
};
struct TakeBackMarker {
  using Makes = MarkerTakenBack;
  static constexpr Descriptor about{.name = "take_back_marker",
                                    .who = {Role::seat},
                                    .verb = {},
                                    .says = {Refusal::not_there, Refusal::phase_has_closed},
                                    .taken_back = stays_because("a touch on the ground sets down another"),
                                    .told = {Told::not_told, "nobody stood there"}};
  MarkerId marker;
};
Answer<MarkerTakenBack> decide(const TakeBackMarker&, const Asking&);
void apply(const MarkerTakenBack&, const Applying&);

}  // namespace greenline::model
