// Cards that carry a sign without OpenGL: shaders/card.frag, line by line.
#include "render/hand_signs.h"

#include <algorithm>
#include <cmath>

#include "render/pebble.h"
#include "render/shade.h"

namespace greenline::render {
namespace {

Four wave_of(Four a) {
  for (int i = 0; i < 4; ++i) a[i] = std::sin(a[i]);
  return a;
}

Four length_of(Four x, Four y) { return root(x * x + y * y); }

Four round_box(Four x, Four y, PixelPoint half, float radius) {
  const Four qx = size(x) - four(half.x - radius), qy = size(y) - four(half.y - radius);
  return length_of(most(qx, four(0)), most(qy, four(0))) + least(most(qx, qy), four(0)) - four(radius);
}

// `a` as opaque colour.
Shade opaque(const content::Colour& c) { return {four(c.r), four(c.g), four(c.b), four(1)}; }

struct SignedCard {
  const CardInstance& card;
  const CardColours& colours;
  PixelPoint half;
  float warmth, edge_px, drop;

  SignedCard(const CardInstance& of, const CardColours& in)
      : card(of),
        colours(in),
        half{of.half_width, of.half_height},
        warmth(std::max(of.warm, 0.85F * of.lit)),
        edge_px(in.weight * (0.012F * half.y + 0.6F)),
        drop((0.055F * half.y + 1) * (1 + 1.2F * of.lifted)) {}

  struct At {
    Four x, y, d, up, rim, edge;
  };

  [[nodiscard]] Shade paper(const At& at) const {
    const Four shine = four(0.965F) + four(0.045F) * at.up;
    const Four under = four(0.55F) * at.rim * at.rim * (four(1) - four(0.75F) * at.up);
    const Four is_lit = four(std::min(4 * colours.glow, 1.0F));
    const auto channel = [&](float c, float turned, float edge_colour) {
      Four body = four(c) * shine;
      body = mixed(body, body * four(turned), under);
      body = mixed(four(c), body, is_lit);
      return mixed(body, four(edge_colour), at.edge * four(colours.edge.a));
    };
    return {channel(colours.paper.r, 0.90F, colours.edge.r), channel(colours.paper.g, 0.87F, colours.edge.g),
            channel(colours.paper.b, 0.82F, colours.edge.b), four(1)};
  }

  // Slips of what others laid beside it, from beneath the lower edge.
  [[nodiscard]] Shade slips(const At& at) const {
    Shade under = shade_of({0, 0, 0, 0});
    for (int k = 0; k < 3 && static_cast<float>(k) < card.slips; ++k) {
      const auto nth = static_cast<float>(k);
      const Four y = at.y - four((0.90F + 0.03F * static_cast<float>(k & 1)) * half.y);
      const Four x = at.x - four((nth - 1) * 0.46F * half.x + 0.05F * half.x) + four((nth - 0.8F) * 0.10F) * y;
      const Four slip = round_box(x, y, {0.30F * half.x, 0.27F * half.y}, 0.10F * half.y);
      const content::Colour warmer = mixed(colours.paper, colours.warm, 0.16F + 0.12F * nth);
      Shade body = mixed(opaque({warmer.r * 0.93F, warmer.g * 0.93F, warmer.b * 0.93F, 1}), opaque(colours.edge),
                         four(colours.edge.a) * share(slip + four(edge_px + 0.5F)));
      const float seen = std::min(card.slips - nth, 1.0F);  // one that is being written is faint
      body = times(body, four(seen) * share(four(0.5F) - slip));
      under = over(body, over(lit(colours.shadow, four(seen * 0.35F) * share(four(0.5F) - slip / four(4))), under));
    }
    return under;
  }

  // The same pebble in slate, with two waves nobody can read.
  [[nodiscard]] Shade veil(const At& at) const {
    const float w = 0.5F * half.y;
    const Four phase = at.x / four(0.62F * w);
    const Four one = size(at.y - four(0.22F * w) - four(0.16F * w) * wave_of(phase)),
               other = size(at.y + four(0.36F * w) - four(0.16F * w) * wave_of(phase + four(0.7F)));
    const Four drawn = share(four(0.036F * half.y + 0.5F) - least(one, other)) * share(four(0.52F * half.x) - size(at.x));
    const Four shine = four(0.96F) + four(0.10F) * at.up;
    Shade slate = opaque(colours.veil);
    slate = {slate.r * shine, slate.g * shine, slate.b * shine, four(1)};
    slate = mixed(slate, opaque(colours.wave), drawn * four(colours.wave.a));
    return mixed(slate, opaque(colours.wave), four(0.95F + 0.05F * colours.firmness) * at.edge);
  }

