// Pixels of a part of the frame in this process's own memory. RGBA, 8 bits each, red first in memory, premultiplied, rows top
// down; places are pixels of the whole frame.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace greenline::render {

// Pixels of one rectangle. Each row has room for `slack` more, which drawing may write to.
class Sheet {
 public:
  static constexpr int slack = 4;
  void lie_at(int x, int y, int width, int height) {  // what it held is forgotten
    x_ = x;
    y_ = y;
    width_ = width;
    height_ = height;
    pixels_.resize(static_cast<std::size_t>(stride()) * static_cast<std::size_t>(height));
  }
  [[nodiscard]] int x0() const { return x_; }
  [[nodiscard]] int y0() const { return y_; }
  [[nodiscard]] int x1() const { return x_ + width_; }
  [[nodiscard]] int y1() const { return y_ + height_; }
  [[nodiscard]] int stride() const { return width_ + slack; }  // pixels
  [[nodiscard]] std::uint32_t* row(int y) {                    // its first pixel is at x0
    return pixels_.data() + static_cast<std::ptrdiff_t>(y - y_) * stride();
  }

 private:
  int x_ = 0, y_ = 0, width_ = 0, height_ = 0;
  std::vector<std::uint32_t> pixels_;
};

}  // namespace greenline::render
