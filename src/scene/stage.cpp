// Regions, and what is written round them.
#include "scene/stage.h"

#include <algorithm>
#include <string_view>

namespace greenline::scene {
namespace {

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

void add_faint_lines(const Stage& stage, Backdrop& backdrop) {
  for (std::size_t a = 0; a < backdrop.regions.size(); ++a)
    for (std::size_t b = a + 1; b < backdrop.regions.size(); ++b) {
      const content::Region* first = content::find_region(stage.canvas, backdrop.regions[a].id);
      const content::Region* second = content::find_region(stage.canvas, backdrop.regions[b].id);
      if ((first && first->optional) || (second && second->optional)) continue;  // a ring around all has no place of its own
      backdrop.faint_lines.push_back({backdrop.regions[a].centre(), backdrop.regions[b].centre()});
    }
}

}  // namespace

model::PixelFromCanvas pixel_from_canvas(const content::Layout& layout, float width, float height) {
  const float scale = std::min(width / std::max(layout.width, 1e-3F), height / std::max(layout.height, 1e-3F));
  return {std::max(scale, 1.0F), {width / 2, height / 2}};
}

const content::Layout& layout_of(const Stage& stage) {
  return content::layout_for(stage.canvas, stage.activity.layout, stage.width, stage.height);
}

Backdrop make_backdrop(const Stage& stage, text::Engine& engine) {
  const content::Layout& layout = layout_of(stage);
  const model::PixelFromCanvas to_pixel = pixel_from_canvas(layout, stage.width, stage.height);
  Backdrop backdrop;
  backdrop.width = stage.width;
  backdrop.height = stage.height;
  backdrop.unit_px = to_pixel.pixels_per_unit;
  for (const content::PlacedRegion& where : layout.regions) {
    const content::Region* what = content::find_region(stage.canvas, where.region);
    if (!what || (what->optional && !stage.activity.outer_ring)) continue;
    backdrop.regions.push_back(placed(where, *what, to_pixel));
  }
  add_labels(stage, layout, to_pixel, engine, backdrop);
  backdrop.prompt = make_prompt(stage, layout, to_pixel, engine);
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
