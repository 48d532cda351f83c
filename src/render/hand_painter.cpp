// Draws whole frames without OpenGL.
#include "render/hand_painter.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

#include "render/hand_ground.h"
#include "render/hand_overlays.h"
#include "render/thread_clock.h"

namespace greenline::render {

void HandPainter::set_palette(const content::Palette& palette) {
  palette_ = palette;
  by_hand_.set_palette(palette);
  everything_ = true;
}

bool HandPainter::resize(const scene::Backdrop& backdrop) {
  const PixelRect glass = backdrop.glass();
  const int width = std::max(static_cast<int>(glass.x1), 1), height = std::max(static_cast<int>(glass.y1), 1);
  if (width == width_ && height == height_) return true;
  const bool room = backdrop_.resize(width, height) && below_.resize(width, height);
  width_ = room ? width : 0;
  height_ = room ? height : 0;
  everything_ = true;
  return room;
}

bool HandPainter::follow_memory() {
  const bool fits = wanted_.pixels != nullptr && wanted_.width == width_ && wanted_.height == height_;
  if (fits)
    own_.drop();
  else if (!own_.resize(width_, height_))
    return false;
  frame_ = fits ? wanted_ : own_.memory();
  return true;
}

void HandPainter::paint_backdrop(const Drawn& drawn, const Manner& how, const Atmosphere& air) {
  const BackdropSeen seen{drawn.backdrop, drawn.camera, air.breath_s};
  if (everything_) backdrop_.forget();
  backdrop_.follow(drawn.backdrop);
  by_hand_.set_sources({drawn.atlas, drawn.pictures, backdrop_.fields(), {}});
  if (everything_ || shown_.is_another(drawn)) {
    backdrop_.paint(by_hand_, list_, how.ink, seen, !drawn.camera_rests);
    below_rects_.add_everything();
  } else if (shown_.has_breathed(air.breath_s)) {
    below_rects_.add(backdrop_.breathe(by_hand_, list_, how.ink, seen));
  }
  by_hand_.set_sources({drawn.atlas, drawn.pictures, backdrop_.fields(), backdrop_.picture()});
  shown_.now(drawn, air.breath_s);
  everything_ = false;
}

Manner HandPainter::manner(const Drawn& drawn) const {
  return {{palette_, drawn.atlas.generation}, Detail::cheap, tolerance_of(Detail::cheap, drawn)};
}

void HandPainter::paint_below(const Drawn& drawn, const Manner& how) {
  for (const PixelRect& rect : below_now_) {
    const double begun_s = thread_cpu_s();
    list_.clear();
    add_what_rests(list_, how, drawn, rect, slots_);
    times_.build_s += thread_cpu_s() - begun_s;
    by_hand_.draw(list_, 0, list_.commands().size(), backdrop_.picture(), below_.memory(), rect);
    const PixelRect lit = dusk_.end_px >= 0 ? clipped(dusk_.band, rect) : PixelRect{};
    if (lit.empty()) continue;
    const Sheet sheet(below_.memory(), static_cast<int>(lit.x0), static_cast<int>(lit.y0), static_cast<int>(lit.width()),
                      static_cast<int>(lit.height()));
    draw_dusk(sheet, palette_, dusk_, drawn.backdrop.glass().x1, row_);
  }
}

void HandPainter::paint_frame(const Drawn& drawn, const Manner& how, const Atmosphere& air, std::span<const Overlay> overlays) {
  for (const PixelRect& rect : frame_now_) {
    const double begun_s = thread_cpu_s();
    list_.clear();
    over_.add(list_, how, drawn, air, rect);
    const std::size_t said = list_.mark();
    over_.add_said(list_, how, drawn, air, rect);  // what is said to people is never covered
    const double built_s = thread_cpu_s();
    by_hand_.draw(list_, 0, said, below_.memory(), frame_, rect);
    draw_overlays_by_hand(overlays, drawn.atlas, drawn.pictures, frame_, rect);
    if (said < list_.commands().size()) by_hand_.draw(list_, said, list_.commands().size(), frame_, frame_, rect);
    times_.build_s += built_s - begun_s;
    times_.raster_s += thread_cpu_s() - built_s;
  }
}

std::span<const PixelRect> HandPainter::draw(const Drawn& drawn, std::span<const Overlay> overlays, const Atmosphere& air) {
  const double begun_s = thread_cpu_s();
  times_ = {};
  frame_now_.clear();
  const PixelMemory before = frame_;
  if (!resize(drawn.backdrop) || !follow_memory()) {
    frame_ = {};
    trouble_ = "There is no memory for a picture of " + std::to_string(static_cast<int>(drawn.backdrop.glass().x1)) + "x" +
               std::to_string(static_cast<int>(drawn.backdrop.glass().y1)) +
               " pixels. Close other programs, or choose a smaller size or resolution.";
    everything_ = true;  // what the scene says of its damage from now on is not followed
    return {};
  }
  trouble_.clear();
  below_rects_.begin(width_, height_);
  frame_rects_.begin(width_, height_);
  if (frame_ != before) frame_rects_.add_everything();
  const Manner how = manner(drawn);
  paint_backdrop(drawn, how, air);
  if (drawn.everything_damaged) below_rects_.add_everything();
  for (const PixelRect& rect : drawn.damaged) below_rects_.add(drawn.camera(rect).grown(drawn.camera.zoom == 1 ? 0 : 1));
  const Dusk dusk = dusk_of(drawn.backdrop, air);
  below_rects_.add(difference(dusk, dusk_));
  dusk_ = dusk;
  const auto below = below_rects_.resolve();
  below_now_.assign(below.begin(), below.end());
  paint_below(drawn, how);
  const double below_s = thread_cpu_s();
  times_.raster_s = below_s - begun_s - times_.build_s;
  frame_rects_.add(below_now_);
  over_.look(drawn, air, frame_rects_);
  overlays_.look(overlays, frame_rects_);
  const auto frame = frame_rects_.resolve();
  frame_now_.assign(frame.begin(), frame.end());
  times_.build_s += thread_cpu_s() - below_s;
  paint_frame(drawn, over_manner(how, drawn), air, overlays);
  return frame_now_;
}

void HandPainter::read_pixels(std::vector<std::uint8_t>& rgba) const {
  rgba.clear();
  rgba.reserve(static_cast<std::size_t>(frame_.width) * static_cast<std::size_t>(frame_.height) * 4);
  for (int y = 0; y < frame_.height; ++y)
    for (const std::uint32_t pixel :
         std::span(frame_.pixels + std::ptrdiff_t{y} * frame_.stride, static_cast<std::size_t>(frame_.width)))
      for (const unsigned shift : {16U, 8U, 0U, 24U}) rgba.push_back(static_cast<std::uint8_t>(pixel >> shift));
}

}  // namespace greenline::render
