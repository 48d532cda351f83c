// Which key does what for the host: the usual keys, and what a room's own file says of its clicker and its pedals.
#pragma once
#include <functional>
#include <optional>
#include <vector>

#include "interact/room_keys.h"
#include "platform/key_chord.h"

namespace greenline::interact {

struct KeyMap {
  struct Entry {
    platform::KeyChord key;
    std::optional<HostKey> act;  // nothing: it does nothing, though it usually does something
    bool usual = false;          // nobody in this room said so
    friend bool operator==(const Entry&, const Entry&) = default;
  };
  std::vector<Entry> entries;  // each key once

  // Page Down and Page Up (a presenter's clicker), F7 hold, F8, B and the period rest, F9 reveal.
  [[nodiscard]] static KeyMap usual();
  // The key does that from now on, and nothing else.
  void give(const platform::KeyChord&, std::optional<HostKey>);
  // What is said of a key: of itself, else, where it writes nothing, of the key without what is held down with it.
  [[nodiscard]] const Entry* find(const platform::KeyPress&) const;
  friend bool operator==(const KeyMap&, const KeyMap&) = default;
};

// The keys that the program keeps for itself: help, the shelf, leaving.
[[nodiscard]] bool is_kept(const platform::KeyChord&);

// The host's keys of a station.
struct RoomKeys {
  KeyMap map = KeyMap::usual();
  // Takes presses while the host tries keys or reads from the back of the room: nothing that it takes reaches the room. True:
  // it took this one. Empty: none is tried.
  std::function<bool(const platform::KeyPress&)> tries = {};
  // Shows every key on the wall, or takes that away. May be empty.
  std::function<void()> help = {};
};

}  // namespace greenline::interact
