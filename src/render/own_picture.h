// A picture in memory of our own, and copies from one to another.
#pragma once
#include <memory>

#include "render/sheet.h"

namespace greenline::render {

class OwnPicture {
 public:
  // What was drawn there is gone, unless it has this size already. False when there is no memory for it: it is empty then.
  [[nodiscard]] bool resize(int width, int height);
  void drop() { *this = {}; }
  [[nodiscard]] int width() const { return memory_.width; }
  [[nodiscard]] int height() const { return memory_.height; }
  [[nodiscard]] const PixelMemory& memory() const { return memory_; }

 private:
  std::unique_ptr<std::uint32_t[]> pixels_;
  PixelMemory memory_;
};

// The same place of another picture; whole pixels, within both.
void copy_pixels(const PixelMemory& from, const PixelMemory& to, const model::PixelRect&);

// All of a picture, scaled so that it fills `target`; what lies beyond the other picture is cut off. Pixels between four are
// made of these, as OpenGL does it.
void copy_scaled(const PixelMemory& from, const PixelMemory& to, const model::PixelRect& target);

}  // namespace greenline::render
