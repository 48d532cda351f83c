#include "platform/image_presenter.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <epoxy/gl.h>
#include <sys/ipc.h>
#include <sys/shm.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <new>
#include <vector>

#include "platform/x_errors.h"

namespace greenline::platform {
namespace {

constexpr std::size_t slack_bytes = render::PixelMemory::slack * std::size_t{4};

struct WholeRect {
  int x, y, width, height;  // nothing where it has no size
};
WholeRect whole(const model::PixelRect& rect, int width, int height) {
  const int x0 = std::clamp(static_cast<int>(std::floor(rect.x0)), 0, width);
  const int y0 = std::clamp(static_cast<int>(std::floor(rect.y0)), 0, height);
  const int x1 = std::clamp(static_cast<int>(std::ceil(rect.x1)), x0, width);
  const int y1 = std::clamp(static_cast<int>(std::ceil(rect.y1)), y0, height);
  return {x0, y0, x1 - x0, y1 - y0};
}

}  // namespace

struct ImagePresenter::Inside {
  Display* display = nullptr;
  ::Window window = 0;
  Visual* visual = nullptr;
  int depth = 0;
  GC gc = nullptr;
  bool may_share = false;
  // All of them together, or none.
  XImage* image = nullptr;
  int width = 0, height = 0;
  std::uint64_t content = 0;
  bool shared = false;
  XShmSegmentInfo segment{};  // of a shared one
  std::vector<char> own;      // of another

