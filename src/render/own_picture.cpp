// A picture in memory of our own.
#include "render/own_picture.h"

#include <new>
#include <vector>

namespace greenline::render {
namespace {

// Of two pixels, both halves of their bytes at once; `share` of the second: 0..256.
std::uint32_t between(std::uint32_t a, std::uint32_t b, std::uint32_t share) {
  constexpr std::uint32_t even = 0x00FF00FF, half = 0x00800080;
  const std::uint32_t left = 256 - share;
  const std::uint32_t low = ((a & even) * left + (b & even) * share + half) >> 8U & even;
  const std::uint32_t high = ((a >> 8U & even) * left + (b >> 8U & even) * share + half) & ~even;
  return low | high;
}

struct Between {  // two neighbours in a row or column
  int one = 0, next = 0;
  std::uint32_t share = 0;  // of the next
  Between(float at, int count) {
    const float within = std::clamp(at, 0.0F, static_cast<float>(count - 1));
    one = static_cast<int>(within);
    next = std::min(one + 1, count - 1);
    share = static_cast<std::uint32_t>(std::lrint((within - static_cast<float>(one)) * 256));
  }
};

}  // namespace

bool OwnPicture::resize(int width, int height) {
  if (pixels_ != nullptr && width == memory_.width && height == memory_.height) return true;
  drop();
  const std::size_t count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) + PixelMemory::slack;
  pixels_.reset(new (std::nothrow) std::uint32_t[count]);
  if (pixels_ == nullptr) return false;
  memory_ = {pixels_.get(), width, height, width, 0};
  return true;
}

void copy_pixels(const PixelMemory& from, const PixelMemory& to, const model::PixelRect& rect) {
  const int x0 = static_cast<int>(rect.x0), width = static_cast<int>(rect.x1) - x0;
  for (int y = static_cast<int>(rect.y0); y < static_cast<int>(rect.y1); ++y)
    std::copy_n(from.pixels + static_cast<std::ptrdiff_t>(y) * from.stride + x0, width,
                to.pixels + static_cast<std::ptrdiff_t>(y) * to.stride + x0);
}

void copy_scaled(const PixelMemory& from, const PixelMemory& to, const model::PixelRect& target) {
  const int x0 = std::max(static_cast<int>(std::lround(target.x0)), 0),
            x1 = std::min(static_cast<int>(std::lround(target.x1)), to.width);
  const int y0 = std::max(static_cast<int>(std::lround(target.y0)), 0),
            y1 = std::min(static_cast<int>(std::lround(target.y1)), to.height);
  const float step_x = static_cast<float>(from.width) / target.width(),
              step_y = static_cast<float>(from.height) / target.height();
  std::vector<Between> columns;
  for (int x = x0; x < x1; ++x) columns.emplace_back((static_cast<float>(x) + 0.5F - target.x0) * step_x - 0.5F, from.width);
  std::vector<std::uint32_t> row(static_cast<std::size_t>(from.width));
  for (int y = y0; y < y1; ++y) {
    const Between rows((static_cast<float>(y) + 0.5F - target.y0) * step_y - 0.5F, from.height);
    const std::uint32_t* one = from.pixels + static_cast<std::ptrdiff_t>(rows.one) * from.stride;
    const std::uint32_t* next = from.pixels + static_cast<std::ptrdiff_t>(rows.next) * from.stride;
    if (!columns.empty())
      for (int x = columns.front().one; x <= columns.back().next; ++x)
        row[static_cast<std::size_t>(x)] = between(one[x], next[x], rows.share);
    std::uint32_t* out = to.pixels + static_cast<std::ptrdiff_t>(y) * to.stride + x0;
    for (const Between& column : columns)
      *out++ = between(row[static_cast<std::size_t>(column.one)], row[static_cast<std::size_t>(column.next)], column.share);
  }
}

}  // namespace greenline::render
