#include "e2e/monitor_desk.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xrandr.h>
#include <poll.h>
#include <stdlib.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <map>
#include <span>
#include <stdexcept>

#include "platform/edid.h"

namespace greenline::desk {
namespace {

namespace fs = std::filesystem;

struct CloseDisplay {
  void operator()(Display* display) const { XCloseDisplay(display); }
};
using Connection = std::unique_ptr<Display, CloseDisplay>;
using Resources = std::unique_ptr<XRRScreenResources, decltype(&XRRFreeScreenResources)>;

Connection connect(const std::string& display) {
  Connection connection(XOpenDisplay(display.c_str()));
  if (!connection) throw std::runtime_error("no display " + display);
  return connection;
}

// Module and touchscreens, and a layout that has these.
std::string panels_configuration(int panels, const fs::path& folder) {
  if (panels == 0) return {};
  std::string text = "Section \"Files\"\n  ModulePath \"" TURNING_FOLDER
                     "\"\n  ModulePath \"/usr/lib/xorg/modules\"\nEndSection\n"
                     "Section \"Module\"\n  Load \"turning\"\nEndSection\n";
  std::string layout = "Section \"ServerLayout\"\n  Identifier \"layout\"\n  Screen \"screen\"\n";
  for (int i = 1; i <= panels; ++i) {
    const std::string name = MonitorDesk::panel_name(i);
    text += "Section \"InputDevice\"\n  Identifier \"" + name +
            "\"\n  Driver \"inputtest\"\n  Option \"DeviceType\" \"Touch\"\n  Option \"TouchCount\" \"10\"\n"
            "  Option \"SocketPath\" \"" +
            (folder / ("panel-" + std::to_string(i))).string() + "\"\nEndSection\n";
    layout += "  InputDevice \"" + name + "\" \"SendCoreEvents\"\n";
  }
  return text + layout + "EndSection\n";
}

std::string monitors_configuration() {
  return R"(Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "DontVTSwitch" "true"
EndSection
Section "Device"
  Identifier "dummy"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5-1000
  VertRefresh 5-300
  Modeline "1920x1080" 148.50 1920 2008 2052 2200 1080 1084 1089 1125
  Modeline "1280x1024" 108.00 1280 1328 1440 1688 1024 1025 1028 1066
  Modeline "1280x720" 37.125 1280 1390 1430 1650 720 725 730 750
  Modeline "1024x768" 65.00 1024 1048 1184 1344 768 771 777 806
EndSection
Section "Screen"
  Identifier "screen"
  Device "dummy"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "1920x1080" "1280x1024" "1280x720" "1024x768"
    Virtual 3840 2160
  EndSubSection
EndSection
)";
}

Rotation rotation_for(const platform::Turned& turned) {
  constexpr std::array<Rotation, 4> quarters{RR_Rotate_0, RR_Rotate_90, RR_Rotate_180, RR_Rotate_270};
  unsigned rotation = quarters.at(static_cast<std::size_t>(turned.quarters));
  if (turned.mirrored_x) rotation |= RR_Reflect_X;
  if (turned.mirrored_y) rotation |= RR_Reflect_Y;
  return static_cast<Rotation>(rotation);
}

RRMode mode_of(const XRRScreenResources& resources, Rect shows, const platform::Turned& turned) {
  if (turned.quarters % 2 == 1) std::swap(shows.width, shows.height);
  for (const XRRModeInfo& mode : std::span(resources.modes, static_cast<std::size_t>(resources.nmode))) {
    if (static_cast<int>(mode.width) == shows.width && static_cast<int>(mode.height) == shows.height) return mode.id;
  }
  throw std::runtime_error("The X server has no such mode.");
}

std::map<std::string, RROutput> outputs_of(Display* x, XRRScreenResources& resources) {
  std::map<std::string, RROutput> outputs;
  for (const RROutput id : std::span(resources.outputs, static_cast<std::size_t>(resources.noutput))) {
    XRROutputInfo* info = XRRGetOutputInfo(x, &resources, id);
    outputs[info->name] = id;
    XRRFreeOutputInfo(info);
  }
  return outputs;
}

Atom atom(Display* x, const char* name) { return XInternAtom(x, name, False); }

void tell_glass(Display* x, RROutput output, const platform::Glass& glass) {
  const Atom edid = atom(x, RR_PROPERTY_RANDR_EDID);
  if (!glass.told()) return XRRDeleteOutputProperty(x, output, edid);
  const platform::Edid bytes = platform::edid_of(glass);
  XRRChangeOutputProperty(x, output, edid, XA_INTEGER, 8, PropModeReplace, bytes.data(), static_cast<int>(bytes.size()));
}

Rect rect_of(Display* x, Window window) {
  XWindowAttributes attributes{};
  if (XGetWindowAttributes(x, window, &attributes) == 0) return {};
  Rect rect{0, 0, attributes.width, attributes.height};
  Window child = None;
  XTranslateCoordinates(x, window, DefaultRootWindow(x), 0, 0, &rect.x, &rect.y, &child);
  return rect;
}

// Windows go while one looks at them.
int ignore(Display*, XErrorEvent*) { return 0; }

}  // namespace

