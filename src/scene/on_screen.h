// From canvas units to the scene's pixels and back, and what is kept on the screen.
#pragma once
#include "geometry/point.h"
#include "model/space.h"

namespace greenline::scene {

using model::PixelPoint;
using model::PixelRect;

struct HalfSize {  // pixels
  float width = 0, height = 0;
};

// Boxes and points of the plane, taken for pixels as they are.
inline geometry::Point as_point(PixelPoint p) { return {p.x, p.y}; }
inline geometry::Box as_box(const PixelRect& r) { return {r.x0, r.y0, r.x1, r.y1}; }

inline PixelPoint pixel_at(const model::PixelFromCanvas& pixel_from_canvas, geometry::Point p) {
  return pixel_from_canvas({p.x, p.y});
}
inline geometry::Point canvas_at(const model::PixelFromCanvas& pixel_from_canvas, PixelPoint p) {
  const model::CanvasPoint on = pixel_from_canvas.inverse(p);
  return {on.x, on.y};
}
inline geometry::Box canvas_box(const model::PixelFromCanvas& pixel_from_canvas, const PixelRect& r) {
  const geometry::Point upper = canvas_at(pixel_from_canvas, {r.x0, r.y0}), lower = canvas_at(pixel_from_canvas, {r.x1, r.y1});
  return {upper.x, lower.y, lower.x, upper.y};
}

// Whether the straight line between two points passes through a rectangle.
[[nodiscard]] bool passes_through(PixelPoint a, PixelPoint b, const PixelRect&);

// The nearest centre at which a rectangle of that half size is all on the screen; the middle where it is larger.
[[nodiscard]] PixelPoint on_screen(PixelPoint centre, HalfSize, const PixelRect& screen);

}  // namespace greenline::scene
