// Points, rectangles and sizes, each named by its space, and every conversion between spaces.
//
// Three spaces meet in this program:
//   canvas  the canvas's shorter side is 1, origin at its centre, y up. Canvas files are written in it.
//   local   a region's own frame: its centre is (0, 0), its half extents are 1. Cards are remembered in it, so that a
//           card stays in its circle when the layout, the aspect or the screen changes.
//   pixel   framebuffer pixels, origin at the top left, y down. The scene, the text and the hands work in it; where somebody
//   has
//           zoomed, the scene's own are the pixels before that (see Camera).
// Millimetres on glass are sizes only; `PixelsPerMm` turns them into pixels.
#pragma once
#include <algorithm>
#include <cmath>

namespace greenline::model {

struct CanvasPoint {
  float x = 0, y = 0;
  friend bool operator==(const CanvasPoint&, const CanvasPoint&) = default;
};

struct LocalPoint {
  float x = 0, y = 0;
  friend bool operator==(const LocalPoint&, const LocalPoint&) = default;
};

struct PixelPoint {
  float x = 0, y = 0;
  friend bool operator==(const PixelPoint&, const PixelPoint&) = default;
  friend PixelPoint operator+(PixelPoint a, PixelPoint b) { return {a.x + b.x, a.y + b.y}; }
  friend PixelPoint operator-(PixelPoint a, PixelPoint b) { return {a.x - b.x, a.y - b.y}; }
  friend PixelPoint operator*(PixelPoint a, float k) { return {a.x * k, a.y * k}; }
};

inline float length(PixelPoint p) { return std::hypot(p.x, p.y); }

// Half-open in neither direction: empty when x1 <= x0 or y1 <= y0.
struct PixelRect {
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  friend bool operator==(const PixelRect&, const PixelRect&) = default;
  [[nodiscard]] float width() const { return x1 - x0; }
  [[nodiscard]] float height() const { return y1 - y0; }
  [[nodiscard]] bool empty() const { return x1 <= x0 || y1 <= y0; }
  [[nodiscard]] PixelPoint centre() const { return {(x0 + x1) / 2, (y0 + y1) / 2}; }
  [[nodiscard]] bool contains(PixelPoint p) const { return p.x >= x0 && p.x < x1 && p.y >= y0 && p.y < y1; }
  [[nodiscard]] bool touches(const PixelRect& r) const { return x0 < r.x1 && r.x0 < x1 && y0 < r.y1 && r.y0 < y1; }
  [[nodiscard]] PixelRect grown(float by) const { return {x0 - by, y0 - by, x1 + by, y1 + by}; }
};

inline PixelRect rect_around(PixelPoint centre, float half_width, float half_height) {
  return {centre.x - half_width, centre.y - half_height, centre.x + half_width, centre.y + half_height};
}

inline PixelRect joined(const PixelRect& a, const PixelRect& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

inline PixelRect clipped(const PixelRect& a, const PixelRect& to) {
  return {std::max(a.x0, to.x0), std::max(a.y0, to.y0), std::min(a.x1, to.x1), std::min(a.y1, to.y1)};
}

// Where a canvas lies in a framebuffer: scaled alike in x and y, its centre at `centre`.
struct PixelFromCanvas {
  float pixels_per_unit = 1;
  PixelPoint centre;
  friend bool operator==(const PixelFromCanvas&, const PixelFromCanvas&) = default;
  [[nodiscard]] PixelPoint operator()(CanvasPoint p) const {
    return {centre.x + p.x * pixels_per_unit, centre.y - p.y * pixels_per_unit};
  }
  [[nodiscard]] CanvasPoint inverse(PixelPoint p) const {
    return {(p.x - centre.x) / pixels_per_unit, (centre.y - p.y) / pixels_per_unit};
  }
};

// What a wall is seen through. The scene keeps its own pixels, those of a wall that nobody has zoomed; a camera says where on
// the glass they are seen.
struct Camera {
  float zoom = 1;  // > 0
  PixelPoint shift;
  friend bool operator==(const Camera&, const Camera&) = default;
  [[nodiscard]] PixelPoint operator()(PixelPoint p) const { return p * zoom + shift; }
  [[nodiscard]] PixelRect operator()(const PixelRect& r) const {
    return {r.x0 * zoom + shift.x, r.y0 * zoom + shift.y, r.x1 * zoom + shift.x, r.y1 * zoom + shift.y};
  }
  [[nodiscard]] PixelPoint inverse(PixelPoint p) const { return (p - shift) * (1 / zoom); }
  [[nodiscard]] PixelRect inverse(const PixelRect& r) const {
    const PixelPoint a = inverse(PixelPoint{r.x0, r.y0}), b = inverse(PixelPoint{r.x1, r.y1});
    return {a.x, a.y, b.x, b.y};
  }
};

// A region's frame in a framebuffer. Half extents are > 0. Local y is up, as on the canvas.
struct PixelFromLocal {
  PixelPoint centre;
  float half_width = 1, half_height = 1;
  [[nodiscard]] PixelPoint operator()(LocalPoint p) const {
    return {centre.x + p.x * half_width, centre.y - p.y * half_height};
  }
  [[nodiscard]] LocalPoint inverse(PixelPoint p) const {
    return {(p.x - centre.x) / half_width, (centre.y - p.y) / half_height};
  }
};

// Pixels on one millimetre of glass; 96 dpi (3.78) where the monitor does not say.
using PixelsPerMm = float;

}  // namespace greenline::model
