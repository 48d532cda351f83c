// The first words in a script cost some milliseconds: its fonts are found and opened. That is done beforehand, while nothing
// moves, so that whoever begins to write in it is answered as quickly as everybody else.
#include <utility>

#include "interact/wall.h"

namespace greenline::interact {

void Wall::expect_languages(const ui::Keyboards& keyboards) {
  for (const auto& [language, keyboard] : keyboards.by_language) {
    std::string letters;
    for (const auto& row : keyboard.letters)
      for (const std::string& key : row) letters += key + " ";
    strange_languages_.emplace_back(language, std::move(letters));
  }
}

// One a frame, and none before the wall has been seen.
void Wall::meet_a_language() {
  if (!std::exchange(shown_once_, true) || strange_languages_.empty()) return;
  const auto [language, letters] = std::move(strange_languages_.back());
  strange_languages_.pop_back();
  (void)engine_.layout(letters, {.face = text::Face::words, .language = language});
}

}  // namespace greenline::interact
