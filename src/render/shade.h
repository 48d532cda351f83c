// Colours of four neighbouring pixels at once, as the shaders reckon them: what is drawn by hand is told in these.
#pragma once
#include <cmath>
#include <cstdint>
#include <vector>

#include "content/palette.h"
#include "render/blend.h"
#include "render/four.h"
#include "render/instances.h"
#include "render/sheet.h"

namespace greenline::render {

struct Shade {  // premultiplied, 0..1
  Four r, g, b, a;
};

[[nodiscard]] inline Shade shade_of(const content::Colour& c) { return {four(c.r), four(c.g), four(c.b), four(c.a)}; }
[[nodiscard]] inline content::Colour colour_of(Rgba8 c) {
  constexpr float one = 255;
  return {static_cast<float>(c.r) / one, static_cast<float>(c.g) / one, static_cast<float>(c.b) / one,
          static_cast<float>(c.a) / one};
}
// Of a colour that is not multiplied with its alpha: it stays as it is and is there by `alpha`.
[[nodiscard]] inline Shade lit(const content::Colour& c, Four alpha) {
  const Four a = four(c.a) * alpha;
  return {four(c.r) * a, four(c.g) * a, four(c.b) * a, a};
}
[[nodiscard]] inline Shade over(const Shade& top, const Shade& below) {
  const Four left = four(1) - top.a;
  return {top.r + below.r * left, top.g + below.g * left, top.b + below.b * left, top.a + below.a * left};
}
[[nodiscard]] inline Shade times(const Shade& s, Four by) { return {s.r * by, s.g * by, s.b * by, s.a * by}; }
[[nodiscard]] inline Shade mixed(const Shade& from, const Shade& to, Four by) {
  return {mixed(from.r, to.r, by), mixed(from.g, to.g, by), mixed(from.b, to.b, by), mixed(from.a, to.a, by)};
}

// To pixels as in sheet.h; nothing may be below 0.
inline void put(const Shade& shade, std::uint32_t* pixels) {
  const auto byte = [](Four c) { return whole(least(c, four(1)) * four(255) + four(0.5F)); };
  const FourWhole all = byte(shade.b) | byte(shade.g) << 8 | byte(shade.r) << 16 | byte(shade.a) << 24;
  for (int i = 0; i < 4; ++i) pixels[i] = static_cast<std::uint32_t>(all[i]);
}

// White noise by pixel, -0.5..0.5, of four neighbours: as grain_at in shaders/common.glsl.
[[nodiscard]] inline Four grain_at(FourCount x, std::uint32_t y) {
  FourCount n = x * 1664525U + y * 22695477U;
  n ^= n >> 16;
  n *= 0x7feb352dU;
  n ^= n >> 15;
  return __builtin_convertvector(n & 0xffffU, Four) / four(65535) - four(0.5F);
}

// Four pixels of a row: their columns, and the middles of them.
struct FourPixels {
  int x = 0, y = 0;
  [[nodiscard]] Four middle_x() const {
    const float first = static_cast<float>(x) + 0.5F;
    return Four{first, first + 1, first + 2, first + 3};
  }
  [[nodiscard]] float middle_y() const { return static_cast<float>(y) + 0.5F; }
  [[nodiscard]] Four grain() const {
    const auto first = static_cast<std::uint32_t>(x);
    return grain_at(FourCount{first, first + 1, first + 2, first + 3}, static_cast<std::uint32_t>(y));
  }
};

// Whole pixels whose middles are within `rect`, as far as the sheet goes.
struct PixelRange {
  int x0, y0, x1, y1;
  PixelRange(const Sheet& sheet, const PixelRect& rect)
      : x0(std::max(first_from(rect.x0), sheet.x0())),
        y0(std::max(first_from(rect.y0), sheet.y0())),
        x1(std::min(first_from(rect.x1), sheet.x1())),
        y1(std::min(first_from(rect.y1), sheet.y1())) {}
  [[nodiscard]] bool empty() const { return x0 >= x1 || y0 >= y1; }
};

// Lays over the sheet, within `rect`, what `shade` gives for each four pixels. `row` is kept from call to call.
template <class ShadeOf>
void lay_shades(const Sheet& sheet, const PixelRect& rect, std::vector<std::uint32_t>& row, ShadeOf shade) {
  const PixelRange in(sheet, rect);
  if (in.empty()) return;
  row.resize(static_cast<std::size_t>(in.x1 - in.x0) + 4);
  for (int y = in.y0; y < in.y1; ++y) {
    std::uint32_t* to = row.data();
    for (int x = in.x0; x < in.x1; x += 4, to += 4) put(shade(FourPixels{x, y}), to);
    blend_picture(sheet.at(in.x0, y), in.x1 - in.x0, row.data(), 255);
  }
}

}  // namespace greenline::render
