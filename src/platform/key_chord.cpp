#include "platform/key_chord.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace greenline::platform {
namespace {

using enum KeyName;

// The first name of a key is the one that is written.
constexpr std::array<std::pair<std::string_view, KeyName>, 42> named_keys{{
    {"Page Down", page_down},
    {"Page Up", page_up},
    {"Right", right},
    {"Left", left},
    {"Up", up},
    {"Down", down},
    {"Home", home},
    {"End", end},
    {"Space", space},
    {"Enter", enter},
    {"Escape", escape},
    {"Tab", tab},
    {"Insert", insert},
    {"Delete", remove},
    {"Backspace", backspace},
    {"Period", period},
    {"F1", f1},
    {"F2", f2},
    {"F3", f3},
    {"F4", f4},
    {"F5", f5},
    {"F6", f6},
    {"F7", f7},
    {"F8", f8},
    {"F9", f9},
    {"F10", f10},
    {"F11", f11},
    {"F12", f12},
    {"PgDn", page_down},
    {"PgDown", page_down},
    {"PgUp", page_up},
    {"Next", page_down},
    {"Prior", page_up},
    {"Esc", escape},
    {"Return", enter},
    {"Ins", insert},
    {"Del", remove},
    {"Spacebar", space},
    {".", period},
    {"Right Arrow", right},
    {"Left Arrow", left},
    {"Full Stop", period},
}};
constexpr std::size_t with_one_name = 28;  // each key once
constexpr std::string_view by_code = "key";
constexpr int least_code = 8, most_code = 255;  // X11's

// Small letters and digits alone, and what stands for itself.
std::string simple(std::string_view words) {
  std::string kept;
  for (const char c : words) {
    if (c == ' ' || c == '_' || c == '-' || c == '\t') continue;
    kept += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return kept;
}

// Takes the word and its "+" off the front.
bool take_held(std::string& words, std::string_view name) {
  if (!words.starts_with(name) || words.size() <= name.size() || words[name.size()] != '+') return false;
  words.erase(0, name.size() + 1);
  return true;
}

std::optional<KeyChord> key_called(const std::string& name) {
  if (name.size() == 1 && name[0] >= 'a' && name[0] <= 'z') return KeyChord{.letter = name[0]};
  for (const auto& [known, key] : named_keys)
    if (simple(known) == name) return KeyChord{.key = key};
  if (!name.starts_with(by_code)) return std::nullopt;
  KeyChord chord;
  const char* const last = name.data() + name.size();
  const auto read = std::from_chars(name.data() + by_code.size(), last, chord.code);
  if (read.ec != std::errc() || read.ptr != last || chord.code < least_code || chord.code > most_code) return std::nullopt;
  return chord;
}

}  // namespace

KeyChord chord_of(const KeyPress& pressed) {
  KeyChord chord{.control = pressed.control, .shift = pressed.shift, .alt = pressed.other_modifiers};
  if (pressed.key != KeyName::other)
    chord.key = pressed.key;
  else if (pressed.letter != 0)
    chord.letter = pressed.letter;
  else
    chord.code = pressed.code;
  return chord;
}

KeyChord bare(KeyChord chord) {
  chord.control = chord.shift = chord.alt = false;
  return chord;
}

std::string to_text(const KeyChord& chord) {
  std::string text = std::string(chord.control ? "Ctrl+" : "") + (chord.alt ? "Alt+" : "") + (chord.shift ? "Shift+" : "");
  const auto* const named = std::ranges::find(named_keys, chord.key, &std::pair<std::string_view, KeyName>::second);
  if (named != named_keys.end()) return text.append(named->first);
  if (chord.letter != 0) return text + static_cast<char>(chord.letter - 'a' + 'A');
  return text.append(by_code) + " " + std::to_string(chord.code);
}

std::optional<KeyChord> chord_from_text(std::string_view words) {
  std::string name = simple(words);
  bool control = false, alt = false, shift = false;
  while (true) {
    if (take_held(name, "ctrl") || take_held(name, "control"))
      control = true;
    else if (take_held(name, "alt") || take_held(name, "super"))
      alt = true;
    else if (take_held(name, "shift"))
      shift = true;
    else
      break;
  }
  auto chord = key_called(name);
  if (!chord) return std::nullopt;
  chord->control = control;
  chord->alt = alt;
  chord->shift = shift;
  return chord;
}

std::vector<std::string> key_names() {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < with_one_name; ++i) names.emplace_back(named_keys[i].first);
  return names;
}

}  // namespace greenline::platform
