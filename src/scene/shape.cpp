// Projections of a card's rectangle into and out of ellipses, sectors and rectangles.
#include "scene/shape.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace greenline::scene {
namespace {

constexpr float whole_turn = 2 * std::numbers::pi_v<float>;

// (x/a)^2 + (y/b)^2: 1 on the ellipse.
float level(float x, float y, float a, float b) { return (x * x) / (a * a) + (y * y) / (b * b); }

// The inward normals of a sector's sides, pixels (y down).
struct Sides {
  PixelPoint from, to;
  bool wide;  // more than half a turn: being on the right side of one is enough
};

Sides sides_of(const Shape& shape) {
  return {{-std::sin(shape.from), -std::cos(shape.from)},
          {std::sin(shape.to), std::cos(shape.to)},
          shape.to - shape.from > std::numbers::pi_v<float>};
}

// How far the rectangle still has to go to lie on the inner side; negative when it does.
float missing(PixelPoint offset, PixelPoint normal, HalfSize half) {
  return std::abs(normal.x) * half.width + std::abs(normal.y) * half.height - (offset.x * normal.x + offset.y * normal.y);
}

}  // namespace

Shape shape_of(const RegionView& region) {
  return {region.centre,  region.radius_x,     region.radius_y,  region.inner_x,
          region.inner_y, region.from_radians, region.to_radians};
}

bool contains(const Shape& shape, PixelPoint p) {
  const PixelPoint d = p - shape.centre;
  if (level(d.x, d.y, shape.outer_x, shape.outer_y) > 1) return false;
  if (shape.is_ring() && level(d.x, d.y, shape.inner_x, shape.inner_y) < 1) return false;
  if (!shape.is_sector()) return true;
  float angle = std::fmod(std::atan2(-d.y, d.x) - shape.from, whole_turn);
  if (angle < 0) angle += whole_turn;
  return angle <= shape.to - shape.from;
}

bool lies_inside(PixelPoint offset, float radius_x, float radius_y, HalfSize half) {
  return level(std::abs(offset.x) + half.width, std::abs(offset.y) + half.height, radius_x, radius_y) <= 1;
}

bool lies_outside(PixelPoint offset, float radius_x, float radius_y, HalfSize half) {
  const float x = std::max(std::abs(offset.x) - half.width, 0.0F), y = std::max(std::abs(offset.y) - half.height, 0.0F);
  return level(x, y, radius_x, radius_y) >= 1;
}

PixelPoint pushed_inside(PixelPoint offset, float radius_x, float radius_y, HalfSize half) {
  if (lies_inside(offset, radius_x, radius_y, half)) return offset;
  if (level(half.width, half.height, radius_x, radius_y) >= 1) return {};  // no room: the middle is the best there is
  float x = std::abs(offset.x), y = std::abs(offset.y);
  // Toward the edge along its normal, by Newton's steps on the far corner.
  const float aa = radius_x * radius_x, bb = radius_y * radius_y;
  for (int step = 0; step < 3; ++step) {
    const float cx = x + half.width, cy = y + half.height;
    const float over = cx * cx / aa + cy * cy / bb - 1;
    const float gx = cx / aa, gy = cy / bb;
    const float k = over / (2 * (gx * gx + gy * gy));
    x = std::max(0.0F, x - k * gx);
    y = std::max(0.0F, y - k * gy);
  }
  // What is left of the error goes straight toward the centre, where the equation has a closed form.
  if (!lies_inside({x, y}, radius_x, radius_y, half)) {
    const float qa = x * x / aa + y * y / bb;
    const float qb = x * half.width / aa + y * half.height / bb;
    const float qc = half.width * half.width / aa + half.height * half.height / bb - 1;
    const float t = qa > 0 ? (-qb + std::sqrt(std::max(0.0F, qb * qb - qa * qc))) / qa : 0.0F;
    const float just_inside = std::clamp(t * 0.9999F, 0.0F, 1.0F);
    x *= just_inside;
    y *= just_inside;
  }
  return {std::copysign(x, offset.x), std::copysign(y, offset.y)};
}

