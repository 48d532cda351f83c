// Extended Window Manager Hints 1.5 (_NET_WM_STATE), and plain Xlib where nobody manages windows.
#include "platform/x_placing.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "platform/x_errors.h"

namespace greenline::platform {
namespace {

Atom atom(Display* display, const char* name) { return XInternAtom(display, name, False); }

// The values of a property that holds longs: atoms, windows. Nothing when the window or the property is not there.
std::vector<unsigned long> longs_of(Display* display, Window window, const char* name, Atom type) {
  Atom actual = None;
  int format = 0;
  unsigned long count = 0, left = 0;
  unsigned char* data = nullptr;
  constexpr long most = 4096;
  std::vector<unsigned long> values;
  if (XGetWindowProperty(display, window, atom(display, name), 0, most, False, type, &actual, &format, &count, &left, &data) ==
          Success &&
      actual == type && format == 32) {
    const auto* first = reinterpret_cast<const unsigned long*>(data);
    values.assign(first, first + count);
  }
  if (data != nullptr) XFree(data);
  return values;
}

void hint_place(Display* display, Window window, const ScreenRect& at) {
  XSizeHints hints{};
  hints.flags = USPosition | PPosition | USSize | PSize;
  hints.x = at.x;
  hints.y = at.y;
  hints.width = at.width;
  hints.height = at.height;
  XSetWMNormalHints(display, window, &hints);
}

}  // namespace

void forget_gone_manager() {
  Display* display = XOpenDisplay(nullptr);
  if (display == nullptr) return;
  {
    const XTrap trap(display);
    const Window root = DefaultRootWindow(display);
    constexpr const char* mark = "_NET_SUPPORTING_WM_CHECK";
    const auto marked = longs_of(display, root, mark, XA_WINDOW);
    // A living one has the same mark on its own window.
    if (!marked.empty() && longs_of(display, marked.front(), mark, XA_WINDOW).empty())
      XDeleteProperty(display, root, atom(display, mark));
  }
  XCloseDisplay(display);
}

XPlacing::Manager XPlacing::manager() const {
  const XTrap trap(display_);  // a manager that just ended leaves a number of a window that is no more
  const Window root = DefaultRootWindow(display_);
  XWindowAttributes attributes{};
  if (XGetWindowAttributes(display_, root, &attributes) == 0) return Manager::none;
  if ((attributes.all_event_masks & SubstructureRedirectMask) == 0) return Manager::none;
  const auto checked = longs_of(display_, root, "_NET_SUPPORTING_WM_CHECK", XA_WINDOW);
  if (checked.empty()) return Manager::simple;
  if (longs_of(display_, checked.front(), "_NET_SUPPORTING_WM_CHECK", XA_WINDOW) != checked) return Manager::simple;
  const auto supported = longs_of(display_, root, "_NET_SUPPORTED", XA_ATOM);
  const bool full = std::ranges::find(supported, atom(display_, "_NET_WM_STATE_FULLSCREEN")) != supported.end();
  return full ? Manager::full_screens : Manager::simple;
}

void XPlacing::open_at(const ScreenRect& at) {
  // A manager that comes later reads these, too.
  const Atom full = atom(display_, "_NET_WM_STATE_FULLSCREEN");
  XChangeProperty(display_, window_, atom(display_, "_NET_WM_STATE"), XA_ATOM, 32, PropModeReplace,
                  reinterpret_cast<const unsigned char*>(&full), 1);
  const long bypass = 1;
  XChangeProperty(display_, window_, atom(display_, "_NET_WM_BYPASS_COMPOSITOR"), XA_CARDINAL, 32, PropModeReplace,
                  reinterpret_cast<const unsigned char*>(&bypass), 1);
  if (manager() == Manager::simple) {
    // It would frame the window; past it, it stands as it should.
    XSetWindowAttributes attributes{};
    attributes.override_redirect = True;
    XChangeWindowAttributes(display_, window_, CWOverrideRedirect, &attributes);
  }
  hint_place(display_, window_, at);
  XMoveResizeWindow(display_, window_, at.x, at.y, static_cast<unsigned>(at.width), static_cast<unsigned>(at.height));
  XFlush(display_);
}

void XPlacing::ask_for_full_screen(bool on) const {
  XEvent event{};
  event.xclient.type = ClientMessage;
  event.xclient.window = window_;
  event.xclient.message_type = atom(display_, "_NET_WM_STATE");
  event.xclient.format = 32;
  event.xclient.data.l[0] = on ? 1 : 0;  // _NET_WM_STATE_ADD, _NET_WM_STATE_REMOVE
  event.xclient.data.l[1] = static_cast<long>(atom(display_, "_NET_WM_STATE_FULLSCREEN"));
  event.xclient.data.l[3] = 1;  // a program, not a pager
  XSendEvent(display_, DefaultRootWindow(display_), False, SubstructureRedirectMask | SubstructureNotifyMask, &event);
}

// Managers fill the monitor that the window is on: out of full screen, over there, and in again.
void XPlacing::move_to(const ScreenRect& to) {
  const XTrap trap(display_);
  const bool managed = manager() == Manager::full_screens;
  if (managed) ask_for_full_screen(false);
  hint_place(display_, window_, to);
  XMoveResizeWindow(display_, window_, to.x, to.y, static_cast<unsigned>(to.width), static_cast<unsigned>(to.height));
  XRaiseWindow(display_, window_);
  if (managed) ask_for_full_screen(true);
}

void XPlacing::set_ground(std::uint32_t rgb) {
  const XTrap trap(display_);
  constexpr std::uint32_t opaque = 0xFF000000;  // where a window's pixels have an alpha, too
  XSetWindowBackground(display_, window_, opaque | rgb);
  if (manager() == Manager::none) XSetWindowBackground(display_, DefaultRootWindow(display_), rgb);
  XFlush(display_);
}

void XPlacing::take_idle_keys() {
  const XTrap trap(display_);
  const Window root = DefaultRootWindow(display_);
  if (manager() == Manager::full_screens) {
    constexpr const char* active = "_NET_ACTIVE_WINDOW";
    const auto now = longs_of(display_, root, active, XA_WINDOW);
    if (!now.empty() && now.front() != None) return;
    XEvent event{};
    event.xclient.type = ClientMessage;
    event.xclient.window = window_;
    event.xclient.message_type = atom(display_, active);
    event.xclient.format = 32;
    event.xclient.data.l[0] = 1;  // a program, not a pager
    XSendEvent(display_, root, False, SubstructureRedirectMask | SubstructureNotifyMask, &event);
    return;
  }
  Window holder = None;
  int revert = 0;
  XGetInputFocus(display_, &holder, &revert);
  if (holder == None || holder == PointerRoot || holder == root) XSetInputFocus(display_, window_, RevertToParent, CurrentTime);
}

void XPlacing::take_keys_of_press() {
  const XTrap trap(display_);
  if (manager() == Manager::none) XSetInputFocus(display_, window_, RevertToParent, CurrentTime);
}

ScreenRect XPlacing::where() const {
  const XTrap trap(display_);
  XWindowAttributes attributes{};
  if (XGetWindowAttributes(display_, window_, &attributes) == 0) return {};
  ScreenRect rect{0, 0, attributes.width, attributes.height};
  Window child = None;
  XTranslateCoordinates(display_, window_, DefaultRootWindow(display_), 0, 0, &rect.x, &rect.y, &child);
  return rect;
}

}  // namespace greenline::platform
