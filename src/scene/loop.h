// The loop of a gathering: around its cards, hugging them, and where its name stands.
#pragma once
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "scene/on_screen.h"

namespace greenline::scene {

// Evenly spaced dots along the outlines of these cards among others (outline.h), one line after another. Clockwise as seen.
[[nodiscard]] std::vector<PixelPoint> dots_around(std::span<const PixelRect> own, std::span<const PixelRect> others,
                                                  float margin, float spacing);
[[nodiscard]] PixelRect box_of(std::span<const PixelPoint>);

// Where a name of half size `pill` stands beside the loop, at most some heights of its own away: where `cost` (0: nothing is in
// its way) is least; below the loop when all places are alike. Inside `screen` wherever that is possible.
[[nodiscard]] PixelPoint name_place(std::span<const PixelPoint> dots, HalfSize pill, float gap, const PixelRect& screen,
                                    const std::function<int(const PixelRect&)>& cost);

// The nearest place to `to`, on a lattice of half pills, that costs nothing. O(places on the screen).
[[nodiscard]] std::optional<PixelPoint> nearest_free(PixelPoint to, HalfSize pill, const PixelRect& screen,
                                                     const std::function<int(const PixelRect&)>& cost);

[[nodiscard]] bool in_polygon(std::span<const PixelPoint> polygon, PixelPoint);

}  // namespace greenline::scene
