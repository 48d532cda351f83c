// Pixels in memory. BGRA, 8 bits each, blue first, premultiplied, rows top down: as X servers take them.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "model/space.h"

namespace greenline::render {

// A picture in somebody's memory. Drawing may write up to `slack` pixels beyond the end of a row, and of the last one: what is
// there already, so the memory must go on so far.
struct PixelMemory {
  static constexpr int slack = 8;
  std::uint32_t* pixels = nullptr;
  int width = 0, height = 0, stride = 0;  // pixels
  std::uint64_t content = 0;              // another number: what was drawn there is gone
  friend bool operator==(const PixelMemory&, const PixelMemory&) = default;
};

// A part of a picture; places are pixels of the whole picture.
class Sheet {
 public:
  // `first` is the pixel at (x0, y0).
  Sheet(std::uint32_t* first, int stride, int x0, int y0, int width, int height)
      : first_(first), stride_(stride), x0_(x0), y0_(y0), x1_(x0 + width), y1_(y0 + height) {}
  Sheet(const PixelMemory& of, int x0, int y0, int width, int height)
      : Sheet(of.pixels + static_cast<std::ptrdiff_t>(y0) * of.stride + x0, of.stride, x0, y0, width, height) {}
  [[nodiscard]] int x0() const { return x0_; }
  [[nodiscard]] int y0() const { return y0_; }
  [[nodiscard]] int x1() const { return x1_; }
  [[nodiscard]] int y1() const { return y1_; }
  [[nodiscard]] std::uint32_t* at(int x, int y) const {
    return first_ + static_cast<std::ptrdiff_t>(y - y0_) * stride_ + (x - x0_);
  }
  [[nodiscard]] model::PixelRect rect() const {
    return {static_cast<float>(x0_), static_cast<float>(y0_), static_cast<float>(x1_), static_cast<float>(y1_)};
  }

 private:
  std::uint32_t* first_;
  int stride_, x0_, y0_, x1_, y1_;
};

// Premultiplied; 0..1.
[[nodiscard]] inline std::uint32_t pixel_of(float r, float g, float b, float a) {
  const auto byte = [](float x) { return static_cast<std::uint32_t>(std::lrint(std::clamp(x, 0.0F, 1.0F) * 255.0F)); };
  return byte(b) | byte(g) << 8U | byte(r) << 16U | byte(a) << 24U;
}

// The first whole pixel whose centre is beyond x, for x on the screen; below, something that is not on it either.
// Not std::floor: where the processor's own is not asked for at compile time that is a call, and curves ask twice a row.
[[nodiscard]] inline int first_from(float x) {
  const float beyond = x + 0.5F;
  const int whole = static_cast<int>(beyond);
  return whole - (static_cast<float>(whole) > beyond ? 1 : 0);
}

}  // namespace greenline::render
