// Regions as membranes: a fill that is lighter toward the edge, and uneven edges that drift.
#include "render/membranes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "render/strips.h"

namespace greenline::render {
namespace {

constexpr float full_turn = 2 * std::numbers::pi_v<float>;
constexpr float most_uneven = 0.02F;  // share of the radius
constexpr std::array<float, 3> amplitudes = {0.0100F, 0.0062F, 0.0030F};
constexpr std::array<float, 3> orders = {2, 3, 5};

// The shape of an uneven edge: phases of its harmonics in radians.
struct Unevenness {
  std::array<float, 3> phases{};
  float share = 0;                             // 0: a true ellipse; 1: as uneven as any
  [[nodiscard]] float at(float theta) const {  // share of the radius
    float sum = 0;
    for (std::size_t n = 0; n < phases.size(); ++n) sum += amplitudes[n] * std::cos(orders[n] * theta - phases[n]);
    return share * sum;
  }
};

Unevenness unevenness_of(std::uint32_t seed) {
  Dice dice(seed);
  Unevenness result{{}, 1};
  for (float& phase : result.phases) phase = full_turn * dice.next();
  return result;
}

// Phases move to and fro by a third of a radian in 20 s: under 0.4 % of the size.
Unevenness drifted(Unevenness u, double breath_s, float offset) {
  const auto time = static_cast<float>(std::fmod(breath_s, 20.0) / 20.0) * full_turn;
  for (std::size_t n = 0; n < u.phases.size(); ++n)
    u.phases[n] +=
        0.35F * (std::sin(time + offset + static_cast<float>(n) * 1.9F) - std::sin(offset + static_cast<float>(n) * 1.9F));
  return u;
}

bool is_sector(const scene::RegionView& region) { return region.to_radians - region.from_radians < full_turn - 0.001F; }

struct Ring {
  PixelPoint centre;
  float radius_x = 0, radius_y = 0;
};
Ring outer_of(const scene::RegionView& region) { return {region.centre, region.radius_x, region.radius_y}; }
Ring inner_of(const scene::RegionView& region) { return {region.centre, region.inner_x, region.inner_y}; }
bool same(const Ring& a, const Ring& b) {
  return length(a.centre - b.centre) < 1.5F && std::abs(a.radius_x - b.radius_x) < 1.5F &&
         std::abs(a.radius_y - b.radius_y) < 1.5F;
}

// Regions that share an edge share its unevenness, or a seam would open between them: it belongs to the ellipse, and the first
// region on it says how it is.
using Regions = std::span<const scene::RegionView>;
Unevenness unevenness_on(const Ring& ring, Regions regions) {
  for (const scene::RegionView& region : regions)
    if (same(outer_of(region), ring)) return unevenness_of(region.seed);
  for (const scene::RegionView& region : regions)
    if (same(inner_of(region), ring)) return unevenness_of(region.seed ^ 0x9E3779B9U);
  return {};
}
// What lies in the ring draws the edge between them.
bool is_filled(const Ring& hole, Regions regions) {
  return std::any_of(regions.begin(), regions.end(), [&](const scene::RegionView& r) { return same(outer_of(r), hole); });
}
PixelPoint on(const Ring& ring, const Unevenness& u, float theta, float scale) {
  const float r = scale * (1 + u.at(theta));
  return {ring.centre.x + ring.radius_x * r * std::cos(theta), ring.centre.y + ring.radius_y * r * std::sin(theta)};
}

// Sides of a sector are cut at true angles; an ellipse's own parameter runs ahead of them and behind. Radians, unwound.
float parameter_of(float angle, const Ring& ring) {
  const float turns = std::round(angle / full_turn) * full_turn;
  const float rest = angle - turns;
  return turns + std::atan2(std::sin(rest) * ring.radius_x, std::cos(rest) * ring.radius_y);
}

int pieces_for(const scene::RegionView& region) {
  return std::clamp(static_cast<int>(std::max(region.radius_x, region.radius_y) * 0.5F), 48, 256);
}

struct Shape {  // of a region's edges now
  Ring outer, inner;
  Unevenness outer_uneven, inner_uneven;
  bool inner_drawn = false;  // the hole is nobody else's
};
Shape shape_of(const scene::RegionView& region, Regions regions) {
  Shape shape{outer_of(region), inner_of(region), unevenness_on(outer_of(region), regions), {}, false};
  if (region.inner_x <= 0) return shape;
  shape.inner_uneven = unevenness_on(shape.inner, regions);
  shape.inner_drawn = !is_filled(shape.inner, regions);
  return shape;
}
Shape drifted(Shape shape, double breath_s, float offset) {
  shape.outer_uneven = drifted(shape.outer_uneven, breath_s, offset);
  shape.inner_uneven = drifted(shape.inner_uneven, breath_s, offset);
  return shape;
}

using Path = std::vector<PixelPoint>;
struct Arc {
  const Ring& ring;
  const Unevenness& uneven;
  float from = 0, to = 0;  // the ellipse's parameter, radians, y down
  float scale = 1;
};
void append_arc(Path& path, const Arc& arc, int pieces) {
  for (int i = 0; i <= pieces; ++i)
    path.push_back(on(arc.ring, arc.uneven, arc.from + (arc.to - arc.from) * static_cast<float>(i) / static_cast<float>(pieces),
                      arc.scale));
}

// The region's outlines, inset by a scale. Angles in the view are anticlockwise as seen; pixels are y down, hence the minus.
std::vector<Path> outlines(const scene::RegionView& region, const Shape& shape, float scale) {
  const int pieces = pieces_for(region);
  const bool hollow = region.inner_x > 0;
  std::vector<Path> paths(1);
  if (!is_sector(region)) {
    append_arc(paths[0], {shape.outer, shape.outer_uneven, 0, full_turn, scale}, pieces);
    if (hollow && shape.inner_drawn)
      append_arc(paths.emplace_back(), {shape.inner, shape.inner_uneven, 0, full_turn, 2 - scale}, pieces);
    return paths;
  }
  const float inset = 1 - scale;
  const float from = region.from_radians + inset, to = region.to_radians - inset;
  append_arc(paths[0],
             {shape.outer, shape.outer_uneven, -parameter_of(from, shape.outer), -parameter_of(to, shape.outer), scale},
             pieces);
  if (hollow) {
    Path inner;
    append_arc(inner,
               {shape.inner, shape.inner_uneven, -parameter_of(to, shape.inner), -parameter_of(from, shape.inner), 2 - scale},
               pieces);
    if (shape.inner_drawn) {
      paths[0].insert(paths[0].end(), inner.begin(), inner.end());
    } else {  // only the sides
      paths.push_back({paths[0].back(), inner.front()});
      paths.push_back({inner.back(), paths[0].front()});
      return paths;
    }
  } else {
    paths[0].push_back(region.centre);
  }
  paths[0].push_back(paths[0].front());
  return paths;
}

struct EdgeLook {
  float line_px, fine_px, glow_px, strength, fine_strength, glow;
};
EdgeLook look_of(const content::Palette& palette, const scene::RegionView& region, float unit_px) {
  const float line = palette.weight * std::max(1.1F, 0.0019F * unit_px);
  return {line * (region.lit ? 1.35F + 0.35F * palette.firmness : 1.0F),
          std::max(0.7F, 0.0009F * unit_px),
          std::max(3.0F, 0.010F * unit_px),
          palette.firm(region.lit ? 0.95F : 0.78F),
          0.34F + 0.3F * palette.firmness,
          (region.lit ? 0.26F : 0.15F) * palette.glow};
}

}  // namespace

bool holds(const scene::RegionView& region, PixelPoint p) {
  const PixelPoint d = p - region.centre;
  if (region.radius_x <= 0 || region.radius_y <= 0) return false;
  if (std::hypot(d.x / region.radius_x, d.y / region.radius_y) > 1) return false;
  if (region.inner_x > 0 && std::hypot(d.x / region.inner_x, d.y / region.inner_y) < 1) return false;
  if (!is_sector(region)) return true;
  float angle = std::atan2(-d.y, d.x);
  while (angle < region.from_radians) angle += full_turn;
  return angle <= region.to_radians;
}

void add_membrane(DrawList& list, const content::Palette& palette, Regions regions, std::size_t index, float unit_px) {
  const scene::RegionView& region = regions[index];
  const Shape shape = shape_of(region, regions);
  MembraneInstance m;
  m.centre = region.centre;
  m.radius_x = region.radius_x;
  m.radius_y = region.radius_y;
  m.inner_x = region.inner_x;
  m.inner_y = region.inner_y;
  // Where regions lie in one another, the light of each falls on its neighbour: there it is narrower and weaker.
  const bool nested = std::any_of(regions.begin(), regions.end(), [](const scene::RegionView& one) { return one.inner_x > 0; });
  m.halo = (nested ? 0.045F : 0.075F) * unit_px;
  m.fill = palette.tint * (region.lit ? 1.22F : 1.0F);
  const auto write = [](float* to, const Unevenness& u) {
    for (std::size_t n = 0; n < u.phases.size(); ++n) {
      to[2 * n] = u.share * amplitudes[n] * std::cos(u.phases[n]);
      to[2 * n + 1] = u.share * amplitudes[n] * std::sin(u.phases[n]);
    }
  };
  write(m.wobble, shape.outer_uneven);
  write(m.inner_wobble, shape.inner_uneven);
  m.halo_strength =
      (palette.light_ground ? 0.10F : 0.13F) * palette.glow * (region.lit ? 1.6F : 1.0F) * (nested ? 0.55F : 1.0F);
  m.is_sector = is_sector(region) ? 1.0F : 0.0F;
  m.from_x = std::cos(parameter_of(region.from_radians, shape.outer));
  m.from_y = -std::sin(parameter_of(region.from_radians, shape.outer));
  m.to_x = std::cos(parameter_of(region.to_radians, shape.outer));
  m.to_y = -std::sin(parameter_of(region.to_radians, shape.outer));
  m.colour = rgba8(palette[region.colour]);
  list.add(m);
}

void add_edges(DrawList& list, const content::Palette& palette, Regions regions, std::size_t index, float unit_px,
               double breath_s) {
  const scene::RegionView& region = regions[index];
  const EdgeLook look = look_of(palette, region, unit_px);
  const Shape still = shape_of(region, regions);
  const content::Colour hue = palette[region.colour];
  const content::Colour bright = palette.light_ground ? hue : mixed(hue, {1, 1, 1, 1}, 0.10F);
  Brush main{look.line_px / 2, look.glow_px, look.glow, 0, 0, rgba8(bright, look.strength)};
  if (region.permeable) {
    main.dash_period = 0.030F * unit_px;
    main.dash = 0.0165F * unit_px;
    main.begin_along = static_cast<float>(std::fmod(breath_s * 0.002, 1.0)) * unit_px;
    main.glow *= 0.6F;
  }
  const Shape first = drifted(still, breath_s, 0);
  for (const Path& path : outlines(region, first, 1)) list.add_strip(strip_along(path, main));
  const float least_radius = std::max(1.0F, std::min(region.radius_x, region.radius_y));
  if (region.is_protected) {
    main.half_core *= 0.8F;
    main.glow_strength *= 0.5F;
    for (const Path& path : outlines(region, first, 1 - 0.0085F * unit_px / least_radius))
      list.add_strip(strip_along(path, main));
    return;
  }
  // The second thin edge has its own unevenness: where both meet, the membrane looks folded.
  Shape second = still;
  second.outer_uneven = second.inner_uneven = unevenness_of(region.seed * 2654435761U + 17U);
  const Brush fine{look.fine_px / 2, 0, 0, 0, 0, rgba8(bright, look.fine_strength)};
  for (const Path& path : outlines(region, drifted(second, breath_s, 1.3F), 0.984F)) list.add_strip(strip_along(path, fine));
}

void edge_rects(const scene::RegionView& region, float unit_px, std::vector<PixelRect>& out) {
  const Shape level{outer_of(region), inner_of(region), {}, {}, true};
  const float uneven_px = 2 * most_uneven * std::max(region.radius_x, region.radius_y) + 0.012F * unit_px + 4;
  for (const Path& path : outlines(region, level, 1)) {
    constexpr std::size_t stride = 8;
    for (std::size_t i = 0; i + 1 < path.size(); i += stride) {
      PixelRect piece{path[i].x, path[i].y, path[i].x, path[i].y};
      for (std::size_t k = i; k <= std::min(i + stride, path.size() - 1); ++k)
        piece = {std::min(piece.x0, path[k].x), std::min(piece.y0, path[k].y), std::max(piece.x1, path[k].x),
                 std::max(piece.y1, path[k].y)};
      out.push_back(piece.grown(uneven_px));
    }
  }
}

PixelRect reach_of_edges(const scene::RegionView& region, float unit_px) {
  const float grow = 0.012F * unit_px + 4;
  return model::rect_around(region.centre, region.radius_x * (1 + most_uneven) + grow,
                            region.radius_y * (1 + most_uneven) + grow);
}

}  // namespace greenline::render
