// Convex hulls with round corners, as dots.
#include "scene/loop.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace greenline::scene {
namespace {

float cross(PixelPoint o, PixelPoint a, PixelPoint b) { return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x); }

// Andrew's monotone chain; clockwise as seen (y down), no three on a line.
std::vector<PixelPoint> hull_of(std::vector<PixelPoint> points) {
  std::sort(points.begin(), points.end(), [](PixelPoint a, PixelPoint b) { return a.x < b.x || (a.x == b.x && a.y < b.y); });
  std::vector<PixelPoint> hull;
  const auto add = [&](PixelPoint p, std::size_t least) {
    while (hull.size() >= least && cross(hull[hull.size() - 2], hull.back(), p) <= 0) hull.pop_back();
    hull.push_back(p);
  };
  for (const PixelPoint p : points) add(p, 2);
  const std::size_t lower = hull.size() + 1;
  for (auto p = points.rbegin(); p != points.rend(); ++p) add(*p, lower);
  hull.pop_back();
  return hull;
}

// The hull's edge moved out by `margin`, with arcs at its corners.
std::vector<PixelPoint> grown(const std::vector<PixelPoint>& hull, float margin) {
  std::vector<PixelPoint> out;
  for (std::size_t i = 0; i < hull.size(); ++i) {
    const PixelPoint before = hull[(i + hull.size() - 1) % hull.size()], here = hull[i], after = hull[(i + 1) % hull.size()];
    const float from = std::atan2(-(here.x - before.x), here.y - before.y);
    float to = std::atan2(-(after.x - here.x), after.y - here.y);
    while (to < from) to += 2 * std::numbers::pi_v<float>;
    const int arcs = std::max(1, static_cast<int>((to - from) / 0.2F));
    for (int k = 0; k <= arcs; ++k) {
      const float angle = from + (to - from) * static_cast<float>(k) / static_cast<float>(arcs);
      out.push_back({here.x + margin * std::cos(angle), here.y + margin * std::sin(angle)});
    }
  }
  return out;
}

std::vector<PixelPoint> resampled(const std::vector<PixelPoint>& path, float spacing) {
  float round = 0;
  for (std::size_t i = 0; i < path.size(); ++i) round += length(path[(i + 1) % path.size()] - path[i]);
  const auto count = static_cast<std::size_t>(std::clamp(round / std::max(spacing, 1.0F), 8.0F, 2000.0F));
  const float step = round / static_cast<float>(count);
  std::vector<PixelPoint> out;
  float along = 0;
  for (std::size_t i = 0; i < path.size() && out.size() < count; ++i) {
    const PixelPoint from = path[i], to = path[(i + 1) % path.size()];
    const float piece = length(to - from);
    while (out.size() < count && static_cast<float>(out.size()) * step <= along + piece) {
      const float t = piece > 0 ? (static_cast<float>(out.size()) * step - along) / piece : 0;
      out.push_back(from + (to - from) * t);
    }
    along += piece;
  }
  return out;
}

}  // namespace

std::vector<PixelPoint> dots_around(std::span<const PixelRect> cards, float margin, float spacing) {
  if (cards.empty()) return {};
  std::vector<PixelPoint> corners;
  for (const PixelRect& card : cards)
    for (const float x : {card.x0, card.x1})
      for (const float y : {card.y0, card.y1}) corners.push_back({x, y});
  return resampled(grown(hull_of(std::move(corners)), margin), spacing);
}

PixelRect box_of(std::span<const PixelPoint> points) {
  if (points.empty()) return {};
  PixelRect box = {points[0].x, points[0].y, points[0].x, points[0].y};
  for (const PixelPoint p : points)
    box = {std::min(box.x0, p.x), std::min(box.y0, p.y), std::max(box.x1, p.x), std::max(box.y1, p.y)};
  return box;
}

PixelPoint name_place(std::span<const PixelPoint> dots, HalfSize pill, float gap, const PixelRect& screen,
                      const std::function<int(const PixelRect&)>& cost) {
  const PixelRect box = box_of(dots);
  const PixelPoint middle = box.centre();
  PixelPoint best = middle;
  int best_cost = -1;
  // Below, above, then the sides and the corners; then the same a little farther out.
  constexpr PixelPoint directions[] = {{0, 1},        {0, -1},        {1, 0},         {-1, 0},
                                       {0.7F, 0.75F}, {-0.7F, 0.75F}, {0.7F, -0.75F}, {-0.7F, -0.75F}};
  constexpr int rings = 8;
  for (int k = 0; k < 8 * rings; ++k) {
    const PixelPoint to = directions[k % 8];
    const int ring = k / 8;
    const float out = static_cast<float>(ring) * pill.height * 2;
    // The hull's farthest dot that way, then out by what the pill needs to clear it.
    float farthest = -1e30F;
    for (const PixelPoint dot : dots) farthest = std::max(farthest, (dot.x - middle.x) * to.x + (dot.y - middle.y) * to.y);
    const float need = farthest + gap + out + std::abs(to.x) * pill.width + std::abs(to.y) * pill.height;
    const float square = to.x * to.x + to.y * to.y;
    PixelPoint at = middle + to * (need / square);
    at.x = std::clamp(at.x, screen.x0 + pill.width, std::max(screen.x0 + pill.width, screen.x1 - pill.width));
    at.y = std::clamp(at.y, screen.y0 + pill.height, std::max(screen.y0 + pill.height, screen.y1 - pill.height));
    const PixelRect rect = rect_around(at, pill.width, pill.height);
    int here = cost(rect) * 100 + k;
    for (const PixelPoint dot : dots)
      if (rect.contains(dot)) here += 20;
    if (best_cost < 0 || here < best_cost) {
      best_cost = here;
      best = at;
    }
    if (here == k) break;  // clear of everything, and no nearer place was
  }
  return best;
}

bool in_polygon(std::span<const PixelPoint> polygon, PixelPoint p) {
  bool inside = false;
  for (std::size_t i = 0, j = polygon.size() - 1; i < polygon.size(); j = i++) {
    const PixelPoint a = polygon[i], b = polygon[j];
    if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

}  // namespace greenline::scene
