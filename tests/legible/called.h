// What colours are called in the tables of docs/legibility.md.
#pragma once
#include <string>

#include "content/palette.h"

namespace greenline::legible {

// Among the words of a seat or of a screen of the program's own: "quiet text".
[[nodiscard]] std::string words_called(const content::Palette&, content::Colour);
// Among the grounds: "the panel"; where it is none that has a name "a mixture", as a key that is held down.
[[nodiscard]] std::string ground_called(const content::Palette&, content::Colour);

}  // namespace greenline::legible
