#include "e2e/panel.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/extensions/XI2.h>
#include <X11/extensions/XInput2.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <xorg/xf86-input-inputtest-protocol.h>

#include <array>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <utility>

namespace greenline::desk {
namespace {

using model::PixelPoint;

struct CloseItsDisplay {
  void operator()(Display* display) const { XCloseDisplay(display); }
};
using OwnConnection = std::unique_ptr<Display, CloseItsDisplay>;

OwnConnection connected(const std::string& display) {
  OwnConnection x(XOpenDisplay(display.c_str()));
  if (!x) throw std::runtime_error("no display " + display);
  return x;
}

int number_of(Display* x, const std::string& name) {
  int count = 0, found = -1;
  XIDeviceInfo* devices = XIQueryDevice(x, XIAllDevices, &count);
  for (int i = 0; i < count; ++i)
    if (name == devices[i].name) found = devices[i].deviceid;
  XIFreeDeviceInfo(devices);
  return found;
}

void send_record(int socket, const void* record, std::size_t size) {
  if (::send(socket, record, size, MSG_NOSIGNAL) != static_cast<ssize_t>(size))
    throw std::runtime_error("The X server's touchscreen does not listen.");
}

template <typename Answer>
void await_answer(int socket) {
  Answer answer{};
  if (::recv(socket, &answer, sizeof answer, MSG_WAITALL) != static_cast<ssize_t>(sizeof answer))
    throw std::runtime_error("The X server's touchscreen does not answer.");
}

constexpr const char* matrix_name = "Coordinate Transformation Matrix";

}  // namespace

PixelPoint on_glass(PixelPoint at, float width, float height, const platform::Turned& turned) {
  float a = at.x / width, b = at.y / height;
  if (turned.mirrored_x) a = 1 - a;
  if (turned.mirrored_y) b = 1 - b;
  switch (turned.quarters) {
    case 1: return {b, 1 - a};
    case 2: return {1 - a, 1 - b};
    case 3: return {1 - b, a};
    default: return {a, b};
  }
}

Panel::Panel(std::string display, std::string name, std::filesystem::path socket)
    : display_(std::move(display)), name_(std::move(name)), path_(std::move(socket)), at_(most_contacts) {
  greet();
}

Panel::Panel(Panel&& other) noexcept
    : display_(std::move(other.display_)),
      name_(std::move(other.name_)),
      path_(std::move(other.path_)),
      socket_(std::exchange(other.socket_, -1)),
      at_(std::move(other.at_)) {}

Panel::~Panel() { hang_up(); }

void Panel::hang_up() {
  if (socket_ >= 0) ::close(socket_);
  socket_ = -1;
}

void Panel::greet() {
  socket_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string path = path_.string();
  if (path.size() >= sizeof address.sun_path) throw std::runtime_error("The temporary folder's name is too long for a socket.");
  std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    throw std::runtime_error("The X server has no touchscreen at " + path);
  xf86ITEventClientVersion version{};
  version.header = {sizeof version, XF86IT_EVENT_CLIENT_VERSION};
  version.major = XF86IT_PROTOCOL_VERSION_MAJOR;
  version.minor = XF86IT_PROTOCOL_VERSION_MINOR;
  send_record(socket_, &version, sizeof version);
  await_answer<xf86ITResponseServerVersion>(socket_);
}

void Panel::inject(int contact, std::uint32_t kind, PixelPoint glass) {
  constexpr double full_range = 65535;
  xf86ITEventTouch touch{};
  touch.header = {sizeof touch, XF86IT_EVENT_TOUCH};
  touch.touchid = static_cast<std::uint32_t>(contact);
  touch.touch_type = kind;
  touch.valuators.mask[0] = 3;  // x and y
  touch.valuators.valuators[0] = static_cast<double>(glass.x) * full_range;
  touch.valuators.valuators[1] = static_cast<double>(glass.y) * full_range;
  send_record(socket_, &touch, sizeof touch);
}

void Panel::began(int contact, PixelPoint glass) {
  at_.at(static_cast<std::size_t>(contact)) = glass;
  inject(contact, XI_TouchBegin, glass);
}

void Panel::ended(int contact) { inject(contact, XI_TouchEnd, at_.at(static_cast<std::size_t>(contact))); }

void Panel::sync() {
  xf86ITEventWaitForSync wait{};
  wait.header = {sizeof wait, XF86IT_EVENT_WAIT_FOR_SYNC};
  send_record(socket_, &wait, sizeof wait);
  await_answer<xf86ITResponseSyncFinished>(socket_);
}

void Panel::enable(bool on) const {
  const OwnConnection x = connected(display_);
  unsigned char value = on ? 1 : 0;
  XIChangeProperty(x.get(), number_of(x.get(), name_), XInternAtom(x.get(), "Device Enabled", False), XA_INTEGER, 8,
                   XIPropModeReplace, &value, 1);
}

void Panel::unplug() {
  enable(false);
  hang_up();
}

void Panel::plug_in() {
  enable(true);
  greet();
}

std::vector<float> Panel::matrix() const {
  const OwnConnection x = connected(display_);
  Atom type = None;
  int format = 0;
  unsigned long count = 0, left = 0;
  unsigned char* data = nullptr;
  std::vector<float> values;
  if (XIGetProperty(x.get(), number_of(x.get(), name_), XInternAtom(x.get(), matrix_name, False), 0, 9, False, AnyPropertyType,
                    &type, &format, &count, &left, &data) == Success &&
      format == 32) {
    values.resize(count);
    std::memcpy(values.data(), data, 4 * count);
  }
  if (data != nullptr) XFree(data);
  return values;
}

void Panel::lay(const std::vector<float>& matrix) const {
  const OwnConnection x = connected(display_);
  std::vector<unsigned char> bytes(4 * matrix.size());
  std::memcpy(bytes.data(), matrix.data(), bytes.size());
  XIChangeProperty(x.get(), number_of(x.get(), name_), XInternAtom(x.get(), matrix_name, False),
                   XInternAtom(x.get(), "FLOAT", False), 32, XIPropModeReplace, bytes.data(), static_cast<int>(matrix.size()));
}

bool Panel::has(const std::string& property) const {
  const OwnConnection x = connected(display_);
  int count = 0;
  Atom* all = XIListProperties(x.get(), number_of(x.get(), name_), &count);
  const Atom wanted = XInternAtom(x.get(), property.c_str(), False);
  bool found = false;
  for (int i = 0; i < count; ++i) found = found || all[i] == wanted;
  if (all != nullptr) XFree(all);
  return found;
}

struct TouchEar::Inside {
  std::unique_ptr<Display, decltype(&XCloseDisplay)> x{nullptr, &XCloseDisplay};
  int extension = 0;
  Window window = None;
};

TouchEar::TouchEar(const std::string& display) : inside_(std::make_unique<Inside>()) {
  inside_->x.reset(connected(display).release());
  Display* x = inside_->x.get();
  int event = 0, error = 0, major = 2, minor = 2;
  if (!XQueryExtension(x, "XInputExtension", &inside_->extension, &event, &error) ||
      XIQueryVersion(x, &major, &minor) != Success)
    throw std::runtime_error("The X server knows no touches (XInput 2.2).");
  constexpr unsigned everywhere = 16384;
  XSetWindowAttributes attributes{};
  attributes.override_redirect = True;
  inside_->window = XCreateWindow(x, DefaultRootWindow(x), 0, 0, everywhere, everywhere, 0, 0, InputOnly, nullptr,
                                  CWOverrideRedirect, &attributes);
  std::array<unsigned char, XIMaskLen(XI_LASTEVENT)> bits{};
  for (const int kind : {XI_TouchBegin, XI_TouchUpdate, XI_TouchEnd}) XISetMask(bits.data(), kind);
  XIEventMask mask{XIAllMasterDevices, static_cast<int>(bits.size()), bits.data()};
  XISelectEvents(x, inside_->window, &mask, 1);
  XMapRaised(x, inside_->window);
  XSync(x, False);
}

TouchEar::~TouchEar() = default;

void TouchEar::come_up() {
  XRaiseWindow(inside_->x.get(), inside_->window);
  XSync(inside_->x.get(), False);
}

std::vector<PixelPoint> TouchEar::heard() {
  Display* x = inside_->x.get();
  XSync(x, False);
  std::vector<PixelPoint> all;
  while (XPending(x) > 0) {
    XEvent event;
    XNextEvent(x, &event);
    XGenericEventCookie& cookie = event.xcookie;
    if (cookie.type != GenericEvent || cookie.extension != inside_->extension || !XGetEventData(x, &cookie)) continue;
    if (cookie.evtype == XI_TouchBegin) {
      const auto& touch = *static_cast<const XIDeviceEvent*>(cookie.data);
      all.push_back({static_cast<float>(touch.root_x), static_cast<float>(touch.root_y)});
    }
    XFreeEventData(x, &cookie);
  }
  return all;
}

}  // namespace greenline::desk
