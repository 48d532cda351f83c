// What the walls that only show show, by the host's wish: all of it, or what is spoken of now.
#pragma once
#include "model/kinds/kind.h"

namespace greenline::model {

// The walls show this until the host says otherwise, or goes on to another phase. A touched wall is its people's: it stays as
// it is.
struct ShownOnWalls {
  static constexpr KindNumber number = 31;
  EventId phase_visit;
  Shown shown;
  static constexpr auto fields =
      std::tuple{field(Key::phase_visit, &ShownOnWalls::phase_visit), field(Key::shown, &ShownOnWalls::shown)};
  friend bool operator==(const ShownOnWalls&, const ShownOnWalls&) = default;
};
struct ShowOnWalls {
  using Makes = ShownOnWalls;
  static constexpr Descriptor about{.name = "show_on_walls",
                                    .who = {Role::host},
                                    .verb = {},
                                    .says = {Refusal::not_there, Refusal::already_so},
                                    .taken_back = taken_back_by("show_on_walls"),
                                    .told = {Told::not_told, "where the room looked is nobody's work"}};
  Shown shown;
};
Answer<ShownOnWalls> decide(const ShowOnWalls&, const Asking&);
void apply(const ShownOnWalls&, const Applying&);

// While they are frozen the walls go on showing what they show, whatever happens: the host prepares something.
struct WallsFrozen {
  static constexpr KindNumber number = 32;
  bool frozen = false;
  static constexpr auto fields = std::tuple{field(Key::flag, &WallsFrozen::frozen)};
  friend bool operator==(const WallsFrozen&, const WallsFrozen&) = default;
};
struct FreezeWalls {
  using Makes = WallsFrozen;
  static constexpr Descriptor about{.name = "freeze_walls",
                                    .who = {Role::host},
                                    .verb = {},
                                    .says = {Refusal::already_so},
                                    .taken_back = taken_back_by("freeze_walls"),
                                    .told = {Told::not_told, "where the room looked is nobody's work"}};
  bool frozen = true;
};
Answer<WallsFrozen> decide(const FreezeWalls&, const Asking&);
void apply(const WallsFrozen&, const Applying&);

}  // namespace greenline::model
