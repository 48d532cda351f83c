#include "app/screen_size.h"

#include <X11/Xlib.h>

namespace greenline::app {

ScreenSize screen_size(Display* display) {
  if (display == nullptr) return {};
  return {DisplayWidth(display, DefaultScreen(display)), DisplayHeight(display, DefaultScreen(display))};
}

}  // namespace greenline::app
