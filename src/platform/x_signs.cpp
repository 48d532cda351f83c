#include "platform/x_signs.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/shape.h>

#include <cstddef>
#include <utility>
#include <vector>

#include "platform/x_errors.h"
#include "platform/x_freed.h"

namespace greenline::platform {
struct XSigns::Inside {
  bool lost = false;  // before the connection, which may set it until its end
  XConnection display;
  bool shapes = false;
  std::vector<Window> windows;

  void take_away();
  void put(const Sign&);
  [[nodiscard]] Pixmap picture_of(const Sign&) const;
};

std::optional<XSigns> XSigns::open() {
  auto inside = std::make_unique<Inside>();
  inside->display.reset(XOpenDisplay(nullptr));
  Display* display = inside->display.get();
  if (display == nullptr) return std::nullopt;
  outlive_x_errors();
  outlive_lost_server(display, &inside->lost);
  const int screen = DefaultScreen(display);
  const Visual* visual = DefaultVisual(display, screen);
  if (DefaultDepth(display, screen) != 24 || visual->red_mask != 0xFF0000 || visual->blue_mask != 0xFF) return std::nullopt;
  int event = 0, error = 0;
  inside->shapes = XShapeQueryExtension(display, &event, &error) != 0;
  return XSigns(std::move(inside));
}

XSigns::XSigns(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
XSigns::XSigns(XSigns&&) noexcept = default;
XSigns& XSigns::operator=(XSigns&&) noexcept = default;
XSigns::~XSigns() = default;

void XSigns::Inside::take_away() {
  for (const Window window : windows) XDestroyWindow(display.get(), window);
  windows.clear();
}

// As a window's background the server draws it whenever that is needed, and nobody has to listen.
Pixmap XSigns::Inside::picture_of(const Sign& sign) const {
  Display* x = display.get();
  std::vector<std::uint8_t> bytes(sign.rgba.size());
  for (std::size_t i = 0; i + 3 < bytes.size(); i += 4) {
    bytes[i] = sign.rgba[i + 2];
    bytes[i + 1] = sign.rgba[i + 1];
    bytes[i + 2] = sign.rgba[i];
  }
  const auto width = static_cast<unsigned>(sign.width), height = static_cast<unsigned>(sign.height);
  const Pixmap picture = XCreatePixmap(x, DefaultRootWindow(x), width, height, 24);
  XImage image{};
  image.width = sign.width;
  image.height = sign.height;
  image.format = ZPixmap;
  image.data = reinterpret_cast<char*>(bytes.data());
  image.byte_order = LSBFirst;
  image.bitmap_unit = image.bitmap_pad = 32;
  image.bitmap_bit_order = LSBFirst;
  image.depth = 24;
  image.bytes_per_line = 4 * sign.width;
  image.bits_per_pixel = 32;
  image.red_mask = 0xFF0000;
  image.green_mask = 0xFF00;
  image.blue_mask = 0xFF;
  if (XInitImage(&image) != 0) {
    GC plain = XCreateGC(x, picture, 0, nullptr);
    XPutImage(x, picture, plain, &image, 0, 0, 0, 0, width, height);
    XFreeGC(x, plain);
  }
  return picture;
}

void XSigns::Inside::put(const Sign& sign) {
  if (sign.width <= 0 || sign.height <= 0) return;
  if (sign.rgba.size() != std::size_t{4} * static_cast<std::size_t>(sign.width) * static_cast<std::size_t>(sign.height)) return;
  Display* x = display.get();
  const Pixmap picture = picture_of(sign);
  XSetWindowAttributes attributes{};
  attributes.override_redirect = True;
  attributes.background_pixmap = picture;
  const Window window = XCreateWindow(x, DefaultRootWindow(x), sign.x, sign.y, static_cast<unsigned>(sign.width),
                                      static_cast<unsigned>(sign.height), 0, CopyFromParent, InputOutput, nullptr,
                                      CWOverrideRedirect | CWBackPixmap, &attributes);
  XFreePixmap(x, picture);
  XStoreName(x, window, "Greenline, a sign");
  if (shapes && !sign.takes_hands) XShapeCombineRectangles(x, window, ShapeInput, 0, 0, nullptr, 0, ShapeSet, Unsorted);
  XMapRaised(x, window);
  windows.push_back(window);
}

void XSigns::show(std::span<const Sign> signs) {
  if (inside_->lost) return;
  const XTrap trap(inside_->display.get());
  inside_->take_away();
  for (const Sign& sign : signs) inside_->put(sign);
  XSync(inside_->display.get(), False);
}

}  // namespace greenline::platform
