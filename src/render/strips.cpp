// Turns a path of points into a strip of triangles that carries a lit line.
#include "render/strips.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace greenline::render {
namespace {

bool closes(const std::vector<PixelPoint>& path) { return path.size() > 3 && length(path.front() - path.back()) < 0.01F; }

bool turns_sharply(PixelPoint before, PixelPoint at, PixelPoint after) {
  constexpr float most_turn = 0.77F;  // cosine of 40 degrees
  const PixelPoint in = at - before, out = after - at;
  return in.x * out.x + in.y * out.y < most_turn * length(in) * length(out);
}

}  // namespace

float Dice::next() {
  const std::uint64_t thrown = model::mixed(std::exchange(state_, state_ + model::split));
  return static_cast<float>(thrown >> 40) / 16777216.0F;
}

std::vector<std::vector<PixelPoint>> parted_at_corners(const std::vector<PixelPoint>& path) {
  std::vector<std::vector<PixelPoint>> parts;
  std::vector<PixelPoint> part;
  for (std::size_t i = 0; i < path.size(); ++i) {
    part.push_back(path[i]);
    if (i == 0 || i + 1 == path.size() || !turns_sharply(path[i - 1], path[i], path[i + 1])) continue;
    parts.push_back(std::exchange(part, {path[i]}));
  }
  // A closed path begins in the middle of a part, unless it begins at a corner.
  if (!parts.empty() && closes(path) && !turns_sharply(path[path.size() - 2], path.front(), path[1])) {
    part.insert(part.end(), parts.front().begin() + 1, parts.front().end());
    parts.front() = std::move(part);
  } else {
    parts.push_back(std::move(part));
  }
  return parts;
}

std::vector<StripVertex> strip_along(const std::vector<PixelPoint>& path, const Brush& brush,
                                     const std::vector<float>& widths) {
  std::vector<StripVertex> strip;
  if (path.size() < 2) return strip;
  strip.reserve(path.size() * 2);
  const bool closed = closes(path);
  float whole_px = 0;
  for (std::size_t i = 1; i < path.size(); ++i) whole_px += length(path[i] - path[i - 1]);
  // Whole dashes fit a closed path, or its seam would show.
  float period = brush.dash_period;
  if (closed && period > 0) period = whole_px / std::max(1.0F, std::round(whole_px / period));
  const float dash = brush.dash_period > 0 ? brush.dash * period / brush.dash_period : 0;
  float along = brush.begin_along;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (i > 0) along += length(path[i] - path[i - 1]);
    const PixelPoint before = i > 0 ? path[i - 1] : closed ? path[path.size() - 2] : path[i];
    const PixelPoint after = i + 1 < path.size() ? path[i + 1] : closed ? path[1] : path[i];
    const PixelPoint way = after - before;
    const float way_px = std::max(length(way), 1e-4F);
    const PixelPoint across{-way.y / way_px, way.x / way_px};
    const float half_core = brush.half_core * (widths.empty() ? 1.0F : widths[i]);
    const float reach = half_core + brush.glow + 1.5F;
    for (const float side : {-1.0F, 1.0F})
      strip.push_back({path[i] + across * (side * reach), side * reach, along, half_core, brush.glow, period, dash,
                       brush.colour, brush.glow_strength});
  }
  return strip;
}

}  // namespace greenline::render
