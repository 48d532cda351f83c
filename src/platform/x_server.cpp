#include "platform/x_server.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XInput2.h>
#include <X11/extensions/XShm.h>
#include <X11/extensions/Xrandr.h>
#include <sys/ipc.h>
#include <sys/shm.h>

#include <chrono>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <thread>
#include <utility>

#include "platform/x_errors.h"

namespace greenline::platform {
namespace {

struct CloseDisplay {
  void operator()(Display* display) const { XCloseDisplay(display); }
};
using Connection = std::unique_ptr<Display, CloseDisplay>;

Connection connection() { return Connection(XOpenDisplay(nullptr)); }

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

bool has(Display* display, const char* extension) {
  int opcode = 0, event = 0, error = 0;
  return XQueryExtension(display, extension, &opcode, &event, &error) != 0;
}

bool has_touch(Display* display) {
  int major = 2, minor = 2;
  return has(display, "XInputExtension") && XIQueryVersion(display, &major, &minor) == Success && major * 10 + minor >= 22;
}

bool has_randr(Display* display) {
  int major = 0, minor = 0;
  return has(display, "RANDR") && XRRQueryVersion(display, &major, &minor) != 0 && major * 10 + minor >= 13;
}

// The extension alone says little: the server may be refused our memory.
bool takes_shared_memory(Display* display) {
  if (XShmQueryExtension(display) == False) return false;
  XShmSegmentInfo segment{};
  segment.shmid = shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0600);
  if (segment.shmid < 0) return false;
  bool taken = false;
  void* memory = shmat(segment.shmid, nullptr, 0);
  if (memory != reinterpret_cast<void*>(-1)) {
    segment.shmaddr = static_cast<char*>(memory);
    XTrap trap(display);
    taken = XShmAttach(display, &segment) != 0 && !trap.refused();
    if (taken) XShmDetach(display, &segment);
    XSync(display, False);
    shmdt(memory);
  }
  shmctl(segment.shmid, IPC_RMID, nullptr);
  return taken;
}

}  // namespace

bool display_available() { return connection() != nullptr; }

tl::expected<HeldDisplay, std::string> wait_for_display(double seconds, const std::function<void(const std::string&)>& say) {
  using std::chrono::steady_clock;
  if (Connection held = connection()) return HeldDisplay(std::move(held));
  const std::string name = variable("DISPLAY");
  if (name.empty() && !variable("WAYLAND_DISPLAY").empty()) {
    return tl::unexpected(std::string(
        "This Wayland session lets no X11 program in, which Greenline is. Install XWayland (the package xwayland) and log in "
        "again, or choose an Xorg session."));
  }
  if (name.empty()) {
    return tl::unexpected(std::string(
        "There is no display to open the wall on. Start it in a desktop session, or make pictures with `greenline render`."));
  }
  const std::string limit = std::to_string(std::lround(seconds)) + " s";
  say("The X server on " + name + " does not answer yet. Waiting for it, " + limit + " at most.");
  const auto until = steady_clock::now() + std::chrono::duration<double>(seconds);
  while (steady_clock::now() < until) {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    if (Connection held = connection()) return HeldDisplay(std::move(held));
  }
  return tl::unexpected("The X server on " + name + " did not answer for " + limit +
                        ". See that it runs, that this user may open windows on it, and that DISPLAY names it.");
}

std::optional<XServerFacts> x_server_facts() {
  const Connection display = connection();
  if (!display) return std::nullopt;
  return XServerFacts{.randr = has_randr(display.get()),
                      .shared_memory = takes_shared_memory(display.get()),
                      .touch = has_touch(display.get()),
                      .glx = has(display.get(), "GLX")};
}

}  // namespace greenline::platform
