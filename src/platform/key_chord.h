// One key of a keyboard, a clicker or a pedal, with what is held down with it: how it is told apart from others, and how
// people call it in a file and read it on a screen.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/strokes.h"

namespace greenline::platform {

struct KeyChord {
  KeyName key = KeyName::other;
  char letter = 0;  // 'a' to 'z', where `key` names none
  int code = 0;     // of X11, where it has neither name nor letter
  bool control = false, shift = false, alt = false;
  friend bool operator==(const KeyChord&, const KeyChord&) = default;
};

[[nodiscard]] KeyChord chord_of(const KeyPress&);
[[nodiscard]] KeyChord bare(KeyChord);  // without what is held down with it

// "Page Down", "Shift+F5", "B", "key 172". The same in every language, as most of it is printed on keys.
[[nodiscard]] std::string to_text(const KeyChord&);
// As people write it: in any case, with or without spaces, and by the usual short names ("PgDn", "Esc", "Ctrl+…"). Nothing: no
// key is called so.
[[nodiscard]] std::optional<KeyChord> chord_from_text(std::string_view);
// What keys with a name are called, for whoever looks for the nearest.
[[nodiscard]] std::vector<std::string> key_names();

}  // namespace greenline::platform
