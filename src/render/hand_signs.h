// Cards that carry a sign without OpenGL, as shaders/card.frag draws them with SIGNS: being written down, lit, veiled, marked,
// nourished, at rest.
#pragma once
#include <cstdint>
#include <vector>

#include "content/palette.h"
#include "render/instances.h"
#include "render/sheet.h"

namespace greenline::render {

struct CardColours {
  content::Colour paper, ink, edge, shadow, veil, wave, warm, resting, resting_ink;
  float glow = 1, firmness = 0, weight = 1;
};
[[nodiscard]] CardColours card_colours(const content::Palette&);

void draw_signed_card(const Sheet&, const CardInstance&, const CardColours&, std::vector<std::uint32_t>& row);

}  // namespace greenline::render
