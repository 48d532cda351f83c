#include "platform/x_touch_panels.h"

#include "platform/input_node.h"
#include "platform/x_devices.h"
#include "platform/x_errors.h"

#include <X11/Xatom.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <map>
#include <set>
#include <utility>

namespace greenline::platform {
namespace {

constexpr int most_events = 4096;  // that one call takes; the rest waits
constexpr int most_tries = 5;      // whoever lays a device elsewhere again and again gets his way in the end
constexpr double again_s = 1;      // a device that somebody else has grabbed
constexpr double never_again_s = 1e9;
constexpr const char* chosen_mark = "_GREENLINE_TOUCHSCREENS_CHOSEN";  // on the root window
// On a device: what its matrix was before (nine numbers), and what we made of it (nine more).
constexpr const char* before_mark = "Greenline Matrix Before";

struct Axis {
  double least = 0, most = 0, per_metre = 0;
  [[nodiscard]] double span() const { return most - least; }
  // Touchscreens that are worth a name; what tells of other sizes has not told the truth.
  [[nodiscard]] int mm() const {
    const double length_mm = per_metre > 0 ? 1000 * span() / per_metre : 0;
    return length_mm >= 90 && length_mm <= 4000 ? static_cast<int>(std::lround(length_mm)) : 0;
  }
};

struct Device {
  int id = 0;
  PanelName who;
  Axis x, y;
};

std::array<Axis, 2> axes_of(const XIDeviceInfo& device) {
  std::array<Axis, 2> axes;
  for (const XIAnyClassInfo* one : classes_of(device)) {
    if (one->type != XIValuatorClass) continue;
    const auto* axis = reinterpret_cast<const XIValuatorClassInfo*>(one);
    if (axis->number >= 0 && axis->number < 2)
      axes[static_cast<std::size_t>(axis->number)] = {axis->min, axis->max, static_cast<double>(axis->resolution)};
  }
  return axes;
}

bool is_near(const PanelMatrix& a, const PanelMatrix& b) {
  constexpr float nothing = 1e-6F;
  return std::ranges::equal(a, b, [](float one, float other) { return std::abs(one - other) <= nothing; });
}

}  // namespace

struct XTouchPanels::Inside {
  bool lost = false;  // before the connection, which may set it until its end
  XConnection display;
  int opcode = 0;
  Atom matrix = None, real = None, node = None, product = None, before = None, chosen = None;
  std::vector<Device> devices;  // of the last list, in its order
  struct Laid {
    PanelMatrix before = all_of_surface, ours = all_of_surface;
    int tries = 0;  // since screens or devices changed
  };
  std::map<int, Laid> laid;  // by device; those that we moved
  std::set<int> grabbed;
  std::vector<PanelPlace> places;
  std::vector<Monitor> monitors;
  bool listening = false, was_told = false, owes_grab = false;
  std::vector<PanelTouch> came;

