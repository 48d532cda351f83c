// The picture under a canvas's regions, made quiet.
#include "render/backing.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

#include "render/blend.h"
#include "render/png.h"

namespace greenline::render {
namespace {

// On the dark ground the picture is no lighter than this, on the light one no darker than the same from white: words over
// white paper or black ink keep 4.5 to 1 (tests/render/backing_test.cpp).
constexpr float reach = 0.42F;
constexpr float covers = 0.42F, less_where_firm = 0.4F;  // of the ground
constexpr float greyed = 0.4F;                           // of the way to grey: regions' colours are told from it
constexpr float soft_side = 0.02F;                       // of its shorter side

// Half as large each way: four pixels are one.
Picture halved(const Picture& picture) {
  Picture half{picture.width / 2, picture.height / 2, {}};
  half.rgba.resize(static_cast<std::size_t>(half.width) * static_cast<std::size_t>(half.height) * 4);
  const std::size_t stride = static_cast<std::size_t>(picture.width) * 4;
  std::size_t to = 0;
  for (int y = 0; y < half.height; ++y)
    for (int x = 0; x < half.width; ++x) {
      const std::size_t from = static_cast<std::size_t>(2 * y) * stride + static_cast<std::size_t>(2 * x) * 4;
      for (std::size_t channel = from; channel < from + 4; ++channel)
        half.rgba[to++] = static_cast<std::uint8_t>((picture.rgba[channel] + picture.rgba[channel + 4] +
                                                     picture.rgba[channel + stride] + picture.rgba[channel + stride + 4] + 2) /
                                                    4);
    }
  return half;
}

float softness(int x, int y, const Picture& picture) {
  const int beside = std::min(std::min(x, picture.width - 1 - x), std::min(y, picture.height - 1 - y));
  const float side = soft_side * static_cast<float>(std::min(picture.width, picture.height));
  const float t = std::clamp((static_cast<float>(beside) + 0.5F) / std::max(side, 1.0F), 0.0F, 1.0F);
  return t * t * (3 - 2 * t);
}

std::uint32_t quiet(const std::uint8_t* rgba, float softness, const QuietAs& as) {
  const auto channel = [&](int i) { return static_cast<float>(rgba[i]) / 255; };
  const float grey = 0.2126F * channel(0) + 0.7152F * channel(1) + 0.0722F * channel(2);
  const float alpha = as.covers * softness * channel(3);
  const auto out = [&](int i) {
    const float held = reach * std::lerp(channel(i), grey, greyed);
    return (as.on_light ? 1 - reach + held : held) * alpha;
  };
  return pixel_of(out(0), out(1), out(2), alpha);
}

std::uint32_t plain(const std::uint8_t* rgba) {
  const auto channel = [&](int i) { return static_cast<float>(rgba[i]) / 255; };
  const float alpha = channel(3);
  return pixel_of(channel(0) * alpha, channel(1) * alpha, channel(2) * alpha, alpha);
}

void make_quiet(const Picture& picture, const QuietAs& as, const PixelMemory& onto) {
  for (int y = 0; y < picture.height; ++y)
    for (int x = 0; x < picture.width; ++x) {
      const std::size_t at =
          static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x);
      const std::uint8_t* rgba = picture.rgba.data() + at * 4;
      onto.pixels[std::ptrdiff_t{y} * onto.stride + x] = as.as_it_is ? plain(rgba) : quiet(rgba, softness(x, y, picture), as);
    }
}

}  // namespace

bool Backing::follow(const scene::Backdrop& backdrop, const content::Palette& palette) {
  const QuietAs as{!backdrop.picture_is_quiet, palette.light_ground, covers * (1 - less_where_firm * palette.firmness),
                   2 * std::max(static_cast<int>(backdrop.width), 1)};
  if (of_ == backdrop.picture && as_ == as) return picture_.width() > 0;
  of_ = backdrop.picture;
  as_ = as;
  picture_.drop();
  std::optional<Picture> read = of_ ? decoded(of_->bytes) : std::nullopt;
  if (!read || std::max(read->width, read->height) > content::max_ground_side) return false;
  while (read->width > as.most_width && read->height > 1) read = halved(*read);
  if (!picture_.resize(read->width, read->height)) return false;
  make_quiet(*read, as, picture_.memory());
  ++number_;
  return true;
}

void Backing::lay(const PixelMemory& onto, const model::PixelRect& where) const {
  OwnPicture scaled;
  if (!scaled.resize(onto.width, onto.height)) return;
  copy_scaled(picture(), scaled.memory(), where);
  const auto within = [](float edge, int most) { return std::clamp(static_cast<int>(std::lround(edge)), 0, most); };
  const int x0 = within(where.x0, onto.width), x1 = within(where.x1, onto.width);
  for (int y = within(where.y0, onto.height); y < within(where.y1, onto.height); ++y)
    if (x1 > x0)
      blend_picture(onto.pixels + std::ptrdiff_t{y} * onto.stride + x0, x1 - x0,
                    scaled.memory().pixels + std::ptrdiff_t{y} * scaled.memory().stride + x0, 255);
}

}  // namespace greenline::render
