// Regions as membranes: a fill that is lighter toward the edge, and uneven edges that drift.
#include "render/membranes.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "render/strips.h"

namespace greenline::render {
namespace {

constexpr float second_edge_inset = 0.016F;  // share of the radius

float halo_of(bool nested, float unit_px) { return (nested ? 0.045F : 0.075F) * unit_px; }
float least_half(const PixelRect& bounds) { return std::max(1.0F, std::min(bounds.width(), bounds.height()) / 2); }

struct EdgeLook {
  float line_px, fine_px, glow_px, strength, fine_strength, glow;
};
EdgeLook look_of(const content::Palette& palette, const scene::RegionView& region, float unit_px) {
  const float line = palette.weight * std::max(1.1F, 0.0019F * unit_px);
  return {line * (region.lit ? 1.35F + 0.35F * palette.firmness : 1.0F),
          std::max(0.7F, 0.0009F * unit_px),
          std::max(3.0F, 0.010F * unit_px),
          palette.firm(region.lit ? 0.95F : 0.78F) * region.presence,
          (0.34F + 0.3F * palette.firmness) * region.presence,
          (region.lit ? 0.26F : 0.15F) * palette.glow * region.presence};
}

constexpr float ground_under_nested = 1.3F;  // of its light in the middle about half is left

bool lies_in_another(std::span<const scene::RegionView> regions, std::size_t index) {
  const PixelRect mine = regions[index].bounds();
  return std::any_of(
      regions.begin(), regions.begin() + static_cast<std::ptrdiff_t>(index),
      [&](const scene::RegionView& outer) { return clipped(mine, outer.bounds()) == mine && outer.contains(mine.centre()); });
}

}  // namespace

void Membranes::follow(const scene::Backdrop& backdrop) {
  const auto lies_as_before = [](const scene::RegionView& a, const scene::RegionView& b) {
    return a.id == b.id && a.area.is(b.area) && a.pixel_from_canvas == b.pixel_from_canvas;
  };
  if (std::equal(followed_.begin(), followed_.end(), backdrop.regions.begin(), backdrop.regions.end(), lies_as_before)) return;
  const std::vector<scene::RegionView> before = std::exchange(followed_, backdrop.regions);
  const std::vector<Layer> known = std::exchange(layers_, {});
  shapes_ = membrane_shapes(followed_);
  // Where regions lie in one another, the light of each falls on its neighbour: there it is narrower and weaker.
  // While one is near and the others wait, their light stays as it was.
  if (std::all_of(followed_.begin(), followed_.end(), [](const auto& one) { return one.presence == 1; })) {
    nested_ = std::any_of(followed_.begin(), followed_.end(), [](const auto& one) { return one.area.has_hole(); });
    for (std::size_t i = 0; i < backdrop.regions.size(); ++i) nested_ = nested_ || lies_in_another(backdrop.regions, i);
  }
  std::vector<Field> known_fields = std::exchange(fields_, {});
  const bool same_many = before.size() == followed_.size();
  for (std::size_t i = 0; i < followed_.size(); ++i) {
    if (same_many && before[i].id == followed_[i].id && before[i].area.is(followed_[i].area)) {
      layers_.push_back(known[i]);
      fields_.push_back(std::move(known_fields[i]));
      continue;
    }
    MembraneField field = bake(followed_[i], shapes_[i], halo_of(nested_, backdrop.unit_px));
    layers_.push_back({field.box, field.deepest, followed_[i].pixel_from_canvas});
    fields_.push_back({std::move(field.distance), ++baked_});
  }
}

void Membranes::add_fill(DrawList& list, const content::Palette& palette, Regions regions, std::size_t index,
                         float unit_px) const {
  const scene::RegionView& region = regions[index];
  const Layer& layer = layers_[index];
  const float half = least_half(shapes_[index].bounds);
  const model::Camera there = layer.there(region.pixel_from_canvas);
  const PixelRect box = there(layer.box);
  MembraneInstance m;
  m.centre = box.centre();
  m.half_width = box.width() / 2;
  m.half_height = box.height() / 2;
  m.field_px = there.zoom;
  m.halo = halo_of(nested_, unit_px) * std::min(1.0F, there.zoom);
  m.fill = palette.tint * (region.lit ? 1.22F : 1.0F) * region.presence;
  m.halo_strength = (palette.light_ground ? 0.10F : 0.13F) * palette.glow * (region.lit ? 1.6F : 1.0F) *
                    (nested_ ? 0.55F : 1.0F) * region.presence;
  m.layer = static_cast<float>(index);
  // It grows lighter over the last quarter of the way from the middle of a circle, over most of it in a narrow band.
  const float deepest = layer.deepest * there.zoom;
  m.rim = deepest * (0.85F - 0.58F * std::min(1.0F, deepest / half));
  m.body_half_height = shapes_[index].bounds.height() / 2;
  // What lies in another region stands on the ground, not on that one's light: tints that add up outshine words and threads.
  if (lies_in_another(regions, index)) {
    MembraneInstance ground = m;
    ground.halo_strength = 0;
    ground.fill = ground_under_nested;
    ground.colour = rgba8(palette["ground.centre"]);
    list.add(ground);
  }
  m.colour = rgba8(palette[region.colour]);
  list.add(m);
}

void Membranes::add_edges(DrawList& list, const content::Palette& palette, Regions regions, std::size_t index, float unit_px,
                          double breath_s) const {
  const scene::RegionView& region = regions[index];
  const MembraneShape& shape = shapes_[index];
  const auto add = [&](const std::vector<MembranePath>& paths, const Brush& brush) {
    for (const MembranePath& path : paths)
      for (const MembranePath& part : parted_at_corners(path))
        list.add_strip(strip_along(part, brush, pressure_along(part, shape, region.seed)));
  };
  const EdgeLook look = look_of(palette, region, unit_px);
  const content::Colour hue = palette[region.colour];
  const content::Colour bright = palette.light_ground ? hue : mixed(hue, {1, 1, 1, 1}, 0.10F);
  Brush main{look.line_px / 2, look.glow_px, look.glow, 0, 0, rgba8(bright, look.strength)};
  if (region.permeable) {
    main.dash_period = 0.030F * unit_px;
    main.dash = 0.0165F * unit_px;
    main.begin_along = static_cast<float>(std::fmod(breath_s * 0.002, 1.0)) * unit_px;
    main.glow *= 0.6F;
  }
  const Drift first{breath_s, 0};
  add(outlines(region, shape, first, 0), main);
  if (region.is_protected) {
    main.half_core *= 0.8F;
    main.glow_strength *= 0.5F;
    add(outlines(region, shape, first, 0.0085F * unit_px), main);
    return;
  }
  // The second thin edge has its own unevenness: where both meet, the membrane looks folded.
  const Unevenness other = unevenness_of(region.seed * 2654435761U + 17U);
  const Brush fine{look.fine_px / 2, 0, 0, 0, 0, rgba8(bright, look.fine_strength)};
  add(outlines(region, shape, {breath_s, 1.3F, &other}, second_edge_inset * least_half(shape.bounds)), fine);
}

void Membranes::add_edge_rects(Regions regions, std::size_t index, float unit_px, std::vector<PixelRect>& out) const {
  const MembraneShape& shape = shapes_[index];
  const float uneven_px = 2 * most_uneven * least_half(shape.bounds) + 0.012F * unit_px + 4;
  static constexpr Unevenness none{};
  for (const MembranePath& path : outlines(regions[index], shape, {0, 0, &none}, 0)) {
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

PixelRect Membranes::reach_of_edges(std::size_t index, float unit_px) const {
  const PixelRect& bounds = shapes_[index].bounds;
  return bounds.grown((most_uneven + bow) * least_half(bounds) + 0.012F * unit_px + 4);
}

}  // namespace greenline::render
