// The order in which a region's cards are read.
#pragma once
#include <cmath>
#include <tuple>

#include "model/convening.h"

namespace greenline::model {

// What came to the light first; else as on the wall, from the top and from where one begins to read.
[[nodiscard]] inline bool reads_before(const Card& a, const Card& b) {
  constexpr float row = 0.12F;  // of a region's half height: what differs by less stands in one row
  const auto key = [](const Card& card) {
    const LocalPoint at = card.place.value.at;
    return std::tuple(!card.lit_up.value, -std::lround(at.y / row), at.x, card.saying.at, card.id);
  };
  return key(a) < key(b);
}

}  // namespace greenline::model
