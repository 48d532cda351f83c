// What composing made of some words: each run's font and glyphs, for the tests to look at.
#pragma once
#include <pango/pango.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "text/typesetter.h"

namespace greenline::text {

inline std::vector<const PangoGlyphItem*> runs_of(const Composed& composed) {
  std::vector<const PangoGlyphItem*> runs;
  for (const Line& line : composed.lines) {
    for (const GSList* node = line.line->runs; node != nullptr; node = node->next) {
      runs.push_back(static_cast<const PangoGlyphItem*>(node->data));
    }
  }
  return runs;
}

inline std::string family_of(PangoFont* font) {
  const DescriptionPtr description(pango_font_describe(font));
  return pango_font_description_get_family(description.get());
}

inline std::set<std::string> families_in(std::string_view words, Face face, std::string_view language) {
  const Fonts fonts;
  Typesetter typesetter(fonts);
  Setting setting;
  setting.face = face;
  setting.language = language;
  std::set<std::string> families;
  for (const PangoGlyphItem* run : runs_of(typesetter.compose(words, setting)))
    families.insert(family_of(run->item->analysis.font));
  return families;
}

}  // namespace greenline::text
