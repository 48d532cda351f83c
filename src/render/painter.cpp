// Keeps the three pictures, and repairs of each what is no longer right.
#include "render/painter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "render/thread_clock.h"

namespace greenline::render {

// Whoever presents the frame, and ImGui, have states of their own.
void Painter::begin_state(int width, int height) {
  glViewport(0, 0, width, height);
  glDisable(GL_DEPTH_TEST);
  glDisable(GL_CULL_FACE);
  glEnable(GL_SCISSOR_TEST);
  glEnable(GL_BLEND);
  glBlendEquation(GL_FUNC_ADD);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glPolygonMode(GL_FRONT_AND_BACK, GL_FILL);
  glActiveTexture(GL_TEXTURE0);
}

tl::expected<Painter, std::string> Painter::make(const std::filesystem::path& shaders_folder, Detail detail) {
  auto submitter = Submitter::make(shaders_folder);
  if (!submitter) return tl::unexpected(submitter.error());
  return Painter(std::move(*submitter), detail);
}

Painter::Painter(Submitter submitter, Detail detail)
    : submitter_(std::move(submitter)),
      detail_(detail),
      letters_(AtlasTexture::of_letters()),
      pictures_(AtlasTexture::of_pictures()) {}

void Painter::set_palette(const content::Palette& palette) {
  palette_ = palette;
  submitter_.set_palette(palette_);
  by_hand_.set_palette(palette_);
  everything_ = true;
}

void Painter::set_detail(Detail detail) {
  everything_ = everything_ || detail != detail_;
  detail_ = detail;
}

tl::expected<void, std::string> Painter::resize(const scene::Backdrop& backdrop) {
  const PixelRect glass = backdrop.glass();
  const int width = std::max(static_cast<int>(glass.x1), 1), height = std::max(static_cast<int>(glass.y1), 1);
  if (width == frame_.width && height == frame_.height) return {};
  std::array<gl::Surface, 3> made;
  for (gl::Surface& surface : made) {
    auto one = gl::make_surface(width, height);
    if (!one) return tl::unexpected(std::move(one.error()));
    surface = std::move(*one);
  }
  if (auto resized = backdrop_painter_.resize(width, height); !resized) return resized;
  backdrop_ = std::move(made[0]);
  layer_ = std::move(made[1]);
  frame_ = std::move(made[2]);
  submitter_.set_size(width, height);
  everything_ = true;
  return {};
}

void Painter::upload_glyphs(const Drawn& drawn) {
  if (letters_.upload(drawn.atlas, drawn.atlas_dirty))
    submitter_.set_atlas_size(Visual::glyph, drawn.atlas.width, drawn.atlas.height);
  if (pictures_.upload(drawn.pictures, drawn.pictures_dirty))
    submitter_.set_atlas_size(Visual::picture, drawn.pictures.width, drawn.pictures.height);
}

void Painter::bind_glyphs() const {
  glActiveTexture(GL_TEXTURE0 + picture_atlas_unit);
  glBindTexture(GL_TEXTURE_2D, *pictures_.texture);
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, *letters_.texture);
}

bool Painter::backdrop_is_another(const Drawn& drawn) const { return everything_ || shown_.is_another(drawn); }

void Painter::paint_backdrop(const Drawn& drawn, const Atmosphere& air) {
  const Ink ink = manner(drawn).ink;
  const BackdropPainter::Seen seen{drawn.backdrop, drawn.camera, air.breath_s};
  if (everything_) backdrop_painter_.forget();
  if (backdrop_is_another(drawn)) {
    const bool softly = detail_ == Detail::cheap && !drawn.camera_rests;
    backdrop_painter_.paint(submitter_, list_, ink, seen, softly, backdrop_);
    layer_rects_.add_everything();
  } else if (shown_.has_breathed(air.breath_s)) {
    layer_rects_.add(backdrop_painter_.breathe(submitter_, list_, ink, seen, backdrop_));
  }
  shown_.now(drawn, air.breath_s);
  everything_ = false;
}

Manner Painter::manner(const Drawn& drawn) const {
  return {{palette_, drawn.atlas.generation}, detail_, tolerance_of(detail_, drawn)};
}

void Painter::build_layer(const Drawn& drawn) {
  const Manner how = manner(drawn);
  const auto rects = layer_rects_.resolve();
  layer_now_.assign(rects.begin(), rects.end());
  layer_parts_.clear();
  for (const PixelRect& rect : layer_now_) {
    const std::size_t from = list_.mark();
    add_what_rests(list_, how, drawn, rect, slots_);
    layer_parts_.push_back({rect, from, list_.commands().size()});
  }
}

void Painter::build_frame(const Drawn& drawn, const Atmosphere& air) {
  const Manner how = over_manner(manner(drawn), drawn);
  const auto rects = frame_rects_.resolve();
  frame_now_.assign(rects.begin(), rects.end());
  if (detail_ == Detail::cheap) keep_off_dusk();
  frame_parts_.clear();
  for (const PixelRect& rect : frame_now_) {
    const std::size_t from = list_.mark();
    over_.add(list_, how, drawn, air, rect);
    frame_parts_.push_back({rect, from, list_.commands().size()});
  }
  // What is said to people is never covered.
  said_parts_.clear();
  for (const PixelRect& rect : frame_now_) {
    const std::size_t from = list_.mark();
    over_.add_said(list_, how, drawn, air, rect);
    said_parts_.push_back({rect, from, list_.commands().size()});
  }
}

