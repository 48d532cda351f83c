// Pictures (emoji) that no font here has: where they stand in a layout, and how words come into their place. The layout's text
// stays as it is, so offsets stay true: each of them takes as much room as its words.
#pragma once
#include <pango/pango.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace greenline::text {

struct UntoldPicture {
  int from = 0, to = 0;    // bytes of the layout's text
  int characters = 1;      // in them
  char32_t character = 0;  // the picture
  std::string letters;     // of a flag: the two that it is written with ("CQ"); else empty
};

// Whether there is any reason to look: a character beyond the Basic Multilingual Plane. O(length).
[[nodiscard]] bool may_hold_pictures(std::string_view text);

// In a layout that has its text. `flag_of_nowhere`: the glyph that flags of unknown places have; 0: there is none.
[[nodiscard]] std::vector<UntoldPicture> untold_pictures(PangoLayout*, std::uint32_t flag_of_nowhere);

// The one glyph that the text is written with in this layout; 0 where there are none or several.
[[nodiscard]] std::uint32_t only_glyph(PangoLayout*, const char* text);

// Gives the picture the room of the words, which `told_in` finds again; the layout of these must live as long as it is used.
[[nodiscard]] PangoAttribute* told_as(const UntoldPicture&, PangoLayout* words);
// The line of words that stands in place of this run; null: none does.
[[nodiscard]] PangoLayoutLine* told_in(const PangoGlyphItem& run);

}  // namespace greenline::text
