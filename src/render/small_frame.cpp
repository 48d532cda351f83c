#include "render/small_frame.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "render/gl.h"

namespace greenline::render {
namespace {

// Each pixel is the mean of those that it stands for.
content::SmallPicture small_by_hand(const PixelMemory& frame, int width, int height) {
  content::SmallPicture small{width, height, {}};
  small.rgba.reserve(4 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  const auto span = [](int i, int of_small, int of_frame) {
    const int first = static_cast<int>(std::int64_t{i} * of_frame / of_small);
    return std::pair(first, std::max(first + 1, static_cast<int>(std::int64_t{i + 1} * of_frame / of_small)));
  };
  for (int y = 0; y < height; ++y) {
    const auto [y0, y1] = span(y, height, frame.height);
    for (int x = 0; x < width; ++x) {
      const auto [x0, x1] = span(x, width, frame.width);
      std::uint32_t red = 0, green = 0, blue = 0;
      for (int row = y0; row < y1; ++row) {
        const std::uint32_t* const pixels = frame.pixels + std::ptrdiff_t{row} * frame.stride;
        for (int column = x0; column < x1; ++column) {
          red += pixels[column] >> 16U & 0xFFU;
          green += pixels[column] >> 8U & 0xFFU;
          blue += pixels[column] & 0xFFU;
        }
      }
      const auto many = static_cast<std::uint32_t>((y1 - y0) * (x1 - x0));
      for (const std::uint32_t sum : {red, green, blue}) small.rgba.push_back(static_cast<std::uint8_t>(sum / many));
      small.rgba.push_back(255);
    }
  }
  return small;
}

// By halves: the driver makes each pixel of four, whatever lies between.
content::SmallPicture small_with_opengl(GLuint frame, int frame_width, int frame_height, int width, int height) {
  GLuint from = frame;
  int from_width = frame_width, from_height = frame_height;
  gl::Surface now;
  glDisable(GL_SCISSOR_TEST);
  while (from == frame || from_width > width || from_height > height) {
    const int to_width = std::max(width, (from_width + 1) / 2), to_height = std::max(height, (from_height + 1) / 2);
    auto next = gl::make_surface(to_width, to_height);
    if (!next) return {};
    glBindFramebuffer(GL_READ_FRAMEBUFFER, from);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, *next->framebuffer);
    glBlitFramebuffer(0, 0, from_width, from_height, 0, 0, to_width, to_height, GL_COLOR_BUFFER_BIT, GL_LINEAR);
    now = *std::move(next);
    from = *now.framebuffer;
    from_width = to_width;
    from_height = to_height;
  }
  content::SmallPicture small{width, height, {}};
  gl::read_surface(now, small.rgba);
  for (std::size_t i = 3; i < small.rgba.size(); i += 4) small.rgba[i] = 255;
  return small;
}

}  // namespace

content::SmallPicture small_frame(const Renderer& renderer, int width, int height) {
  const int frame_width = renderer.width(), frame_height = renderer.height();
  width = std::min(width, frame_width);
  height = std::min(height, frame_height);
  if (width <= 0 || height <= 0) return {};
  const PixelMemory frame = renderer.drawn_into();
  if (frame.pixels != nullptr) return small_by_hand(frame, width, height);
  const GLuint of_opengl = renderer.frame_framebuffer();
  return of_opengl != 0 ? small_with_opengl(of_opengl, frame_width, frame_height, width, height) : content::SmallPicture();
}

}  // namespace greenline::render
