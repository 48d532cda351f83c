// Makes zones out of a layout, and keeps cards to them.
#include "arrange/zones.h"

#include <algorithm>
#include <cmath>

namespace greenline::arrange {
namespace {

// The drawn edge wavers by about a hundredth of its radius; cards keep clear of that, and of its light where there is room.
constexpr float waver = 0.985F, at_ease = 0.965F;
constexpr int edge_samples = 48;
// A hundredth of a screen's shorter side, of one that is a third shorter or longer than its layout, too.
constexpr float clear_of_the_screen = 0.0135F;

struct Region {
  const content::PlacedRegion* placed;
  geometry::Area filled;
};

bool is_no_larger(const geometry::Area& a, const geometry::Area& b, float times) {
  const Half x = a.bounds().half(), y = b.bounds().half();
  return x.width <= y.width * times && x.height <= y.height * times;
}

// What a card keeps clear of by the waver.
void add_holes(Zone& zone, const std::vector<Region>& regions, std::size_t own) {
  const geometry::Area& mine = regions[own].placed->area;
  if (mine.has_hole()) zone.holes.push_back(mine.hole().scaled(1 / waver));
  for (std::size_t other = own + 1; other < regions.size(); ++other) {
    const geometry::Area& hers = regions[other].filled;
    if (!regions[own].filled.contains(hers.bounds().centre()) || !is_no_larger(hers, regions[own].filled, 1)) continue;
    if (mine.has_hole() && is_no_larger(hers, mine.hole(), 1.01F)) continue;
    zone.holes.push_back(hers.scaled(1 / waver));
  }
}

// A little smaller, where that lies in the area itself: about the middle of a bent band it does not.
geometry::Area drawn_in(const geometry::Area& area, float by) {
  geometry::Area smaller = area.scaled(by);
  for (const geometry::Edge& edge : smaller.edges(edge_samples))
    for (const Point p : edge.points)
      if (!area.contains(p)) return area;
  return smaller;
}

Zone region_zone(const std::vector<Region>& regions, std::size_t own) {
  const Region& mine = regions[own];
  Zone zone;
  zone.region = mine.placed->region;
  const Box& bounds = mine.placed->area.bounds();
  zone.frame = {bounds.centre(), {std::max(bounds.half().width, grain), std::max(bounds.half().height, grain)}};
  zone.edge = mine.placed->area;
  zone.utmost = drawn_in(mine.filled, waver);
  add_holes(zone, regions, own);
  // Of a ring's narrow ground no card's width is to be lost.
  zone.area = zone.holes.empty() ? drawn_in(mine.filled, at_ease) : zone.utmost;
  return zone;
}

bool may_hold(const Zone& zone, Point p) {
  return zone.edge.contains(p) &&
         std::none_of(zone.holes.begin(), zone.holes.end(), [&](const geometry::Area& hole) { return hole.contains(p); });
}

// By a lattice of samples: good to a percent, which is all the card size needs.
float size_of(const Zones& zones, const Zone& zone) {
  const Box box = zone.is_ground ? zones.all : zone.area.bounds();
  constexpr int steps = 64;
  int inside = 0;
  for (int i = 0; i < steps * steps; ++i) {
    const int column = i % steps, row = i / steps;
    const float u = (static_cast<float>(column) + 0.5F) / steps, v = (static_cast<float>(row) + 0.5F) / steps;
    if (may_stand(zones, zone, {box.x0 + u * box.width(), box.y0 + v * box.height()}, {})) ++inside;
  }
  return static_cast<float>(inside) / (steps * steps) * box.width() * box.height();
}

Zone for_leaves(const Zones& zones, Zone zone) {
  const Box ground = zone.edge.bounds();
  const std::vector<Box> words = zone.blocked;
  for (const Box& name : words) {
    if (zone.is_ground || !may_hold(zone, name.centre())) continue;
    if (ground.y1 - name.y1 < name.height())
      zone.blocked.push_back({ground.x0, name.y0, ground.x1, ground.y1});
    else if (name.y0 - ground.y0 < name.height())
      zone.blocked.push_back({ground.x0, ground.y0, ground.x1, name.y1});
  }
  if (zone.blocked.size() > words.size()) zone.size = size_of(zones, zone);
  return zone;
}

// The nearest centre at which the box is within the layout; the upper left where it is larger.
Point within_all(const Box& all, Point p, Half half) {
  const float x0 = all.x0 + half.width, x1 = std::max(x0, all.x1 - half.width);
  const float y1 = all.y1 - half.height, y0 = std::min(y1, all.y0 + half.height);
  return {std::clamp(p.x, x0, x1), std::clamp(p.y, y0, y1)};
}

// The smallest move that takes a box around `centre` off `block`.
Point pushed_off(Point centre, Half half, const Box& block) {
  const float left = centre.x + half.width - block.x0, right = block.x1 - (centre.x - half.width);
  const float down = centre.y + half.height - block.y0, up = block.y1 - (centre.y - half.height);
  if (left <= 0 || right <= 0 || up <= 0 || down <= 0) return centre;
  const float least = std::min({left, right, up, down});
  if (least == down) return {centre.x, centre.y - down};
  if (least == up) return {centre.x, centre.y + up};
  if (least == left) return {centre.x - left, centre.y};
  return {centre.x + right, centre.y};
}

// Where the nearest way off a block leads out of the zone, another way off it does not.
Point round_a_block(const Zones& zones, const Zone& zone, Point from, Point otherwise, Half half) {
  Point best = otherwise;
  float best_distance = -1;
  for (const Box& block : zone.blocked) {
    if (!block.touches(box_around(otherwise, {half.width * 1.5F, half.height * 1.5F}))) continue;
    const Point ways[] = {{from.x, block.y0 - half.height},
                          {from.x, block.y1 + half.height},
                          {block.x0 - half.width, from.y},
                          {block.x1 + half.width, from.y}};
    for (Point way : ways) {
      if (!zone.is_ground) way = zone.area.drawn_in(way, half);
      way = pushed_off(within_all(zones.all, way, half), half, block);
      const float distance = length(way - from);
      if ((best_distance >= 0 && distance >= best_distance) || !may_stand(zones, zone, way, half)) continue;
      best = way;
      best_distance = distance;
    }
  }
  return best;
}

std::vector<Region> regions_of(const Ground& ground) {
  std::vector<Region> regions;
  for (const content::PlacedRegion& placed : ground.layout.regions) {
    const content::Region* what = content::find_region(ground.canvas, placed.region);
    if (!what || (what->optional && !ground.with_optional)) continue;
    regions.push_back({&placed, placed.area.filled()});
  }
  return regions;
}

}  // namespace

std::uint16_t Zones::of(std::string_view region) const {
  for (std::size_t i = 0; i + 1 < places.size(); ++i)
    if (places[i].region == region) return static_cast<std::uint16_t>(i);
  return ground();
}

Zones make_zones(const Ground& on) {
  Zones zones;
  // Where cards settle by their threads, threads need ground to go on.
  if (on.canvas.settling.by_threads) zones.most_filled = 0.45F;
  const Half half{on.layout.width / 2, on.layout.height / 2};
  zones.all = box_around({}, half).grown(-clear_of_the_screen);
  Zone ground;
  ground.is_ground = true;
  ground.frame = {{}, half};
  const std::vector<Region> regions = regions_of(on);
  for (std::size_t i = 0; i < regions.size(); ++i) {
    zones.places.push_back(region_zone(regions, i));
    ground.regions.push_back(regions[i].placed->area);
  }
  zones.places.push_back(std::move(ground));
  for (Zone& zone : zones.places) {
    const Box reach = zone.is_ground ? zones.all : zone.area.bounds();
    for (const Box& block : on.words)
      if (block.touches(reach)) zone.blocked.push_back(block);
    zone.size = size_of(zones, zone);
    zones.leaf_places.push_back(for_leaves(zones, zone));
  }
  return zones;
}

namespace {

// As far as a few rounds settle it.
Point settled(const Zones& zones, const Zone& zone, Point from, Half half, Half held, Half kept_out) {
  Point centre = from;
  // Constraints can push against each other; a few rounds settle what can be settled.
  for (int round = 0; round < 4; ++round) {
    const Point before = centre;
    if (!zone.is_ground) centre = zone.area.drawn_in(centre, held);
    for (const geometry::Area& hole : zone.holes) centre = hole.driven_out(centre, kept_out);
    for (const geometry::Area& region : zone.regions)
      if (region.contains(centre)) centre = region.driven_out(centre, {});
    for (const Box& block : zone.blocked) centre = pushed_off(centre, half, block);
    centre = within_all(zones.all, centre, half);
    if (centre == before) break;
  }
  return centre;
}

}  // namespace

Point brought_into(const Zones& zones, const Zone& zone, Point from, Half half) {
  const Point centre = settled(zones, zone, from, half, half, half);
  if (may_stand(zones, zone, centre, half)) return centre;
  const Point round = round_a_block(zones, zone, from, centre, half);
  return may_stand(zones, zone, round, half) ? round : settled(zones, zone, from, half, {}, {});
}

Point brought_at_ease(const Zones& zones, const Zone& zone, Point from, Half half, float margin) {
  if (zone.is_ground) return brought_into(zones, zone, from, half);
  const Half held{half.width + margin, half.height + margin};
  const Point centre = settled(zones, zone, from, half, held, half);
  constexpr float just = 0.999F;  // floats
  const bool stands = zone.area.holds(centre, {held.width * just, held.height * just}) && may_stand(zones, zone, centre, half);
  return stands ? centre : brought_into(zones, zone, from, half);
}

bool may_stand(const Zones& zones, const Zone& zone, Point centre, Half half) {
  constexpr float slack = 0.02F * grain;  // what floats leave of an equality
  const Half tight = {std::max(0.0F, half.width - slack), std::max(0.0F, half.height - slack)};
  if (!zone.is_ground && !zone.area.holds(centre, tight)) return false;
  const Box card = box_around(centre, tight);
  if (!zones.all.covers(card)) return false;
  for (const Box& block : zone.blocked)
    if (block.touches(card)) return false;
  for (const geometry::Area& hole : zone.holes)
    if (!hole.is_clear_of(centre, tight)) return false;
  for (const geometry::Area& region : zone.regions)
    if (region.contains(centre)) return false;
  return true;
}

}  // namespace greenline::arrange
