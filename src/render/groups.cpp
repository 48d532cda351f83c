// Puts haze and gatherings into a draw list: what lies under threads and cards.
#include <algorithm>
#include <cmath>
#include <vector>

#include "render/things.h"

namespace greenline::render {

namespace {

// The names that lie in the light, the nearest two of them.
void keep_off_names(HazeInstance& light, std::span<const scene::RegionView> regions) {
  std::vector<PixelRect> names;
  const PixelRect reach = model::rect_around(light.centre, light.radius_x, light.radius_y);
  for (const scene::RegionView& region : regions)
    if (const PixelRect words = joined(region.name.rect(), region.help.rect()); words.touches(reach)) names.push_back(words);
  const auto distance = [&](const PixelRect& words) { return length(words.centre() - light.centre); };
  std::ranges::sort(names, {}, distance);
  for (std::size_t i = 0; i < std::min(names.size(), std::size(light.words)); ++i) light.words[i] = names[i].grown(4);
}

}  // namespace

void add_haze(DrawList& list, const Manner& manner, std::span<const scene::HazeView> haze,
              std::span<const scene::RegionView> regions, const PixelRect& in) {
  const content::Palette& palette = manner.ink.palette;
  for (const scene::HazeView& view : haze) {
    if (!model::rect_around(view.centre, view.radius, view.radius).touches(in)) continue;
    // Its light is that of the region it stands in, so that it never reads as something laid over the wall.
    content::Colour light = palette["glow.warm"];
    for (const scene::RegionView& region : regions)
      if (region.contains(view.centre)) light = palette[region.colour];
    if (!palette.light_ground && palette.glow > 0) light = mixed(light, palette["text"], 0.22F);
    light.a = 0.38F;
    HazeInstance instance{view.centre, view.radius, view.radius, view.strength, 1, rgba8(light), {}};
    keep_off_names(instance, regions);
    list.add(instance);
  }
}

void add_gathering_loops(DrawList& list, const Manner& manner, std::span<const scene::GatheringView> gatherings,
                         const PixelRect& in) {
  const content::Palette& palette = manner.ink.palette;
  const Rgba8 colour = rgba8(palette["text"], palette.firm(0.72F));
  for (const scene::GatheringView& view : gatherings) {
    if (!view.reach.touches(in)) continue;
    for (const PixelPoint dot : view.dots) {
      const float radius = view.dot_radius * (0.5F + 0.5F * palette.weight);
      const PixelRect rect = model::rect_around(dot, radius, radius);
      if (rect.grown(1).touches(in)) list.add(PillInstance{rect, radius, 0, colour, colour});
    }
  }
}

void add_gathering_names(DrawList& list, const Manner& manner, std::span<const scene::GatheringView> gatherings,
                         const PixelRect& in) {
  const content::Palette& palette = manner.ink.palette;
  for (const scene::GatheringView& view : gatherings)
    if (view.name.block != nullptr && view.pill.grown(2).touches(in)) add_pill(list, palette, view.pill);
  for (const scene::GatheringView& view : gatherings)
    if (view.name.block != nullptr && view.name.rect().grown(4).touches(in)) add_text(list, manner.ink, view.name);
}

}  // namespace greenline::render
