// Where cards go that something stands over (a seat): aside, as little as will do, and back when it leaves. A change of the
// view alone: where they rest is the arrangement's, and stays as it is.
//
// A card leans within its own zone, off words, to where all of it is seen. Where there is no ground it lies over others or
// under them, so that the first line of each is seen; failing that partly under what stands there, its first line outside.
// Where first lines would stay hidden all the same, all cards of the zone, if they are few, stand as piles in its free part
// (lean_pile.h).
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "arrange/zones.h"

namespace greenline::scene {

struct Leaning {  // a card at rest, in no hand
  std::uint16_t zone = 0;
  arrange::Point rest;
  arrange::Half half;
  float first = 0;         // from its top, what its first line takes
  arrange::Point aside{};  // how it leans already: there it stays where that is about as good as anywhere
};

// Those whose first line finds no ground.
enum class WithoutGround : std::uint8_t { stay_hidden, are_piled };

// How each of them leans, in their order; nowhere where nothing stands over it, or no place would show more of it. `over`: what
// stands there; `clear`: kept to that, less where there is no ground otherwise. Canvas units, y up. Of cards beside one another
// none moves that nothing stands over, but where they are piled.
// O(cards under something x places in their zone x cards near that).
[[nodiscard]] std::vector<arrange::Point> lean_aside(const arrange::Zones&, std::span<const Leaning> cards,
                                                     std::span<const arrange::Box> over, float clear, WithoutGround);

// Of cards that stand at `rest`, those whose first line lies under something or under a card that is lower. O(cards^2).
[[nodiscard]] int begin_hidden(std::span<const Leaning> standing, std::span<const arrange::Box> over);

// How the last of them leans, all others staying where they are, whatever stands over those.
[[nodiscard]] arrange::Point lean_last_aside(const arrange::Zones&, std::span<const Leaning> cards,
                                             std::span<const arrange::Box> over, float clear);

}  // namespace greenline::scene
