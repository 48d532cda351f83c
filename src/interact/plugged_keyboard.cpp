#include "interact/plugged_keyboard.h"

#include <optional>

#include "interact/wall.h"

namespace greenline::interact {
namespace {

// Held, these would go on in the next person's seat when this one closes.
bool acts_once(platform::KeyName key) { return key == platform::KeyName::enter || key == platform::KeyName::escape; }

}  // namespace

bool leaves(const platform::KeyPress& pressed) { return pressed.letter == 'q' && pressed.control && pressed.shift; }

std::optional<ui::Seats::Key> seat_key(const platform::KeyPress& pressed) {
  using enum ui::Seats::Key;
  if (pressed.repeated && acts_once(pressed.key)) return std::nullopt;
  switch (pressed.key) {
    case platform::KeyName::backspace: return backspace;
    case platform::KeyName::remove: return remove;
    case platform::KeyName::left: return left;
    case platform::KeyName::right: return right;
    case platform::KeyName::home: return home;
    case platform::KeyName::end: return end;
    case platform::KeyName::enter: return pressed.control ? place : enter;
    case platform::KeyName::escape: return escape;
    case platform::KeyName::tab: return pressed.shift ? previous : next;
    default: break;
  }
  const bool with_control = pressed.control && !pressed.shift && !pressed.other_modifiers;
  if (pressed.letter == 'a' && with_control) return select_all;
  return std::nullopt;
}

namespace {

bool means_something_where_one_writes(const platform::KeyPress& pressed) {
  const bool writes = (pressed.prints || pressed.letter != 0) && !pressed.control && !pressed.other_modifiers;
  return writes || seat_key(pressed);
}

const KeyMap::Entry* entry_of(const platform::KeyPress& pressed, const KeyMap& map, bool writing) {
  return writing && means_something_where_one_writes(pressed) ? nullptr : map.find(pressed);
}

}  // namespace

bool PluggedKeyboard::take(std::span<const platform::Stroke> strokes, Wall& wall) {
  for (const platform::Stroke& stroke : strokes) {
    if (const auto* typed = std::get_if<platform::Typed>(&stroke)) {
      wall.type(typed->character);
    } else if (!take(std::get<platform::KeyPress>(stroke), wall)) {
      return false;
    }
  }
  return true;
}

bool is_of_room(const platform::Stroke& stroke, const KeyMap& map) {
  const auto* pressed = std::get_if<platform::KeyPress>(&stroke);
  constexpr bool somebody_writes = true;
  if (pressed == nullptr) return false;
  const KeyMap::Entry* entry = entry_of(*pressed, map, somebody_writes);
  return leaves(*pressed) || (entry != nullptr && entry->act);
}

bool is_given(const platform::KeyPress& pressed, const KeyMap& map) {
  const KeyMap::Entry* entry = map.find(pressed);
  return entry != nullptr && !entry->usual;
}

bool PluggedKeyboard::take(const platform::KeyPress& pressed, Wall& wall) {
  if (leaves(pressed)) return false;
  const RoomKeys& keys = wall.room_keys();
  if (pressed.key == platform::KeyName::f1 && keys.help && !keys.tries) {
    if (!pressed.repeated) keys.help();
    return true;
  }
  const bool is_seats = wall.writing() && means_something_where_one_writes(pressed);
  if (keys.tries && !is_seats && keys.tries(pressed)) return true;
  const KeyMap::Entry* entry = entry_of(pressed, keys.map, wall.writing());
  if (entry != nullptr) {
    if (entry->act) wall.host({*entry->act, pressed.time_s, pressed.repeated});
  } else if (const auto key = seat_key(pressed)) {
    wall.press(*key, pressed.shift);
  }
  return true;
}

}  // namespace greenline::interact
