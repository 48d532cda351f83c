// A loop that a finger drew, as the shape of a region: a circle or an ellipse where it is nearly one, else a polygon of few,
// round corners. Pure; canvas units.
#pragma once
#include <cstdint>
#include <span>
#include <tl/expected.hpp>
#include <vector>

#include "geometry/area.h"
#include "geometry/point.h"

namespace greenline::content {

enum class NoRegion : std::uint8_t {
  not_closed,      // its ends are far apart
  crosses_itself,  // elsewhere than where its ends meet
  too_small,       // no card would have room
  lies_across,     // another region, neither beside it nor all in it or round it
  too_many,        // there are as many regions as a canvas may have (content/drawn_canvas.h)
};

// What a canvas's file would say of it; thousandths of a unit.
struct DrawnShape {
  geometry::Point centre;                // of a circle or an ellipse
  geometry::Half radius;                 // of no size: it is a polygon; equal: a circle
  std::vector<geometry::Point> corners;  // of a polygon, anticlockwise, at most 32
  float rounding = 0;                    // of its corners
  [[nodiscard]] bool is_polygon() const { return radius.width <= 0; }
  [[nodiscard]] geometry::Area area() const;
};

// `path`: where the finger was, in order. What of it lies beyond the layout is drawn back to its sides; an end that runs past
// the beginning is cut off. `others`: the regions that are there. O(points of the path, and a few thousand distances to each
// other).
[[nodiscard]] tl::expected<DrawnShape, NoRegion> shape_of_loop(std::span<const geometry::Point> path,
                                                               const geometry::Box& layout,
                                                               std::span<const geometry::Area> others);

}  // namespace greenline::content