// The light along the lower edge lies under what moves: what is drawn by hand must not lie there already.
void Painter::keep_off_dusk() {
  if (dusk_.end_px < 0) return;
  for (std::size_t i = frame_now_.size(); i-- > 0;) {
    PixelRect& rect = frame_now_[i];
    const float edge = dusk_.band.y0;
    if (rect.y0 >= edge || rect.y1 <= edge) continue;
    const PixelRect lower{rect.x0, edge, rect.x1, rect.y1};
    rect.y1 = edge;
    frame_now_.push_back(lower);
  }
}

bool Painter::pays_by_hand(const Command& command) const {
  return detail_ == Detail::cheap && by_hand_.pays_on_surfaces(list_, command);
}

void Painter::paint(std::span<Part> parts, const gl::Surface& below, const gl::Surface& onto, const Dusk& dusk) {
  const auto& commands = list_.commands();
  const auto in_dusk = [&](const Part& part) { return dusk.end_px >= 0 && dusk.band.touches(part.rect); };
  bool first = true;
  for (bool more = true; more; first = false) {
    more = false;
    copied_.clear();
    for (Part& part : parts) {
      std::size_t to = part.from;
      if (!first || !in_dusk(part))
        while (to < part.to && pays_by_hand(commands[to])) ++to;
      const double before_s = thread_cpu_s();
      if (to > part.from)
        by_hand_.lay(list_, part.from, to, first ? below : onto, onto, part.rect);
      else if (first)
        copied_.push_back(part.rect);
      by_hand_s_ += thread_cpu_s() - before_s;
      part.from = to;
    }
    copy_rects(below, onto, copied_);
    bind_glyphs();
    glBindFramebuffer(GL_FRAMEBUFFER, *onto.framebuffer);
    for (Part& part : parts) {
      std::size_t to = part.from;
      while (to < part.to && !pays_by_hand(commands[to])) ++to;
      const bool dusky = first && in_dusk(part);
      if (dusky || to > part.from) {
        scissor(part.rect);
        if (dusky) submitter_.draw_dusk(dusk.band, dusk.end_px);
        submitter_.run(list_, part.from, to);
      }
      part.from = to;
      more = more || to < part.to;
    }
  }
}

void Painter::bind_pictures() {
  glActiveTexture(GL_TEXTURE1);
  glBindTexture(GL_TEXTURE_2D, *backdrop_.texture);
  glActiveTexture(GL_TEXTURE0);
  bind_glyphs();
}

void Painter::submit(std::span<const Overlay> overlays) {
  begin_state(frame_.width, frame_.height);
  submitter_.upload(list_);
  bind_pictures();
  if (!layer_parts_.empty()) paint(layer_parts_, backdrop_, layer_, {});
  paint(frame_parts_, layer_, frame_, dusk_);
  overlays_.draw(overlays, frame_now_, static_cast<float>(frame_.width), static_cast<float>(frame_.height));
  const auto says = [](const Part& part) { return part.from != part.to; };
  if (std::ranges::none_of(said_parts_, says)) return;
  begin_state(frame_.width, frame_.height);
  bind_pictures();
  for (const Part& part : said_parts_) {
    if (!says(part)) continue;
    scissor(part.rect);
    submitter_.run(list_, part.from, part.to);
  }
}

std::span<const PixelRect> Painter::draw(const Drawn& drawn, std::span<const Overlay> overlays, const Atmosphere& air) {
  const double begun_s = thread_cpu_s();
  if (auto fits = resize(drawn.backdrop); !fits) {
    trouble_ = std::move(fits.error());
    everything_ = true;  // what the scene says of its damage from now on is not followed
    return {};
  }
  trouble_.clear();
  upload_glyphs(drawn);
  layer_rects_.begin(frame_.width, frame_.height);
  frame_rects_.begin(frame_.width, frame_.height);
  const bool backdrop_changes = backdrop_is_another(drawn) || shown_.has_breathed(air.breath_s);
  if (backdrop_changes) {
    begin_state(frame_.width, frame_.height);
    for (const GLenum unit :
         {GLenum{GL_TEXTURE1}, GLenum{GL_TEXTURE0}}) {  // unit 1 must not hold the surface that is drawn into
      glActiveTexture(unit);
      bind_glyphs();
    }
    paint_backdrop(drawn, air);
  }
  const double painted_s = thread_cpu_s();
  if (drawn.everything_damaged) layer_rects_.add_everything();
  for (const PixelRect& rect : drawn.damaged) layer_rects_.add(drawn.camera(rect).grown(drawn.camera.zoom == 1 ? 0 : 1));
  list_.clear();
  build_layer(drawn);
  frame_rects_.add(layer_now_);
  over_.look(drawn, air, frame_rects_);
  const Dusk dusk = dusk_of(drawn.backdrop, air);
  frame_rects_.add(difference(dusk, dusk_));
  dusk_ = dusk;
  overlays_.look(overlays, frame_rects_);
  build_frame(drawn, air);
  const double built_s = thread_cpu_s();
  if (!frame_now_.empty()) {
    submit(overlays);
    // Asked once for all of the frame's buffers, textures and calls.
    const std::string why = gl::refusal();
    if (!why.empty()) {
      trouble_ = "The graphics driver could not draw all of the picture: " + why +
                 ". Close other programs, choose a smaller size or resolution, or update the driver.";
      everything_ = true;
    }
  }
  const double done_s = thread_cpu_s();
  const double by_hand_s = std::exchange(by_hand_s_, 0);
  times_ = {built_s - painted_s, painted_s - begun_s + done_s - built_s - by_hand_s, by_hand_s};
  return frame_now_;
}

}  // namespace greenline::render
