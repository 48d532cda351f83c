// What a backdrop consists of, put into a draw list.
#include "render/backdrop_list.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "render/green_line.h"
#include "scene/each_text.h"

namespace greenline::render {
namespace {

void add_faint_lines(DrawList& list, const content::Palette& palette, const scene::Backdrop& backdrop) {
  const float half_core = std::max(0.4F, 0.0005F * backdrop.unit_px);
  const Rgba8 colour = rgba8(palette["quiet_text"], 0.14F + 0.16F * palette.firmness);
  for (const auto& [a, b] : backdrop.faint_lines)
    list.add(RibbonInstance{a, a + (b - a) * 0.33F, a + (b - a) * 0.67F, b, half_core, 0, 0, 0, colour}, 1);
}

// A quiet pool under a region's words: nothing behind them is as bright (in daylight: as dark) as they need it not to be.
void add_pool(DrawList& list, const content::Palette& palette, const scene::RegionView& region, const PixelRect& words) {
  if (words.empty()) return;
  const PixelPoint middle = words.centre();
  const content::Colour shade = palette.light_ground ? palette["ground.centre"] : palette["ground.edge"];
  content::Colour quiet = mixed(shade, palette[region.colour], palette.light_ground ? 0.06F : 0.12F);
  quiet.a = palette.light_ground ? 0.5F : 0.66F;
  const PixelPoint half{0.5F * words.width(), 0.5F * words.height()};
  list.add(HazeInstance{
      middle, half.x * 1.45F + 2.5F * half.y, half.y * 2.2F + 1.6F * region.name.rect().height(), 1.0F, 0, rgba8(quiet), {}});
}

// Names stand on a tab that looks as if it could be touched: a touch brings their region near.
void add_handles(DrawList& list, const content::Palette& palette, const scene::Backdrop& backdrop, const PixelRect& in) {
  for (const scene::RegionView& region : backdrop.regions) {
    const PixelRect tab = region.handle();
    if (tab.empty() || !tab.grown(2).touches(in)) continue;
    const content::Colour hue = palette[region.colour];
    const content::Colour fill = mixed(palette["ground.centre"], hue, palette.light_ground ? 0.10F : 0.16F);
    // Without a rim: it would pass close to letters, which are read against it.
    list.add(PillInstance{tab, tab.height() * 0.36F, 0, rgba8(fill, 0.85F), rgba8(fill, 0.85F)});
  }
}

void add_pools(DrawList& list, const content::Palette& palette, const scene::RegionView& region) {
  PixelRect words, turned;
  each_text_of_region(region, [&](const auto& text) { words = joined(words, text.reach); });
  each_turned_text_of_region(region, [&](const auto& text) { turned = joined(turned, text.reach); });
  add_pool(list, palette, region, words);
  add_pool(list, palette, region, turned);
}

void add_labels(DrawList& list, const Ink& ink, const scene::Backdrop& backdrop, const PixelRect& in) {
  each_text_of_backdrop(backdrop, [&](const auto& text) {
    if (!text.reach.grown(text.reach.height() * 0.3F + 2).touches(in)) return;
    const std::string role = std::string(text.role) + (text.of == scene::TextOf::name ? ".name" : "");
    if (!text.turned) return add_text(list, ink, text.block.get(), text.at, ink.palette[role]);
    const PixelPoint to{std::round(text.at.x), std::round(text.at.y)};
    const PixelPoint half{text.block->width / 2, text.block->height / 2}, middle = to + half;
    add_turned_text(list, ink, text.block.get(), to - middle, {middle, -1, 0}, ink.palette[role]);
  });
}

// As far as it is seen, also beyond the layout's sides.
void add_line_across(DrawList& list, const content::Palette& palette, const BackdropSeen& seen) {
  const scene::Backdrop& backdrop = seen.backdrop;
  const PixelRect screen = seen.camera.inverse(backdrop.glass());
  const scene::LineView& line = backdrop.line;
  std::array<PixelRect, 4> words;
  std::size_t written = 0;
  each_text_of_line(line, [&](const auto& text) { words.at(written++) = text.reach.grown(3); });
  add_green_line(list, palette, {backdrop.line.y, backdrop.width, screen.x0, screen.x1, line.presence}, backdrop.unit_px,
                 std::span(words).first(written));
}

}  // namespace

float horizon_px(const BackdropSeen& seen) {
  const scene::Backdrop& backdrop = seen.backdrop;
  return seen.camera(PixelPoint{0, backdrop.has_line ? backdrop.line.y : 0.52F * backdrop.height}).y;
}

PixelRect whole(const scene::Backdrop& backdrop) {
  const PixelRect glass = backdrop.glass();
  return {0, 0, std::floor(glass.x1), std::floor(glass.y1)};
}

void add_what_stands(DrawList& list, const Ink& ink, const Membranes& membranes, const BackdropSeen& seen) {
  const scene::Backdrop& backdrop = seen.backdrop;
  list.look_through(seen.camera);
  add_faint_lines(list, ink.palette, backdrop);
  for (std::size_t i = 0; i < backdrop.regions.size(); ++i)
    membranes.add_fill(list, ink.palette, backdrop.regions, i, backdrop.unit_px);
  if (backdrop.has_line && backdrop.line.presence > 0) add_line_across(list, ink.palette, seen);
  for (const scene::RegionView& region : backdrop.regions) add_pools(list, ink.palette, region);
}

void add_edges_and_labels(DrawList& list, const Ink& ink, const Membranes& membranes, const BackdropSeen& seen,
                          const PixelRect& rect) {
  const scene::Backdrop& backdrop = seen.backdrop;
  list.look_through(seen.camera);
  const PixelRect in = seen.camera.inverse(rect);
  for (std::size_t i = 0; i < backdrop.regions.size(); ++i)
    if (membranes.reach_of_edges(i, backdrop.unit_px).touches(in))
      membranes.add_edges(list, ink.palette, backdrop.regions, i, backdrop.unit_px, seen.breath_s);
  add_handles(list, ink.palette, backdrop, in);
  add_labels(list, ink, backdrop, in);
}

std::vector<PixelRect> drifting_rects(const Membranes& membranes, const BackdropSeen& seen) {
  std::vector<PixelRect> edges;
  for (std::size_t i = 0; i < seen.backdrop.regions.size(); ++i)
    membranes.add_edge_rects(seen.backdrop.regions, i, seen.backdrop.unit_px, edges);
  for (PixelRect& edge : edges) edge = seen.camera(edge);
  return edges;
}

}  // namespace greenline::render
