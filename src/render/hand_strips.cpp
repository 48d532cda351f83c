// Lit lines along a path without OpenGL.
#include "render/hand_strips.h"

#include <algorithm>
#include <cmath>

#include "render/shade.h"
#include "render/triangles.h"

namespace greenline::render {
namespace {

// Of one triangle; what does not change within it is its last corner's.
struct Lit {
  Plane across, along, half_core;
  float glow, strength, period, dash;
  content::Colour core, light;

  // Distance from the middle of the line, or of the dash that is nearest.
  [[nodiscard]] Four distance(Four x, float y) const {
    const Four d = size(four(across.at_0 + across.dy * y) + four(across.dx) * x);
    if (period <= 0) return d;
    const Four at = (four(along.at_0 + along.dy * y) + four(along.dx) * x) / four(period);
    const Four from_middle = size(at - floored(at) - four(0.5F)) * four(period);
    const Four beyond = most(from_middle - four(0.5F * dash), four(0));
    return root(beyond * beyond + d * d);
  }
  // As line_light in shaders/common.glsl.
  [[nodiscard]] Shade shade(Four x, float y) const {
    const Four d = distance(x, y), half = most(four(half_core.at_0 + half_core.dy * y) + four(half_core.dx) * x, four(0));
    const Four there = share(most(half, four(0.5F)) + four(0.5F) - d) * least(half + half, four(1));
    const Four near = share(four(1) - d / (four(glow + 0.001F) + half));
    const Shade inner = lit(core, there), outer = lit(light, (four(1) - there) * near * near * four(strength));
    return {inner.r + outer.r, inner.g + outer.g, inner.b + outer.b, inner.a + outer.a};
  }
};

void draw_lit(const Sheet& sheet, const Corners& corners, const Lit& lit, std::vector<std::uint32_t>& row) {
  each_row(sheet, corners, [&](int y, int x0, int x1) {
    row.resize(std::max(row.size(), static_cast<std::size_t>(x1 - x0) + 4));
    std::uint32_t* to = row.data();
    for (int x = x0; x < x1; x += 4, to += 4) {
      const FourPixels pixels{x, y};
      put(lit.shade(pixels.middle_x(), pixels.middle_y()), to);
    }
    blend_picture(sheet.at(x0, y), x1 - x0, row.data(), 255);
  });
}

bool beside_sheet(const Sheet& sheet, const Corners& p) {
  const auto [left, right] = std::minmax({p[0].x, p[1].x, p[2].x});
  const auto [top, bottom] = std::minmax({p[0].y, p[1].y, p[2].y});
  return !PixelRect{left, top, right, bottom}.touches(sheet.rect());
}

constexpr float no_area = 1e-5F;

}  // namespace

void draw_strip(const Sheet& sheet, std::span<const StripVertex> strip, std::vector<std::uint32_t>& row) {
  for (std::size_t i = 2; i < strip.size(); ++i) {
    const StripVertex &a = strip[i - 2], &b = strip[i - 1], &c = strip[i];
    const Corners corners{a.at, b.at, c.at};
    const float area = twice_area(corners);
    if (std::abs(area) < no_area || beside_sheet(sheet, corners)) continue;
    const content::Colour colour = colour_of(c.colour);
    draw_lit(sheet, corners,
             {{corners, area, a.across, b.across, c.across},
              {corners, area, a.along, b.along, c.along},
              {corners, area, a.half_core, b.half_core, c.half_core},
              c.glow,
              c.glow_strength,
              c.dash_period,
              c.dash,
              colour,
              colour},
             row);
  }
}

void draw_tapered(const Sheet& sheet, const RibbonInstance& ribbon, std::uint32_t segments, Rgba8 light,
                  std::vector<std::uint32_t>& row) {
  const float reach = std::max(ribbon.half_core, 0.5F) + ribbon.glow + 0.6F;
  const content::Colour colour = colour_of(ribbon.colour);
  content::Colour beside = colour_of(light);
  beside.a = colour.a;
  struct Side {
    PixelPoint one, other;
    float half_core = 0;
  } before;
  for (std::uint32_t i = 0; i <= segments; ++i) {
    const float t = static_cast<float>(i) / static_cast<float>(segments), s = 1 - t;
    const PixelPoint at =
        ribbon.a * (s * s * s) + ribbon.b * (3 * s * s * t) + ribbon.c * (3 * s * t * t) + ribbon.d * (t * t * t);
    PixelPoint way = (ribbon.b - ribbon.a) * (s * s) + (ribbon.c - ribbon.b) * (2 * s * t) + (ribbon.d - ribbon.c) * (t * t);
    if (way.x * way.x + way.y * way.y < 1e-4F) way = ribbon.d - ribbon.a + PixelPoint{1e-3F, 0};
    way = way * (1 / length(way));
    const PixelPoint across{-way.y * reach, way.x * reach};
    const Side now{at - across, at + across, ribbon.half_core * (1 - ribbon.taper * t)};
    const auto triangle = [&](const Corners& corners, float side_of_last, float half_a, float half_b, float half_c) {
      const float area = twice_area(corners);
      if (i == 0 || std::abs(area) < no_area || beside_sheet(sheet, corners)) return;
      draw_lit(sheet, corners,
               {{corners, area, -reach, reach, side_of_last * reach},
                {},
                {corners, area, half_a, half_b, half_c},
                ribbon.glow,
                ribbon.glow_strength,
                0,
                0,
                colour,
                beside},
               row);
    };
    triangle({before.one, before.other, now.one}, -1, before.half_core, before.half_core, now.half_core);
    triangle({now.one, before.other, now.other}, 1, now.half_core, before.half_core, now.half_core);
    before = now;
  }
}

}  // namespace greenline::render
