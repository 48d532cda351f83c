// XInput 2 touch events become contacts.
#include "platform/x_touch.h"

#include "platform/x_devices.h"
#include "platform/x_errors.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>

namespace greenline::platform {
namespace {

constexpr int most_events_a_read = 4096;  // a hundred fingers at 120 Hz send as many in a third of a second
constexpr input::ContactId first_id = input::ContactId{1} << 40;  // apart from the mouse and from other sources

struct DeviceTraits {
  bool on_glass = false;
  int width_axis = -1;  // which of its numbers tells how wide a touch is; none: -1
  double mm_per_unit = 0;
};

DeviceTraits traits_of(const XIDeviceInfo& device, Atom touch_major) {
  DeviceTraits traits{.on_glass = touch_class(device) != nullptr};
  for (const XIAnyClassInfo* one : classes_of(device)) {
    if (one->type != XIValuatorClass) continue;
    const auto* axis = reinterpret_cast<const XIValuatorClassInfo*>(one);
    if (axis->label != touch_major || axis->resolution <= 0) continue;
    traits.width_axis = axis->number;
    traits.mm_per_unit = 1000.0 / axis->resolution;  // the extension gives units a metre
  }
  return traits;
}

double value_of(const XIValuatorState& state, int wanted) {
  const double* value = state.values;
  for (int i = 0; i < state.mask_len * 8; ++i) {
    if (!XIMaskIsSet(state.mask, i)) continue;
    if (i == wanted) return *value;
    ++value;
  }
  return 0;
}

}  // namespace

struct XTouchSource::Inside {
  bool lost = false;  // before the connection, which may set it until its end
  XConnection display;
  int opcode = 0;
  Atom touch_major = None;
  struct Finger {
    input::ContactId contact;
    int device, master;
    model::PixelPoint at;
  };
  std::unordered_map<int, Finger> fingers;      // by the server's number for the touch
  std::unordered_map<int, DeviceTraits> known;  // by device
  input::ContactId next_id = first_id;
  input::TouchFrame arrived;
  std::uint64_t left_out = 0;

