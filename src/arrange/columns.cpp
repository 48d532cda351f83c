// Cuts a zone into columns, trying a few places for the first and keeping what holds most.
#include "arrange/columns.h"

#include <algorithm>

#include "arrange/sheet.h"

namespace greenline::arrange {
namespace {

constexpr float slab_ems = 0.25F;      // how finely a column's ends are found
constexpr float least_column_ems = 2;  // one line's card
// What a way to lay them must hold more than the one before it: the evener ones come first.
constexpr float worth_another = 1.01F;

// A box stands where all of its slabs do.
void add_column(const Zones& zones, const Zone& zone, const Box& box, float x, float em, std::vector<Column>& out) {
  const float slab = slab_ems * em;
  const Half half{card_ems / 2 * em, slab / 2};
  bool open = false;
  Column column{x, 0, 0};
  const auto close = [&] {
    if (open && column.length() >= least_column_ems * em) out.push_back(column);
    open = false;
  };
  const int slabs = static_cast<int>(box.height() / slab);
  for (int i = 0; i < slabs; ++i) {
    const float top = box.y1 - static_cast<float>(i) * slab;
    if (!may_stand(zones, zone, {x, top - slab / 2}, half)) {
      close();
      continue;
    }
    if (!open) column.top = top;
    column.foot = top - slab;
    open = true;
  }
  close();
}

float held_by(const std::vector<Column>& columns) {
  float held = 0;
  for (const Column& column : columns) held += column.length();
  return held;
}

}  // namespace

// What `may_stand` asks of a zone, it asks of every slab: keep only what this zone can meet. On the open ground cards in
// columns keep whole out of every region, so that the columns of two zones never meet.
Zone for_columns(const Zones& zones, const Zone& zone) {
  const Box box = zone.is_ground ? zones.all : clipped(zone.utmost.bounds(), zones.all);
  Zone out = zone;
  std::erase_if(out.blocked, [&](const Box& one) { return !one.touches(box); });
  out.area = zone.utmost;
  if (zone.is_ground)
    for (const geometry::Area& region : zone.regions)
      if (!region.has_hole()) out.holes.push_back(region);
  return out;
}

std::vector<Column> columns_of(const Zones& zones, const Zone& zone, float em) {
  Box box = zones.all;
  if (!zone.is_ground) box = clipped(zone.area.bounds(), box);
  const Zone near = for_columns(zones, zone);
  const float width = card_ems * em, pitch = width + card_gap(em), middle = box.centre().x;
  std::vector<Column> best, tried;
  float best_held = 0;
  const auto keep_if_best = [&] {
    const float held = held_by(tried);
    if (held <= best_held * worth_another) return;
    best_held = held;
    best.swap(tried);
  };
  // Side by side in the middle; one fewer, for round sides, at which the outermost hold little.
  const int most = std::max(1, static_cast<int>((box.width() - width) / pitch) + 1);
  for (int count = most; count >= std::max(1, most - 1); --count) {
    tried.clear();
    const float first = middle - pitch * static_cast<float>(count - 1) / 2;
    for (int i = 0; i < count; ++i) add_column(zones, near, box, first + pitch * static_cast<float>(i), em, tried);
    keep_if_best();
  }
  // From both sides towards the middle, evenly spread; then as near to the sides as they can: a ring is narrow there.
  for (const bool spread : {true, false})
    for (const float inset : {0.12F, 0.35F, 0.7F, 1.2F}) {
      tried.clear();
      std::vector<float> left;
      for (float x = box.x0 + inset * em + width / 2; x + pitch / 2 <= middle; x += pitch) left.push_back(x);
      const bool one_between = left.empty() || middle - left.back() >= pitch;
      const auto steps = static_cast<float>(left.size()) - (one_between ? 0.0F : 0.5F);
      for (std::size_t i = 1; spread && i < left.size(); ++i)
        left[i] = left.front() + (middle - left.front()) * static_cast<float>(i) / steps;
      for (const float x : left) add_column(zones, near, box, x, em, tried);
      if (one_between) add_column(zones, near, box, middle, em, tried);
      for (auto x = left.rbegin(); x != left.rend(); ++x) add_column(zones, near, box, 2 * middle - *x, em, tried);
      keep_if_best();
    }
  return best;
}

std::span<const Column> Columns::of(const Zones& zones, std::size_t zone, float em) {
  const auto [known, is_new] = known_.try_emplace({zone, em});
  if (is_new) known->second = columns_of(zones, zones.places[zone], em);
  return known->second;
}

const LeafGrid& Columns::of_leaves(const Zones& zones, std::size_t zone, float em, int spread) {
  const auto [known, is_new] = known_grids_.try_emplace({zone, em, spread});
  if (is_new) known->second = leaf_grid(zones, zones.leaf_places[zone], em, spread);
  return known->second;
}

}  // namespace greenline::arrange
