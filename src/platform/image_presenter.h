// Puts rectangles of a drawn frame into an X11 window as images: where the processor draws, and for servers without OpenGL.
//
// Through shared memory (MIT-SHM) where the server takes a segment of ours; where it has no such extension, refuses one, or is
// another machine's, through the connection, which costs the processor several times as much.
#pragma once
#include <memory>
#include <span>

#include "model/space.h"
#include "render/sheet.h"

struct _XDisplay;

namespace greenline::platform {

class ImagePresenter {
 public:
  // Nothing when the window's pixels are not 8:8:8 in 32 bits. Both must outlive it.
  [[nodiscard]] static std::unique_ptr<ImagePresenter> make(_XDisplay* display, unsigned long window);
  ~ImagePresenter();
  ImagePresenter(const ImagePresenter&) = delete;
  ImagePresenter& operator=(const ImagePresenter&) = delete;

  // Where a frame of this size is drawn that is to be shown without a copy of it; empty when there is no memory for it. It
  // stays the same until another size is asked for.
  [[nodiscard]] render::PixelMemory memory(int width, int height);
  // Shows these rectangles of what was drawn there. Returns when the server has taken them, so that the memory may be written
  // again.
  void show(std::span<const model::PixelRect> rects);

  // The same of a picture of that size that was drawn elsewhere: it is copied first.
  void show_copy(const render::PixelMemory&, std::span<const model::PixelRect> rects);

  // Reads the rectangles of the framebuffer object `frame` (rows top down, `width` by `height`) and shows them. False when
  // there was no memory for such a frame: nothing is shown, and the next call tries again.
  bool present(unsigned frame, int width, int height, std::span<const model::PixelRect> rects);
  // Whether the last frame went through shared memory.
  [[nodiscard]] bool shares_memory() const;

 private:
  struct Inside;
  explicit ImagePresenter(std::unique_ptr<Inside>);
  std::unique_ptr<Inside> inside_;
};

}  // namespace greenline::platform
