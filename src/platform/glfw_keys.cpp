#include "platform/glfw_keys.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include "platform/key_letters.h"

namespace greenline::platform {
namespace {

KeyName name_of_glfw_key(int key) {
  switch (key) {
    case GLFW_KEY_BACKSPACE: return KeyName::backspace;
    case GLFW_KEY_DELETE: return KeyName::remove;
    case GLFW_KEY_LEFT: return KeyName::left;
    case GLFW_KEY_RIGHT: return KeyName::right;
    case GLFW_KEY_HOME: return KeyName::home;
    case GLFW_KEY_END: return KeyName::end;
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER: return KeyName::enter;
    case GLFW_KEY_ESCAPE: return KeyName::escape;
    case GLFW_KEY_TAB: return KeyName::tab;
    case GLFW_KEY_PAGE_UP: return KeyName::page_up;
    case GLFW_KEY_PAGE_DOWN: return KeyName::page_down;
    case GLFW_KEY_UP: return KeyName::up;
    case GLFW_KEY_DOWN: return KeyName::down;
    case GLFW_KEY_INSERT: return KeyName::insert;
    case GLFW_KEY_SPACE: return KeyName::space;
    case GLFW_KEY_PERIOD: return KeyName::period;
    default: break;
  }
  if (key < GLFW_KEY_F1 || key > GLFW_KEY_F12) return KeyName::other;
  return static_cast<KeyName>(static_cast<int>(KeyName::f1) + key - GLFW_KEY_F1);
}

// Of the layout as it is now: somebody may have changed it a moment ago.
KeyNames names_of_keys() {
  constexpr int first = 8, last = 255;  // X11's keycodes, which GLFW's scancodes are
  KeyNames names;
  for (int code = first; code <= last; ++code) {
    if (const char* name = glfwGetKeyName(GLFW_KEY_UNKNOWN, code)) names.emplace(code, name);
  }
  return names;
}

}  // namespace

KeyPress key_press(int key, int scancode, int action, int modifiers, double time_s) {
  KeyPress pressed{.key = name_of_glfw_key(key),
                   .code = scancode,
                   .control = (modifiers & GLFW_MOD_CONTROL) != 0,
                   .shift = (modifiers & GLFW_MOD_SHIFT) != 0,
                   .other_modifiers = (modifiers & (GLFW_MOD_ALT | GLFW_MOD_SUPER)) != 0,
                   .prints = key >= GLFW_KEY_SPACE && key <= GLFW_KEY_WORLD_2,
                   .repeated = action == GLFW_REPEAT,
                   .time_s = time_s};
  if (pressed.key != KeyName::other) return pressed;
  // GLFW names keys by where they stand on a US keyboard.
  const char us_letter = key >= GLFW_KEY_A && key <= GLFW_KEY_Z ? static_cast<char>('a' + (key - GLFW_KEY_A)) : '\0';
  pressed.letter = letter_of(scancode, us_letter, names_of_keys());
  return pressed;
}

}  // namespace greenline::platform
