// Pictures of a font, resampled.
#include "text/picture_glyph.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace greenline::text {
namespace {

using Texel = std::array<float, 4>;  // red, green, blue, alpha, 0..255; colours multiplied with alpha

// Which source pixels a pixel is made of, and how much of each: a tent as wide as the pixel, or as one of the source's where
// that is wider.
struct Tap {
  int first = 0;
  std::vector<float> weights;
};
std::vector<Tap> taps_for(int from, int to) {
  const float step = static_cast<float>(from) / static_cast<float>(to), reach = std::max(step, 1.0F);
  std::vector<Tap> taps(static_cast<std::size_t>(to));
  for (int i = 0; i < to; ++i) {
    const float centre = (static_cast<float>(i) + 0.5F) * step - 0.5F;
    Tap& tap = taps[static_cast<std::size_t>(i)];
    tap.first = std::max(0, static_cast<int>(std::ceil(centre - reach)));
    const int last = std::min(from - 1, static_cast<int>(std::floor(centre + reach)));
    float sum = 0;
    for (int k = tap.first; k <= last; ++k) {
      tap.weights.push_back(std::max(0.0F, 1 - std::abs(static_cast<float>(k) - centre) / reach));
      sum += tap.weights.back();
    }
    for (float& weight : tap.weights) weight /= sum;
  }
  return taps;
}

void add(Texel& to, const Texel& from, float weight) {
  for (std::size_t c = 0; c < 4; ++c) to[c] += from[c] * weight;
}

std::vector<Texel> resampled(const FT_Bitmap& bitmap, int width, int height) {
  const int w = static_cast<int>(bitmap.width), h = static_cast<int>(bitmap.rows);
  const std::vector<Tap> across = taps_for(w, width), down = taps_for(h, height);
  std::vector<Texel> narrow(static_cast<std::size_t>(width) * static_cast<std::size_t>(h));
  auto out = narrow.begin();
  for (int y = 0; y < h; ++y) {
    const std::uint8_t* const row = bitmap.buffer + static_cast<std::ptrdiff_t>(y) * bitmap.pitch;
    for (const Tap& tap : across) {
      const std::uint8_t* bgra = row + std::ptrdiff_t{4} * tap.first;
      for (const float weight : tap.weights) {
        add(*out,
            {static_cast<float>(bgra[2]), static_cast<float>(bgra[1]), static_cast<float>(bgra[0]),
             static_cast<float>(bgra[3])},
            weight);
        bgra += 4;
      }
      ++out;
    }
  }
  std::vector<Texel> all(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  out = all.begin();
  for (const Tap& tap : down)
    for (int x = 0; x < width; ++x) {
      std::size_t at = static_cast<std::size_t>(tap.first) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
      for (const float weight : tap.weights) {
        add(*out, narrow[at], weight);
        at += static_cast<std::size_t>(width);
      }
      ++out;
    }
  return all;
}

std::uint8_t byte_of(float x) { return static_cast<std::uint8_t>(std::lround(std::clamp(x, 0.0F, 255.0F))); }

std::vector<std::uint8_t> straight(const std::vector<Texel>& texels) {
  Texel mean{};
  for (const Texel& texel : texels) add(mean, texel, 1);
  std::vector<std::uint8_t> rgba;
  rgba.reserve(4 * texels.size());
  for (const Texel& texel : texels) {
    const Texel& coloured = texel[3] < 0.5F ? mean : texel;
    const float whole = coloured[3] > 0 ? 255 / coloured[3] : 0;
    for (std::size_t c = 0; c < 3; ++c) rgba.push_back(byte_of(coloured[c] * whole));
    rgba.push_back(byte_of(texel[3]));
  }
  return rgba;
}

}  // namespace

bool holds_pictures(FT_Face face) {
  return FT_HAS_COLOR(face) && FT_HAS_FIXED_SIZES(face) && !FT_IS_SCALABLE(face) && face->num_fixed_sizes > 0;
}

std::optional<Picture> picture_of(FT_Face face, std::uint32_t glyph, float size_px) {
  if (FT_Select_Size(face, 0) != 0 || FT_Load_Glyph(face, glyph, FT_LOAD_COLOR) != 0) return std::nullopt;
  const FT_GlyphSlot slot = face->glyph;
  if (slot->format != FT_GLYPH_FORMAT_BITMAP || slot->bitmap.pixel_mode != FT_PIXEL_MODE_BGRA ||
      face->size->metrics.y_ppem == 0)
    return std::nullopt;
  Picture picture;
  if (slot->bitmap.width == 0 || slot->bitmap.rows == 0) return picture;
  const float scale = size_px / static_cast<float>(face->size->metrics.y_ppem);
  const auto scaled = [scale](auto length) { return static_cast<int>(std::lround(static_cast<float>(length) * scale)); };
  picture.width = std::max(1, scaled(slot->bitmap.width));
  picture.height = std::max(1, scaled(slot->bitmap.rows));
  picture.left = scaled(slot->bitmap_left);
  picture.top = -scaled(slot->bitmap_top);
  picture.rgba = straight(resampled(slot->bitmap, picture.width, picture.height));
  return picture;
}

}  // namespace greenline::text
