// GLFW's keys as ours.
#pragma once
#include "platform/strokes.h"

namespace greenline::platform {

// What GLFW's key callback says of a press or a repeat. `time_s`: when it went down.
[[nodiscard]] KeyPress key_press(int key, int scancode, int action, int modifiers, double time_s);

}  // namespace greenline::platform
