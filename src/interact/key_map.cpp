#include "interact/key_map.h"

#include <algorithm>

namespace greenline::interact {

using platform::KeyChord;
using platform::KeyName;

KeyMap KeyMap::usual() {
  const auto key = [](const KeyChord& chord, HostKey act) { return Entry{chord, act, true}; };
  return {{key({.key = KeyName::page_down}, HostKey::next_phase), key({.key = KeyName::page_up}, HostKey::previous_phase),
           key({.key = KeyName::f7}, HostKey::hold), key({.key = KeyName::f8}, HostKey::blank),
           key({.letter = 'b'}, HostKey::blank), key({.key = KeyName::period}, HostKey::blank),
           key({.key = KeyName::f9}, HostKey::reveal)}};
}

void KeyMap::give(const KeyChord& chord, std::optional<HostKey> act) {
  const auto found = std::ranges::find(entries, chord, &Entry::key);
  if (found == entries.end())
    entries.push_back({chord, act});
  else
    *found = {chord, act};
}

const KeyMap::Entry* KeyMap::find(const platform::KeyPress& pressed) const {
  const KeyChord chord = chord_of(pressed);
  auto found = std::ranges::find(entries, chord, &Entry::key);
  if (found == entries.end() && !pressed.prints) found = std::ranges::find(entries, bare(chord), &Entry::key);
  return found == entries.end() ? nullptr : &*found;
}

bool is_kept(const KeyChord& chord) {
  return chord.key == KeyName::f1 || chord.key == KeyName::f6 || (chord.letter == 'q' && chord.control && chord.shift);
}

}  // namespace greenline::interact
