// A few cards as large as there is room for, whole, in rows, all of one type size: what the room speaks of now.
#pragma once
#include <cstddef>
#include <functional>
#include <vector>

#include "model/space.h"

namespace greenline::scene {

using model::PixelRect;

// How high a card is where it is so wide; both in ems of its type.
using TallAt = std::function<float(std::size_t card, float width_ems)>;

struct LensLayout {
  float em = 0;         // pixels
  float width_ems = 0;  // of every card
  std::vector<PixelRect> cards;
};
// So many cards in their order, in rows in the middle of an area (pixels); their type is as large as lets all of them stand
// there, at most so large. Long words get wider cards where they are read larger in them. O(cards^2), of which there are few.
[[nodiscard]] LensLayout lens_layout(std::size_t cards, const TallAt&, const PixelRect& area, float most_em);

// How many cards stand there at once, of so many, one after another, that each is read at `least_em`: pages as full as each
// other. A card that is larger than that alone is a page all the same. Their sum is `cards`.
[[nodiscard]] std::vector<std::size_t> lens_pages(std::size_t cards, const TallAt&, const PixelRect& area, float least_em);

}  // namespace greenline::scene
