// Regions, and what is written round them.
#include "scene/stage.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace greenline::scene {
namespace {

constexpr float presence_of_shut = 0.45F;

std::uint32_t seed_of(std::string_view id) {  // FNV-1a
  std::uint32_t hash = 2166136261U;
  for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

RegionView placed(const content::PlacedRegion& where, const content::Region& what, const model::PixelFromCanvas& to_pixel) {
  RegionView view;
  view.id = what.id;
  view.colour = what.style.colour;
  view.permeable = what.style.permeable;
  view.lit = what.style.lit;
  view.is_protected = what.style.is_protected;
  view.seed = seed_of(what.id);
  view.area = where.area;
  view.pixel_from_canvas = to_pixel;
  return view;
}

// What of the way between two regions lies in none: on a region's own ground a line would only look like a crack.
void add_between(std::span<const RegionView* const> regions, PixelPoint from, PixelPoint to,
                 std::vector<std::array<PixelPoint, 2>>& out) {
  const int steps = std::max(1, static_cast<int>(length(to - from) / 4));
  const auto at = [&](int i) { return from + (to - from) * (static_cast<float>(i) / static_cast<float>(steps)); };
  int open_since = -1;
  for (int i = 0; i <= steps; ++i) {
    const bool is_open =
        i < steps && std::ranges::none_of(regions, [&](const RegionView* region) { return region->contains(at(i)); });
    if (is_open && open_since < 0) open_since = i;
    if (is_open || open_since < 0) continue;
    if (i - open_since > 1) out.push_back({at(open_since), at(i - 1)});
    open_since = -1;
  }
}

void add_faint_lines(const Stage& stage, Backdrop& backdrop) {
  std::vector<const RegionView*> joined;  // a ring around all has no place of its own
  for (const RegionView& region : backdrop.regions)
    if (const content::Region* what = content::find_region(stage.canvas, region.id); what && !what->optional)
      joined.push_back(&region);
  for (std::size_t a = 0; a < joined.size(); ++a)
    for (std::size_t b = a + 1; b < joined.size(); ++b)
      add_between(joined, joined[a]->centre(), joined[b]->centre(), backdrop.faint_lines);
}

}  // namespace

model::PixelFromCanvas pixel_from_canvas(const content::Layout& layout, float width, float height) {
  const float scale = std::min(width / std::max(layout.width, 1e-3F), height / std::max(layout.height, 1e-3F));
  return {std::max(scale, 1.0F), {width / 2, height / 2}};
}

const content::Layout& layout_of(const Stage& stage) {
  return content::layout_for(stage.canvas, stage.activity.layout, stage.width, stage.height);
}

std::vector<RegionView> regions_of(const Stage& stage, const content::Layout& layout) {
  const model::PixelFromCanvas to_pixel = pixel_from_canvas(layout, stage.width, stage.height);
  std::vector<RegionView> regions;
  for (const content::PlacedRegion& where : layout.regions) {
    const content::Region* what = content::find_region(stage.canvas, where.region);
    if (!what || (what->optional && !stage.activity.outer_ring)) continue;
    regions.push_back(placed(where, *what, to_pixel));
    if (stage.shut.contains(what->id)) regions.back().presence = presence_of_shut;
  }
  return regions;
}

Backdrop make_backdrop(const Stage& stage, text::Engine& engine) { return make_backdrop(stage, layout_of(stage), engine); }

Backdrop make_backdrop(const Stage& stage, const content::Layout& layout, text::Engine& engine) {
  const model::PixelFromCanvas to_pixel = pixel_from_canvas(layout, stage.width, stage.height);
  Backdrop backdrop;
  backdrop.width = stage.width;
  backdrop.height = stage.height;
  backdrop.glass_width = stage.glass_width;
  backdrop.glass_height = stage.glass_height;
  backdrop.unit_px = to_pixel.pixels_per_unit;
  backdrop.regions = regions_of(stage, layout);
  if (const content::Box& box = layout.picture; stage.canvas.picture && box.x0 < box.x1) {
    const PixelPoint corner = to_pixel({box.x0, box.y1}), other = to_pixel({box.x1, box.y0});
    backdrop.picture = stage.canvas.picture;
    backdrop.picture_is_quiet = stage.picture_is_quiet;
    backdrop.picture_rect = {corner.x, corner.y, other.x, other.y};
  }
  add_labels(stage, layout, to_pixel, engine, backdrop);
  backdrop.prompt = make_prompt(stage, layout, to_pixel, engine);
  if (stage.table) add_turned_names(backdrop);
  if (backdrop.prompt.times > 1)
    backdrop.crowded.push_back({Crowded::What::prompt, {}, backdrop.prompt.times, backdrop.prompt.cut});
  backdrop.has_line = stage.canvas.green_line.has_value();
  if (backdrop.has_line) backdrop.line = make_line(stage, layout, backdrop, to_pixel, engine);
  if (backdrop.line.crowded) backdrop.crowded.push_back({Crowded::What::line, {}, 1, false});
  for (const float capital : {backdrop.prompt.capital_px, backdrop.line.capital_px})
    if (capital > 0 && (backdrop.room_capital_px <= 0 || capital < backdrop.room_capital_px))
      backdrop.room_capital_px = capital;
  if (stage.canvas.faint_lines) add_faint_lines(stage, backdrop);
  return backdrop;
}

}  // namespace greenline::scene
