// Regions and their names.
#include "scene/stage.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string_view>
#include <vector>

#include "scene/shape.h"

namespace greenline::scene {
namespace {

constexpr std::array name_sizes_units = {0.036F, 0.033F, 0.030F, 0.027F, 0.024F, 0.021F, 0.018F};
constexpr std::array help_sizes_units = {0.0195F, 0.0175F, 0.016F};

std::uint32_t seed_of(std::string_view id) {  // FNV-1a
  std::uint32_t hash = 2166136261U;
  for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

float radians(float degrees) { return degrees * std::numbers::pi_v<float> / 180; }

RegionView placed(const content::PlacedRegion& where, const content::Region& what, const model::PixelFromCanvas& to_pixel) {
  RegionView view;
  view.id = what.id;
  view.colour = what.style.colour;
  view.permeable = what.style.permeable;
  view.lit = what.style.lit;
  view.is_protected = what.style.is_protected;
  view.seed = seed_of(what.id);
  const float unit = to_pixel.pixels_per_unit;
  if (const auto* ellipse = std::get_if<content::Ellipse>(&where.shape)) {
    view.centre = to_pixel(ellipse->centre);
    view.radius_x = ellipse->radius_x * unit;
    view.radius_y = ellipse->radius_y * unit;
  } else if (const auto* ring = std::get_if<content::Ring>(&where.shape)) {
    view.centre = to_pixel(ring->centre);
    view.radius_x = ring->outer_x * unit;
    view.radius_y = ring->outer_y * unit;
    view.inner_x = ring->inner_x * unit;
    view.inner_y = ring->inner_y * unit;
    view.from_radians = radians(ring->from_degrees);
    view.to_radians = radians(ring->to_degrees);
  }
  return view;
}

// How wide a line centred on `middle` may be without leaving the region or the screen, or running into a region drawn later.
float free_width(const std::vector<Shape>& shapes, std::size_t own, PixelPoint middle, float screen_width, float step) {
  const auto is_free = [&](PixelPoint p) {
    if (p.x < 0 || p.x > screen_width || !contains(shapes[own], p)) return false;
    return std::none_of(shapes.begin() + static_cast<std::ptrdiff_t>(own) + 1, shapes.end(),
                        [&](const Shape& later) { return contains(later, p); });
  };
  float half = 0;
  while (half < screen_width && is_free({middle.x - half - step, middle.y}) && is_free({middle.x + half + step, middle.y}))
    half += step;
  return 2 * half;
}

// The narrowest of the widths at the top, middle and bottom of a line of text, less a margin to the edge.
float text_width(const std::vector<Shape>& shapes, std::size_t own, PixelPoint top, float height, const Backdrop& backdrop) {
  const float step = std::max(1.0F, backdrop.unit_px * 0.004F);
  float width = backdrop.width;
  for (const float part : {0.1F, 0.5F, 0.9F})
    width = std::min(width, free_width(shapes, own, {top.x, top.y + part * height}, backdrop.width, step));
  return width * 0.94F;
}

std::vector<float> in_pixels(std::span<const float> units, float unit_px, float least_px) {
  std::vector<float> out;
  for (const float size : units) {
    const float px = std::max(size * unit_px, least_px);
    if (out.empty() || px < out.back()) out.push_back(px);
  }
  return out;
}

// The name at this size, on one line or on two; nothing when it does not fit so.
text::BlockPtr name_block(std::string_view words, float size, float width, const Stage& stage, text::Engine& engine) {
  text::Style style{.face = text::Face::names,
                    .size_px = size,
                    .align = text::Align::centre,
                    .line_spacing = 1.15F,
                    .language = stage.language,
                    .detail = stage.detail};
  text::BlockPtr block = engine.layout(words, style);
  if (block->width <= width || words.find(' ') == std::string_view::npos) return block->width <= width ? block : nullptr;
  style.width_px = std::max(width, size * 4);
  style.max_lines = 2;
  block = engine.layout(words, style);
  return block->cut || block->width > width * 1.01F ? nullptr : block;
}

struct Name {
  std::string_view words;
  PixelPoint centre;
  std::size_t region = 0;
};

// All names at one size: the largest at which each fits its region; the smallest where one fits at none.
void add_names_of_one_size(const std::vector<Name>& names, const std::vector<Shape>& shapes, const Stage& stage,
                           text::Engine& engine, Backdrop& backdrop) {
  const std::vector<float> sizes = in_pixels(name_sizes_units, backdrop.unit_px, stage.legible_px * 1.15F);
  std::vector<text::BlockPtr> blocks;
  for (const float size : sizes) {
    blocks.clear();
    bool all_fit = true;
    for (const Name& name : names) {
      const PixelPoint top = {name.centre.x, name.centre.y - size * 0.6F};
      const float width = text_width(shapes, name.region, top, size * 1.2F, backdrop);
      blocks.push_back(name_block(name.words, size, width, stage, engine));
      if (blocks.back()) continue;
      all_fit = false;
      if (size != sizes.back()) break;
      blocks.back() = name_block(name.words, size, 1e6F, stage, engine);
    }
    if (all_fit) break;
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    TextView& view = backdrop.regions[names[i].region].name;
    view = {blocks[i], names[i].centre - PixelPoint{blocks[i]->width / 2, blocks[i]->height / 2},
            backdrop.regions[names[i].region].colour};
  }
}

TextView help_view(std::string_view words, PixelPoint top, const std::vector<Shape>& shapes, std::size_t own,
                   const Backdrop& backdrop, const Stage& stage, text::Engine& engine) {
  TextView view{nullptr, {}, "quiet_text"};
  if (words.empty()) return view;
  const float tallest = shapes[own].outer_y * 0.3F;
  for (const float size : in_pixels(help_sizes_units, backdrop.unit_px, stage.legible_px)) {
    for (const int lines : {1, 2}) {
      const float height = size * 1.25F * static_cast<float>(lines);
      text::Style style{.face = text::Face::words,
                        .size_px = size,
                        .align = text::Align::centre,
                        .language = stage.language,
                        .detail = stage.detail};
      style.width_px = text_width(shapes, own, top, height, backdrop);
      style.max_lines = lines;
      if (height > tallest || style.width_px < size * 5) continue;
      const text::BlockPtr block = engine.layout(words, style);
      if (block->cut || block->width > style.width_px * 1.01F) continue;
      view.block = block;
      view.at = {top.x - block->width / 2, top.y};
      return view;
    }
  }
  return view;  // dropped rather than clipped: the composer says it again
}

void add_names(const content::Layout& layout, const Stage& stage, const model::PixelFromCanvas& to_pixel, text::Engine& engine,
               Backdrop& backdrop) {
  std::vector<Shape> shapes;
  for (const RegionView& region : backdrop.regions) shapes.push_back(shape_of(region));
  std::vector<Name> names;
  std::vector<std::string_view> helps;
  for (std::size_t i = 0; i < backdrop.regions.size(); ++i) {
    const std::string& id = backdrop.regions[i].id;
    const content::Region* what = content::find_region(stage.canvas, id);
    const auto where = std::find_if(layout.regions.begin(), layout.regions.end(),
                                    [&](const content::PlacedRegion& one) { return one.region == id; });
    if (!what || where == layout.regions.end()) continue;
    const std::string_view label = content::in_language(what->label, stage.language);
    if (label.empty()) continue;
    names.push_back({label, to_pixel(where->label), i});
    helps.push_back(content::in_language(what->help, stage.language));
  }
  add_names_of_one_size(names, shapes, stage, engine, backdrop);
  for (std::size_t k = 0; k < names.size(); ++k) {
    RegionView& region = backdrop.regions[names[k].region];
    const PixelPoint below = {names[k].centre.x, region.name.rect().y1};
    region.help = help_view(helps[k], below, shapes, names[k].region, backdrop, stage, engine);
    region.label_zone = joined(region.name.rect(), region.help.rect()).grown(std::max(3.0F, backdrop.unit_px * 0.006F));
  }
}

void add_faint_lines(const Stage& stage, Backdrop& backdrop) {
  for (std::size_t a = 0; a < backdrop.regions.size(); ++a)
    for (std::size_t b = a + 1; b < backdrop.regions.size(); ++b) {
      const content::Region* first = content::find_region(stage.canvas, backdrop.regions[a].id);
      const content::Region* second = content::find_region(stage.canvas, backdrop.regions[b].id);
      if ((first && first->optional) || (second && second->optional)) continue;  // a ring around all has no place of its own
      backdrop.faint_lines.push_back({backdrop.regions[a].centre, backdrop.regions[b].centre});
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
  add_names(layout, stage, to_pixel, engine, backdrop);
  backdrop.prompt = make_prompt(stage, layout, to_pixel, engine);
  backdrop.has_line = stage.canvas.green_line.has_value();
  if (backdrop.has_line) backdrop.line = make_line(stage, layout, backdrop, to_pixel, engine);
  if (stage.canvas.faint_lines) add_faint_lines(stage, backdrop);
  return backdrop;
}

}  // namespace greenline::scene
