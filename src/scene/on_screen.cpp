// Keeps rectangles on the screen.
#include "scene/on_screen.h"

#include <algorithm>
#include <cmath>

namespace greenline::scene {

PixelPoint on_screen(PixelPoint centre, HalfSize half, const PixelRect& screen) {
  const auto within = [](float at, float reach, float from, float to) {
    return from + reach > to - reach ? (from + to) / 2 : std::clamp(at, from + reach, to - reach);
  };
  return {within(centre.x, half.width, screen.x0, screen.x1), within(centre.y, half.height, screen.y0, screen.y1)};
}

// By the separating axes of a segment and a box.
bool passes_through(PixelPoint a, PixelPoint b, const PixelRect& rect) {
  const PixelPoint middle = rect.centre(), d = b - a;
  const float half_x = rect.width() / 2, half_y = rect.height() / 2;
  const PixelPoint m = (a + b) * 0.5F - middle;
  const float along_x = std::abs(d.x) / 2, along_y = std::abs(d.y) / 2;
  return std::abs(m.x) <= half_x + along_x && std::abs(m.y) <= half_y + along_y &&
         std::abs(d.x * m.y - d.y * m.x) <= half_x * std::abs(d.y) + half_y * std::abs(d.x);
}

}  // namespace greenline::scene
