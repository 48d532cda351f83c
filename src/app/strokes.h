// What comes from a keyboard that is plugged in, in the order in which it was struck.
#pragma once
#include <cstdint>
#include <span>
#include <variant>

#include "app/room_keys.h"

namespace greenline::app {

class Wall;

enum class KeyName : std::uint8_t {
  other,
  backspace,
  remove,
  left,
  right,
  home,
  end,
  enter,
  escape,
  tab,
  page_up,
  page_down,
  f8
};

struct KeyPress {
  KeyName key = KeyName::other;
  char letter = 0;  // 'a' to 'z' as a shortcut means it (key_letters.h); 0: none
  bool control = false, shift = false, other_modifiers = false;
  bool repeated = false;  // it has been down all the time
  double time_s = 0;      // when it went down, monotonic
};
struct Typed {
  char32_t character = 0;  // what a key or several of them wrote: a dead key and its letter are one
};
using Stroke = std::variant<KeyPress, Typed>;

// Brings strokes to where they belong: the room's own keys to the host, all others to the seat that is written in.
//
// The room's: Page Down and Page Up (a presenter's clicker), F8 or, while nobody writes, B. They act once a press.
// A seat's: what writes, and the keys that one expects in a text; Control+Enter places, Escape leaves, Tab goes to the next
// thing. Control+Shift+Q leaves the program.
class Keyboard {
 public:
  // False when somebody leaves the program; what was struck after that is not taken.
  [[nodiscard]] bool take(std::span<const Stroke>, Wall&);

 private:
  [[nodiscard]] bool take(const KeyPress&, Wall&);
  OneStepAPress steps_;
};

}  // namespace greenline::app
