// The ground and the light along the lower edge without OpenGL.
#include "render/hand_ground.h"

#include <algorithm>

#include "render/shade.h"

namespace greenline::render {
namespace {

// What of the ground is the same along a row: the colours of the light above and below, and how much of them there is.
struct GroundRow {
  float from_line, dim, above, below;
  GroundRow(float y, float line_y, float height) : from_line((y - line_y) / (0.62F * height)), dim(0), above(0), below(0) {
    const float up = std::clamp((line_y - y) / line_y, 0.0F, 1.0F),
                down = std::clamp((y - line_y) / (height - line_y), 0.0F, 1.0F);
    const float near = std::clamp((up + down) / 0.35F, 0.0F, 1.0F);
    dim = 0.45F * (1 - near * near * (3 - 2 * near));
    above = 0.62F * up * (2 - up) * (0.35F + 0.65F * up);
    below = 0.66F * down * (0.3F + 0.7F * down);
  }
};

}  // namespace

void draw_ground(const Sheet& sheet, const content::Palette& palette, float line_y, float width, float height) {
  const content::Colour centre = palette["ground.centre"], middle = palette["ground.middle"], edge = palette["ground.edge"],
                        above = palette["tint.above"], below = palette["tint.below"];
  const float grain = (2 + 4 * palette.grain) / 255;
  std::uint32_t last[4];
  for (int y = sheet.y0(); y < sheet.y1(); ++y) {
    const GroundRow row(static_cast<float>(y) + 0.5F, line_y, height);
    for (int x = sheet.x0(); x < sheet.x1(); x += 4) {
      const FourPixels pixels{x, y};
      const Four across = (pixels.middle_x() - four(0.5F * width)) / four(0.62F * width);
      const Four r = across * across + four(row.from_line * row.from_line);
      const Four to_middle = share(r * four(1.8F)), to_edge = smooth(0.25F, 1.5F, r), noise = pixels.grain() * four(grain);
      const auto channel = [&](float c, float m, float e, float a, float b) {
        Four ground = mixed(four(c), four(m), to_middle);
        ground = mixed(ground, four(e), to_edge);
        ground = mixed(ground, four(e), four(row.dim));
        ground = mixed(ground, four(a), four(row.above));
        ground = mixed(ground, four(b), four(row.below));
        return most(ground + noise, four(0));
      };
      const Shade shade{channel(centre.r, middle.r, edge.r, above.r, below.r),
                        channel(centre.g, middle.g, edge.g, above.g, below.g),
                        channel(centre.b, middle.b, edge.b, above.b, below.b), four(1)};
      if (sheet.x1() - x >= 4) {
        put(shade, sheet.at(x, y));
      } else {
        put(shade, last);
        std::copy_n(last, sheet.x1() - x, sheet.at(x, y));
      }
    }
  }
}

void draw_dusk(const Sheet& sheet, const content::Palette& palette, const Dusk& dusk, float width,
               std::vector<std::uint32_t>& row) {
  if (dusk.end_px < 0) return;
  const content::Colour light = palette["glow.warm"];
  const float height = dusk.band.height();
  lay_shades(sheet, dusk.band, row, [&](const FourPixels& pixels) {
    const Four x = pixels.middle_x();
    const float up = (dusk.band.y1 - pixels.middle_y()) / height;  // 0 at the lower edge
    const Four fade = share((four(dusk.end_px) - x) / four(6 * height));
    const float glow = std::clamp(1 - up, 0.0F, 1.0F);
    const Four along = four(0.60F) + four(0.40F / width) * x;
    Four a = fade * fade * (four(3) - four(2) * fade) * four(glow * (0.16F + 0.74F * glow * glow)) * along;
    const Four bar = four(up <= 0.26F ? 1.0F : 0.0F) * share(four(dusk.end_px - 3 * height) - x);
    a = mixed(bar, a, four(std::min(4 * palette.glow, 1.0F)));
    a = most(a + pixels.grain() * at_least(a, 0.004F) * four(1.5F / 255), four(0));
    return lit(light, a);
  });
}

}  // namespace greenline::render
