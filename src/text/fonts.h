// The font map that finds the fonts of each face in each language (families.h says which).
//
// Words are laid out at one reference em, with hinting off, and scaled: an unhinted layout is the same at every size, and a
// size of its own would cost fontconfig a sort of all fonts (1 to 3 ms) for each size in each language.
#pragma once
#include <string_view>

#include "text/font_map.h"
#include "text/handles.h"
#include "text/text.h"

namespace greenline::text {

inline constexpr double kReferenceEm = 64;  // pixels

// The sample line that everything vertical hangs on, in ems.
struct FaceMeasure {
  double x_height = 0.5;
};

class Fonts {
 public:
  Fonts();

  // Whether there is one that words can be written with. Without, nothing else here may be asked: Pango would end the program.
  [[nodiscard]] bool any() const { return lent_->any; }

  // Whether pictures (emoji) are drawn in colours; else in outlines, in the ink of the words they stand among.
  [[nodiscard]] bool in_colours() const { return lent_->pictures; }

  // A context that speaks the language: glyph forms, and the direction of words that have none.
  [[nodiscard]] ContextPtr context() const;
  static void speak(PangoContext&, std::string_view language);

  [[nodiscard]] static DescriptionPtr description(Face, std::string_view language);
  [[nodiscard]] FaceMeasure measure(Face) const;
  [[nodiscard]] FontPtr load(Face) const;  // its first font, at the reference em

 private:
  LentFontMap lent_;
};

}  // namespace greenline::text