MonitorDesk::MonitorDesk(int panels) {
  std::string name = (fs::temp_directory_path() / "greenline-monitors-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("No folder could be made for the monitors' desk.");
  folder_ = name;
  std::ofstream(folder_ / "xorg.conf") << monitors_configuration() << panels_configuration(panels, folder_);
  XSetErrorHandler(&ignore);
  server_ = std::make_unique<XServer>(std::vector<std::string>{"Xorg", "-config", (folder_ / "xorg.conf").string(), "-logfile",
                                                               (folder_ / "log").string(), "-noreset", "-nolisten", "tcp",
                                                               "-novtswitch", "-sharevts", "-keeptty"});
  plug({{"DUMMY0", {0, 0, 1920, 1080}}});
}

MonitorDesk::~MonitorDesk() {
  server_.reset();
  fs::remove_all(folder_);
}

// In the order in which xrandr does it: what no longer fits goes first.
void MonitorDesk::plug(const std::vector<Output>& plugged) {
  const Connection x = connect(display());
  const Window root = DefaultRootWindow(x.get());
  const Resources resources(XRRGetScreenResources(x.get(), root), &XRRFreeScreenResources);
  auto outputs = outputs_of(x.get(), *resources);
  int width = 320, height = 200;
  for (const Output& output : plugged) {
    width = std::max(width, output.shows.x + output.shows.width);
    height = std::max(height, output.shows.y + output.shows.height);
  }
  XGrabServer(x.get());
  for (const auto& [name, output] : outputs) {
    const auto its = std::ranges::find(plugged, name, &Output::name);
    tell_glass(x.get(), output, its == plugged.end() ? platform::Glass{} : its->glass);
  }
  for (const RRCrtc crtc : std::span(resources->crtcs, static_cast<std::size_t>(resources->ncrtc)))
    XRRSetCrtcConfig(x.get(), resources.get(), crtc, CurrentTime, 0, 0, None, RR_Rotate_0, nullptr, 0);
  XRRSetScreenSize(x.get(), root, width, height, static_cast<int>(width * 25.4 / 96), static_cast<int>(height * 25.4 / 96));
  for (std::size_t i = 0; i < plugged.size(); ++i) {
    if (plugged[i].shows.width == 0) continue;
    const RRMode mode = mode_of(*resources, plugged[i].shows, plugged[i].turned);
    RROutput output = outputs.at(plugged[i].name);
    XRRAddOutputMode(x.get(), output, mode);
    XRROutputInfo* info = XRRGetOutputInfo(x.get(), resources.get(), output);  // not every part of the card drives every output
    XRRSetCrtcConfig(x.get(), resources.get(), info->crtcs[0], CurrentTime, plugged[i].shows.x, plugged[i].shows.y, mode,
                     rotation_for(plugged[i].turned), &output, 1);
    XRRFreeOutputInfo(info);
  }
  XUngrabServer(x.get());
  XSync(x.get(), False);
}

fs::path MonitorDesk::panel_socket(int number) const { return folder_ / ("panel-" + std::to_string(number)); }

platform::Turned MonitorDesk::turned(const std::string& name) const {
  const Connection x = connect(display());
  const Resources resources(XRRGetScreenResources(x.get(), DefaultRootWindow(x.get())), &XRRFreeScreenResources);
  XRROutputInfo* output = XRRGetOutputInfo(x.get(), resources.get(), outputs_of(x.get(), *resources).at(name));
  platform::Turned turned;
  if (output->crtc != None) {
    XRRCrtcInfo* crtc = XRRGetCrtcInfo(x.get(), resources.get(), output->crtc);
    for (const int quarter : {RR_Rotate_90, RR_Rotate_180, RR_Rotate_270}) {
      ++turned.quarters;
      if ((crtc->rotation & quarter) != 0) break;
    }
    if ((crtc->rotation & RR_Rotate_0) != 0) turned.quarters = 0;
    turned.mirrored_x = (crtc->rotation & RR_Reflect_X) != 0;
    turned.mirrored_y = (crtc->rotation & RR_Reflect_Y) != 0;
    XRRFreeCrtcInfo(crtc);
  }
  XRRFreeOutputInfo(output);
  return turned;
}

std::vector<MonitorDesk::Seen> MonitorDesk::windows() const {
  const Connection x = connect(display());
  Window root = None, parent = None, *children = nullptr;
  unsigned count = 0;
  std::vector<Seen> all;
  if (XQueryTree(x.get(), DefaultRootWindow(x.get()), &root, &parent, &children, &count) == 0) return {};
  for (const Window window : std::span(children, count)) {
    char* title = nullptr;
    XWindowAttributes attributes{};
    const bool seen = XGetWindowAttributes(x.get(), window, &attributes) != 0 && attributes.map_state == IsViewable;
    if (seen && XFetchName(x.get(), window, &title) != 0 && title != nullptr) all.push_back({title, rect_of(x.get(), window)});
    if (title != nullptr) XFree(title);
  }
  if (children != nullptr) XFree(children);
  return all;
}

Rect MonitorDesk::window(const std::string& name) const {
  Rect found;
  for (const Seen& one : windows())
    if (one.name == name) found = one.rect;
  return found;
}

struct WindowManager::Inside {
  std::unique_ptr<Display, decltype(&XCloseDisplay)> x{nullptr, &XCloseDisplay};
  Window mark = None;
  std::map<Window, bool> full;

  [[nodiscard]] Window root() const { return DefaultRootWindow(x.get()); }
  void announce();
  void fill_monitor(Window);
  void handle(XEvent&);
  void state_asked(const XClientMessageEvent&);
  [[nodiscard]] bool begins_full(Window) const;
};

void WindowManager::Inside::announce() {
  XSelectInput(x.get(), root(), SubstructureRedirectMask | SubstructureNotifyMask);
  mark = XCreateSimpleWindow(x.get(), root(), -9, -9, 1, 1, 0, 0, 0);
  for (const Window on : {root(), mark}) {
    XChangeProperty(x.get(), on, atom(x.get(), "_NET_SUPPORTING_WM_CHECK"), XA_WINDOW, 32, PropModeReplace,
                    reinterpret_cast<const unsigned char*>(&mark), 1);
  }
  const std::array<Atom, 2> can{atom(x.get(), "_NET_WM_STATE"), atom(x.get(), "_NET_WM_STATE_FULLSCREEN")};
  XChangeProperty(x.get(), root(), atom(x.get(), "_NET_SUPPORTED"), XA_ATOM, 32, PropModeReplace,
                  reinterpret_cast<const unsigned char*>(can.data()), static_cast<int>(can.size()));
  XSync(x.get(), False);
}

void WindowManager::Inside::fill_monitor(Window window) {
  const Rect now = rect_of(x.get(), window);
  int count = 0;
  XRRMonitorInfo* monitors = XRRGetMonitors(x.get(), root(), True, &count);
  for (const XRRMonitorInfo& on : std::span(monitors, static_cast<std::size_t>(std::max(0, count)))) {
    const int middle_x = now.x + now.width / 2, middle_y = now.y + now.height / 2;
    if (middle_x < on.x || middle_x >= on.x + on.width || middle_y < on.y || middle_y >= on.y + on.height) continue;
    XMoveResizeWindow(x.get(), window, on.x, on.y, static_cast<unsigned>(on.width), static_cast<unsigned>(on.height));
  }
  if (monitors != nullptr) XRRFreeMonitors(monitors);
}

bool WindowManager::Inside::begins_full(Window window) const {
  Atom type = None;
  int format = 0;
  unsigned long count = 0, left = 0;
  unsigned char* data = nullptr;
  XGetWindowProperty(x.get(), window, atom(x.get(), "_NET_WM_STATE"), 0, 8, False, XA_ATOM, &type, &format, &count, &left,
                     &data);
  const std::span states(reinterpret_cast<const Atom*>(data), format == 32 ? count : 0);
  const bool is = std::ranges::find(states, atom(x.get(), "_NET_WM_STATE_FULLSCREEN")) != states.end();
  if (data != nullptr) XFree(data);
  return is;
}

void WindowManager::Inside::state_asked(const XClientMessageEvent& message) {
  if (message.message_type != atom(x.get(), "_NET_WM_STATE")) return;
  if (message.data.l[1] != static_cast<long>(atom(x.get(), "_NET_WM_STATE_FULLSCREEN"))) return;
  full[message.window] = message.data.l[0] == 1;
  if (full[message.window]) fill_monitor(message.window);
}

void WindowManager::Inside::handle(XEvent& event) {
  if (event.type == MapRequest) {
    const Window window = event.xmaprequest.window;
    full[window] = begins_full(window);
    XMapWindow(x.get(), window);
    if (full[window]) fill_monitor(window);
    XSetInputFocus(x.get(), window, RevertToPointerRoot, CurrentTime);
  } else if (event.type == ConfigureRequest) {
    const XConfigureRequestEvent& asked = event.xconfigurerequest;
    if (full[asked.window]) return;
    XWindowChanges changes{asked.x, asked.y, asked.width, asked.height, 0, None, Above};
    XConfigureWindow(x.get(), asked.window, static_cast<unsigned>(asked.value_mask) & (CWX | CWY | CWWidth | CWHeight),
                     &changes);
  } else if (event.type == ClientMessage) {
    state_asked(event.xclient);
  }
}

WindowManager::WindowManager(const std::string& display) : inside_(std::make_unique<Inside>()) {
  inside_->x.reset(connect(display).release());
  inside_->announce();
  thread_ = std::thread([this] {
    Display* x = inside_->x.get();
    while (!over_) {
      while (XPending(x) > 0) {
        XEvent event;
        XNextEvent(x, &event);
        inside_->handle(event);
      }
      XFlush(x);
      pollfd waiting{ConnectionNumber(x), POLLIN, 0};
      poll(&waiting, 1, 50);
    }
  });
}

WindowManager::~WindowManager() {
  over_ = true;
  thread_.join();
}

}  // namespace greenline::desk
