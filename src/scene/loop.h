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

// Outside of a rectangle: how far away; inside: 0.
[[nodiscard]] float gap_between(const PixelRect&, PixelPoint);
// From a rectangle to the nearest of these points; infinity where there are none.
[[nodiscard]] float gap_between(const PixelRect&, std::span<const PixelPoint>);

// Where a name of half size `pill` stands beside the loop, at most some heights of its own away, all of it on the screen and
// `free`; below the loop when all places are alike. Nothing when there is no such place.
using IsFree = std::function<bool(const PixelRect&)>;
[[nodiscard]] std::optional<PixelPoint> place_beside(std::span<const PixelPoint> dots, HalfSize pill, float gap,
                                                     const PixelRect& screen, const IsFree& free);

// The nearest place to `to`, on a lattice of quarters of a pill, that is free. O(places on the screen).
[[nodiscard]] std::optional<PixelPoint> nearest_free(PixelPoint to, HalfSize pill, const PixelRect& screen, const IsFree& free);

[[nodiscard]] bool in_polygon(std::span<const PixelPoint> polygon, PixelPoint);

}  // namespace greenline::scene