  ~Inside() {
    release();
    if (gc != nullptr) XFreeGC(display, gc);
  }
  void release();
  bool resize(int new_width, int new_height);
  bool share(unsigned new_width, unsigned new_height);
  bool attach();
  bool make_own(unsigned new_width, unsigned new_height);
  void put(const WholeRect&) const;
};

void ImagePresenter::Inside::release() {
  width = height = 0;
  if (image == nullptr) return;
  if (shared) {
    XShmDetach(display, &segment);
    XSync(display, False);
    shmdt(segment.shmaddr);
  }
  image->data = nullptr;  // ours, not XDestroyImage's
  XDestroyImage(image);
  image = nullptr;
  own = {};
}

bool ImagePresenter::Inside::resize(int new_width, int new_height) {
  release();
  if (new_width <= 0 || new_height <= 0) return false;
  const auto w = static_cast<unsigned>(new_width), h = static_cast<unsigned>(new_height);
  shared = may_share && share(w, h);
  if (!shared && !make_own(w, h)) return false;
  width = new_width;
  height = new_height;
  ++content;
  return true;
}

bool ImagePresenter::Inside::share(unsigned new_width, unsigned new_height) {
  segment = {};
  image = XShmCreateImage(display, visual, static_cast<unsigned>(depth), ZPixmap, nullptr, &segment, new_width, new_height);
  if (image == nullptr) return false;
  const auto bytes = static_cast<std::size_t>(image->bytes_per_line) * new_height + slack_bytes;
  segment.shmid = shmget(IPC_PRIVATE, bytes, IPC_CREAT | 0600);
  if (segment.shmid >= 0) {
    void* memory = shmat(segment.shmid, nullptr, 0);
    if (memory != reinterpret_cast<void*>(-1)) segment.shmaddr = image->data = static_cast<char*>(memory);
  }
  const bool attached = segment.shmaddr != nullptr && attach();
  if (segment.shmid >= 0)
    shmctl(segment.shmid, IPC_RMID, nullptr);  // goes with the last of the two that hold it, also after a crash
  if (attached) return true;
  if (segment.shmaddr != nullptr) shmdt(segment.shmaddr);
  image->data = nullptr;
  XDestroyImage(image);
  image = nullptr;
  return false;
}

// The server may be refused our memory: in a container, of another user, at its own limit.
bool ImagePresenter::Inside::attach() {
  XTrap trap(display);
  return XShmAttach(display, &segment) != 0 && !trap.refused();
}

bool ImagePresenter::Inside::make_own(unsigned new_width, unsigned new_height) {
  constexpr int pixel_bits = 32;
  try {
    own.assign(std::size_t{new_width} * new_height * (pixel_bits / 8) + slack_bytes, 0);
  } catch (const std::bad_alloc&) {
    return false;
  }
  image = XCreateImage(display, visual, static_cast<unsigned>(depth), ZPixmap, 0, own.data(), new_width, new_height, pixel_bits,
                       static_cast<int>(new_width) * (pixel_bits / 8));
  if (image == nullptr) own = {};
  return image != nullptr;
}

void ImagePresenter::Inside::put(const WholeRect& rect) const {
  const auto of_width = static_cast<unsigned>(rect.width), of_height = static_cast<unsigned>(rect.height);
  if (of_width == 0 || of_height == 0) return;
  if (shared) {
    XShmPutImage(display, window, gc, image, rect.x, rect.y, rect.x, rect.y, of_width, of_height, False);
  } else {
    XPutImage(display, window, gc, image, rect.x, rect.y, rect.x, rect.y, of_width,
              of_height);  // in as many requests as it takes
  }
}

std::unique_ptr<ImagePresenter> ImagePresenter::make(Display* display, unsigned long window) {
  if (display == nullptr) return nullptr;
  XWindowAttributes attributes{};
  if (XGetWindowAttributes(display, window, &attributes) == 0) return nullptr;
  const bool plain = attributes.visual->red_mask == 0xFF0000 && attributes.visual->green_mask == 0xFF00 &&
                     attributes.visual->blue_mask == 0xFF && ImageByteOrder(display) == LSBFirst;
  if (!plain) return nullptr;
  auto inside = std::make_unique<Inside>();
  inside->display = display;
  inside->window = window;
  inside->visual = attributes.visual;
  inside->depth = attributes.depth;
  const char* name = DisplayString(display);
  const bool this_machine = name != nullptr && name[0] == ':';  // another machine's memory is not ours
  inside->may_share = this_machine && XShmQueryExtension(display) != False;
  inside->gc = XCreateGC(display, window, 0, nullptr);
  if (inside->resize(attributes.width, attributes.height) && inside->image->bits_per_pixel != 32) return nullptr;
  return std::unique_ptr<ImagePresenter>(new ImagePresenter(std::move(inside)));
}

ImagePresenter::ImagePresenter(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
ImagePresenter::~ImagePresenter() = default;

bool ImagePresenter::shares_memory() const { return inside_->shared; }

render::PixelMemory ImagePresenter::memory(int width, int height) {
  if ((inside_->width != width || inside_->height != height) && !inside_->resize(width, height)) return {};
  // X11 images of 32 bits begin each row on a whole pixel, and shared memory on a page.
  return {reinterpret_cast<std::uint32_t*>(inside_->image->data), width, height, inside_->image->bytes_per_line / 4,
          inside_->content};
}

void ImagePresenter::show(std::span<const model::PixelRect> rects) {
  if (inside_->image == nullptr) return;
  for (const model::PixelRect& rect : rects) inside_->put(whole(rect, inside_->width, inside_->height));
  XSync(inside_->display, False);
}

void ImagePresenter::show_copy(const render::PixelMemory& drawn, std::span<const model::PixelRect> rects) {
  const render::PixelMemory to = memory(drawn.width, drawn.height);
  if (to.pixels == nullptr) return;
  for (const model::PixelRect& rect : rects) {
    const auto [x, y, of_width, of_height] = whole(rect, drawn.width, drawn.height);
    for (int row = y; row < y + of_height; ++row)
      std::copy_n(drawn.pixels + std::ptrdiff_t{row} * drawn.stride + x, of_width,
                  to.pixels + std::ptrdiff_t{row} * to.stride + x);
  }
  show(rects);
}

bool ImagePresenter::present(unsigned frame, int width, int height, std::span<const model::PixelRect> rects) {
  if (memory(width, height).pixels == nullptr) return false;
  const XImage& image = *inside_->image;
  glBindFramebuffer(GL_READ_FRAMEBUFFER, frame);
  glPixelStorei(GL_PACK_ROW_LENGTH, image.bytes_per_line / 4);
  for (const model::PixelRect& rect : rects) {
    const auto [x, y, of_width, of_height] = whole(rect, width, height);
    if (of_width == 0 || of_height == 0) continue;
    char* to = image.data + static_cast<std::ptrdiff_t>(y) * image.bytes_per_line + static_cast<std::ptrdiff_t>(x) * 4;
    glReadPixels(x, y, of_width, of_height, GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV, to);
  }
  glPixelStorei(GL_PACK_ROW_LENGTH, 0);
  show(rects);
  return true;
}

}  // namespace greenline::platform
