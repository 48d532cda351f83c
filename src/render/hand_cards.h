// Bodies of cards without OpenGL, as shaders/card.* draw them.
#pragma once
#include <cstdint>
#include <vector>

#include "content/palette.h"
#include "render/hand_signs.h"
#include "render/instances.h"
#include "render/sheet.h"

namespace greenline::render {

class HandCards {
 public:
  void set_palette(const content::Palette&);
  void draw(const Sheet&, const CardInstance&);

 private:
  [[nodiscard]] static bool is_plain(const CardInstance&);  // it carries nothing, at rest or in a hand
  CardColours colours_;
  std::vector<std::uint32_t> row_;
};

}  // namespace greenline::render
