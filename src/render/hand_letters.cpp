// Letters without OpenGL: upright ones texel by texel, turned and scaled ones from the four texels around each place.
#include "render/hand_letters.h"

#include <algorithm>
#include <cmath>

#include "render/blend.h"
#include "render/shade.h"

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

// Of four texels of a picture, as a graphics card does it: each channel by itself.
content::Colour colour_between(const text::AtlasImage& atlas, float u, float v) {
  const float fu = std::floor(u), fv = std::floor(v), right = u - fu, lower = v - fv;
  const auto texel = [&](float x, float y) {
    const auto column = static_cast<std::size_t>(std::clamp(static_cast<int>(x), 0, atlas.width - 1));
    const auto row = static_cast<std::size_t>(std::clamp(static_cast<int>(y), 0, atlas.height - 1));
    const auto* of = atlas.texels.data() + 4 * (row * static_cast<std::size_t>(atlas.width) + column);
    return colour_of({of[0], of[1], of[2], of[3]});
  };
  return mixed(mixed(texel(fu, fv), texel(fu + 1, fv), right), mixed(texel(fu, fv + 1), texel(fu + 1, fv + 1), right), lower);
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

// Calls at(x, y, u, v) for each pixel of the sheet that the glyph lies on: where that is in the atlas, texels from the first
// one's middle.
template <class At>
void each_pixel(const Sheet& sheet, const GlyphInstance& letter, At at) {
  const float c = letter.cos_scaled, s = letter.sin_scaled, scale = c * c + s * s;
  const float soft = c == 1 && s == 0 ? 0 : 0.5F;
  const PixelPoint from{letter.x - soft, letter.y - soft}, to{letter.x + letter.width + soft, letter.y + letter.height + soft};
  const auto on_glass = [&](float x, float y) { return letter.pivot + PixelPoint{x * c - y * s, x * s + y * c}; };
  const PixelPoint corners[4] = {on_glass(from.x, from.y), on_glass(to.x, from.y), on_glass(from.x, to.y),
                                 on_glass(to.x, to.y)};
  const auto [left, right] = std::ranges::minmax(corners, {}, &PixelPoint::x);
  const auto [top, bottom] = std::ranges::minmax(corners, {}, &PixelPoint::y);
  const int x0 = std::max(first_from(left.x), sheet.x0()), x1 = std::min(first_from(right.x), sheet.x1());
  const int y0 = std::max(first_from(top.y), sheet.y0()), y1 = std::min(first_from(bottom.y), sheet.y1());
  const float texels_u = letter.width > 0 ? static_cast<float>(letter.w) / letter.width : 1;
  const float texels_v = letter.height > 0 ? static_cast<float>(letter.h) / letter.height : 1;
  for (int y = y0; y < y1; ++y)
    for (int x = x0; x < x1; ++x) {
      const PixelPoint way = PixelPoint{static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F} - letter.pivot;
      const PixelPoint p{(way.x * c + way.y * s) / scale, (way.y * c - way.x * s) / scale};
      if (p.x < from.x || p.y < from.y || p.x >= to.x || p.y >= to.y) continue;
      at(x, y, letter.u + (p.x - letter.x) * texels_u - 0.5F, letter.v + (p.y - letter.y) * texels_v - 0.5F);
    }
}

bool is_seen(const text::AtlasImage& atlas, const GlyphInstance& letter) {
  const bool has_size = letter.cos_scaled != 0 || letter.sin_scaled != 0;
  return atlas.width > 0 && atlas.height > 0 && letter.colour.a > 0 && has_size;
}

}  // namespace

void draw_letter(const Sheet& sheet, const text::AtlasImage& atlas, const GlyphInstance& letter) {
  if (!is_seen(atlas, letter)) return;
  const bool straight = letter.cos_scaled == 1 && letter.sin_scaled == 0;
  if (straight && is_whole(letter.pivot.x + letter.x) && is_whole(letter.pivot.y + letter.y) && letter.width == letter.w &&
      letter.height == letter.h)
    return draw_upright(sheet, atlas, letter);
  const std::uint32_t colour = solid(letter.colour);
  const float strength = static_cast<float>(letter.colour.a) / 255;
  each_pixel(sheet, letter, [&](int x, int y, float u, float v) {
    const auto alpha = static_cast<std::uint32_t>(std::lrint(between(atlas, u, v) * strength));
    if (alpha > 0) blend_flat(sheet.at(x, y), 1, faded(colour, alpha));
  });
}

void draw_picture(const Sheet& sheet, const text::AtlasImage& pictures, const GlyphInstance& glyph) {
  if (!is_seen(pictures, glyph)) return;
  const content::Colour own = colour_of(glyph.colour);
  each_pixel(sheet, glyph, [&](int x, int y, float u, float v) {
    const content::Colour c = colour_between(pictures, u, v);
    const float alpha = c.a * own.a;
    blend_flat(sheet.at(x, y), 1, pixel_of(c.r * own.r * alpha, c.g * own.g * alpha, c.b * own.b * alpha, alpha));
  });
}

}  // namespace greenline::render