PixelPoint pushed_outside(PixelPoint offset, float radius_x, float radius_y, HalfSize half) {
  if (lies_outside(offset, radius_x, radius_y, half)) return offset;
  const float aa = radius_x * radius_x, bb = radius_y * radius_y;
  float x = std::abs(offset.x), y = std::abs(offset.y);
  for (int step = 0; step < 4; ++step) {
    const float cx = std::max(x - half.width, 0.0F), cy = std::max(y - half.height, 0.0F);
    const float under = 1.0005F - (cx * cx / aa + cy * cy / bb);
    if (under <= 0) break;
    float gx = cx / aa, gy = cy / bb;
    if (gx * radius_x + gy * radius_y < 0.2F) {  // near the middle the normal says nothing: leave by the nearer side
      if (radius_x + half.width - x < radius_y + half.height - y)
        x = radius_x + half.width;
      else
        y = radius_y + half.height;
      continue;
    }
    const float k = under / (2 * (gx * gx + gy * gy));
    x += k * gx;
    y += k * gy;
  }
  if (!lies_outside({x, y}, radius_x, radius_y, half)) {
    if ((radius_x + half.width) - x < (radius_y + half.height) - y)
      x = radius_x * 1.0002F + half.width;
    else
      y = radius_y * 1.0002F + half.height;
  }
  return {std::copysign(x, offset.x), std::copysign(y, offset.y)};
}

bool lies_between_sides(const Shape& shape, PixelPoint offset, HalfSize half) {
  const Sides sides = sides_of(shape);
  const bool a = missing(offset, sides.from, half) <= 0.01F, b = missing(offset, sides.to, half) <= 0.01F;
  return sides.wide ? a || b : a && b;
}

PixelPoint pushed_between_sides(const Shape& shape, PixelPoint offset, HalfSize half) {
  const Sides sides = sides_of(shape);
  const float a = missing(offset, sides.from, half), b = missing(offset, sides.to, half);
  if (sides.wide) {
    if (a <= 0 || b <= 0) return offset;
    return a < b ? offset + sides.from * a : offset + sides.to * b;
  }
  if (a > 0) offset = offset + sides.from * a;
  const float then = missing(offset, sides.to, half);
  if (then > 0) offset = offset + sides.to * then;
  return offset;
}

PixelPoint edge_toward(const Shape& shape, PixelPoint p) {
  PixelPoint d = p - shape.centre;
  if (length(d) < 1e-3F) d = {0, -1};
  const bool in_hole = shape.is_ring() && level(d.x, d.y, shape.inner_x, shape.inner_y) < 1;
  if (shape.is_sector() && !contains(shape, p)) {
    // Keep to the sector: turn toward the nearer side's end.
    float angle = std::fmod(std::atan2(-d.y, d.x) - shape.from, whole_turn);
    if (angle < 0) angle += whole_turn;
    const float span = shape.to - shape.from;
    if (angle > span) {
      const float turned = angle - span < whole_turn - angle ? shape.to : shape.from;
      d = {std::cos(turned) * length(d), -std::sin(turned) * length(d)};
    }
  }
  const float a = in_hole ? shape.inner_x : shape.outer_x, b = in_hole ? shape.inner_y : shape.outer_y;
  return shape.centre + d * (1 / std::sqrt(std::max(level(d.x, d.y, a, b), 1e-12F)));
}

PixelPoint on_screen(PixelPoint centre, HalfSize half, const PixelRect& screen) {
  const auto within = [](float at, float reach, float from, float to) {
    return from + reach > to - reach ? (from + to) / 2 : std::clamp(at, from + reach, to - reach);
  };
  return {within(centre.x, half.width, screen.x0, screen.x1), within(centre.y, half.height, screen.y0, screen.y1)};
}

PixelPoint pushed_off(PixelPoint centre, HalfSize half, const PixelRect& block) {
  const float left = centre.x + half.width - block.x0, right = block.x1 - (centre.x - half.width);
  const float up = centre.y + half.height - block.y0, down = block.y1 - (centre.y - half.height);
  if (left <= 0 || right <= 0 || up <= 0 || down <= 0) return centre;
  const float least = std::min({left, right, up, down});
  if (least == down) return {centre.x, centre.y + down};
  if (least == up) return {centre.x, centre.y - up};
  if (least == left) return {centre.x - left, centre.y};
  return {centre.x + right, centre.y};
}

}  // namespace greenline::scene
