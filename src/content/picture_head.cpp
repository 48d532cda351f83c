#include "content/picture_head.h"

#include <cstddef>

namespace greenline::content {
namespace {

std::size_t big_endian(std::string_view bytes, std::size_t at, std::size_t width) {
  std::size_t number = 0;
  for (std::size_t i = 0; i < width; ++i) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

std::optional<PictureHead> head_of(std::size_t width, std::size_t height) {
  if (width == 0 || height == 0 || width > 0x7FFFFFFF || height > 0x7FFFFFFF) return std::nullopt;
  return PictureHead{static_cast<int>(width), static_cast<int>(height)};
}

std::optional<PictureHead> jpeg_head(std::string_view bytes) {
  for (std::size_t at = 2; at + 9 < bytes.size();) {
    if (bytes[at] != '\xFF') return std::nullopt;
    const auto marker = static_cast<unsigned char>(bytes[at + 1]);
    if (marker == 0xFF) {  // filling
      ++at;
      continue;
    }
    const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (frame) return head_of(big_endian(bytes, at + 7, 2), big_endian(bytes, at + 5, 2));
    if (marker == 0xD9 || marker == 0xDA) return std::nullopt;
    at += 2 + big_endian(bytes, at + 2, 2);
  }
  return std::nullopt;
}

}  // namespace

std::optional<PictureHead> picture_head(std::string_view bytes) {
  constexpr std::string_view png = "\x89PNG\r\n\x1a\n";
  if (bytes.starts_with(png) && bytes.size() >= 24 && bytes.substr(12, 4) == "IHDR")
    return head_of(big_endian(bytes, 16, 4), big_endian(bytes, 20, 4));
  if (bytes.starts_with("\xFF\xD8")) return jpeg_head(bytes);
  return std::nullopt;
}

}  // namespace greenline::content