  void select(Window window) const;
  void handle(const XGenericEventCookie&, double now_s);
  void touched(int kind, const XIDeviceEvent&);
  void changed(const XIHierarchyEvent&);
  void changed(const XIDeviceChangedEvent&);
  template <class Of>
  void cancel(const Of&);  // the fingers it says yes to
  void report(input::ContactId id, input::ContactState state, model::PixelPoint at, float width_mm) {
    arrived.contacts.push_back({id, state, at, width_mm});
  }
  const DeviceTraits& traits(int device);
};

void XTouchSource::Inside::select(Window window) const {
  std::array<unsigned char, XIMaskLen(XI_LASTEVENT)> touches{}, devices{};
  for (const int kind : {XI_TouchBegin, XI_TouchUpdate, XI_TouchEnd}) XISetMask(touches.data(), kind);
  for (const int kind : {XI_HierarchyChanged, XI_DeviceChanged}) XISetMask(devices.data(), kind);
  XIEventMask on_window{XIAllMasterDevices, static_cast<int>(touches.size()), touches.data()};
  XIEventMask on_root{XIAllDevices, static_cast<int>(devices.size()), devices.data()};
  XISelectEvents(display.get(), window, &on_window, 1);
  XISelectEvents(display.get(), DefaultRootWindow(display.get()), &on_root, 1);
  XFlush(display.get());
}

const DeviceTraits& XTouchSource::Inside::traits(int device) {
  const bool fresh = !known.contains(device);
  DeviceTraits& traits = known[device];
  if (fresh)
    each_device(display.get(), [&](const XIDeviceInfo& info) {
      if (info.deviceid == device) traits = traits_of(info, touch_major);
    });
  return traits;
}

void XTouchSource::Inside::touched(int kind, const XIDeviceEvent& event) {
  const DeviceTraits& device = traits(event.sourceid);
  auto finger = fingers.find(event.detail);
  // One that is down is followed to its end, also when its device is gone by then.
  if (!device.on_glass && finger == fingers.end()) {
    if (kind == XI_TouchBegin) ++left_out;
    return;
  }
  const model::PixelPoint at{static_cast<float>(event.event_x), static_cast<float>(event.event_y)};
  const auto width_mm =
      device.width_axis < 0 ? 0 : static_cast<float>(value_of(event.valuators, device.width_axis) * device.mm_per_unit);
  if (kind == XI_TouchBegin) {
    if (finger != fingers.end()) return;
    finger = fingers.emplace(event.detail, Finger{next_id++, event.sourceid, event.deviceid, at}).first;
    return report(finger->second.contact, input::ContactState::began, at, width_mm);
  }
  if (finger == fingers.end()) return;  // it began before we listened
  finger->second.at = at;
  const input::ContactId contact = finger->second.contact;
  if (kind == XI_TouchEnd) fingers.erase(finger);
  report(contact, kind == XI_TouchEnd ? input::ContactState::ended : input::ContactState::moved, at, width_mm);
}

template <class Of>
void XTouchSource::Inside::cancel(const Of& of) {
  std::erase_if(fingers, [&](const auto& one) {
    if (!of(one.second)) return false;
    report(one.second.contact, input::ContactState::cancelled, one.second.at, 0);
    return true;
  });
}

void XTouchSource::Inside::changed(const XIHierarchyEvent& event) {
  constexpr int gone = XISlaveRemoved | XISlaveDetached | XISlaveAttached | XIMasterRemoved | XIDeviceDisabled;
  for (const XIHierarchyInfo& device : std::span(event.info, static_cast<std::size_t>(event.num_info))) {
    known.erase(device.deviceid);
    if ((device.flags & gone) == 0) continue;
    cancel([&](const Finger& finger) { return finger.device == device.deviceid || finger.master == device.deviceid; });
  }
}

// A device may become one that is no glass. A master merely tells which of its devices it follows now.
void XTouchSource::Inside::changed(const XIDeviceChangedEvent& event) {
  known.erase(event.deviceid);
  known.erase(event.sourceid);
  if (event.reason != XIDeviceChange || traits(event.sourceid).on_glass) return;
  cancel([&](const Finger& finger) { return finger.device == event.sourceid; });
}

void XTouchSource::Inside::handle(const XGenericEventCookie& cookie, double now_s) {
  arrived.time_s = now_s;
  switch (cookie.evtype) {
    case XI_TouchBegin:
    case XI_TouchUpdate:
    case XI_TouchEnd: return touched(cookie.evtype, *static_cast<const XIDeviceEvent*>(cookie.data));
    case XI_HierarchyChanged: return changed(*static_cast<const XIHierarchyEvent*>(cookie.data));
    case XI_DeviceChanged: return changed(*static_cast<const XIDeviceChangedEvent*>(cookie.data));
    default: return;
  }
}

tl::expected<XTouchSource, std::string> XTouchSource::open(unsigned long window) {
  auto inside = std::make_unique<Inside>();
  inside->display.reset(XOpenDisplay(nullptr));
  if (!inside->display) return tl::unexpected(std::string("The display did not answer when touches were asked for."));
  outlive_x_errors();
  outlive_lost_server(inside->display.get(), &inside->lost);
  const auto opcode = touch_extension(inside->display.get());
  if (!opcode) return tl::unexpected(std::string("This X server reports no touches (it has no XInput 2.2)."));
  inside->opcode = *opcode;
  inside->touch_major = XInternAtom(inside->display.get(), "Abs MT Touch Major", False);
  inside->select(window);
  return XTouchSource(std::move(inside));
}

XTouchSource::XTouchSource(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
XTouchSource::XTouchSource(XTouchSource&&) noexcept = default;
XTouchSource& XTouchSource::operator=(XTouchSource&&) noexcept = default;
XTouchSource::~XTouchSource() = default;

int XTouchSource::descriptor() const { return ConnectionNumber(inside_->display.get()); }
bool XTouchSource::waiting() { return !inside_->lost && XPending(inside_->display.get()) > 0; }

void XTouchSource::read(double now_s) {
  Display* display = inside_->display.get();
  for (int events = 0; events < most_events_a_read && waiting(); ++events) {
    XEvent event;
    XNextEvent(display, &event);
    XGenericEventCookie& cookie = event.xcookie;
    if (cookie.type != GenericEvent || cookie.extension != inside_->opcode) continue;
    if (!XGetEventData(display, &cookie)) continue;
    inside_->handle(cookie, now_s);
    XFreeEventData(display, &cookie);
  }
}

input::TouchFrame XTouchSource::take() { return input::taken(inside_->arrived); }
std::uint64_t XTouchSource::left_out() const { return inside_->left_out; }

std::vector<XTouchDevice> x_touch_devices() {
  std::vector<XTouchDevice> found;
  const XConnection display(XOpenDisplay(nullptr));
  if (!display || !touch_extension(display.get())) return found;
  each_device(display.get(), [&](const XIDeviceInfo& device) {
    const XITouchClassInfo* touch = touch_class(device);
    if (touch != nullptr && device.use == XISlavePointer) found.push_back({device.name, touch->num_touches});
  });
  return found;
}

}  // namespace greenline::platform
