// What every seat needs from outside, passed down with each call.
#pragma once
#include "ui/keyboard.h"
#include "ui/seats.h"

namespace greenline::ui {

struct Surroundings {
  text::Engine& engine;
  const content::Strings& strings;
  const Keyboards& keyboards;
  const content::Palette& palette;
  Setting setting;
};

// A sentence for the person at the seat, by its key in assets/strings.
struct Explain {
  std::string_view key;
};

// What the inside of a seat has to say after a touch or a key.
struct Answers {
  std::vector<Outcome> outcomes;
  std::vector<Explain> explanations;
};

}  // namespace greenline::ui
