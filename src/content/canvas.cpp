#include "content/canvas.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace greenline::content {
namespace {

using model::CanvasPoint;

float radians(float degrees) { return degrees * std::numbers::pi_v<float> / 180; }

// Distance from an ellipse's centre to its edge at an angle as seen.
float reach(float radius_x, float radius_y, float angle) {
  if (radius_x <= 0 || radius_y <= 0) return 0;
  return 1 / std::hypot(std::cos(angle) / radius_x, std::sin(angle) / radius_y);
}

bool whole(const Ring& ring) { return ring.to_degrees - ring.from_degrees >= 360; }

// Degrees anticlockwise from the sector's first edge to `degrees`, in [0, 360).
float turned(const Ring& ring, float degrees) {
  const float turn = std::fmod(degrees - ring.from_degrees, 360.0F);
  return turn < 0 ? turn + 360 : turn;
}

bool in_ellipse(CanvasPoint p, CanvasPoint centre, float radius_x, float radius_y) {
  return radius_x > 0 && radius_y > 0 && std::hypot((p.x - centre.x) / radius_x, (p.y - centre.y) / radius_y) <= 1;
}

Extent extent_of_sector(const Ring& ring) {
  float left = 1e9F, right = -1e9F, low = 1e9F, high = -1e9F;
  const auto include = [&](float degrees, float radius_x, float radius_y) {
    const float angle = radians(degrees), far = reach(radius_x, radius_y, angle);
    const float x = far * std::cos(angle), y = far * std::sin(angle);
    left = std::min(left, x), right = std::max(right, x), low = std::min(low, y), high = std::max(high, y);
  };
  // A sector's frame touches its four corners and wherever the outer edge crosses an axis.
  for (const float degrees : {ring.from_degrees, ring.to_degrees}) {
    include(degrees, ring.inner_x, ring.inner_y);
    include(degrees, ring.outer_x, ring.outer_y);
  }
  for (const float degrees : {0.0F, 90.0F, 180.0F, 270.0F})
    if (turned(ring, degrees) <= ring.to_degrees - ring.from_degrees) include(degrees, ring.outer_x, ring.outer_y);
  return {{ring.centre.x + (left + right) / 2, ring.centre.y + (low + high) / 2}, (right - left) / 2, (high - low) / 2};
}

}  // namespace

const Region* find_region(const Canvas& canvas, std::string_view id) {
  const auto found =
      std::find_if(canvas.regions.begin(), canvas.regions.end(), [&](const Region& region) { return region.id == id; });
  return found == canvas.regions.end() ? nullptr : &*found;
}

const Layout& layout_for(const Canvas& canvas, std::string_view name, float width, float height) {
  const bool named = std::any_of(canvas.layouts.begin(), canvas.layouts.end(), [&](const Layout& l) { return l.name == name; });
  const Layout* best = nullptr;
  float least = 0;
  for (const Layout& layout : canvas.layouts) {
    if (named && layout.name != name) continue;
    // Ratios compare as logarithms, so that 2:1 is as far from 1:1 as 1:2 is.
    const float apart =
        std::abs(std::log(layout.width / layout.height) - std::log(std::max(width, 1.0F) / std::max(height, 1.0F)));
    if (best && apart >= least) continue;
    best = &layout;
    least = apart;
  }
  return *best;
}

Extent extent_of(const Shape& shape) {
  if (const auto* ellipse = std::get_if<Ellipse>(&shape)) return {ellipse->centre, ellipse->radius_x, ellipse->radius_y};
  const auto& ring = std::get<Ring>(shape);
  return whole(ring) ? Extent{ring.centre, ring.outer_x, ring.outer_y} : extent_of_sector(ring);
}

bool contains(const Shape& shape, CanvasPoint p) {
  if (const auto* ellipse = std::get_if<Ellipse>(&shape))
    return in_ellipse(p, ellipse->centre, ellipse->radius_x, ellipse->radius_y);
  const auto& ring = std::get<Ring>(shape);
  if (!in_ellipse(p, ring.centre, ring.outer_x, ring.outer_y) || in_ellipse(p, ring.centre, ring.inner_x, ring.inner_y))
    return false;
  const float degrees = std::atan2(p.y - ring.centre.y, p.x - ring.centre.x) * 180 / std::numbers::pi_v<float>;
  return whole(ring) || turned(ring, degrees) <= ring.to_degrees - ring.from_degrees;
}

}  // namespace greenline::content
