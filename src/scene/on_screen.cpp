// Keeps rectangles on the screen.
#include "scene/on_screen.h"

#include <algorithm>

namespace greenline::scene {

PixelPoint on_screen(PixelPoint centre, HalfSize half, const PixelRect& screen) {
  const auto within = [](float at, float reach, float from, float to) {
    return from + reach > to - reach ? (from + to) / 2 : std::clamp(at, from + reach, to - reach);
  };
  return {within(centre.x, half.width, screen.x0, screen.x1), within(centre.y, half.height, screen.y0, screen.y1)};
}

}  // namespace greenline::scene
