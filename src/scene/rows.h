// How many cards of a size a zone holds when they stand in rows, and where: the measure of the card size, and the last resort
// of a crowd.
#pragma once
#include <vector>

#include "scene/zones.h"

namespace greenline::scene {

// Centres, row by row from the top, left to right; no two overlap. `spacing` is the clear space between cards, pixels.
// Stops at `enough` places.
[[nodiscard]] std::vector<PixelPoint> row_places(const Zones&, const Zone&, HalfSize, float spacing, std::size_t enough);

}  // namespace greenline::scene
