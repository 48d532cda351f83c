// Which key does what in this room, remembered: a small file that people write with an editor, or that the room check writes
// when the host tries the buttons of a clicker or a pedal.
//
//     # What a line says: an act, a colon, and the keys that do it.
//     next: Page Down, Right
//     rest: F8, key 172
//     nothing: F5
//
// An act that has no line keeps its usual keys (interact/key_map.h), but for those that another line names; one that has a line
// has those keys alone. Keys are called as the room check shows them (platform/key_chord.h).
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "content/strings.h"
#include "interact/key_map.h"

namespace greenline::app {

// A mistake in that file; the rest of it holds.
struct KeyTrouble {
  enum class What : std::uint8_t {
    no_colon,     // the line is no act and its keys
    unknown_act,  // `word`
    unknown_key,  // `word`
    kept_key,     // `word` is the program's own
    twice,        // `word` stands in line `before` already
    unreadable    // the file; `word`: why
  };
  What what = What::no_colon;
  int line = 0;  // from 1; 0: all of the file
  std::string word, nearest;
  int before = 0;
  friend bool operator==(const KeyTrouble&, const KeyTrouble&) = default;
};

struct KeptKeys {
  interact::KeyMap map = interact::KeyMap::usual();
  std::vector<KeyTrouble> troubles;
};

[[nodiscard]] KeptKeys keys_from_text(std::string_view);
// With every act that has other keys than usual.
[[nodiscard]] std::string to_text(const interact::KeyMap&);

// "Line 3: …, and what to do."
[[nodiscard]] std::string told(const KeyTrouble&, const content::Strings&, const std::string& language);

// greenline/keys in the base folder for settings. Nothing when there is no home.
[[nodiscard]] std::optional<std::filesystem::path> keys_file();
// No file is no trouble.
[[nodiscard]] KeptKeys read_keys(const std::filesystem::path&);
// Whole or not at all. The error is a reason in a few words.
[[nodiscard]] tl::expected<void, std::string> keep_keys(const std::filesystem::path&, const interact::KeyMap&);

}  // namespace greenline::app
