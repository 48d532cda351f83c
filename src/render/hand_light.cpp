// Soft light and ink without OpenGL.
#include "render/hand_light.h"

#include <algorithm>
#include <cmath>

#include "render/membrane_shapes.h"
#include "render/shade.h"

namespace greenline::render {
namespace {

// A field's distance between its texels, for four places in one row of pixels; texels, from the first one's middle.
class FieldRow {
 public:
  FieldRow(std::span<const float> field, float v) {
    const float row = std::clamp(v, 0.0F, static_cast<float>(side - 1));
    const int upper = static_cast<int>(row), lower = std::min(upper + 1, side - 1);
    upper_ = field.data() + static_cast<std::ptrdiff_t>(upper) * side;
    lower_ = field.data() + static_cast<std::ptrdiff_t>(lower) * side;
    down_ = row - static_cast<float>(upper);
  }
  [[nodiscard]] Four at(Four u) const {
    const Four column = least(most(u, four(0)), four(side - 1));
    const FourWhole left = whole(column);
    Four near, next;
    for (int i = 0; i < 4; ++i) {
      const int l = left[i], r = std::min(l + 1, side - 1);
      near[i] = upper_[l] + (lower_[l] - upper_[l]) * down_;
      next[i] = upper_[r] + (lower_[r] - upper_[r]) * down_;
    }
    return mixed(near, next, column - __builtin_convertvector(left, Four));
  }

