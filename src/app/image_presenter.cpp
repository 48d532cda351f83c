#include "app/shared_memory_presenter.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <epoxy/gl.h>
#include <sys/ipc.h>
#include <sys/shm.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace greenline::app {

struct SharedMemoryPresenter::Inside {
  Display* display = nullptr;
  ::Window window = 0;
  Visual* visual = nullptr;
  int depth = 0;
  GC gc = nullptr;
  XImage* image = nullptr;
  XShmSegmentInfo segment{};
  int width = 0, height = 0;

  void release();
  bool resize(int new_width, int new_height);
};

void SharedMemoryPresenter::Inside::release() {
  if (image == nullptr) return;
  XShmDetach(display, &segment);
  XSync(display, False);
  image->data = nullptr;  // ours, not XDestroyImage's
  XDestroyImage(image);
  image = nullptr;
  shmdt(segment.shmaddr);
}

bool SharedMemoryPresenter::Inside::resize(int new_width, int new_height) {
  release();
  segment = {};
  image = XShmCreateImage(display, visual, static_cast<unsigned>(depth), ZPixmap, nullptr, &segment,
                          static_cast<unsigned>(new_width), static_cast<unsigned>(new_height));
  if (image == nullptr) return false;
  const auto bytes = static_cast<std::size_t>(image->bytes_per_line) * static_cast<std::size_t>(new_height);
  segment.shmid = shmget(IPC_PRIVATE, bytes, IPC_CREAT | 0600);
  void* memory = segment.shmid < 0 ? nullptr : shmat(segment.shmid, nullptr, 0);
  if (memory == nullptr || memory == reinterpret_cast<void*>(-1)) {
    if (segment.shmid >= 0) shmctl(segment.shmid, IPC_RMID, nullptr);
    XDestroyImage(image);
    image = nullptr;
    return false;
  }
  segment.shmaddr = image->data = static_cast<char*>(memory);
  XShmAttach(display, &segment);
  XSync(display, False);
  shmctl(segment.shmid, IPC_RMID, nullptr);  // goes with the last of the two that hold it, also after a crash
  width = new_width;
  height = new_height;
  return true;
}

std::unique_ptr<SharedMemoryPresenter> SharedMemoryPresenter::make(Display* display, unsigned long window) {
  if (display == nullptr || XShmQueryExtension(display) == False) return nullptr;
  const char* name = DisplayString(display);
  if (name == nullptr || name[0] != ':') return nullptr;  // another machine's memory is not ours
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
  inside->gc = XCreateGC(display, window, 0, nullptr);
  if (!inside->resize(attributes.width, attributes.height) || inside->image->bits_per_pixel != 32) return nullptr;
  return std::unique_ptr<SharedMemoryPresenter>(new SharedMemoryPresenter(std::move(inside)));
}

SharedMemoryPresenter::SharedMemoryPresenter(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}

SharedMemoryPresenter::~SharedMemoryPresenter() {
  inside_->release();
  XFreeGC(inside_->display, inside_->gc);
}

void SharedMemoryPresenter::present(unsigned frame, int width, int height, std::span<const model::PixelRect> rects) {
  if ((inside_->width != width || inside_->height != height) && !inside_->resize(width, height)) return;
  glBindFramebuffer(GL_READ_FRAMEBUFFER, frame);
  glPixelStorei(GL_PACK_ROW_LENGTH, inside_->image->bytes_per_line / 4);
  for (const model::PixelRect& rect : rects) {
    const int x0 = std::clamp(static_cast<int>(std::floor(rect.x0)), 0, width);
    const int y0 = std::clamp(static_cast<int>(std::floor(rect.y0)), 0, height);
    const int x1 = std::clamp(static_cast<int>(std::ceil(rect.x1)), 0, width);
    const int y1 = std::clamp(static_cast<int>(std::ceil(rect.y1)), 0, height);
    if (x1 <= x0 || y1 <= y0) continue;
    char* to = inside_->image->data + static_cast<std::ptrdiff_t>(y0) * inside_->image->bytes_per_line +
               static_cast<std::ptrdiff_t>(x0) * 4;
    glReadPixels(x0, y0, x1 - x0, y1 - y0, GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV, to);
    XShmPutImage(inside_->display, inside_->window, inside_->gc, inside_->image, x0, y0, x0, y0, static_cast<unsigned>(x1 - x0),
                 static_cast<unsigned>(y1 - y0), False);
  }
  glPixelStorei(GL_PACK_ROW_LENGTH, 0);
  XSync(inside_->display, False);
}

}  // namespace greenline::app
