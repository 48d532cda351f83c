// The green line: a living ground line of several strands, with shoots above and roots below. Told by weight and texture, so
// that it is read without its colour.
#include "render/green_line.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "render/strips.h"

namespace greenline::render {
namespace {

constexpr std::uint64_t seed_of_line = 21;

// Heights are in canvas units, x in pixels over unit_px.
struct Course {  // of one strand: a sum of sines
  float first = 0, second = 0, third = 0, height = 0;
  [[nodiscard]] float at(float x) const {
    return height *
           (0.55F * std::sin(6.3F * x + first) + 0.30F * std::sin(13.1F * x + second) + 0.15F * std::sin(23.9F * x + third));
  }
};

struct Ground {
  Stretch stretch;
  float unit_px;
  Course course;
  std::span<const PixelRect> words;
  [[nodiscard]] float height_at(float x_px) const { return stretch.y + unit_px * course.at(x_px / unit_px); }
};

void add_strand(DrawList& list, const Ground& ground, const Course& own, const Brush& brush, float swell, Dice& dice) {
  const float step = std::max(4.0F, ground.unit_px * 0.007F);
  const float phase = dice.between(0, 6.28F);
  std::vector<PixelPoint> path;
  std::vector<float> widths;
  const float first = std::floor(ground.stretch.from / step);
  for (float x = (first - 2) * step; x <= ground.stretch.to + 2 * step; x += step) {
    const float u = x / ground.unit_px;
    path.push_back({x, ground.height_at(x) + ground.unit_px * own.at(u)});
    widths.push_back(1 + swell * (0.6F * std::sin(3.3F * u + phase) + 0.4F * std::sin(8.9F * u + 2 * phase)));
  }
  list.add_strip(strip_along(path, brush, widths));
}

// A thin stroke that tapers, grown from the line: up as a shoot, down as a root.
void add_stroke(DrawList& list, std::span<const PixelRect> words, PixelPoint from, float dx, float dy, float bend,
                float half_core, Rgba8 colour) {
  const PixelPoint to{from.x + dx, from.y + dy};
  const PixelRect reach{std::min(from.x, to.x) - std::abs(bend), std::min(from.y, to.y),
                        std::max(from.x, to.x) + std::abs(bend), std::max(from.y, to.y)};
  if (std::ranges::any_of(words, [&](const PixelRect& rect) { return rect.touches(reach); })) return;
  const PixelPoint side{bend, 0};
  list.add(RibbonInstance{from,
                          {from.x, from.y + dy * 0.35F},
                          PixelPoint{from.x + dx * 0.4F, from.y + dy * 0.7F} + side,
                          to,
                          half_core,
                          0,
                          0,
                          0.8F,
                          colour},
           6);
}

void add_shoots(DrawList& list, const content::Palette& palette, const Ground& ground, float begin, Dice& dice) {
  const float unit = ground.unit_px;
  const float half_core = palette.weight * std::max(0.42F, unit * 0.00070F);
  const auto count = static_cast<int>(ground.stretch.width / unit * 125);
  for (int i = 0; i < count; ++i) {
    const float x = begin + dice.next() * ground.stretch.width;
    const float thick = 0.5F + 0.5F * std::sin(7.0F * x / unit + 1.3F) * std::sin(17.0F * x / unit);  // they stand in tufts
    const float tall =
        unit * (0.009F + 0.026F * dice.next() * dice.next() + (dice.next() > 0.95F ? 0.016F : 0.0F)) * (0.6F + 0.7F * thick);
    const float lean = dice.between(-0.45F, 0.55F) * tall;
    add_stroke(list, ground.words, {x, ground.height_at(x)}, lean, -tall, dice.between(-0.2F, 0.2F) * tall, half_core,
               rgba8(palette["line"], ground.stretch.presence * palette.firm(dice.between(0.30F, 0.80F))));
  }
}

void add_roots(DrawList& list, const content::Palette& palette, const Ground& ground, float begin, Dice& dice) {
  const float unit = ground.unit_px;
  const auto count = static_cast<int>(ground.stretch.width / unit * 105);
  for (int i = 0; i < count; ++i) {
    const float x = begin + dice.next() * ground.stretch.width;
    const float chance = dice.next();
    const float deep = unit * (0.010F + 0.030F * chance * chance + (dice.next() > 0.93F ? 0.030F * dice.next() : 0.0F));
    const float drift = dice.between(-0.35F, 0.35F) * deep;
    const float alpha = ground.stretch.presence * palette.firm(dice.between(0.26F, 0.66F));
    const float half_core = palette.weight * std::max(0.42F, unit * 0.00066F);
    const PixelPoint from{x, ground.height_at(x)};
    add_stroke(list, ground.words, from, drift, deep, dice.between(-0.3F, 0.3F) * deep, half_core,
               rgba8(palette["roots"], alpha));
    if (deep > unit * 0.026F)  // long ones branch
      add_stroke(list, ground.words, {from.x + drift * 0.25F, from.y + deep * 0.45F}, dice.between(-0.5F, 0.5F) * deep,
                 deep * 0.4F, 0, half_core * 0.8F, rgba8(palette["roots"], alpha * 0.8F));
  }
}

}  // namespace

void add_green_line(DrawList& list, const content::Palette& palette, const Stretch& stretch, float unit_px,
                    std::span<const PixelRect> words) {
  Dice dice(seed_of_line);
  const Ground ground{stretch, unit_px, {0.7F, 2.1F, 4.0F, 0.0105F}, words};
  const content::Colour green = palette["line"];
  const float glow = palette.glow * (palette.light_ground ? 0.5F : 1.0F);
  // Light in the ground around it, wide and faint.
  add_strand(list, ground, {}, {0.5F, 0.050F * unit_px, 0.20F * glow, 0, 0, rgba8(green, 0.55F * stretch.presence)}, 0, dice);
  const float length = stretch.width;
  Dice after = dice;  // what grows on one length
  for (float begin = std::floor(stretch.from / length) * length; begin < stretch.to; begin += length) {
    after = dice;
    add_roots(list, palette, ground, begin, after);
    add_shoots(list, palette, ground, begin, after);
  }
  dice = after;
  struct Weight {
    float half_core, alpha, stray;
  };
  for (const Weight w : {Weight{0.0062F, 0.13F, 0.0080F},
                         {0.0042F, 0.16F, 0.0120F},
                         {0.0015F, 0.34F, 0.0130F},
                         {0.0010F, 0.44F, 0.0095F},
                         {0.0007F, 0.48F, 0.0125F},
                         {0.0016F, 0.62F, 0.0052F},
                         {0.0008F, 0.60F, 0.0045F}}) {
    const Course own{dice.between(0, 6.28F), dice.between(0, 6.28F), dice.between(0, 6.28F), w.stray};
    const bool is_haze = w.alpha < 0.2F;  // the body that the strands lie in: the firmer they are, the less of it
    const float alpha = is_haze ? w.alpha * (1 - palette.firmness) : palette.firm(w.alpha);
    add_strand(list, ground, own, {w.half_core * unit_px, 0, 0, 0, 0, rgba8(green, alpha * stretch.presence)}, 0.35F, dice);
  }
  const content::Colour core = palette.light_ground ? green : mixed(green, {1, 1, 0.9F, 1}, 0.10F);
  add_strand(list, ground, {},
             {palette.weight * 0.0017F * unit_px, 0.011F * unit_px, 0.42F * glow, 0, 0,
              rgba8(core, palette.firm(0.96F) * stretch.presence)},
             0.30F, dice);
}

}  // namespace greenline::render
