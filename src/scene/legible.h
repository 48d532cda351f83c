// How large letters are, to be read from where people are.
//
// There are two distances. Whoever stands at the glass reads cards, help and what they are writing from an arm's length, 0.7 m:
// the smallest em there is a two-hundredth of that, 3.5 mm, a book's ten points. Everybody else reads regions' names, the
// prompt, how people are together and the green line's words from across the room: there a letter's height is at least a
// two-hundredth of the distance (DOMAIN, 7.5; the US Federal Aviation Administration's rule for displays; 17 minutes of arc,
// where ISO 9241-3 asks for 16). Letter height is a capital's without accent, as ISO 9241-3 measures it. Our faces' small
// letters are seven tenths of that, 12 minutes of arc: about the least at which people read as fast as they can.
#pragma once
#include "text/text.h"

namespace greenline::scene {

// Of the ink of an H.
[[nodiscard]] constexpr float capital_of_em(text::Face face) {
  const bool is_andika = face == text::Face::words || face == text::Face::words_bold;
  return is_andika ? 0.712F : 0.615F;
}

inline constexpr double distance_of_capital = 200;  // how far away a capital can be read, in its own heights
[[nodiscard]] constexpr double read_from_mm(double capital_mm) { return capital_mm * distance_of_capital; }
[[nodiscard]] constexpr double capital_mm_for(double distance_mm) { return distance_mm / distance_of_capital; }
// The smallest em for those who stand at the glass.
inline constexpr double at_the_glass_mm = 700;
inline constexpr double em_at_the_glass_mm = at_the_glass_mm / 200;

}  // namespace greenline::scene
