// Paints the backdrop.
#include "render/backdrop.h"

#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "render/green_line.h"
#include "render/rects.h"
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

float horizon_of(const scene::Backdrop& backdrop) { return backdrop.has_line ? backdrop.line.y : 0.52F * backdrop.height; }

// As far as it is seen, also beyond the layout's sides.
void add_line_across(DrawList& list, const content::Palette& palette, const BackdropPainter::Seen& seen) {
  const scene::Backdrop& backdrop = seen.backdrop;
  const PixelRect screen = seen.camera.inverse(PixelRect{0, 0, backdrop.width, backdrop.height});
  const scene::LineView& line = backdrop.line;
  std::array<PixelRect, 4> words;
  std::size_t written = 0;
  each_text_of_line(line, [&](const auto& text) { words.at(written++) = text.reach.grown(3); });
  add_green_line(list, palette, {backdrop.line.y, backdrop.width, screen.x0, screen.x1, line.presence}, backdrop.unit_px,
                 std::span(words).first(written));
}

PixelRect whole(const scene::Backdrop& backdrop) { return {0, 0, std::floor(backdrop.width), std::floor(backdrop.height)}; }

}  // namespace

void scissor(const PixelRect& r) {
  glScissor(static_cast<GLint>(r.x0), static_cast<GLint>(r.y0), static_cast<GLsizei>(r.width()),
            static_cast<GLsizei>(r.height()));
}

void copy_rects(const gl::Surface& from, const gl::Surface& to, std::span<const PixelRect> rects) {
  glBindFramebuffer(GL_READ_FRAMEBUFFER, *from.framebuffer);
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, *to.framebuffer);
  glDisable(GL_SCISSOR_TEST);
  for (const PixelRect& r : rects) {
    const auto x0 = static_cast<GLint>(r.x0), y0 = static_cast<GLint>(r.y0);
    const auto x1 = static_cast<GLint>(r.x1), y1 = static_cast<GLint>(r.y1);
    glBlitFramebuffer(x0, y0, x1, y1, x0, y0, x1, y1, GL_COLOR_BUFFER_BIT, GL_NEAREST);
  }
  glEnable(GL_SCISSOR_TEST);
}

// All of one surface's rectangle onto another's, whatever their sizes; what lies beyond that surface is cut off.
void copy_scaled(const gl::Surface& from, const gl::Surface& to, const PixelRect& source, const PixelRect& target) {
  const auto whole_px = [](float x) { return static_cast<GLint>(std::lround(x)); };
  glBindFramebuffer(GL_READ_FRAMEBUFFER, *from.framebuffer);
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, *to.framebuffer);
  glDisable(GL_SCISSOR_TEST);
  glBlitFramebuffer(whole_px(source.x0), whole_px(source.y0), whole_px(source.x1), whole_px(source.y1), whole_px(target.x0),
                    whole_px(target.y0), whole_px(target.x1), whole_px(target.y1), GL_COLOR_BUFFER_BIT, GL_LINEAR);
  glEnable(GL_SCISSOR_TEST);
}

tl::expected<void, std::string> BackdropPainter::resize(int width, int height) {
  auto still = gl::make_surface(width, height);
  if (!still) return tl::unexpected(std::move(still.error()));
  still_ = std::move(*still);
  whole_ = {};
  forget();
  return {};
}

// Where the driver has no room for one picture more, zooming is slower and looks the same.
bool BackdropPainter::has_whole() {
  if (whole_.width > 0) return true;
  if (auto made = gl::make_surface(still_.width, still_.height)) whole_ = std::move(*made);
  return whole_.width > 0;
}

void BackdropPainter::paint(Submitter& submitter, DrawList& list, const Ink& ink, const Seen& seen, bool softly,
                            const gl::Surface& onto) {
  membranes_.follow(seen.backdrop);
  if (softly && has_whole()) {
    scale_still(submitter, list, ink, seen);
  } else {
    paint_still(submitter, list, ink, seen, still_);
  }
  const std::array<PixelRect, 1> all = {whole(seen.backdrop)};
  paint_in(submitter, list, ink, seen, onto, all);
}

