// A painter without a display, for the tests.
#include "render/with_painter.h"
#include "places.h"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

namespace greenline::render::tests {
namespace {

OffscreenContext a_context() {
  auto made = OffscreenContext::make();
  if (!made) throw std::runtime_error(made.error());
  return std::move(*made);
}

bool differs(const Picture& a, const Picture& b, std::size_t pixel_at, int tolerance) {
  for (std::size_t channel = 0; channel < 4; ++channel)
    if (std::abs(int{a.rgba[pixel_at * 4 + channel]} - int{b.rgba[pixel_at * 4 + channel]}) > tolerance) return true;
  return false;
}

}  // namespace

std::filesystem::path shaders_folder() { return source_folder() / "shaders"; }

WithPainter::WithPainter() : context_(a_context()) {}

SampleWall WithPainter::a_wall(int width_px, int height_px) {
  SampleWall wall(engine_, width_px, height_px);
  wall.backdrop.generation = ++generation_;
  return wall;
}

std::unique_ptr<Painter> WithPainter::a_painter(const std::string& palette, Detail detail) const {
  auto made = Painter::make(shaders_folder(), detail);
  if (!made) throw std::runtime_error(made.error());
  auto painter = std::make_unique<Painter>(std::move(*made));
  painter->set_palette(palette_named(palette));
  return painter;
}

std::unique_ptr<HandPainter> WithPainter::a_hand(const std::string& palette) {
  auto painter = std::make_unique<HandPainter>();
  painter->set_palette(palette_named(palette));
  return painter;
}

Atmosphere WithPainter::quiet_air() {
  Atmosphere air;
  air.dusk = -1;
  return air;
}

Picture WithPainter::painted_afresh(SampleWall& wall, const Atmosphere& air) const {
  const auto painter = a_painter();
  painter->draw(wall.drawn(), {}, air);
  return picture_of(*painter);
}

int differing_pixels(const Picture& a, const Picture& b, int tolerance) {
  if (a.rgba.size() != b.rgba.size()) return -1;
  int count = 0;
  for (std::size_t i = 0; i < a.rgba.size() / 4; ++i) count += differs(a, b, i, tolerance) ? 1 : 0;
  return count;
}

model::PixelRect differing_rect(const Picture& a, const Picture& b, int tolerance) {
  model::PixelRect all;
  for (int y = 0; y < a.height; ++y)
    for (int x = 0; x < a.width; ++x)
      if (differs(a, b, static_cast<std::size_t>(y) * static_cast<std::size_t>(a.width) + static_cast<std::size_t>(x),
                  tolerance)) {
        const auto fx = static_cast<float>(x), fy = static_cast<float>(y);
        all = joined(all, {fx, fy, fx + 1, fy + 1});
      }
  return all;
}

content::Colour pixel(const Picture& picture, int x, int y) {
  const std::size_t at =
      (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)) * 4;
  const auto part = [&](std::size_t channel) { return static_cast<float>(picture.rgba[at + channel]) / 255.0F; };
  return {part(0), part(1), part(2), part(3)};
}

}  // namespace greenline::render::tests
