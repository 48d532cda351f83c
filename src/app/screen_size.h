// The size of an X11 screen, for servers that name no monitors. Apart from GLFW's own file, whose names Xlib's would cover.
#pragma once

struct _XDisplay;

namespace greenline::app {

struct ScreenSize {
  int width = 1920, height = 1080;  // pixels
};
// Of the default screen; a common size where there is no display.
[[nodiscard]] ScreenSize screen_size(_XDisplay* display);

}  // namespace greenline::app
