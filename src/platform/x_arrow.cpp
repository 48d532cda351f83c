#include "platform/x_arrow.h"

#include <X11/Xlib.h>

#include "platform/x_errors.h"

namespace greenline::platform {

XArrow::XArrow(Display* display, unsigned long window) : display_(display), window_(window) {
  XTrap trap(display);
  const char empty[1] = {0};
  const Pixmap pixel = XCreateBitmapFromData(display, window, empty, 1, 1);
  XColor black{};
  none_ = XCreatePixmapCursor(display, pixel, pixel, &black, &black, 0, 0);
  XFreePixmap(display, pixel);
  if (trap.refused()) none_ = 0;
}

XArrow::~XArrow() {
  if (none_ != 0) XFreeCursor(display_, none_);
}

void XArrow::show(bool shown) {
  if (shown == shown_ || none_ == 0) return;
  shown_ = shown;
  if (shown) {
    XUndefineCursor(display_, window_);
  } else {
    XDefineCursor(display_, window_, none_);
  }
  XFlush(display_);
}

}  // namespace greenline::platform
