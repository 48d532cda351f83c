// What comes from a keyboard that is plugged in, in the order in which it was struck.
#pragma once
#include <cstdint>
#include <variant>

namespace greenline::platform {

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
  up,
  down,
  insert,
  space,
  period,
  f1,
  f2,
  f3,
  f4,
  f5,
  f6,
  f7,
  f8,
  f9,
  f10,
  f11,
  f12
};

struct KeyPress {
  KeyName key = KeyName::other;
  char letter = 0;  // 'a' to 'z' as a shortcut means it (key_letters.h); 0: none
  int code = 0;     // of X11, the same key whatever it writes; 0: unknown
  bool control = false, shift = false, other_modifiers = false;
  bool prints = false;    // by itself it writes something where one writes
  bool repeated = false;  // it has been down all the time
  double time_s = 0;      // when it went down, monotonic
};
struct Typed {
  char32_t character = 0;  // what a key or several of them wrote: a dead key and its letter are one
};
using Stroke = std::variant<KeyPress, Typed>;

}  // namespace greenline::platform
