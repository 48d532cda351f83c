// How many cards of a size a zone holds when they stand in rows, and where: the measure of the card size, and the last resort
// of a crowd.
#pragma once
#include <vector>

#include "arrange/zones.h"

namespace greenline::arrange {

// Centres, row by row from the top, left to right; no two overlap. `spacing` is the clear space between cards, canvas units.
// Stops at `enough` places.
[[nodiscard]] std::vector<Point> row_places(const Zones&, const Zone&, Half, float spacing, std::size_t enough);

}  // namespace greenline::arrange
