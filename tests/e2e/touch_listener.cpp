#include "e2e/touch_listener.h"

#include <X11/Xlib.h>
#include <X11/extensions/XI2.h>
#include <X11/extensions/XInput2.h>
#include <poll.h>

#include <array>
#include <optional>
#include <stdexcept>

namespace greenline::desk {
namespace {

std::optional<input::ContactState> state_of(int event) {
  switch (event) {
    case XI_TouchBegin: return input::ContactState::began;
    case XI_TouchUpdate: return input::ContactState::moved;
    case XI_TouchEnd: return input::ContactState::ended;
    default: return std::nullopt;
  }
}

void select_events(Display* display, Window window, int devices, std::initializer_list<int> events) {
  std::array<unsigned char, XIMaskLen(XI_LASTEVENT)> bits{};
  for (const int event : events) XISetMask(bits.data(), event);
  XIEventMask mask{devices, static_cast<int>(bits.size()), bits.data()};
  XISelectEvents(display, window, &mask, 1);
}

}  // namespace

struct TouchListener::Inside {
  Display* display = nullptr;
  int input_extension = 0, devices_lost = 0;

  void take(XGenericEventCookie& cookie, std::vector<input::Contact>& heard) {
    if (cookie.type != GenericEvent || cookie.extension != input_extension || !XGetEventData(display, &cookie)) return;
    if (cookie.evtype == XI_HierarchyChanged) {
      if ((static_cast<const XIHierarchyEvent*>(cookie.data)->flags & XIDeviceDisabled) != 0) ++devices_lost;
    } else if (const auto state = state_of(cookie.evtype)) {
      const auto& touch = *static_cast<const XIDeviceEvent*>(cookie.data);
      heard.push_back({touch.detail, *state, {static_cast<float>(touch.event_x), static_cast<float>(touch.event_y)}, 0});
    }
    XFreeEventData(display, &cookie);
  }
};

TouchListener::TouchListener(const std::string& name) : inside_(std::make_unique<Inside>()) {
  Display* display = inside_->display = XOpenDisplay(name.c_str());
  if (display == nullptr) throw std::runtime_error("no display " + name);
  int unused_event = 0, unused_error = 0, major = 2, minor = 2;
  if (!XQueryExtension(display, "XInputExtension", &inside_->input_extension, &unused_event, &unused_error) ||
      XIQueryVersion(display, &major, &minor) != Success)
    throw std::runtime_error("The X server knows no touches (XInput 2.2).");
  const int screen = DefaultScreen(display);
  const Window window =
      XCreateSimpleWindow(display, DefaultRootWindow(display), 0, 0, static_cast<unsigned>(DisplayWidth(display, screen)),
                          static_cast<unsigned>(DisplayHeight(display, screen)), 0, 0, 0);
  select_events(display, window, XIAllMasterDevices, {XI_TouchBegin, XI_TouchUpdate, XI_TouchEnd});
  select_events(display, DefaultRootWindow(display), XIAllDevices, {XI_HierarchyChanged});
  XMapRaised(display, window);
  XSync(display, False);
}

TouchListener::~TouchListener() { XCloseDisplay(inside_->display); }

int TouchListener::devices_lost() const { return inside_->devices_lost; }

std::vector<input::Contact> TouchListener::heard(std::chrono::milliseconds quiet) {
  std::vector<input::Contact> heard;
  pollfd wait{ConnectionNumber(inside_->display), POLLIN, 0};
  do {
    while (XPending(inside_->display) > 0) {
      XEvent event;
      XNextEvent(inside_->display, &event);
      inside_->take(event.xcookie, heard);
    }
  } while (poll(&wait, 1, static_cast<int>(quiet.count())) > 0);
  return heard;
}

}  // namespace greenline::desk
