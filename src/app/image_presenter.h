// Puts rectangles of a rendered frame into an X11 window through shared memory (MIT-SHM): for software rasterisers.
#pragma once
#include <memory>
#include <span>

#include "model/space.h"

struct _XDisplay;

namespace greenline::app {

class SharedMemoryPresenter {
 public:
  // Nothing when the server or the window cannot do it (no MIT-SHM, a remote display, a visual that is not 8:8:8 in 32 bits).
  [[nodiscard]] static std::unique_ptr<SharedMemoryPresenter> make(_XDisplay* display, unsigned long window);
  ~SharedMemoryPresenter();
  SharedMemoryPresenter(const SharedMemoryPresenter&) = delete;
  SharedMemoryPresenter& operator=(const SharedMemoryPresenter&) = delete;

  // Reads the rectangles of the framebuffer object `frame` (rows top down, `width` by `height`) and shows them. Returns when
  // the server has taken them, so that the memory may be written again.
  void present(unsigned frame, int width, int height, std::span<const model::PixelRect> rects);

 private:
  struct Inside;
  explicit SharedMemoryPresenter(std::unique_ptr<Inside>);
  std::unique_ptr<Inside> inside_;
};

}  // namespace greenline::app
