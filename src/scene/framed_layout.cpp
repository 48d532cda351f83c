#include "scene/framed_layout.h"

#include <algorithm>
#include <array>
#include <vector>

namespace greenline::scene {
namespace {

using geometry::Area;
using geometry::Box;
using geometry::Point;

constexpr float from_the_edge = 0.018F;  // of the ground, canvas units

struct Squeeze {
  Point from, to;
  float across = 1, upward = 1;
  [[nodiscard]] Point operator()(Point p) const { return {to.x + (p.x - from.x) * across, to.y + (p.y - from.y) * upward}; }
};

Box box_of_layout(const content::Box& box) { return {box.x0, box.y0, box.x1, box.y1}; }

Box all_regions(const content::Layout& layout) {
  Box all = layout.regions.front().area.bounds();
  for (const content::PlacedRegion& region : layout.regions) {
    const Box& one = region.area.bounds();
    all = {std::min(all.x0, one.x0), std::min(all.y0, one.y0), std::max(all.x1, one.x1), std::max(all.y1, one.y1)};
  }
  return all;
}

Squeeze squeeze_into(const Box& from, const Box& to) {
  return {from.centre(), to.centre(), std::min(1.0F, to.width() / from.width()), std::min(1.0F, to.height() / from.height())};
}

std::vector<Area> squeezed(const content::Layout& layout, Squeeze& squeeze) {
  std::vector<Area> areas;
  for (const content::PlacedRegion& region : layout.regions) {
    const auto area = region.area.stretched(squeeze.across, squeeze.upward, squeeze(region.area.bounds().centre()));
    if (!area) break;
    areas.push_back(*area);
  }
  if (areas.size() == layout.regions.size()) return areas;
  squeeze.across = squeeze.upward = std::min(squeeze.across, squeeze.upward);
  areas.clear();
  for (const content::PlacedRegion& region : layout.regions)
    areas.push_back(region.area.moved(squeeze.across, squeeze(region.area.bounds().centre())));
  return areas;
}

// A name at its region's upper edge stays as far below that as it was, one elsewhere goes with the region.
model::CanvasPoint label_in(const content::PlacedRegion& region, const Box& now, const Squeeze& squeeze) {
  const Box& was = region.area.bounds();
  const float below_edge = was.y1 - region.label.y;
  const Point at = squeeze({region.label.x, region.label.y});
  const bool at_the_edge = below_edge >= 0 && below_edge < was.height() / 4;
  return {at.x, at_the_edge ? std::max(now.y1 - below_edge, now.centre().y) : at.y};
}

}  // namespace

Box ground_beside(const Box& all, const Box& taken, float apart) {
  if (taken.empty() || !taken.touches(all)) return all;
  const std::array beside = {Box{all.x0, all.y0, all.x1, taken.y0 - apart}, Box{all.x0, taken.y1 + apart, all.x1, all.y1},
                             Box{all.x0, all.y0, taken.x0 - apart, all.y1}, Box{taken.x1 + apart, all.y0, all.x1, all.y1}};
  const auto size = [](const Box& box) { return box.empty() ? 0 : box.width() * box.height(); };
  return *std::max_element(beside.begin(), beside.end(), [&](const Box& a, const Box& b) { return size(a) < size(b); });
}

bool leave_prompt_free(std::span<const Box> seats, const content::Layout& layout) {
  const Box prompt = box_of_layout(layout.prompt);
  return std::ranges::none_of(seats, [&](const Box& seat) { return seat.y0 < prompt.y1 && seat.y1 > prompt.y0; });
}

content::Layout framed_layout(const content::Layout& whole, const Box& ground, bool prompt_is_free) {
  content::Layout made = whole;
  made.shores.clear();
  if (whole.regions.empty()) return made;
  const Box prompt = box_of_layout(whole.prompt), all{-whole.width / 2, -whole.height / 2, whole.width / 2, whole.height / 2};
  Box from = clipped(all_regions(whole), all), to = clipped(ground, all).grown(-from_the_edge);
  const bool prompt_stays = prompt.empty() || ground.grown(0.001F).covers(prompt) || prompt_is_free;
  if (prompt_stays) {
    to = ground_beside(to, prompt, from_the_edge);
    // What is free of them already stays as it is.
    to = {std::min(std::max(to.x0, from.x0), to.x1), std::max(to.y0, from.y0), std::max(std::min(to.x1, from.x1), to.x0),
          std::min(to.y1, from.y1)};
  } else {
    from = {std::min(from.x0, prompt.x0), std::min(from.y0, prompt.y0), std::max(from.x1, prompt.x1),
            std::max(from.y1, prompt.y1)};
  }
  if (from.empty() || to.empty()) return made;
  Squeeze squeeze = squeeze_into(from, to);
  const std::vector<Area> areas = squeezed(whole, squeeze);
  for (std::size_t i = 0; i < areas.size(); ++i) {
    made.regions[i].label = label_in(whole.regions[i], areas[i].bounds(), squeeze);
    made.regions[i].area = areas[i];
  }
  if (const content::Box& picture = whole.picture; picture.x0 < picture.x1) {
    const Point low = squeeze({picture.x0, picture.y0}), high = squeeze({picture.x1, picture.y1});
    made.picture = {low.x, low.y, high.x, high.y};
  }
  made.line_y = squeeze({0, whole.line_y}).y;
  if (!prompt_stays) {
    const Point low = squeeze({prompt.x0, prompt.y0}), high = squeeze({prompt.x1, prompt.y1});
    made.prompt = {low.x, low.y, high.x, high.y};
  }
  return made;
}

}  // namespace greenline::scene
