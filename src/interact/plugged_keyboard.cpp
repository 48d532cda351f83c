#include "interact/plugged_keyboard.h"

#include <optional>

#include "interact/wall.h"

namespace greenline::interact {
namespace {

std::optional<HostKey> host_key(const platform::KeyPress& pressed, bool writing) {
  switch (pressed.key) {
    case platform::KeyName::page_down: return HostKey::next_phase;
    case platform::KeyName::page_up: return HostKey::previous_phase;
    case platform::KeyName::f7: return HostKey::hold;
    case platform::KeyName::f8: return HostKey::blank;
    case platform::KeyName::f9: return HostKey::reveal;
    default: break;
  }
  const bool alone = !pressed.control && !pressed.shift && !pressed.other_modifiers;
  if (pressed.letter == 'b' && alone && !writing) return HostKey::blank;
  return std::nullopt;
}

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

bool is_of_room(const platform::Stroke& stroke) {
  const auto* pressed = std::get_if<platform::KeyPress>(&stroke);
  constexpr bool somebody_writes = true;
  return pressed != nullptr && (leaves(*pressed) || host_key(*pressed, somebody_writes));
}

bool PluggedKeyboard::take(const platform::KeyPress& pressed, Wall& wall) {
  if (leaves(pressed)) return false;
  if (const auto host = host_key(pressed, wall.writing())) {
    wall.host({*host, pressed.time_s, pressed.repeated});
  } else if (const auto key = seat_key(pressed)) {
    wall.press(*key, pressed.shift);
  }
  return true;
}

}  // namespace greenline::interact