  [[nodiscard]] Window root() const { return DefaultRootWindow(display.get()); }
  void select() const;
  // The values of a device's property, 32 bits each; none where it has another form.
  template <class T>
  [[nodiscard]] std::vector<T> values_of(int device, Atom property, Atom type) const;
  [[nodiscard]] std::string text_of(int device, Atom property) const;
  [[nodiscard]] std::optional<PanelMatrix> matrix_of(int device) const;
  void set(int device, Atom property, const std::vector<float>& values) const;
  void find_ours(int device);
  [[nodiscard]] TouchPanel panel_of(const XIDeviceInfo&) const;
  void lay(int device, const PanelPlace&);
  void give_back(int device);
  void grab(int device, bool wanted);
  void hold_those_to_be_held();
  bool handle(XGenericEventCookie&);
  bool changed(const XIHierarchyEvent&);
  [[nodiscard]] bool changed(const XIPropertyEvent&) const;
  void touched(const XIRawEvent&);
};

void XTouchPanels::Inside::select() const {
  std::array<unsigned char, XIMaskLen(XI_LASTEVENT)> all{};
  for (const int kind : {XI_HierarchyChanged, XI_DeviceChanged, XI_PropertyEvent}) XISetMask(all.data(), kind);
  if (listening) XISetMask(all.data(), XI_RawTouchBegin);
  XIEventMask mask{XIAllDevices, static_cast<int>(all.size()), all.data()};
  XISelectEvents(display.get(), root(), &mask, 1);
  XFlush(display.get());
}

template <class T>
std::vector<T> XTouchPanels::Inside::values_of(int device, Atom property, Atom type) const {
  static_assert(sizeof(T) == 4);
  constexpr long most = 64;
  Atom actual = None;
  int format = 0;
  unsigned long count = 0, left = 0;
  unsigned char* data = nullptr;
  std::vector<T> values;
  if (XIGetProperty(display.get(), device, property, 0, most, False, type, &actual, &format, &count, &left, &data) == Success &&
      actual == type && format == 32) {
    values.resize(count);
    std::memcpy(values.data(), data, count * sizeof(T));
  }
  if (data != nullptr) XFree(data);
  return values;
}

std::string XTouchPanels::Inside::text_of(int device, Atom property) const {
  constexpr long most = 64;
  Atom actual = None;
  int format = 0;
  unsigned long count = 0, left = 0;
  unsigned char* data = nullptr;
  std::string text;
  if (XIGetProperty(display.get(), device, property, 0, most, False, XA_STRING, &actual, &format, &count, &left, &data) ==
          Success &&
      actual == XA_STRING && format == 8)
    text.assign(reinterpret_cast<const char*>(data), count);
  if (data != nullptr) XFree(data);
  return text.substr(0, text.find('\0'));
}

std::optional<PanelMatrix> XTouchPanels::Inside::matrix_of(int device) const {
  const auto values = values_of<float>(device, matrix, real);
  PanelMatrix now{};
  if (values.size() != now.size()) return std::nullopt;
  std::ranges::copy(values, now.begin());
  return now;
}

void XTouchPanels::Inside::set(int device, Atom property, const std::vector<float>& values) const {
  std::vector<unsigned char> bytes(values.size() * sizeof(float));
  std::memcpy(bytes.data(), values.data(), bytes.size());
  XIChangeProperty(display.get(), device, property, real, 32, XIPropModeReplace, bytes.data(), static_cast<int>(values.size()));
}

// What a program of ours that was killed left there. Where somebody laid it anew since, that is what it had before.
void XTouchPanels::Inside::find_ours(int device) {
  if (laid.contains(device)) return;
  const auto kept = values_of<float>(device, before, real);
  if (kept.empty()) return;
  Laid found;
  const auto now = matrix_of(device);
  if (kept.size() == 2 * found.before.size() && now) {
    std::copy_n(kept.begin(), found.before.size(), found.before.begin());
    std::copy_n(kept.begin() + static_cast<std::ptrdiff_t>(found.before.size()), found.ours.size(), found.ours.begin());
    if (is_near(*now, found.ours)) {
      laid.emplace(device, found);
      return;
    }
  }
  XIDeleteProperty(display.get(), device, before);
}

TouchPanel XTouchPanels::Inside::panel_of(const XIDeviceInfo& device) const {
  const auto [x, y] = axes_of(device);
  TouchPanel panel{.who = {.name = device.name}, .width_mm = x.mm(), .height_mm = y.mm()};
  const NodeTold told = told_of_node(text_of(device.deviceid, node));
  panel.who.path = told.path;
  panel.built_in = told.built_in;
  const auto ids = values_of<std::uint32_t>(device.deviceid, product, XA_INTEGER);
  if (ids.size() == 2 && (ids[0] != 0 || ids[1] != 0)) {
    std::array<char, 16> text{};
    (void)std::snprintf(text.data(), text.size(), "%04x:%04x", ids[0] & 0xFFFFU, ids[1] & 0xFFFFU);
    panel.who.product = text.data();
  }
  if (!told.serial.empty()) panel.who.product += (panel.who.product.empty() ? "" : " ") + told.serial;
  return panel;
}

void XTouchPanels::Inside::give_back(int device) {
  const auto ours = laid.find(device);
  if (ours == laid.end()) return;
  const auto now = matrix_of(device);
  if (now && is_near(*now, ours->second.ours)) set(device, matrix, {ours->second.before.begin(), ours->second.before.end()});
  XIDeleteProperty(display.get(), device, before);
  laid.erase(ours);
}

void XTouchPanels::Inside::lay(int device, const PanelPlace& at) {
  if (at.held()) return;
  if (!at.monitor || *at.monitor >= monitors.size()) return give_back(device);
  const auto now = matrix_of(device);
  XWindowAttributes surface{};
  if (!now || XGetWindowAttributes(display.get(), root(), &surface) == 0) return;
  const PanelMatrix wanted = panel_matrix(monitors[*at.monitor], surface.width, surface.height);
  const auto ours = laid.find(device);
  const bool guessed = at.by == PanelPlace::By::guessed || at.by == PanelPlace::By::alone;
  const bool is_anothers = ours == laid.end() ? !is_near(*now, all_of_surface) : !is_near(*now, ours->second.ours);
  if (is_near(*now, wanted) || (guessed && is_anothers)) return;
  Laid next = ours == laid.end() ? Laid{.before = *now} : ours->second;
  if (is_near(*now, next.ours) || ours == laid.end()) {
    next.tries = 0;
  } else if (++next.tries > most_tries) {
    return;
  }
  next.ours = wanted;
  std::vector<float> kept(next.before.begin(), next.before.end());
  kept.insert(kept.end(), wanted.begin(), wanted.end());
  set(device, before, kept);
  set(device, matrix, {wanted.begin(), wanted.end()});
  laid[device] = next;
}

// The server takes a grabbed device from its pointer: windows that listen to pointers hear nothing of it.
void XTouchPanels::Inside::grab(int device, bool wanted) {
  if (!wanted) {
    if (grabbed.erase(device) > 0) XIUngrabDevice(display.get(), device, CurrentTime);
    return;
  }
  if (grabbed.contains(device)) return;
  std::array<unsigned char, XIMaskLen(XI_LASTEVENT)> touches{};
  for (const int kind : {XI_TouchBegin, XI_TouchUpdate, XI_TouchEnd, XI_RawTouchBegin}) XISetMask(touches.data(), kind);
  XIEventMask mask{device, static_cast<int>(touches.size()), touches.data()};
  if (XIGrabDevice(display.get(), device, root(), CurrentTime, None, GrabModeAsync, GrabModeAsync, False, &mask) == Success)
    grabbed.insert(device);
  else
    owes_grab = true;
}

void XTouchPanels::Inside::hold_those_to_be_held() {
  owes_grab = false;
  for (std::size_t i = 0; i < devices.size(); ++i) grab(devices[i].id, listening || (i < places.size() && places[i].held()));
}

// A number that is given anew is another device.
bool XTouchPanels::Inside::changed(const XIHierarchyEvent& event) {
  constexpr int another = XISlaveAdded | XISlaveRemoved, off = XIDeviceDisabled | XISlaveRemoved;
  constexpr int of_devices = another | XIDeviceEnabled | XIDeviceDisabled;
  for (const XIHierarchyInfo& device : std::span(event.info, static_cast<std::size_t>(event.num_info))) {
    if ((device.flags & another) != 0) laid.erase(device.deviceid);
    if ((device.flags & off) != 0) grabbed.erase(device.deviceid);
  }
  return (event.flags & of_devices) != 0;
}

// Ours are told to us, too.
bool XTouchPanels::Inside::changed(const XIPropertyEvent& event) const {
  if (event.property == node || event.property == product) return true;
  const auto ours = laid.find(event.deviceid);
  if (event.property != matrix || ours == laid.end() || ours->second.tries > most_tries) return false;
  const auto now = matrix_of(event.deviceid);
  return now && !is_near(*now, ours->second.ours);
}

// Also of devices that somebody else has grabbed.
void XTouchPanels::Inside::touched(const XIRawEvent& event) {
  if (!listening || event.deviceid != event.sourceid) return;
  const auto device = std::ranges::find(devices, event.deviceid, &Device::id);
  if (device == devices.end() || device->x.span() <= 0 || device->y.span() <= 0) return;
  PanelTouch touch{.who = device->who};
  const double* value = event.raw_values;
  for (int i = 0; i < std::min(2, event.valuators.mask_len * 8); ++i) {
    if (!XIMaskIsSet(event.valuators.mask, i)) continue;
    const Axis& axis = i == 0 ? device->x : device->y;
    (i == 0 ? touch.x : touch.y) = (*value++ - axis.least) / axis.span();
  }
  came.push_back(std::move(touch));
}

bool XTouchPanels::Inside::handle(XGenericEventCookie& cookie) {
  switch (cookie.evtype) {
    case XI_HierarchyChanged: return changed(*static_cast<const XIHierarchyEvent*>(cookie.data));
    case XI_PropertyEvent: return changed(*static_cast<const XIPropertyEvent*>(cookie.data));
    case XI_DeviceChanged: return static_cast<const XIDeviceChangedEvent*>(cookie.data)->reason == XIDeviceChange;
    case XI_RawTouchBegin: touched(*static_cast<const XIRawEvent*>(cookie.data)); return false;
    default: return false;
  }
}

std::optional<XTouchPanels> XTouchPanels::open() {
  auto inside = std::make_unique<Inside>();
  inside->display.reset(XOpenDisplay(nullptr));
  Display* display = inside->display.get();
  if (display == nullptr) return std::nullopt;
  outlive_x_errors();
  outlive_lost_server(display, &inside->lost);
  const auto opcode = touch_extension(display);
  if (!opcode) return std::nullopt;
  inside->opcode = *opcode;
  const auto atom = [&](const char* name) { return XInternAtom(display, name, False); };
  inside->matrix = atom("Coordinate Transformation Matrix");
  inside->real = atom("FLOAT");
  inside->node = atom("Device Node");
  inside->product = atom("Device Product ID");
  inside->before = atom(before_mark);
  inside->chosen = atom(chosen_mark);
  XSelectInput(display, inside->root(), PropertyChangeMask);
  inside->select();
  return XTouchPanels(std::move(inside));
}

XTouchPanels::XTouchPanels(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
XTouchPanels::XTouchPanels(XTouchPanels&&) noexcept = default;
XTouchPanels& XTouchPanels::operator=(XTouchPanels&&) noexcept = default;

XTouchPanels::~XTouchPanels() {
  if (!inside_ || inside_->lost) return;
  const XTrap trap(inside_->display.get());
  while (!inside_->laid.empty()) inside_->give_back(inside_->laid.begin()->first);
  XSync(inside_->display.get(), False);
}

int XTouchPanels::descriptor() const { return ConnectionNumber(inside_->display.get()); }
bool XTouchPanels::waiting() const { return !inside_->lost && XPending(inside_->display.get()) > 0; }

bool XTouchPanels::changed() {
  Display* display = inside_->display.get();
  const XTrap trap(display);  // what is asked of a device that has just gone is refused
  bool any = false;
  for (int i = 0; i < most_events && waiting(); ++i) {
    XEvent event;
    XNextEvent(display, &event);
    if (event.type == PropertyNotify && event.xproperty.atom == inside_->chosen) inside_->was_told = true;
    XGenericEventCookie& cookie = event.xcookie;
    if (cookie.type != GenericEvent || cookie.extension != inside_->opcode || !XGetEventData(display, &cookie)) continue;
    any = inside_->handle(cookie) || any;
    XFreeEventData(display, &cookie);
  }
  return any;
}

bool XTouchPanels::told() { return std::exchange(inside_->was_told, false); }

std::vector<TouchPanel> XTouchPanels::list() {
  Inside& all = *inside_;
  std::vector<TouchPanel> panels;
  all.devices.clear();
  if (all.lost) return panels;
  const XTrap trap(all.display.get());
  each_device(all.display.get(), [&](const XIDeviceInfo& device) {
    const bool is_a_panel = touch_class(device) != nullptr && device.enabled != False &&
                            (device.use == XISlavePointer || device.use == XIFloatingSlave);
    if (!is_a_panel) return;
    panels.push_back(all.panel_of(device));
    const auto [x, y] = axes_of(device);
    all.devices.push_back({device.deviceid, panels.back().who, x, y});
  });
  return panels;
}

void XTouchPanels::place(const std::vector<PanelPlace>& places, const std::vector<Monitor>& monitors) {
  Inside& all = *inside_;
  if (all.lost) return;
  const XTrap trap(all.display.get());
  if (monitors != all.monitors)
    for (auto& [device, laid] : all.laid) laid.tries = 0;
  all.places = places;
  all.monitors = monitors;
  for (const Device& device : all.devices) all.find_ours(device.id);
  for (std::size_t i = 0; i < std::min(places.size(), all.devices.size()); ++i) all.lay(all.devices[i].id, places[i]);
  all.hold_those_to_be_held();
  XFlush(all.display.get());
}

double XTouchPanels::again_in_s() const { return inside_->owes_grab ? again_s : never_again_s; }

void XTouchPanels::listen(bool on) {
  Inside& all = *inside_;
  if (all.lost) return;
  const XTrap trap(all.display.get());
  if (std::exchange(all.listening, on) != on) {
    all.came.clear();
    all.select();
  }
  all.hold_those_to_be_held();
  XFlush(all.display.get());
}

std::vector<PanelTouch> XTouchPanels::touched() { return std::exchange(inside_->came, {}); }

void XTouchPanels::tell_others() {
  if (inside_->lost) return;
  const unsigned char one = 1;
  XChangeProperty(inside_->display.get(), inside_->root(), inside_->chosen, XA_INTEGER, 8, PropModeReplace, &one, 1);
  XSync(inside_->display.get(), False);
}

}  // namespace greenline::platform
