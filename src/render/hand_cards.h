// Bodies of cards without OpenGL, as shaders/card.* draw those that carry no sign.
#pragma once
#include <cstdint>
#include <vector>

#include "content/palette.h"
#include "render/instances.h"
#include "render/sheet.h"

namespace greenline::render {

class HandCards {
 public:
  void set_palette(const content::Palette&);
  // Those that are kept and carry nothing, at rest or in a hand.
  [[nodiscard]] static bool can_draw(const CardInstance&);
  void draw(const Sheet&, const CardInstance&);

 private:
  content::Colour paper_, edge_, shadow_;
  float glow_ = 1, weight_ = 1;
  std::vector<std::uint32_t> row_;
};

}  // namespace greenline::render
