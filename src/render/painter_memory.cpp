// Frames in memory of whoever shows them. What lies under all that moves is kept in memory, too: the layer and the dusk. What
// moves is drawn over it by hand; only where a seat stands, or something that by hand cannot draw, OpenGL draws and is read.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

#include "render/painter.h"

namespace greenline::render {
namespace {

bool is_drawn(const Overlay& overlay) { return overlay.data != nullptr; }

// The parts of `rects` within `hole`, and those beside it.
void split(std::vector<PixelRect>& rects, const PixelRect& hole) {
  for (std::size_t i = rects.size(); i-- > 0;) {
    const PixelRect all = rects[i], in = clipped(all, hole);
    if (in.empty() || in == all) continue;
    rects[i] = in;
    const PixelRect beside[] = {{all.x0, all.y0, all.x1, in.y0},
                                {all.x0, in.y1, all.x1, all.y1},
                                {all.x0, in.y0, in.x0, in.y1},
                                {in.x1, in.y0, all.x1, in.y1}};
    for (const PixelRect& rest : beside)
      if (!rest.empty()) rects.push_back(rest);
  }
}

void read(const gl::Surface& from, const PixelRect& rect, const PixelMemory& to) {
  const auto x = static_cast<GLint>(rect.x0), y = static_cast<GLint>(rect.y0);
  glBindFramebuffer(GL_READ_FRAMEBUFFER, *from.framebuffer);
  glPixelStorei(GL_PACK_ROW_LENGTH, to.stride);
  glReadPixels(x, y, static_cast<GLsizei>(rect.width()), static_cast<GLsizei>(rect.height()), GL_BGRA,
               GL_UNSIGNED_INT_8_8_8_8_REV, Sheet(to, x, y, 0, 0).at(x, y));
  glPixelStorei(GL_PACK_ROW_LENGTH, 0);
}

}  // namespace

PixelMemory Painter::below() { return {below_.data(), frame_.width, frame_.height, frame_.width, 0}; }

void Painter::follow_memory() {
  const bool fits =
      detail_ == Detail::cheap && wanted_.pixels != nullptr && wanted_.width == frame_.width && wanted_.height == frame_.height;
  const PixelMemory now = fits ? wanted_ : PixelMemory{};
  const auto pixels = static_cast<std::size_t>(frame_.width) * static_cast<std::size_t>(frame_.height);
  if (!fits) {
    below_ = {};
  } else if (below_.size() != pixels || now != memory_) {
    below_.resize(pixels);
    below_rects_.add_everything();
  }
  if (now != memory_) frame_rects_.add_everything();
  memory_ = now;
}

void Painter::keep_off_overlays(std::span<const Overlay> overlays) {
  for (const Overlay& overlay : overlays)
    if (is_drawn(overlay))
      split(frame_now_,
            {std::floor(overlay.rect.x0), std::floor(overlay.rect.y0), std::ceil(overlay.rect.x1), std::ceil(overlay.rect.y1)});
}

bool Painter::all_by_hand(const Part& part) const {
  const auto commands = std::span(list_.commands()).subspan(part.from, part.to - part.from);
  return std::ranges::all_of(commands, [&](const Command& command) { return by_hand_.can_draw(list_, command); });
}

void Painter::read_below() {
  for (const PixelRect& rect : below_rects_.resolve()) {
    read(layer_, rect, below());
    const PixelRect lit = dusk_.end_px >= 0 ? clipped(dusk_.band, rect) : PixelRect{};
    if (lit.empty()) continue;
    copy_rects(layer_, frame_, {{lit}});
    glBindFramebuffer(GL_FRAMEBUFFER, *frame_.framebuffer);
    scissor(lit);
    submitter_.draw_dusk(dusk_.band, dusk_.end_px);
    read(frame_, lit, below());
  }
}

void Painter::submit_into_memory(std::span<const Overlay> overlays) {
  gl_parts_.clear();
  gl_said_.clear();
  const auto seated = [&](const PixelRect& rect) {
    return std::ranges::any_of(overlays, [&](const Overlay& one) { return is_drawn(one) && one.rect.touches(rect); });
  };
  for (std::size_t i = 0; i < frame_parts_.size(); ++i) {
    if (!seated(frame_parts_[i].rect) && all_by_hand(frame_parts_[i]) && all_by_hand(said_parts_[i])) continue;
    gl_parts_.push_back(frame_parts_[i]);
    gl_said_.push_back(said_parts_[i]);
  }
  spoke_to_gl_ = !layer_parts_.empty() || !gl_parts_.empty() || !below_rects_.empty();
  if (spoke_to_gl_) {
    begin_state(frame_.width, frame_.height);
    submitter_.upload(list_);
    bind_pictures();
    if (!layer_parts_.empty()) paint(layer_parts_, backdrop_, layer_, {});
    read_below();
  }
  const double before_s = thread_cpu_s();
  for (std::size_t i = 0; i < frame_parts_.size(); ++i) {
    const Part &part = frame_parts_[i], &said = said_parts_[i];
    if (std::ranges::any_of(gl_parts_, [&](const Part& one) { return one.rect == part.rect; })) continue;
    by_hand_.draw(list_, part.from, part.to, below(), memory_, part.rect);
    if (said.from != said.to) by_hand_.draw(list_, said.from, said.to, memory_, memory_, said.rect);
  }
  by_hand_s_ += thread_cpu_s() - before_s;
  if (gl_parts_.empty()) return;
  draw_with_gl(gl_parts_, gl_said_, overlays);
  for (const PixelRect& rect : gl_rects_) read(frame_, rect, memory_);
}

void Painter::read_pixels(std::vector<std::uint8_t>& rgba) const {
  if (!in_memory()) return gl::read_surface(frame_, rgba);
  rgba.clear();
  rgba.reserve(static_cast<std::size_t>(memory_.width) * static_cast<std::size_t>(memory_.height) * 4);
  for (int y = 0; y < memory_.height; ++y)
    for (const std::uint32_t pixel :
         std::span(memory_.pixels + std::ptrdiff_t{y} * memory_.stride, static_cast<std::size_t>(memory_.width)))
      for (const unsigned shift : {16U, 8U, 0U, 24U}) rgba.push_back(static_cast<std::uint8_t>(pixel >> shift));
}

}  // namespace greenline::render
