// How a layout stands while some of its regions are near: those in the middle, side by side, with nearly all the ground, the
// others small at two sides, each where it lay from there. Pure, canvas units.
#pragma once
#include <functional>
#include <span>
#include <vector>

#include "content/canvas.h"
#include "geometry/point.h"
#include "scene/views.h"

namespace greenline::scene {

struct NearLayout {
  // Where a region stands: what lay at `from` lies at `to`, `times` as large. Of those that are near only the new place counts.
  struct Stand {
    bool waits = false;
    float times = 1;
    geometry::Point from, to;
    geometry::Box cell;  // of one that waits: its place, with its name above it
    [[nodiscard]] geometry::Point operator()(geometry::Point p) const { return to + (p - from) * times; }
  };
  std::vector<Stand> stands;  // by region
  content::Layout layout;     // the same regions in the same order, as they stand now
};

// How high a region's name is where it has this much room across, canvas units.
using NameHeight = std::function<float(std::size_t region, float width)>;

// `regions`: those that are shown, in their order; `near`: some of them by index, at least one, rising. The others wait at the
// left and at the right; on a tall layout above and below. Ground that no region used (shores, the prompt's strip) stays as it
// is.
[[nodiscard]] NearLayout near_layout(const content::Layout& whole, std::span<const RegionView> regions,
                                     std::span<const std::size_t> near, const NameHeight&);

}  // namespace greenline::scene
