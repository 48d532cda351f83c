// The outline of some cards among others: soft, round its own, bending past the rest.
//
// A point is inside while it is nearer than `margin` to an own card, or to a path that joins them, and nearer to that than to
// any other card by some. So the line runs midway between neighbours that belong apart, and where they lie close it is theirs
// alone. Paths lead from card to card round the others, as far as there is a way round.
#pragma once
#include <span>
#include <vector>

#include "model/space.h"

namespace greenline::scene {

// All that matters to the outline of these: what lies beyond is not looked at.
[[nodiscard]] model::PixelRect outline_reach(std::span<const model::PixelRect> own, float margin);

// Closed lines in pixels, the longest first, clockwise as seen (y down): inside is on the right. More than one where others lie
// between or within. O(cells of a grid: 20,000 at most, each as large as a third of the margin at least).
[[nodiscard]] std::vector<std::vector<model::PixelPoint>> outlines(std::span<const model::PixelRect> own,
                                                                   std::span<const model::PixelRect> others, float margin);

}  // namespace greenline::scene
