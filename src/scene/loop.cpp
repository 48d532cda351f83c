// Outlines as dots, and places for names beside them.
#include "scene/loop.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "scene/outline.h"

namespace greenline::scene {
namespace {

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

std::vector<PixelPoint> dots_around(std::span<const PixelRect> own, std::span<const PixelRect> others, float margin,
                                    float spacing) {
  std::vector<PixelPoint> dots;
  for (const std::vector<PixelPoint>& line : outlines(own, others, margin)) {
    const std::vector<PixelPoint> along = resampled(line, spacing);
    dots.insert(dots.end(), along.begin(), along.end());
  }
  return dots;
}

PixelRect box_of(std::span<const PixelPoint> points) {
  if (points.empty()) return {};
  PixelRect box = {points[0].x, points[0].y, points[0].x, points[0].y};
  for (const PixelPoint p : points)
    box = {std::min(box.x0, p.x), std::min(box.y0, p.y), std::max(box.x1, p.x), std::max(box.y1, p.y)};
  return box;
}

float gap_between(const PixelRect& r, PixelPoint p) {
  return std::hypot(std::max({r.x0 - p.x, p.x - r.x1, 0.0F}), std::max({r.y0 - p.y, p.y - r.y1, 0.0F}));
}

float gap_between(const PixelRect& rect, std::span<const PixelPoint> points) {
  float away = std::numeric_limits<float>::infinity();
  for (const PixelPoint p : points) away = std::min(away, gap_between(rect, p));
  return away;
}

std::optional<PixelPoint> place_beside(std::span<const PixelPoint> dots, HalfSize pill, float gap, const PixelRect& screen,
                                       const IsFree& free) {
  constexpr std::size_t places = 48;
  constexpr int rings = 4, a_ring = 30, a_dot = 20;
  const PixelPoint middle = box_of(dots).centre();
  std::optional<PixelPoint> best;
  float best_cost = std::numeric_limits<float>::infinity();
  const std::size_t step = std::max<std::size_t>(1, dots.size() / places);
  for (int ring = 0; ring < rings; ++ring)
    for (std::size_t i = 0; i < dots.size(); i += step) {
      const PixelPoint along = dots[(i + 1) % dots.size()] - dots[(i + dots.size() - 1) % dots.size()];
      const float far = length(along);
      if (far <= 0) continue;
      const PixelPoint out{along.y / far, -along.x / far};  // the inside is on the right
      const float away =
          gap + static_cast<float>(ring) * pill.height + std::abs(out.x) * pill.width + std::abs(out.y) * pill.height;
      const PixelPoint at = on_screen(dots[i] + out * away, pill, screen);
      const PixelRect rect = rect_around(at, pill.width, pill.height);
      // Below the loop rather than above it, above rather than beside, in the middle rather than at an end.
      float here = (out.y > 0 ? 1.0F - out.y : 2.0F - std::abs(out.y)) * 6 + std::abs(at.x - middle.x) / pill.width * 4 +
                   static_cast<float>(ring * a_ring);
      if (here >= best_cost) continue;
      for (const PixelPoint dot : dots)
        if (rect.contains(dot)) here += a_dot;
      if (here >= best_cost || !free(rect)) continue;
      best_cost = here;
      best = at;
    }
  return best;
}

std::optional<PixelPoint> nearest_free(PixelPoint to, HalfSize pill, const PixelRect& screen, const IsFree& free) {
  std::vector<std::pair<float, PixelPoint>> places;
  for (float y = screen.y0 + pill.height; y <= screen.y1 - pill.height; y += pill.height / 2)
    for (float x = screen.x0 + pill.width; x <= screen.x1 - pill.width; x += pill.width / 2)
      places.emplace_back(length(PixelPoint{x, y} - to), PixelPoint{x, y});
  std::ranges::stable_sort(places, {}, &std::pair<float, PixelPoint>::first);
  for (const auto& [far, at] : places)
    if (free(rect_around(at, pill.width, pill.height))) return at;
  return std::nullopt;
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
