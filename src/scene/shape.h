// The shapes of regions in pixels: what lies in them, and the nearest place where a card's rectangle does.
#pragma once
#include "model/space.h"
#include "scene/views.h"

namespace greenline::scene {

// An ellipse, a ring or a ring sector. Pixels, y down; angles anticlockwise as seen, from the right, radians.
struct Shape {
  PixelPoint centre;
  float outer_x = 0, outer_y = 0;
  float inner_x = 0, inner_y = 0;  // 0 for an ellipse
  float from = 0, to = 6.2831853F;
  [[nodiscard]] bool is_ring() const { return inner_x > 0 && inner_y > 0; }
  [[nodiscard]] bool is_sector() const { return to - from < 6.28F; }
};

struct HalfSize {
  float width = 0, height = 0;
};

[[nodiscard]] Shape shape_of(const RegionView&);
[[nodiscard]] bool contains(const Shape&, PixelPoint);

// Each takes an offset from the ellipse's centre and gives the offset, near it, at which a rectangle of that half size lies
// wholly inside (outside) the ellipse. What is already right comes back unchanged.
[[nodiscard]] PixelPoint pushed_inside(PixelPoint offset, float radius_x, float radius_y, HalfSize);
[[nodiscard]] PixelPoint pushed_outside(PixelPoint offset, float radius_x, float radius_y, HalfSize);
[[nodiscard]] bool lies_inside(PixelPoint offset, float radius_x, float radius_y, HalfSize);
[[nodiscard]] bool lies_outside(PixelPoint offset, float radius_x, float radius_y, HalfSize);

// The same for the two straight sides of a sector, and the offset is from the shape's centre.
[[nodiscard]] PixelPoint pushed_between_sides(const Shape&, PixelPoint offset, HalfSize);
[[nodiscard]] bool lies_between_sides(const Shape&, PixelPoint offset, HalfSize);

// Where the ray from the centre toward `p` meets the shape's edge: the inner one when `p` lies in a ring's hole.
[[nodiscard]] PixelPoint edge_toward(const Shape&, PixelPoint p);

// The nearest centre at which a rectangle of that half size is all on the screen; the middle where it is larger.
[[nodiscard]] PixelPoint on_screen(PixelPoint centre, HalfSize, const PixelRect& screen);

// The smallest move that takes a rectangle around `centre` off `block`.
[[nodiscard]] PixelPoint pushed_off(PixelPoint centre, HalfSize, const PixelRect& block);

}  // namespace greenline::scene
