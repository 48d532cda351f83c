#include "paper/jpeg.h"

#include <cstdlib>
#include <cstring>

#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#define STBI_WRITE_NO_STDIO
#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#endif
#include <stb/stb_image_write.h>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

namespace greenline::paper {
namespace {

constexpr int quality = 90;

void append_to(void* to, void* bytes, int count) {
  static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), static_cast<std::size_t>(count));
}

}  // namespace

std::string jpeg(int width, int height, std::span<const std::uint8_t> rgb) {
  std::string encoded;
  if (stbi_write_jpg_to_func(append_to, &encoded, width, height, 3, rgb.data(), quality) == 0) return {};
  return encoded;
}

}  // namespace greenline::paper
