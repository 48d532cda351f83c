// The loop of a gathering: around its cards, hugging them, and where its name stands.
#pragma once
#include <functional>
#include <span>
#include <vector>

#include "scene/on_screen.h"

namespace greenline::scene {

// Evenly spaced dots around cards: their convex hull grown by `margin`, its corners round. Clockwise as seen.
[[nodiscard]] std::vector<PixelPoint> dots_around(std::span<const PixelRect> cards, float margin, float spacing);
[[nodiscard]] PixelRect box_of(std::span<const PixelPoint>);

// Where a name of half size `pill` stands outside the loop: of eight directions the one where `cost` (0: nothing is in its way)
// is least; below the loop when all are alike. Inside `screen` wherever that is possible.
[[nodiscard]] PixelPoint name_place(std::span<const PixelPoint> dots, HalfSize pill, float gap, const PixelRect& screen,
                                    const std::function<int(const PixelRect&)>& cost);

[[nodiscard]] bool in_polygon(std::span<const PixelPoint> polygon, PixelPoint);

}  // namespace greenline::scene
