// Triangles without OpenGL: which pixels they cover, and values that go evenly from corner to corner.
#pragma once
#include <algorithm>
#include <array>
#include <cmath>

#include "render/instances.h"
#include "render/sheet.h"

namespace greenline::render {

using Corners = std::array<PixelPoint, 3>;

// A value that is known at three corners: at x, y it is at_0 + dx * x + dy * y.
struct Plane {
  float at_0 = 0, dx = 0, dy = 0;
  Plane() = default;
  // `area`: twice that of the triangle, signed (twice_area); not 0.
  Plane(const Corners& p, float area, float a, float b, float c)
      : dx(((b - a) * (p[2].y - p[0].y) - (c - a) * (p[1].y - p[0].y)) / area),
        dy(((c - a) * (p[1].x - p[0].x) - (b - a) * (p[2].x - p[0].x)) / area) {
    at_0 = a - dx * p[0].x - dy * p[0].y;
  }
  [[nodiscard]] float at(float x, float y) const { return at_0 + dx * x + dy * y; }
};

[[nodiscard]] inline float twice_area(const Corners& p) {
  return (p[1].x - p[0].x) * (p[2].y - p[0].y) - (p[2].x - p[0].x) * (p[1].y - p[0].y);
}

// Calls row(y, x0, x1) for each row of the sheet of which the triangle covers the middles of pixels [x0, x1). Triangles that
// share a side find the same numbers on it: no pixel is left out or covered twice.
template <class Row>
void each_row(const Sheet& sheet, Corners p, Row row) {
  std::ranges::sort(p, [](PixelPoint a, PixelPoint b) { return a.y != b.y ? a.y < b.y : a.x < b.x; });
  const auto x_at = [](PixelPoint upper, PixelPoint lower, float y) {
    return upper.x + (lower.x - upper.x) * ((y - upper.y) / (lower.y - upper.y));
  };
  const int top = std::max(first_from(p[0].y), sheet.y0()), middle = first_from(p[1].y),
            bottom = std::min(first_from(p[2].y), sheet.y1());
  for (int y = top; y < bottom; ++y) {
    const float at = static_cast<float>(y) + 0.5F;
    const float one = x_at(p[0], p[2], at), other = y < middle ? x_at(p[0], p[1], at) : x_at(p[1], p[2], at);
    const int x0 = std::max(first_from(std::min(one, other)), sheet.x0()),
              x1 = std::min(first_from(std::max(one, other)), sheet.x1());
    if (x0 < x1) row(y, x0, x1);
  }
}

}  // namespace greenline::render
