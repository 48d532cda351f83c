#include "bench/glass.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <dlfcn.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstring>
#include <thread>
#include <utility>

#include "bench/processes.h"

namespace greenline::bench {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::duration<double> gives_up{0.5};
constexpr int patch_px = 24;  // seen around the pointer

struct FreeImage {
  void operator()(XImage* image) const { XDestroyImage(image); }
};
using Image = std::unique_ptr<XImage, FreeImage>;

bool same_pixels(const XImage& a, const XImage& b) {
  const auto bytes = static_cast<std::size_t>(a.bytes_per_line) * static_cast<std::size_t>(a.height);
  return a.bytes_per_line == b.bytes_per_line && a.height == b.height && std::memcmp(a.data, b.data, bytes) == 0;
}

}  // namespace

// XTEST's functions are looked up when they are wanted: only this measurement needs their library.
struct Glass::Inside {
  Display* display = nullptr;
  void* library = nullptr;
  int (*move)(Display*, int, int, int, unsigned long) = nullptr;
  int (*press)(Display*, unsigned, int, unsigned long) = nullptr;

  ~Inside() {
    if (display != nullptr) XCloseDisplay(display);
    if (library != nullptr) dlclose(library);
  }
  // The root window's pixels, whatever window lies there.
  [[nodiscard]] Image around(int x, int y) const {
    const int screen = DefaultScreen(display);
    const int left = std::clamp(x - patch_px / 2, 0, DisplayWidth(display, screen) - patch_px);
    const int top = std::clamp(y - patch_px / 2, 0, DisplayHeight(display, screen) - patch_px);
    return Image(XGetImage(display, DefaultRootWindow(display), left, top, patch_px, patch_px, AllPlanes, ZPixmap));
  }
  [[nodiscard]] std::optional<double> until_seen(int x, int y) const;
};

std::optional<double> Glass::Inside::until_seen(int x, int y) const {
  const Image before = around(x, y);
  if (!before) return std::nullopt;
  const auto moved = Clock::now();
  move(display, -1, x, y, CurrentTime);
  XFlush(display);
  while (true) {
    const Image now = around(x, y);
    const std::chrono::duration<double> passed = Clock::now() - moved;
    if (now && !same_pixels(*before, *now)) return passed.count();
    if (passed > gives_up) return std::nullopt;
  }
}

tl::expected<std::unique_ptr<Glass>, std::string> Glass::open() {
  auto inside = std::make_unique<Inside>();
  inside->display = XOpenDisplay(nullptr);
  if (inside->display == nullptr) return tl::unexpected(std::string("The display cannot be opened a second time."));
  inside->library = dlopen("libXtst.so.6", RTLD_NOW | RTLD_LOCAL);
  if (inside->library == nullptr)
    return tl::unexpected(std::string("Moving the pointer needs XTEST's library (the package libxtst6)."));
  inside->move = reinterpret_cast<decltype(inside->move)>(dlsym(inside->library, "XTestFakeMotionEvent"));
  inside->press = reinterpret_cast<decltype(inside->press)>(dlsym(inside->library, "XTestFakeButtonEvent"));
  int ignored = 0;
  if (inside->move == nullptr || inside->press == nullptr ||
      XQueryExtension(inside->display, "XTEST", &ignored, &ignored, &ignored) == 0)
    return tl::unexpected(std::string("This X server does not let a program move its pointer (it lacks XTEST)."));
  return std::unique_ptr<Glass>(new Glass(std::move(inside)));
}

Glass::Glass(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Glass::~Glass() = default;

std::optional<pid_t> Glass::server() const { return process_behind(ConnectionNumber(inside_->display)); }

std::vector<double> Glass::drag(model::PixelPoint from, model::PixelPoint to, int steps) {
  using std::chrono_literals::operator""ms;
  const auto whole = [](float x) { return static_cast<int>(std::lround(x)); };
  std::vector<double> seen;
  inside_->move(inside_->display, -1, whole(from.x), whole(from.y), CurrentTime);
  inside_->press(inside_->display, 1, True, CurrentTime);
  XSync(inside_->display, False);
  std::this_thread::sleep_for(400ms);
  for (int i = 1; i <= steps; ++i) {
    const model::PixelPoint at = from + (to - from) * (static_cast<float>(i) / static_cast<float>(steps));
    if (const auto seconds = inside_->until_seen(whole(at.x), whole(at.y))) seen.push_back(*seconds);
    std::this_thread::sleep_for(53ms + 7ms * (i % 5));  // on no beat that a display has
  }
  inside_->press(inside_->display, 1, False, CurrentTime);
  XSync(inside_->display, False);
  return seen;
}

}  // namespace greenline::bench
