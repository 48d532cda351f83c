// Makes zones out of a layout, and keeps cards to them.
#include "scene/zones.h"

#include <cmath>
#include <numbers>

namespace greenline::scene {
namespace {

// The drawn edge wavers by about a hundredth of its radius; cards keep clear of that.
constexpr float waver = 0.985F;
constexpr int edge_samples = 48;

PixelPoint on_ellipse(PixelPoint centre, float radius_x, float radius_y, float radians) {
  return {centre.x + radius_x * std::cos(radians), centre.y - radius_y * std::sin(radians)};
}

// Whether what lies just beyond an edge of region `own` is a region whose own edge nothing may cross.
bool abuts_a_whole_edge(const std::vector<RegionView>& regions, std::size_t own, float radius_x, float radius_y) {
  for (std::size_t other = 0; other < regions.size(); ++other) {
    if (other == own || regions[other].permeable) continue;
    const Shape shape = shape_of(regions[other]);
    for (int i = 0; i < edge_samples; ++i) {
      const float angle = static_cast<float>(i) / edge_samples * 2 * std::numbers::pi_v<float>;
      if (contains(shape, on_ellipse(regions[own].centre, radius_x, radius_y, angle))) return true;
    }
  }
  return false;
}

bool lies_in(const RegionView& inner, const RegionView& outer) {
  const Shape shape = shape_of(outer);
  const Shape around = {shape.centre, shape.outer_x, shape.outer_y};
  if (!contains(around, inner.centre)) return false;
  return inner.radius_x <= outer.radius_x && inner.radius_y <= outer.radius_y;
}

void add_holes(Zone& zone, const std::vector<RegionView>& regions, std::size_t own) {
  const RegionView& mine = regions[own];
  if (mine.inner_x > 0 && mine.inner_y > 0) {
    const bool whole = !mine.permeable || abuts_a_whole_edge(regions, own, mine.inner_x * 0.97F, mine.inner_y * 0.97F);
    zone.holes.push_back({mine.centre, mine.inner_x, mine.inner_y, whole});
  }
  for (std::size_t other = own + 1; other < regions.size(); ++other) {
    const RegionView& hers = regions[other];
    if (!lies_in(hers, mine)) continue;
    const bool in_hole = lies_inside(hers.centre - mine.centre, mine.inner_x, mine.inner_y, {hers.radius_x, hers.radius_y});
    const bool fills_hole = hers.radius_x <= mine.inner_x * 1.01F && hers.radius_y <= mine.inner_y * 1.01F;
    if (mine.inner_x > 0 && (in_hole || fills_hole)) continue;
    zone.holes.push_back({hers.centre, hers.radius_x, hers.radius_y, !hers.permeable});
  }
  // What a card may not reach into, it keeps clear of by the waver.
  for (Hole& hole : zone.holes)
    if (hole.whole_card) hole.radius_x /= waver, hole.radius_y /= waver;
}

Zone region_zone(const std::vector<RegionView>& regions, std::size_t own) {
  const RegionView& mine = regions[own];
  Zone zone;
  zone.region = mine.id;
  zone.shape = shape_of(mine);
  zone.outer_whole = !mine.permeable || abuts_a_whole_edge(regions, own, mine.radius_x * 1.03F, mine.radius_y * 1.03F);
  zone.sides_whole = !mine.permeable;
  if (zone.outer_whole) zone.shape.outer_x *= waver, zone.shape.outer_y *= waver;
  add_holes(zone, regions, own);
  return zone;
}

// By a lattice of samples: good to a percent, which is all the card size needs.
float area_of(const Zones& zones, const Zone& zone) {
  const PixelRect box = zone.is_ground ? zones.screen : rect_around(zone.shape.centre, zone.shape.outer_x, zone.shape.outer_y);
  constexpr int steps = 64;
  int inside = 0;
  for (int i = 0; i < steps * steps; ++i) {
    const int column = i % steps, row = i / steps;
    const float u = (static_cast<float>(column) + 0.5F) / steps, v = (static_cast<float>(row) + 0.5F) / steps;
    if (may_stand(zones, zone, {box.x0 + u * box.width(), box.y0 + v * box.height()}, {})) ++inside;
  }
  return static_cast<float>(inside) / (steps * steps) * box.width() * box.height();
}

PixelPoint out_of_region(const Shape& shape, PixelPoint centre) {
  if (!contains(shape, centre)) return centre;
  const PixelPoint d = centre - shape.centre;
  const PixelPoint out = pushed_outside(d, shape.outer_x, shape.outer_y, {});
  if (!shape.is_ring()) return shape.centre + out;
  const PixelPoint in = pushed_inside(d, shape.inner_x * 0.999F, shape.inner_y * 0.999F, {});
  return shape.centre + (length(out - d) < length(in - d) ? out : in);
}

PixelPoint within_screen(const PixelRect& screen, PixelPoint p, HalfSize half) {
  const float x0 = screen.x0 + half.width, x1 = std::max(x0, screen.x1 - half.width);
  const float y0 = screen.y0 + half.height, y1 = std::max(y0, screen.y1 - half.height);
  return {std::clamp(p.x, x0, x1), std::clamp(p.y, y0, y1)};
}

PixelPoint within_shape(const Zone& zone, PixelPoint centre, HalfSize half) {
  PixelPoint d = centre - zone.shape.centre;
  d = pushed_inside(d, zone.shape.outer_x, zone.shape.outer_y, zone.outer_whole ? half : HalfSize{});
  if (zone.shape.is_sector()) d = pushed_between_sides(zone.shape, d, zone.sides_whole ? half : HalfSize{});
  return zone.shape.centre + d;
}

// Where the nearest way off a block leads out of the zone, another way off it does not.
PixelPoint round_a_block(const Zones& zones, const Zone& zone, PixelPoint from, PixelPoint otherwise, HalfSize half) {
  PixelPoint best = otherwise;
  float best_distance = -1;
  for (const PixelRect& block : zone.blocked) {
    if (!block.touches(rect_around(otherwise, half.width * 1.5F, half.height * 1.5F))) continue;
    const PixelPoint ways[] = {{from.x, block.y1 + half.height},
                               {from.x, block.y0 - half.height},
                               {block.x0 - half.width, from.y},
                               {block.x1 + half.width, from.y}};
    for (PixelPoint way : ways) {
      if (!zone.is_ground) way = within_shape(zone, way, half);
      way = pushed_off(within_screen(zones.screen, way, half), half, block);
      const float distance = length(way - from);
      if ((best_distance >= 0 && distance >= best_distance) || !may_stand(zones, zone, way, half)) continue;
      best = way;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace

std::uint16_t Zones::of(std::string_view region) const {
  for (std::size_t i = 0; i + 1 < places.size(); ++i)
    if (places[i].region == region) return static_cast<std::uint16_t>(i);
  return ground();
}

std::vector<PixelRect> worded_rects(const Backdrop& backdrop) {
  std::vector<PixelRect> out;
  for (const RegionView& region : backdrop.regions) out.push_back(region.label_zone);
  out.push_back(backdrop.prompt.zone);
  out.push_back(backdrop.prompt.second_zone);
  if (backdrop.has_line)
    for (const TextView* text :
         {&backdrop.line.above, &backdrop.line.below, &backdrop.line.second_above, &backdrop.line.second_below})
      if (text->block) out.push_back(text->rect().grown(4));
  std::erase_if(out, [](const PixelRect& rect) { return rect.empty(); });
  return out;
}

Zones make_zones(const content::Layout& layout, const model::PixelFromCanvas& pixel_from_canvas, const Backdrop& backdrop) {
  Zones zones;
  zones.screen = {2, 2, std::max(backdrop.width - 2, 4.0F), std::max(backdrop.height - 2, 4.0F)};
  Zone ground;
  ground.is_ground = true;
  ground.frame = {pixel_from_canvas.centre, layout.width / 2 * pixel_from_canvas.pixels_per_unit,
                  layout.height / 2 * pixel_from_canvas.pixels_per_unit};
  for (std::size_t i = 0; i < backdrop.regions.size(); ++i) {
    zones.places.push_back(region_zone(backdrop.regions, i));
    ground.regions.push_back(shape_of(backdrop.regions[i]));
    for (const content::PlacedRegion& placed : layout.regions) {
      if (placed.region != backdrop.regions[i].id) continue;
      const content::Extent extent = extent_of(placed.shape);
      zones.places.back().frame = {pixel_from_canvas(extent.centre), extent.half_width * pixel_from_canvas.pixels_per_unit,
                                   extent.half_height * pixel_from_canvas.pixels_per_unit};
    }
  }
  zones.places.push_back(std::move(ground));
  const std::vector<PixelRect> blocks = worded_rects(backdrop);
  for (Zone& zone : zones.places) {
    // A card may lean out over a permeable edge by half its width at most.
    const float beyond = 0.1F * backdrop.unit_px;
    const PixelRect reach = zone.is_ground
                                ? zones.screen
                                : rect_around(zone.shape.centre, zone.shape.outer_x + beyond, zone.shape.outer_y + beyond);
    for (const PixelRect& block : blocks)
      if (block.touches(reach)) zone.blocked.push_back(block);
    zone.area = area_of(zones, zone);
  }
  return zones;
}

PixelPoint brought_into(const Zones& zones, const Zone& zone, PixelPoint from, HalfSize half) {
  PixelPoint centre = from;
  // Constraints can push against each other; a few rounds settle what can be settled.
  for (int round = 0; round < 4; ++round) {
    const PixelPoint before = centre;
    if (!zone.is_ground) centre = within_shape(zone, centre, half);
    for (const Hole& hole : zone.holes)
      centre =
          hole.centre + pushed_outside(centre - hole.centre, hole.radius_x, hole.radius_y, hole.whole_card ? half : HalfSize{});
    for (const Shape& region : zone.regions) centre = out_of_region(region, centre);
    for (const PixelRect& block : zone.blocked) centre = pushed_off(centre, half, block);
    centre = within_screen(zones.screen, centre, half);
    if (centre == before) return centre;
  }
  return may_stand(zones, zone, centre, half) ? centre : round_a_block(zones, zone, from, centre, half);
}

bool may_stand(const Zones& zones, const Zone& zone, PixelPoint centre, HalfSize half) {
  constexpr float slack = 0.02F;  // of a pixel: what floats leave of an equality
  const HalfSize tight = {std::max(0.0F, half.width - slack), std::max(0.0F, half.height - slack)};
  if (!zone.is_ground) {
    const PixelPoint d = centre - zone.shape.centre;
    if (!lies_inside(d, zone.shape.outer_x, zone.shape.outer_y, zone.outer_whole ? tight : HalfSize{})) return false;
    if (zone.shape.is_sector() && !lies_between_sides(zone.shape, d, zone.sides_whole ? tight : HalfSize{})) return false;
  }
  const PixelRect card = rect_around(centre, tight.width, tight.height);
  if (card.x0 < zones.screen.x0 || card.y0 < zones.screen.y0 || card.x1 > zones.screen.x1 || card.y1 > zones.screen.y1)
    return false;
  for (const PixelRect& block : zone.blocked)
    if (block.touches(card)) return false;
  for (const Hole& hole : zone.holes)
    if (!lies_outside(centre - hole.centre, hole.radius_x, hole.radius_y, hole.whole_card ? tight : HalfSize{})) return false;
  for (const Shape& region : zone.regions)
    if (contains(region, centre)) return false;
  return true;
}

}  // namespace greenline::scene
