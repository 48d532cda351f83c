#include "bench/glass.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <dlfcn.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <thread>
#include <utility>

#include "bench/processes.h"

namespace greenline::bench {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::duration<double> gives_up{2};
constexpr int across_px = 400, down_px = 120;  // seen around the pointer: what is dragged reaches out of it on both sides
constexpr auto between_looks = std::chrono::microseconds(500);

struct FreeImage {
  void operator()(XImage* image) const { XDestroyImage(image); }
};
using Image = std::unique_ptr<XImage, FreeImage>;

// Whether something has moved between two looks. A membrane's breath or a light that fades changes pixels too, a little.
bool moved(const XImage& a, const XImage& b) {
  constexpr int strongly = 40, enough = 60;  // of 255; pixels
  if (a.bytes_per_line != b.bytes_per_line || a.height != b.height) return true;
  const auto bytes = static_cast<std::ptrdiff_t>(a.bytes_per_line) * a.height;
  int pixels = 0;
  for (std::ptrdiff_t i = 0; i + 4 <= bytes; i += 4) {
    int most = 0;
    for (std::ptrdiff_t k = i; k < i + 4; ++k)
      most = std::max(most, std::abs(static_cast<unsigned char>(a.data[k]) - static_cast<unsigned char>(b.data[k])));
    pixels += most > strongly ? 1 : 0;
  }
  return pixels >= enough;
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
    const int width = std::min(across_px, DisplayWidth(display, screen)),
              height = std::min(down_px, DisplayHeight(display, screen));
    const int left = std::clamp(x - width / 2, 0, DisplayWidth(display, screen) - width);
    const int top = std::clamp(y - height / 2, 0, DisplayHeight(display, screen) - height);
    return Image(XGetImage(display, DefaultRootWindow(display), left, top, static_cast<unsigned>(width),
                           static_cast<unsigned>(height), AllPlanes, ZPixmap));
  }
  void move_to(int x, int y) const {
    move(display, -1, x, y, CurrentTime);
    XFlush(display);
  }
  [[nodiscard]] Image at_rest_around(int x, int y) const;
  [[nodiscard]] std::optional<double> until_seen(int x, int y) const;
};

// What is there when nothing has moved for a while; empty: something goes on moving.
Image Glass::Inside::at_rest_around(int x, int y) const {
  constexpr int rests = 3, most_looks = 150;
  Image before = around(x, y);
  for (int look = 0, still = 0; before && look < most_looks; ++look) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    Image now = around(x, y);
    still = now && !moved(*before, *now) ? still + 1 : 0;
    if (still >= rests) return now;
    before = std::move(now);
  }
  return {};
}

std::optional<double> Glass::Inside::until_seen(int x, int y) const {
  const Image before = at_rest_around(x, y);
  if (!before) return std::nullopt;
  const auto sent = Clock::now();
  move_to(x, y);
  while (true) {
    const Image now = around(x, y);
    const std::chrono::duration<double> passed = Clock::now() - sent;
    if (now && moved(*before, *now)) return passed.count();
    if (passed > gives_up) return std::nullopt;
    std::this_thread::sleep_for(between_looks);
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
  const auto whole = [](float x) { return static_cast<int>(std::lround(x)); };
  constexpr int lifting = 4;  // the first steps only lift it: a hand that trembles moves nothing
  std::vector<double> seen;
  inside_->move_to(whole(from.x), whole(from.y));
  inside_->press(inside_->display, 1, True, CurrentTime);
  XSync(inside_->display, False);
  for (int i = 1; i <= steps + lifting; ++i) {
    const model::PixelPoint at = from + (to - from) * (static_cast<float>(i) / static_cast<float>(steps + lifting));
    std::this_thread::sleep_for(std::chrono::milliseconds(13 + 7 * (i % 5)));  // on no beat that a display has
    if (i <= lifting)
      inside_->move_to(whole(at.x), whole(at.y));
    else if (const auto seconds = inside_->until_seen(whole(at.x), whole(at.y)))
      seen.push_back(*seconds);
  }
  inside_->press(inside_->display, 1, False, CurrentTime);
  XSync(inside_->display, False);
  return seen;
}

}  // namespace greenline::bench
