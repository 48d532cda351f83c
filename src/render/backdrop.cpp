// Paints the backdrop.
#include "render/backdrop.h"

#include <array>
#include <cmath>

#include "render/green_line.h"
#include "render/membranes.h"
#include "render/rects.h"

namespace greenline::render {
namespace {

void add_faint_lines(DrawList& list, const content::Palette& palette, const scene::Backdrop& backdrop) {
  const float half_core = std::max(0.4F, 0.0005F * backdrop.unit_px);
  const Rgba8 colour = rgba8(palette["quiet_text"], palette.light_ground ? 0.26F : 0.15F);
  for (const auto& [a, b] : backdrop.faint_lines)
    list.add(RibbonInstance{a, a + (b - a) * 0.33F, a + (b - a) * 0.67F, b, half_core, 0, 0, 0, colour}, 1);
}

void add_label(DrawList& list, const Ink& ink, const scene::TextView& view, bool region_name) {
  // In daylight a region's hue does not stand out from its own tint: the edge carries the hue, the name is in the text's
  // colour.
  const bool in_text_colour = region_name && ink.palette.light_ground;
  add_text(list, ink, view.block.get(), view.at, ink.palette[in_text_colour ? "text" : std::string_view(view.role)]);
}

void add_labels(DrawList& list, const Ink& ink, const scene::Backdrop& backdrop, const PixelRect& in) {
  const auto add = [&](const scene::TextView& view, bool region_name) {
    if (view.rect().grown(view.rect().height() * 0.3F + 2).touches(in)) add_label(list, ink, view, region_name);
  };
  for (const scene::RegionView& region : backdrop.regions) {
    add(region.name, true);
    add(region.help, false);
  }
  if (backdrop.has_line) {
    add(backdrop.line.above, false);
    add(backdrop.line.below, false);
  }
  add(backdrop.prompt.mode, false);
  for (const scene::TextView& line : backdrop.prompt.lines) add(line, false);
}

float horizon_of(const scene::Backdrop& backdrop) { return backdrop.has_line ? backdrop.line.y : 0.52F * backdrop.height; }

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

void BackdropPainter::resize(int width, int height) { still_ = gl::make_surface(width, height); }

void BackdropPainter::paint(Submitter& submitter, DrawList& list, const Ink& ink, const scene::Backdrop& backdrop,
                            double breath_s, const gl::Surface& onto) {
  list.clear();
  add_faint_lines(list, ink.palette, backdrop);
  for (const scene::RegionView& region : backdrop.regions) add_membrane(list, ink.palette, region, backdrop.unit_px);
  if (backdrop.has_line) add_green_line(list, ink.palette, backdrop.line.y, backdrop.width, backdrop.unit_px);
  submitter.upload(list);
  glBindFramebuffer(GL_FRAMEBUFFER, *still_.framebuffer);
  scissor(whole(backdrop));
  submitter.draw_ground(horizon_of(backdrop));
  submitter.run(list, 0, list.commands().size());
  const std::array<PixelRect, 1> all = {whole(backdrop)};
  paint_in(submitter, list, ink, backdrop, breath_s, onto, all);
}

std::span<const PixelRect> BackdropPainter::breathe(Submitter& submitter, DrawList& list, const Ink& ink,
                                                    const scene::Backdrop& backdrop, double breath_s, const gl::Surface& onto) {
  std::vector<PixelRect> edges;
  for (const scene::RegionView& region : backdrop.regions) edge_rects(region, backdrop.unit_px, edges);
  Rects few;
  few.begin(onto.width, onto.height);
  few.add(edges);
  const auto resolved = few.resolve();
  rects_.assign(resolved.begin(), resolved.end());
  paint_in(submitter, list, ink, backdrop, breath_s, onto, rects_);
  return rects_;
}

void BackdropPainter::paint_in(Submitter& submitter, DrawList& list, const Ink& ink, const scene::Backdrop& backdrop,
                               double breath_s, const gl::Surface& onto, std::span<const PixelRect> rects) {
  list.clear();
  std::vector<std::size_t> begins;
  for (const PixelRect& rect : rects) {
    begins.push_back(list.mark());
    for (const scene::RegionView& region : backdrop.regions)
      if (reach_of_edges(region, backdrop.unit_px).touches(rect))
        add_edges(list, ink.palette, region, backdrop.unit_px, breath_s);
    add_labels(list, ink, backdrop, rect);
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
