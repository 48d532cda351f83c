#include "app/strokes.h"

#include <optional>

#include "app/wall.h"

namespace greenline::app {
namespace {

std::optional<HostKey> host_key(const KeyPress& pressed, bool writing) {
  switch (pressed.key) {
    case KeyName::page_down: return HostKey::next_phase;
    case KeyName::page_up: return HostKey::previous_phase;
    case KeyName::f8: return HostKey::blank;
    default: break;
  }
  const bool alone = !pressed.control && !pressed.shift && !pressed.other_modifiers;
  if (pressed.letter == 'b' && alone && !writing) return HostKey::blank;
  return std::nullopt;
}

// Held, these would go on in the next person's seat when this one closes.
bool acts_once(KeyName key) { return key == KeyName::enter || key == KeyName::escape; }

std::optional<ui::Seats::Key> seat_key(const KeyPress& pressed) {
  using enum ui::Seats::Key;
  if (pressed.repeated && acts_once(pressed.key)) return std::nullopt;
  switch (pressed.key) {
    case KeyName::backspace: return backspace;
    case KeyName::remove: return remove;
    case KeyName::left: return left;
    case KeyName::right: return right;
    case KeyName::home: return home;
    case KeyName::end: return end;
    case KeyName::enter: return pressed.control ? place : enter;
    case KeyName::escape: return escape;
    case KeyName::tab: return pressed.shift ? previous : next;
    default: break;
  }
  const bool with_control = pressed.control && !pressed.shift && !pressed.other_modifiers;
  if (pressed.letter == 'a' && with_control) return select_all;
  return std::nullopt;
}

}  // namespace

bool Keyboard::take(std::span<const Stroke> strokes, Wall& wall) {
  for (const Stroke& stroke : strokes) {
    if (const auto* typed = std::get_if<Typed>(&stroke)) {
      wall.type(typed->character);
    } else if (!take(std::get<KeyPress>(stroke), wall)) {
      return false;
    }
  }
  return true;
}

bool Keyboard::take(const KeyPress& pressed, Wall& wall) {
  if (pressed.letter == 'q' && pressed.control && pressed.shift) return false;
  if (const auto host = host_key(pressed, wall.writing())) {
    if (steps_.counts(*host, pressed.repeated, pressed.time_s)) wall.host(*host);
  } else if (const auto key = seat_key(pressed)) {
    wall.press(*key, pressed.shift);
  }
  return true;
}

}  // namespace greenline::app
