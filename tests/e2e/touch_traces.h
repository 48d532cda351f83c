// What became of each contact, to hold what was injected against what was heard.
#pragma once
#include <string>
#include <vector>

#include "input/touch_frame.h"

namespace greenline::desk {

struct Trace {
  std::vector<model::PixelPoint> path;  // where it began, and every move
  int ends = 0;                         // 1 when all is well
  bool cancelled = false;
};

struct Traces {
  std::vector<Trace> contacts;  // in the order in which they began
  int strays = 0;               // reports of a contact that is not down
  [[nodiscard]] int down() const;
};

[[nodiscard]] Traces traces_of(const std::vector<input::Contact>&);
[[nodiscard]] std::vector<input::Contact> contacts_of(const std::vector<input::TouchFrame>&);

// Sentences on all that is not the same: contacts, moves, places (to the pixel), ends. Empty when nothing was lost.
[[nodiscard]] std::string what_was_lost(const std::vector<input::Contact>& injected, const std::vector<input::Contact>& heard);

}  // namespace greenline::desk