void BackdropPainter::paint_still(Submitter& submitter, DrawList& list, const Ink& ink, const Seen& seen,
                                  const gl::Surface& onto) {
  const scene::Backdrop& backdrop = seen.backdrop;
  list.clear();
  list.look_through(seen.camera);
  add_faint_lines(list, ink.palette, backdrop);
  for (std::size_t i = 0; i < backdrop.regions.size(); ++i)
    membranes_.add_fill(list, ink.palette, backdrop.regions, i, backdrop.unit_px);
  if (backdrop.has_line && backdrop.line.presence > 0) add_line_across(list, ink.palette, seen);
  for (const scene::RegionView& region : backdrop.regions) add_pools(list, ink.palette, region);
  submitter.upload(list);
  membranes_.bind();
  glBindFramebuffer(GL_FRAMEBUFFER, *onto.framebuffer);
  scissor(whole(backdrop));
  submitter.draw_ground(seen.camera(PixelPoint{0, horizon_of(backdrop)}).y);
  submitter.run(list, 0, list.commands().size());
}

void BackdropPainter::scale_still(Submitter& submitter, DrawList& list, const Ink& ink, const Seen& seen) {
  const scene::Backdrop& backdrop = seen.backdrop;
  if (whole_of_ != backdrop.generation) {
    paint_still(submitter, list, ink, {backdrop, {}, seen.breath_s}, whole_);
    whole_of_ = backdrop.generation;
  }
  const PixelRect screen = whole(backdrop), wall = seen.camera(screen);
  if (clipped(wall, screen) != screen) {  // there is ground beyond the wall
    glBindFramebuffer(GL_FRAMEBUFFER, *still_.framebuffer);
    scissor(screen);
    submitter.draw_ground(seen.camera(PixelPoint{0, horizon_of(backdrop)}).y);
  }
  copy_scaled(whole_, still_, screen, wall);
}

std::span<const PixelRect> BackdropPainter::breathe(Submitter& submitter, DrawList& list, const Ink& ink, const Seen& seen,
                                                    const gl::Surface& onto) {
  std::vector<PixelRect> edges;
  membranes_.follow(seen.backdrop);
  for (std::size_t i = 0; i < seen.backdrop.regions.size(); ++i)
    membranes_.add_edge_rects(seen.backdrop.regions, i, seen.backdrop.unit_px, edges);
  Rects few;
  few.begin(onto.width, onto.height);
  for (const PixelRect& edge : edges) few.add(seen.camera(edge));
  const auto resolved = few.resolve();
  rects_.assign(resolved.begin(), resolved.end());
  paint_in(submitter, list, ink, seen, onto, rects_);
  return rects_;
}

void BackdropPainter::paint_in(Submitter& submitter, DrawList& list, const Ink& ink, const Seen& seen, const gl::Surface& onto,
                               std::span<const PixelRect> rects) {
  const scene::Backdrop& backdrop = seen.backdrop;
  list.clear();
  list.look_through(seen.camera);
  std::vector<std::size_t> begins;
  for (const PixelRect& rect : rects) {
    begins.push_back(list.mark());
    const PixelRect in = seen.camera.inverse(rect);
    for (std::size_t i = 0; i < backdrop.regions.size(); ++i)
      if (membranes_.reach_of_edges(i, backdrop.unit_px).touches(in))
        membranes_.add_edges(list, ink.palette, backdrop.regions, i, backdrop.unit_px, seen.breath_s);
    add_handles(list, ink.palette, backdrop, in);
    add_labels(list, ink, backdrop, in);
  }
  begins.push_back(list.mark());
  copy_rects(still_, onto, rects);
  submitter.upload(list);
  glBindFramebuffer(GL_FRAMEBUFFER, *onto.framebuffer);
  for (std::size_t i = 0; i < rects.size(); ++i) {
    scissor(rects[i]);
    submitter.run(list, begins[i], begins[i + 1]);
  }
}

}  // namespace greenline::render
