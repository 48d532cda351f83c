// Paints the backdrop.
#include "render/backdrop.h"

#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "render/rects.h"

namespace greenline::render {

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
  fields_.follow(membranes_);
  if (softly && has_whole()) {
    scale_still(submitter, list, ink, seen);
  } else {
    paint_still(submitter, list, ink, seen, still_);
  }
  const std::array<PixelRect, 1> all = {whole(seen.backdrop)};
  paint_in(submitter, list, ink, seen, onto, all);
}

void BackdropPainter::paint_ground(Submitter& submitter, const Ink& ink, const Seen& seen) {
  submitter.draw_ground(horizon_px(seen));
  if (!backing_.follow(seen.backdrop, ink.palette)) return;
  glActiveTexture(GL_TEXTURE0 + backing_unit);
  if (!backing_texture_) backing_texture_ = gl::smooth_texture();
  glBindTexture(GL_TEXTURE_2D, *backing_texture_);
  if (backing_number_ != backing_.number()) {
    const PixelMemory& picture = backing_.picture();
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, picture.width, picture.height, 0, GL_BGRA, GL_UNSIGNED_BYTE, picture.pixels);
    backing_number_ = backing_.number();
  }
  glActiveTexture(GL_TEXTURE0);
  submitter.draw_backing(seen.camera(seen.backdrop.picture_rect));
}

void BackdropPainter::paint_still(Submitter& submitter, DrawList& list, const Ink& ink, const Seen& seen,
                                  const gl::Surface& onto) {
  list.clear();
  add_what_stands(list, ink, membranes_, seen);
  submitter.upload(list);
  fields_.bind();
  glBindFramebuffer(GL_FRAMEBUFFER, *onto.framebuffer);
  scissor(whole(seen.backdrop));
  paint_ground(submitter, ink, seen);
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
    paint_ground(submitter, ink, seen);
  }
  copy_scaled(whole_, still_, screen, wall);
}

std::span<const PixelRect> BackdropPainter::breathe(Submitter& submitter, DrawList& list, const Ink& ink, const Seen& seen,
                                                    const gl::Surface& onto) {
  membranes_.follow(seen.backdrop);
  fields_.follow(membranes_);
  Rects few;
  few.begin(onto.width, onto.height);
  few.add(drifting_rects(membranes_, seen));
  const auto resolved = few.resolve();
  rects_.assign(resolved.begin(), resolved.end());
  paint_in(submitter, list, ink, seen, onto, rects_);
  return rects_;
}

void BackdropPainter::paint_in(Submitter& submitter, DrawList& list, const Ink& ink, const Seen& seen, const gl::Surface& onto,
                               std::span<const PixelRect> rects) {
  list.clear();
  std::vector<std::size_t> begins;
  for (const PixelRect& rect : rects) {
    begins.push_back(list.mark());
    add_edges_and_labels(list, ink, membranes_, seen, rect);
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