 private:
  static constexpr int side = MembraneField::side;
  const float *upper_, *lower_;
  float down_;
};

// How much of haze there is beside words: little on them, all of it their own height away.
Four beside(const PixelRect& words, Four x, float y) {
  const PixelPoint half{0.5F * words.width(), 0.5F * words.height()};
  if (half.y <= 0) return four(1);
  const Four out_x = most(size(x - four(words.x0 + half.x)) - four(half.x), four(0));
  const float out_y = std::max(std::abs(y - words.y0 - half.y) - half.y, 0.0F);
  return mixed(four(0.30F), four(1), smooth(0, 1.2F, root(out_x * out_x + four(out_y * out_y)) / four(half.y)));
}

Shade behind_of(const PixelMemory& backdrop, const FourPixels& pixels) {
  Shade shade = shade_of({0, 0, 0, 0});
  if (backdrop.pixels == nullptr) return shade;
  const std::uint32_t* row = backdrop.pixels + static_cast<std::ptrdiff_t>(pixels.y) * backdrop.stride;
  for (int i = 0; i < 4; ++i) {
    const std::uint32_t pixel = row[std::min(pixels.x + i, backdrop.width - 1)];
    shade.b[i] = static_cast<float>(pixel & 255U) / 255;
    shade.g[i] = static_cast<float>(pixel >> 8U & 255U) / 255;
    shade.r[i] = static_cast<float>(pixel >> 16U & 255U) / 255;
  }
  return shade;
}

Four part(Four a) { return a - floored(a); }

// Without glow light is chalk: specks, none of them on words and edges.
Four chalk(Four a, Four qx, float qy, const Shade& behind) {
  constexpr float cells = 30;
  const Four column = floored(qx * four(cells));
  const float row = std::floor(qy * cells);
  const Four at_x = part(qx * four(cells)) - four(0.5F);
  const float at_y = qy * cells - row - 0.5F;
  const auto cell_y = static_cast<std::uint32_t>(row + 64);
  const FourCount cell_x = __builtin_convertvector(column + four(64), FourCount);
  const Four chance = grain_at(cell_x, cell_y) + four(0.5F);
  const Four brightest = most(behind.r, most(behind.g, behind.b));
  const Four there = -__builtin_convertvector(four(0.5F) * a >= chance, Four);
  return there * -__builtin_convertvector(four(0.4F) >= brightest, Four) *
         share((four(0.36F) - root(at_x * at_x + four(at_y * at_y))) * four(6) + four(0.5F));
}

}  // namespace

void draw_membrane(const Sheet& sheet, const MembraneInstance& membrane, std::span<const float> field, Row& row) {
  const PixelRect box = model::rect_around(membrane.centre, membrane.half_width, membrane.half_height);
  if (box.empty() || field.size() < std::size_t{MembraneField::side} * MembraneField::side) return;
  constexpr auto side = static_cast<float>(MembraneField::side);
  const content::Colour colour = colour_of(membrane.colour);
  const float texels_x = side / box.width(), texels_y = side / box.height();
  lay_shades(sheet, box, row, [&](const FourPixels& pixels) {
    const FieldRow distances(field, (pixels.middle_y() - box.y0) * texels_y - 0.5F);
    const Four d = distances.at((pixels.middle_x() - four(box.x0)) * four(texels_x) - four(0.5F)) * four(membrane.field_px);
    const Four depth = share(four(1) + d / four(membrane.rim));  // 1 at the edge, 0 well inside
    const float lean = 1 - 0.12F * (pixels.middle_y() - membrane.centre.y) / membrane.body_half_height;
    const Four fill = four(membrane.fill * lean) * (four(0.52F) + four(0.48F) * depth * depth * depth * (four(2) - depth));
    const Four inside = share(four(0.5F) - d), light = share(four(1) - d / four(membrane.halo));
    const Four halo = four(membrane.halo_strength) * light * light * light * (four(1) - inside);
    Four a = (fill * inside + halo) * four(colour.a);
    a = most(a + pixels.grain() * at_least(a, 0.002F) * four(1.5F / 255), four(0));
    return lit({colour.r, colour.g, colour.b, 1}, a);
  });
}

void draw_haze(const Sheet& sheet, const HazeInstance& haze, float glow, const PixelMemory& backdrop, Row& row) {
  if (haze.radius_x <= 0 || haze.radius_y <= 0) return;
  const content::Colour colour = colour_of(haze.colour);
  const bool person = haze.keeps_backdrop > 0.5F;
  const PixelRect box = model::rect_around(haze.centre, haze.radius_x, haze.radius_y);
  lay_shades(sheet, box, row, [&](const FourPixels& pixels) {
    const Four x = pixels.middle_x(), qx = (x - four(haze.centre.x)) / four(haze.radius_x);
    const float y = pixels.middle_y(), qy = (y - haze.centre.y) / haze.radius_y;
    const Four rx = qx * qx;
    const float ry = qy * qy;
    Four a = four(0);
    if (person) {
      const Four near = most(four(1) - rx - four(ry), four(0)), light = four(haze.strength) * near * near * near;
      for (int i = 0; i < 4; ++i) a[i] = 1 - std::exp(-light[i]);
    } else {
      const Four pool = most(four(1) - rx * rx - four(ry), four(0));  // as wide as words are
      a = four(haze.strength) * pool * pool;
    }
    a *= beside(haze.words[0], x, y) * beside(haze.words[1], x, y);
    const Shade behind = person ? behind_of(backdrop, pixels) : Shade{};
    if (glow == 0 && person)
      a = chalk(a, qx, qy, behind);
    else if (glow > 0)
      a += pixels.grain() * at_least(a, 0.004F) * four(2.0F / 255);
    a = most(a, four(0));
    if (!person) return lit(colour, a);
    Shade thickest = mixed(behind, shade_of(colour), four(colour.a));
    thickest.a = four(1);
    return times(thickest, a);
  });
}

void draw_capsule(const Sheet& sheet, const CapsuleInstance& stroke, Row& row) {
  const PixelPoint way = stroke.to - stroke.from;
  const float long_px = length(way);
  const PixelPoint along = long_px > 1e-3F ? way * (1 / long_px) : PixelPoint{1, 0};
  const float reach = std::max(stroke.from_radius, stroke.to_radius) + 1;
  const PixelRect box{std::min(stroke.from.x, stroke.to.x) - reach, std::min(stroke.from.y, stroke.to.y) - reach,
                      std::max(stroke.from.x, stroke.to.x) + reach, std::max(stroke.from.y, stroke.to.y) + reach};
  const content::Colour colour = colour_of(stroke.colour);
  lay_shades(sheet, box, row, [&](const FourPixels& pixels) {
    const Four x = pixels.middle_x() - four(stroke.from.x);
    const float y = pixels.middle_y() - stroke.from.y;
    const Four px = x * four(along.x) + four(y * along.y), py = four(y * along.x) - x * four(along.y);
    const Four t = share(px / four(std::max(long_px, 1e-3F)));
    const Four ax = px - t * four(long_px);
    const Four d = root(ax * ax + py * py) - mixed(four(stroke.from_radius), four(stroke.to_radius), t);
    return lit(colour, share(four(0.5F) - d));
  });
}

}  // namespace greenline::render