  [[nodiscard]] Shade body(const At& at) const {
    Shade body = paper(at);
    if (card.veiled > 0) body = mixed(body, veil(at), four(card.veiled));
    if (card.kept < 1) {  // being written down: a quiet broken edge
      const Four broken = four(0.5F) + four(0.5F) * wave_of((at.x + at.y) * four(0.55F));
      body = mixed(
          body, opaque(colours.ink),
          four((1 - card.kept) * (0.32F + 0.68F * colours.firmness)) * broken * share(four(1.5F) - size(at.d + four(2.5F))));
    }
    if (card.marked > 0) {  // stays in this room: two small rings, one through the other
      const Four x = at.x - four(half.x - 0.30F * half.y), y = at.y - four(-half.y + 0.27F * half.y);
      const float ring = 0.092F * half.y;
      const Four rings =
          least(size(length_of(x + four(0.8F * ring), y) - four(ring)), size(length_of(x - four(0.8F * ring), y) - four(ring)));
      body = mixed(body, opaque(mixed(colours.ink, colours.wave, card.veiled)),
                   four(0.8F * card.marked) * share(four(0.026F * half.y + 0.5F) - rings));
    }
    if (card.at_rest > 0)  // let go of, with thanks: a thin line round it
      body = mixed(body,
                   mixed(opaque(colours.resting), opaque(colours.resting_ink), four(0.8F + 0.2F * colours.firmness) * at.edge),
                   four(card.at_rest));
    const Four line = share(four(0.045F * half.y + 0.9F) - size(at.d + four(0.4F)));
    return mixed(body, opaque(colours.warm), four(warmth) * most(line, four(0.35F) * at.rim * at.rim * at.rim));
  }

  // The shadow, the light of one that is lit, and its slips.
  [[nodiscard]] Shade around(const At& at) const {
    const float radius = 0.62F * half.y, soft = radius + card.reach - drop;
    const Four fx = most(size(at.x) - four(half.x - radius), four(0)) / four(soft),
               fy = most(size(at.y - four(drop)) - four(half.y - radius), four(0)) / four(soft);
    const Four s = most(four(1) - (fx * fx + fy * fy), four(0));
    Shade all = lit(colours.shadow, four(1 - card.at_rest) * least(four(0.78F) * s * s, four(0.46F)));
    const Four h = share(four(1) - at.d / four(card.reach * 0.95F));
    all = over(lit(colours.warm, four(std::min(2 * colours.glow, 1.0F) * 0.55F * warmth) * h * h * at_least(at.d + four(1), 0)),
               all);
    // The weaker the glow, the more a ring tells what is lit.
    const float ring_px = 0.5F * colours.weight * (0.02F * half.y + 1), ring_at = 0.05F * half.y + 1.4F + ring_px;
    all = over(
        lit(colours.warm, four((1 - colours.glow) * card.lit) * share(four(ring_px + 0.5F) - size(at.d - four(ring_at)))), all);
    all = over(slips(at), all);
    // The outermost reach must fade to nothing, whatever the shape.
    const Four room_x = four(half.x + card.reach) - size(at.x), room_y = four(half.y + card.reach) - size(at.y);
    const Four more = four(0.12F * half.y) * at_least(at.y, 0) + room_y;
    return times(all, share(least(room_x, most(room_y, more)) * four(0.5F)));
  }

  [[nodiscard]] Shade shade(Four x, Four y) const {
    At at{x, y, pebble(half, x, y), four(0.5F) - four(0.5F / half.y) * y, {}, {}};
    at.rim = share(four(1) + at.d / four(0.16F * half.y + 1));
    at.edge = share(at.d + four(edge_px + 0.5F));
    const Four inside = share(four(0.5F) - at.d) * four(1 - 0.24F * (1 - card.kept));
    return times(over(times(body(at), inside), around(at)), four(card.opacity));
  }
};

}  // namespace

CardColours card_colours(const content::Palette& palette) {
  return {palette["paper"],       palette["ink"],       palette["card.edge"], palette["shadow"],
          palette["veil"],        palette["veil.wave"], palette["glow.warm"], palette["resting"],
          palette["resting.ink"], palette.glow,         palette.firmness,     palette.weight};
}

void draw_signed_card(const Sheet& sheet, const CardInstance& card, const CardColours& colours,
                      std::vector<std::uint32_t>& row) {
  if (card.half_width <= 0 || card.half_height <= 0 || card.opacity <= 0) return;
  const SignedCard drawn(card, colours);
  const float c = card.cos_turn, s = card.sin_turn;
  const float below = card.slips > 0 ? 0.12F * card.half_height : 0;  // slips reach out there
  const PixelPoint room{card.half_width + card.reach, card.half_height + card.reach + below};
  const PixelPoint out{room.x * std::abs(c) + room.y * std::abs(s), room.x * std::abs(s) + room.y * std::abs(c)};
  lay_shades(sheet, model::rect_around(card.centre, out.x, out.y), row, [&](const FourPixels& pixels) {
    const Four right = pixels.middle_x() - four(card.centre.x);
    const float down = pixels.middle_y() - card.centre.y;
    const Four x = right * four(c) + four(down * s), y = four(down * c) - right * four(s);
    return drawn.shade(x, y);
  });
}

}  // namespace greenline::render
