// Puts haze and gatherings into a draw list: what lies under threads and cards.
#include <algorithm>
#include <cmath>
#include <vector>

#include "render/strips.h"
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

content::Colour tint_of(const scene::GatheringView& view, const content::Palette& palette) {
  return mixed(palette[scene::gathering_tints[view.tint]], palette["text"], scene::text_in_tint);
}

// A soft light along each of its loops: what it holds reads as one.
void add_light_along(DrawList& list, const scene::GatheringView& view, content::Colour tint, float glow) {
  if (glow <= 0 || view.dots.size() < 3) return;
  const Brush brush{0, 5 * view.dot_radius, 0.34F * glow, 0, 0, rgba8(tint)};
  const float step = length(view.dots[1] - view.dots[0]);  // a jump is where another loop begins, or words lie
  std::vector<PixelPoint> path;
  for (std::size_t i = 0; i <= view.dots.size(); ++i) {
    const bool goes_on = i < view.dots.size() && (path.empty() || length(view.dots[i] - path.back()) < 2.5F * step);
    if (!goes_on) {
      if (path.size() > 2 && length(path.front() - path.back()) < 2.5F * step) path.push_back(path.front());
      if (path.size() > 1) list.add_strip(strip_along(path, brush));
      path.clear();
    }
    if (i < view.dots.size()) path.push_back(view.dots[i]);
  }
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
  for (const scene::GatheringView& view : gatherings) {
    if (!view.reach.touches(in)) continue;
    add_light_along(list, view, tint_of(view, palette), palette.glow);
    const Rgba8 colour = rgba8(tint_of(view, palette), palette.firm(0.92F));
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
  for (const scene::GatheringView& view : gatherings) {
    if (!view.reach.touches(in) || view.leader[0] == view.leader[1]) continue;
    const auto& [from, to] = view.leader;
    const PixelPoint third = (to - from) * (1.0F / 3);
    const Rgba8 colour = rgba8(tint_of(view, palette), palette.firm(0.92F));
    list.add(RibbonInstance{from, from + third, to - third, to, 0.4F * view.dot_radius * palette.weight, 0, 0, 0, colour}, 1);
    const float end = 1.7F * view.dot_radius * (0.5F + 0.5F * palette.weight);  // where it ends is seen
    list.add(PillInstance{model::rect_around(to, end, end), end, 0, colour, colour});
  }
  for (const scene::GatheringView& view : gatherings)
    if (view.name.block != nullptr && view.pill.grown(2).touches(in))
      list.add(
          PillInstance{view.pill, view.pill.height() / 2, palette.weight * std::clamp(view.pill.height() * 0.03F, 1.0F, 2.0F),
                       rgba8(palette["thread.pill"], palette.firm(0.94F)), rgba8(tint_of(view, palette), palette.firm(0.7F))});
  for (const scene::GatheringView& view : gatherings)
    if (view.name.block != nullptr && view.name.rect().grown(4).touches(in)) add_text(list, manner.ink, view.name);
}

}  // namespace greenline::render
