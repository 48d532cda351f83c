// Letters without OpenGL: upright ones texel by texel, turned and scaled ones from the four texels around each place.
#include "render/hand_letters.h"

#include <algorithm>
#include <cmath>

#include "render/blend.h"

namespace greenline::render {
namespace {

std::uint32_t solid(Rgba8 c) {
  return static_cast<std::uint32_t>(c.b) | static_cast<std::uint32_t>(c.g) << 8U | static_cast<std::uint32_t>(c.r) << 16U |
         0xFF000000U;
}

// Nothing is sampled beyond the atlas; a letter keeps an empty texel around itself.
int coverage_at(const text::AtlasImage& atlas, int u, int v) {
  const int x = std::clamp(u, 0, atlas.width - 1), y = std::clamp(v, 0, atlas.height - 1);
  return atlas.texels[static_cast<std::size_t>(y) * static_cast<std::size_t>(atlas.width) + static_cast<std::size_t>(x)];
}

float between(const text::AtlasImage& atlas, float u, float v) {
  const float fu = std::floor(u), fv = std::floor(v), right = u - fu, below = v - fv;
  const int iu = static_cast<int>(fu), iv = static_cast<int>(fv);
  const auto c = [&](int x, int y) { return static_cast<float>(coverage_at(atlas, iu + x, iv + y)); };
  const float upper = c(0, 0) + (c(1, 0) - c(0, 0)) * right, lower = c(0, 1) + (c(1, 1) - c(0, 1)) * right;
  return upper + (lower - upper) * below;
}

bool is_whole(float x) { return x == std::floor(x); }

void draw_upright(const Sheet& sheet, const text::AtlasImage& atlas, const GlyphInstance& letter) {
  const int left = static_cast<int>(letter.pivot.x + letter.x), top = static_cast<int>(letter.pivot.y + letter.y);
  const int x0 = std::max(left, sheet.x0()), x1 = std::min(left + letter.w, sheet.x1());
  const int y0 = std::max(top, sheet.y0()), y1 = std::min(top + letter.h, sheet.y1());
  const std::uint32_t colour = solid(letter.colour);
  for (int y = y0; y < y1; ++y)
    for (int x = x0; x < x1; ++x)
      if (const int covered = coverage_at(atlas, letter.u + x - left, letter.v + y - top); covered > 0)
        blend_flat(sheet.at(x, y), 1, faded(colour, static_cast<std::uint32_t>(covered * letter.colour.a + 127) / 255));
}

}  // namespace

void draw_letter(const Sheet& sheet, const text::AtlasImage& atlas, const GlyphInstance& letter) {
  const float c = letter.cos_scaled, s = letter.sin_scaled, scale = c * c + s * s;
  if (atlas.width <= 0 || atlas.height <= 0 || letter.colour.a == 0 || scale <= 0) return;
  const bool straight = c == 1 && s == 0;
  if (straight && is_whole(letter.pivot.x + letter.x) && is_whole(letter.pivot.y + letter.y) && letter.width == letter.w &&
      letter.height == letter.h)
    return draw_upright(sheet, atlas, letter);
  const float soft = straight ? 0 : 0.5F;
  const PixelPoint from{letter.x - soft, letter.y - soft}, to{letter.x + letter.width + soft, letter.y + letter.height + soft};
  const auto on_glass = [&](float x, float y) { return letter.pivot + PixelPoint{x * c - y * s, x * s + y * c}; };
  const PixelPoint corners[4] = {on_glass(from.x, from.y), on_glass(to.x, from.y), on_glass(from.x, to.y),
                                 on_glass(to.x, to.y)};
  const auto [left, right] = std::ranges::minmax(corners, {}, &PixelPoint::x);
  const auto [top, bottom] = std::ranges::minmax(corners, {}, &PixelPoint::y);
  const int x0 = std::max(first_from(left.x), sheet.x0()), x1 = std::min(first_from(right.x), sheet.x1());
  const int y0 = std::max(first_from(top.y), sheet.y0()), y1 = std::min(first_from(bottom.y), sheet.y1());
  const std::uint32_t colour = solid(letter.colour);
  const float strength = static_cast<float>(letter.colour.a) / 255;
  const float texels_u = letter.width > 0 ? static_cast<float>(letter.w) / letter.width : 1;
  const float texels_v = letter.height > 0 ? static_cast<float>(letter.h) / letter.height : 1;
  for (int y = y0; y < y1; ++y)
    for (int x = x0; x < x1; ++x) {
      const PixelPoint way = PixelPoint{static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F} - letter.pivot;
      const PixelPoint p{(way.x * c + way.y * s) / scale, (way.y * c - way.x * s) / scale};
      if (p.x < from.x || p.y < from.y || p.x >= to.x || p.y >= to.y) continue;
      const float covered =
          between(atlas, letter.u + (p.x - letter.x) * texels_u - 0.5F, letter.v + (p.y - letter.y) * texels_v - 0.5F);
      if (const auto alpha = static_cast<std::uint32_t>(std::lrint(covered * strength)); alpha > 0)
        blend_flat(sheet.at(x, y), 1, faded(colour, alpha));
    }
}

}  // namespace greenline::render
