// The host puts the wall to rest and wakes it; lets hands rest for a while, with everything to be seen.
#pragma once
#include "model/kinds/kind.h"

namespace greenline::model {

// While the wall rests it is dark, and nothing that people do reaches anything.
struct WallRested {
  static constexpr KindNumber number = 25;
  bool rests = false;
  static constexpr auto fields = std::tuple{field(Key::flag, &WallRested::rests)};
  friend bool operator==(const WallRested&, const WallRested&) = default;
};
struct RestWall {
  using Makes = WallRested;
  static constexpr Descriptor about{.name = "rest_wall",
                                    .who = {Role::host},
                                    .verb = {},
                                    .says = {Refusal::already_so},
                                    .taken_back = taken_back_by("rest_wall"),
                                    .told = {Told::not_told, "a pause of the room's is nobody's work"}};
  bool rests = true;
};
Answer<WallRested> decide(const RestWall&, const Asking&);
void apply(const WallRested&, const Applying&);

// While touch is paused the wall is seen as ever, and nothing that people do reaches anything: somebody speaks, or the glass is
// wiped.
struct TouchPaused {
  static constexpr KindNumber number = 30;
  bool paused = false;
  static constexpr auto fields = std::tuple{field(Key::flag, &TouchPaused::paused)};
  friend bool operator==(const TouchPaused&, const TouchPaused&) = default;
};
struct PauseTouch {
  using Makes = TouchPaused;
  static constexpr Descriptor about{.name = "pause_touch",
                                    .who = {Role::host},
                                    .verb = {},
                                    .says = {Refusal::already_so},
                                    .taken_back = taken_back_by("pause_touch"),
                                    .told = {Told::not_told, "a pause of the room's is nobody's work"}};
  bool paused = true;
};
Answer<TouchPaused> decide(const PauseTouch&, const Asking&);
void apply(const TouchPaused&, const Applying&);

}  // namespace greenline::model
