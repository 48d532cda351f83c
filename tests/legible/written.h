// Everything written on a wall, with what lies behind it: found in what is drawn, not in a list that somebody keeps, so that
// words in colours nobody thought of are measured too.
#pragma once
#include <string>
#include <vector>

#include "app/offscreen_wall.h"

namespace greenline::legible {

using content::Colour;
using model::PixelRect;

struct Written {
  std::string what;               // "the name of a region"; of words in a seat "text"
  std::vector<PixelRect> glyphs;  // pixels
  Colour colour;                  // as it is drawn over what is behind it
};

// Words that stand on the wall now, and those in its seats.
[[nodiscard]] std::vector<Written> written_on(interact::Wall&, const content::Palette&);
[[nodiscard]] std::vector<Written> written_in_seats(interact::Wall&, std::uint32_t glyph_texture);
// Each letter of what lies over a wall, in the order in which it is written.
[[nodiscard]] std::vector<Written> letters_of(const ImDrawData&, std::uint32_t glyph_texture);

// The frame as it is, with no glyph in it. The wall can only be drawn without words after this.
[[nodiscard]] render::Picture without_words(app::OffscreenWall&, const content::Palette&);
[[nodiscard]] render::Picture with_words(app::OffscreenWall&);

[[nodiscard]] Colour pixel(const render::Picture&, int x, int y);
[[nodiscard]] Colour over(Colour top, Colour below);

// The least contrast of any pixel behind the glyphs with their colour, 1..21.
[[nodiscard]] float worst_contrast(const Written&, const render::Picture& behind);
// The colour that most of what is behind the glyphs has.
[[nodiscard]] Colour usual_ground(const Written&, const render::Picture& behind);

}  // namespace greenline::legible
