// The host's chair: of several consoles one hosts. Another takes it; a link that is lost moves nothing.
#pragma once
#include "model/kinds/kind.h"

namespace greenline::model {

// From here on the host sits at this console. Each taking has an epoch higher than those that it knows of; of two, the higher
// counts, and what was said from it (Said in convening.h).
struct ChairTaken {
  static constexpr KindNumber number = 33;
  std::uint32_t epoch = 1;
  std::uint32_t console = 1;  // of the station's
  StationId station;
  static constexpr auto fields = std::tuple{field(Key::epoch, &ChairTaken::epoch), field(Key::console, &ChairTaken::console),
                                            field(Key::station, &ChairTaken::station)};
  friend bool operator==(const ChairTaken&, const ChairTaken&) = default;
};
// By whoever sits down there. Whether they may (the host's number) was asked where they sit.
struct TakeChair {
  using Makes = ChairTaken;
  static constexpr Descriptor about{.name = "take_chair",
                                    .who = {Role::host},
                                    .verb = {},
                                    .says = {Refusal::already_so, Refusal::not_there},
                                    .taken_back = taken_back_by("take_chair"),
                                    .told = {Told::not_told, "who hosted from where is nobody's work"}};
};
Answer<ChairTaken> decide(const TakeChair&, const Asking&);
void apply(const ChairTaken&, const Applying&);

}  // namespace greenline::model
