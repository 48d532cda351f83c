#include "e2e/touch_desk.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/extensions/XI2.h>
#include <X11/extensions/XInput2.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <xorg/xf86-input-inputtest-protocol.h>

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <thread>

namespace greenline::desk {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;
using input::ContactState;
using model::PixelPoint;

constexpr double full_scale = 65535;  // the driver's axes, over the whole screen
constexpr const char* touch_device = "greenline touchscreen";
constexpr const char* own_pointer = "greenline hands";

fs::path own_folder() {
  std::string name = (fs::temp_directory_path() / "greenline-touch-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("No folder could be made for the touch desk.");
  return name;
}

std::string input_section(const std::string& name, const std::string& type, const fs::path& socket) {
  return "Section \"InputDevice\"\n  Identifier \"" + name + "\"\n  Driver \"inputtest\"\n  Option \"DeviceType\" \"" + type +
         "\"\n  Option \"SocketPath\" \"" + socket.string() + "\"\n  Option \"TouchCount\" \"" +
         std::to_string(TouchDesk::most_contacts) + "\"\nEndSection\n";
}

// A dummy screen of exactly this size: the modeline's blanking means nothing, as long as it is wider than the picture.
std::string screen_sections(int width, int height) {
  const auto line = [](int shown) {
    std::string numbers;
    for (const int more : {0, 88, 132, 280}) numbers += " " + std::to_string(shown + more);
    return numbers;
  };
  const std::string size = std::to_string(width) + "x" + std::to_string(height);
  const double clock_mhz = 60e-6 * (width + 280) * (height + 280);
  return "Section \"Device\"\n  Identifier \"dummy\"\n  Driver \"dummy\"\n  VideoRam 256000\nEndSection\n"
         "Section \"Monitor\"\n  Identifier \"monitor\"\n  HorizSync 5.0-1000.0\n  VertRefresh 5.0-300.0\n  Modeline \"" +
         size + "\" " + std::to_string(clock_mhz) + line(width) + line(height) +
         "\nEndSection\n"
         "Section \"Screen\"\n  Identifier \"screen\"\n  Device \"dummy\"\n  Monitor \"monitor\"\n  DefaultDepth 24\n"
         "  SubSection \"Display\"\n    Depth 24\n    Modes \"" +
         size + "\"\n    Virtual " + std::to_string(width) + " " + std::to_string(height) + "\n  EndSubSection\nEndSection\n";
}

// Nothing of the machine's own is used: no devices of its udev, no console of its.
std::string configuration(int width, int height, const fs::path& folder) {
  return "Section \"ServerFlags\"\n  Option \"AutoAddDevices\" \"false\"\n  Option \"DontVTSwitch\" \"true\"\nEndSection\n" +
         screen_sections(width, height) + input_section(touch_device, "Touch", folder / "touch.socket") +
         input_section("pointer", "Pointer", folder / "pointer.socket") +
         input_section("keyboard", "Keyboard", folder / "keyboard.socket") +
         "Section \"ServerLayout\"\n  Identifier \"layout\"\n  Screen \"screen\"\n  InputDevice \"pointer\" \"CorePointer\"\n"
         "  InputDevice \"keyboard\" \"CoreKeyboard\"\n  InputDevice \"" +
         touch_device + "\" \"SendCoreEvents\"\nEndSection\n";
}

std::string complaints_of(const fs::path& log) {
  std::ifstream in(log);
  std::string line, complaints;
  while (std::getline(in, line)) {
    if (line.find("(EE)") != std::string::npos) complaints += "\n  " + line;
  }
  return complaints;
}

std::unique_ptr<XServer> start_xorg(int width, int height, const fs::path& folder) {
  const std::string file = (folder / "xorg.conf").string(), log = (folder / "log").string();
  std::ofstream(file) << configuration(width, height, folder);
  try {
    return std::make_unique<XServer>(std::vector<std::string>{"Xorg", "-config", file, "-logfile", log, "-logverbose", "0",
                                                              "-noreset", "-nolisten", "tcp", "-novtswitch", "-sharevts",
                                                              "-keeptty"});
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(std::string(error.what()) +
                             ", and touches cannot be tested without it. It needs the packages that `scripts/setup --test` "
                             "installs (xserver-xorg-core, xserver-xorg-video-dummy), and root." +
                             complaints_of(log));
  }
}

void send_whole(int socket, const void* record, std::size_t size) {
  if (::send(socket, record, size, MSG_NOSIGNAL) != static_cast<ssize_t>(size))
    throw std::runtime_error("The X server's touch device does not listen.");
}

template <typename Answer>
Answer receive_whole(int socket) {
  Answer answer{};
  if (::recv(socket, &answer, sizeof answer, MSG_WAITALL) != static_cast<ssize_t>(sizeof answer))
    throw std::runtime_error("The X server's touch device does not answer.");
  return answer;
}

std::uint32_t touch_type(ContactState state) {
  switch (state) {
    case ContactState::began: return XI_TouchBegin;
    case ContactState::moved: return XI_TouchUpdate;
    default: return XI_TouchEnd;
  }
}

// The number X gave a device; -1 when there is none of that name.
int device_number(Display* display, const std::string& name) {
  int count = 0, found = -1;
  XIDeviceInfo* devices = XIQueryDevice(display, XIAllDevices, &count);
  for (int i = 0; i < count; ++i) {
    if (name == devices[i].name) found = devices[i].deviceid;
  }
  XIFreeDeviceInfo(devices);
  return found;
}

}  // namespace

TouchDesk::TouchDesk(int width, int height) : width_(width), height_(height), folder_(own_folder()) {
  try {
    server_ = start_xorg(width, height, folder_);
    greet();
  } catch (...) {
    hang_up();
    server_.reset();
    fs::remove_all(folder_);
    throw;
  }
}

TouchDesk::~TouchDesk() {
  hang_up();
  server_.reset();
  fs::remove_all(folder_);
}

void TouchDesk::greet() {
  socket_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string path = (folder_ / "touch.socket").string();
  if (path.size() >= sizeof address.sun_path) throw std::runtime_error("The temporary folder's name is too long for a socket.");
  std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    throw std::runtime_error("The X server has no touch device." + complaints_of(folder_ / "log"));
  xf86ITEventClientVersion version{};
  version.header = {sizeof version, XF86IT_EVENT_CLIENT_VERSION};
  version.major = XF86IT_PROTOCOL_VERSION_MAJOR;
  version.minor = XF86IT_PROTOCOL_VERSION_MINOR;
  send_whole(socket_, &version, sizeof version);
  (void)receive_whole<xf86ITResponseServerVersion>(socket_);
}

void TouchDesk::hang_up() {
  if (socket_ >= 0) ::close(socket_);
  socket_ = -1;
}

void TouchDesk::inject(int contact, ContactState state, PixelPoint at) {
  xf86ITEventTouch touch{};
  touch.header = {sizeof touch, XF86IT_EVENT_TOUCH};
  touch.touchid = static_cast<std::uint32_t>(contact);
  touch.touch_type = touch_type(state);
  touch.valuators.mask[0] = 3;  // x and y
  touch.valuators.valuators[0] = static_cast<double>(at.x) * full_scale / width_;
  touch.valuators.valuators[1] = static_cast<double>(at.y) * full_scale / height_;
  send_whole(socket_, &touch, sizeof touch);
  injected_.push_back({contact, state, at, 0});
}

void TouchDesk::began(int contact, PixelPoint at) {
  inject(contact, ContactState::began, at);
  down_[contact] = at;
}

void TouchDesk::moved(int contact, PixelPoint to) {
  inject(contact, ContactState::moved, to);
  down_[contact] = to;
}

void TouchDesk::ended(int contact) {
  inject(contact, ContactState::ended, down_.at(contact));
  down_.erase(contact);
}

void TouchDesk::sync() {
  xf86ITEventWaitForSync wait{};
  wait.header = {sizeof wait, XF86IT_EVENT_WAIT_FOR_SYNC};
  send_whole(socket_, &wait, sizeof wait);
  (void)receive_whole<xf86ITResponseSyncFinished>(socket_);
}

void TouchDesk::tap(PixelPoint at) {
  began(0, at);
  std::this_thread::sleep_for(40ms);
  ended(0);
  sync();
  std::this_thread::sleep_for(60ms);
}

void TouchDesk::drag(PixelPoint from, PixelPoint to) {
  began(0, from);
  for (int i = 1; i <= 20; ++i) {
    std::this_thread::sleep_for(16ms);
    moved(0, from + (to - from) * (static_cast<float>(i) / 20));
  }
  std::this_thread::sleep_for(60ms);
  ended(0);
  sync();
  std::this_thread::sleep_for(60ms);
}

// What `xinput disable` does.
void TouchDesk::enable(bool on) {
  Display* x = XOpenDisplay(display().c_str());
  if (x == nullptr) throw std::runtime_error("no display " + display());
  unsigned char value = on ? 1 : 0;
  XIChangeProperty(x, device_number(x, touch_device), XInternAtom(x, "Device Enabled", False), XA_INTEGER, 8, XIPropModeReplace,
                   &value, 1);
  XCloseDisplay(x);
}

// On a connection of its own, when everything injected so far has been taken.
void TouchDesk::change(const std::function<void(Display*)>& how) {
  if (!injected_.empty()) sync();  // the driver answers this only after something came
  Display* x = XOpenDisplay(display().c_str());
  if (x == nullptr) throw std::runtime_error("no display " + display());
  how(x);
  XSync(x, False);
  XCloseDisplay(x);
}

void TouchDesk::give_own_pointer() {
  change([](Display* x) {
    std::string name = own_pointer;
    XIAnyHierarchyChangeInfo pointer{};
    pointer.add = {XIAddMaster, name.data(), True, True};
    XIChangeHierarchy(x, &pointer, 1);
    XSync(x, False);
    XIAnyHierarchyChangeInfo touchscreen{};
    touchscreen.attach = {XIAttachSlave, device_number(x, touch_device), device_number(x, name + " pointer")};
    XIChangeHierarchy(x, &touchscreen, 1);
  });
}

void TouchDesk::take_own_pointer_away() {
  change([](Display* x) {
    XIAnyHierarchyChangeInfo pointer{};
    pointer.remove = {XIRemoveMaster, device_number(x, std::string(own_pointer) + " pointer"), XIFloating, 0, 0};
    XIChangeHierarchy(x, &pointer, 1);
  });
}

void TouchDesk::set_apart() {
  change([](Display* x) {
    XIAnyHierarchyChangeInfo touchscreen{};
    touchscreen.detach = {XIDetachSlave, device_number(x, touch_device)};
    XIChangeHierarchy(x, &touchscreen, 1);
  });
}

void TouchDesk::unplug() {
  sync();
  enable(false);
  hang_up();
  for (const auto& [contact, at] : down_) injected_.push_back({contact, ContactState::ended, at, 0});
  down_.clear();
}

void TouchDesk::plug_in() {
  enable(true);
  greet();
}

void dance(TouchDesk& desk, int fingers, int steps_per_s, double seconds) {
  constexpr int columns = 16;
  constexpr PixelPoint first{80, 80}, apart{115, 130};
  const auto place = [&](int finger, double turns) {
    const auto angle = static_cast<float>(6.2832 * turns) + static_cast<float>(finger);
    const PixelPoint spot{apart.x * static_cast<float>(finger % columns), apart.y * static_cast<float>(finger / columns)};
    return first + spot + PixelPoint{40 * std::cos(angle), 40 * std::sin(angle)};
  };
  for (int finger = 0; finger < fingers; ++finger) desk.began(finger, place(finger, 0));
  const int steps = static_cast<int>(std::lround(seconds * steps_per_s));
  auto due = std::chrono::steady_clock::now();
  for (int step = 1; step <= steps; ++step) {
    due += std::chrono::nanoseconds(1s) / steps_per_s;
    std::this_thread::sleep_until(due);
    for (int finger = 0; finger < fingers; ++finger) desk.moved(finger, place(finger, 1.5 * step / steps_per_s));
  }
  for (int finger = 0; finger < fingers; ++finger) desk.ended(finger);
  desk.sync();
}

}  // namespace greenline::desk
