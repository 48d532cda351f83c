// Bodies of cards without OpenGL: four pixels at once near the edge, one colour a row within.
#include "render/hand_cards.h"

#include <algorithm>
#include <cmath>

#include "render/blend.h"
#include "render/pebble.h"
#include "render/shade.h"

namespace greenline::render {
namespace {

struct CardLook {  // of one card; lengths in pixels
  PixelPoint half;
  float reach, opacity;
  content::Colour paper, edge, shadow;
  float lit, edge_px, rim_px, drop;

  // Within this distance of its edge it looks the same all along a row.
  [[nodiscard]] float plain_from() const { return -std::max(rim_px, edge_px + 0.5F); }
};

// As shaders/card.frag without signs, line by line.
Shade shade_of(const CardLook& look, Four x, Four y, Four distance) {
  const Four inside = share(four(0.5F) - distance);
  const Four up = four(0.5F) - four(0.5F) * y / four(look.half.y);
  const Four rim = share(four(1) + distance / four(look.rim_px));
  const Four edge = share(distance + four(look.edge_px + 0.5F)) * four(look.edge.a);
  const Four shine = four(0.965F) + four(0.045F) * up;
  const Four under = four(0.55F) * rim * rim * (four(1) - four(0.75F) * up);
  const auto body = [&](float paper, float turned, float edge_colour) {
    Four c = four(paper) * shine;
    c = mixed(c, c * four(turned), under);
    c = mixed(four(paper), c, four(look.lit));
    return mixed(c, four(edge_colour), edge);
  };
  const float radius = 0.62F * look.half.y, soft = radius + look.reach - look.drop;
  const Four fx = most(size(x) - four(look.half.x - radius), four(0)) / four(soft);
  const Four fy = most(size(y - four(look.drop)) - four(look.half.y - radius), four(0)) / four(soft);
  const Four s = most(four(1) - (fx * fx + fy * fy), four(0));
  Four fallen = least(four(0.78F) * s * s, four(0.46F)) * four(look.shadow.a);
  // Faded out where its rectangle ends; below, a little later.
  const Four room_x = four(look.half.x + look.reach) - size(x), room_y = four(look.half.y + look.reach) - size(y);
  const Four below = share(y * four(1e6F)) * four(0.12F * look.half.y);
  fallen *= share(least(room_x, most(room_y, below + room_y)) * four(0.5F));
  const Four left = four(1) - inside;
  const auto both = [&](float paper, float turned, float edge_colour, float shadow) {
    return (body(paper, turned, edge_colour) * inside + four(shadow) * fallen * left) * four(look.opacity);
  };
  return {both(look.paper.r, 0.90F, look.edge.r, look.shadow.r), both(look.paper.g, 0.87F, look.edge.g, look.shadow.g),
          both(look.paper.b, 0.82F, look.edge.b, look.shadow.b), (inside + fallen * left) * four(look.opacity)};
}

}  // namespace

void HandCards::set_palette(const content::Palette& palette) { colours_ = card_colours(palette); }

bool HandCards::is_plain(const CardInstance& card) {
  return card.kept >= 1 && card.warm <= 0 && card.lit <= 0 && card.slips <= 0 && card.veiled <= 0 && card.marked <= 0 &&
         card.at_rest <= 0;
}

void HandCards::draw(const Sheet& sheet, const CardInstance& card) {
  if (!is_plain(card)) return draw_signed_card(sheet, card, colours_, row_);
  const PixelPoint half{card.half_width, card.half_height};
  if (half.x <= 0 || half.y <= 0 || card.opacity <= 0) return;
  const CardLook look{half,
                      card.reach,
                      card.opacity,
                      colours_.paper,
                      colours_.edge,
                      colours_.shadow,
                      std::min(4 * colours_.glow, 1.0F),
                      colours_.weight * (0.012F * half.y + 0.6F),
                      0.16F * half.y + 1,
                      (0.055F * half.y + 1) * (1 + 1.2F * card.lifted)};
  const float c = card.cos_turn, s = card.sin_turn;
  const PixelPoint room{half.x + card.reach, half.y + card.reach};
  const PixelPoint out{room.x * std::abs(c) + room.y * std::abs(s), room.x * std::abs(s) + room.y * std::abs(c)};
  const int x0 = std::max(first_from(card.centre.x - out.x), sheet.x0()),
            x1 = std::min(first_from(card.centre.x + out.x), sheet.x1());
  const int y0 = std::max(first_from(card.centre.y - out.y), sheet.y0()),
            y1 = std::min(first_from(card.centre.y + out.y), sheet.y1());
  if (x0 >= x1) return;
  row_.resize(static_cast<std::size_t>(x1 - x0) + 4);
  const float plain = look.plain_from();
  for (int y = y0; y < y1; ++y) {
    const float down = static_cast<float>(y) + 0.5F - card.centre.y;
    std::uint32_t* to = row_.data();
    for (int x = x0; x < x1; x += 4, to += 4) {
      const float first = static_cast<float>(x) + 0.5F - card.centre.x;
      const Four right = Four{first, first + 1, first + 2, first + 3};
      const Four px = right * four(c) + four(down * s), py = four(down * c) - right * four(s);
      const Four distance = pebble(look.half, px, py);
      const Shade shade = shade_of(look, px, py, distance);
      put(shade, to);
      // An upright card is the same from here to the mirrored place.
      const int mirrored = static_cast<int>(std::floor(card.centre.x - first - 4));
      if (s != 0 || first >= 0 || mirrored - x < 8) continue;
      const bool reached = distance[0] < plain && distance[1] < plain && distance[2] < plain && distance[3] < plain;
      if (!reached) continue;
      const int groups = (std::min(mirrored, x1) - x) / 4;
      if (groups < 2) continue;
      std::fill_n(to, groups * 4, to[3]);
      x += (groups - 1) * 4;
      to += (groups - 1) * 4;
    }
    blend_picture(sheet.at(x0, y), x1 - x0, row_.data(), 255);
  }
}

}  // namespace greenline::render
