// The keyboards that people may choose from at a seat.
#pragma once
#include <string>
#include <vector>

#include "ui/measures.h"
#include "ui/surroundings.h"

namespace greenline::ui {

struct Offered {
  std::string language;  // as the activity has it: "fr-CA"
  const KeyboardLayout* layout = nullptr;
};

// In the activity's order, each keyboard once; languages that have none are left out, so it may be empty.
[[nodiscard]] std::vector<Offered> offered_keyboards(const Setting&, const Keyboards&);

// The keyboard for this language; where it has none, the first that is offered; where none is, English.
[[nodiscard]] const KeyboardLayout& keyboard_for(std::string_view language, const Setting&, const Keyboards&);

// The language that somebody begins in who sits down here: the wall's, unless other keyboards are offered.
[[nodiscard]] std::string first_language(const Setting&, const Keyboards&);

// How far apart the keys of the finest keyboard stand across, pixels.
[[nodiscard]] float finest_pitch(const Measures&, const Setting&, const Keyboards&);

// Somebody's own language when there are words in it, else the wall's.
[[nodiscard]] std::string_view words_in(const content::LocalText&, std::string_view language, const Surroundings&);
// The same, with the language that they are in; empty where they are in neither.
[[nodiscard]] model::Phrase phrase_in(const content::LocalText&, std::string_view language, const Surroundings&);

}  // namespace greenline::ui
