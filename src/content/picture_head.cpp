#include "content/picture_head.h"

#include <algorithm>
#include <array>
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

struct Front {
  std::size_t at;  // bytes from the beginning
  std::string_view says, kind;
};
constexpr std::array fronts = {Front{0, "GIF8", "a GIF"},
                               Front{8, "WEBP", "a WebP picture"},
                               Front{4, "ftypavif", "an AVIF picture"},
                               Front{4, "ftyphe", "a HEIC photograph, as telephones take them"},
                               Front{4, "ftypmif1", "a HEIC photograph, as telephones take them"},
                               Front{0, "BM", "a BMP"},
                               Front{0, std::string_view("II*\0", 4), "a TIFF, or a camera's own file"},
                               Front{0, std::string_view("MM\0*", 4), "a TIFF, or a camera's own file"},
                               Front{0, "%PDF", "a PDF"},
                               Front{0, "<svg", "a drawing (SVG)"},
                               Front{0, "<?xml", "a drawing (SVG), or something else in XML"},
                               Front{0, "PK\x03\x04", "a zip, or a document of Word or LibreOffice"},
                               Front{0, "\x89PNG", "a PNG that is damaged"},
                               Front{0, "\xFF\xD8", "a JPEG that is damaged"}};

}  // namespace

std::string_view picture_kind(std::string_view bytes) {
  if (bytes.empty()) return "an empty file";
  const auto found = std::ranges::find_if(
      fronts, [&](const Front& front) { return bytes.size() > front.at && bytes.substr(front.at).starts_with(front.says); });
  return found == fronts.end() ? "something else" : found->kind;
}

std::optional<PictureHead> picture_head(std::string_view bytes) {
  constexpr std::string_view png = "\x89PNG\r\n\x1a\n";
  if (bytes.starts_with(png) && bytes.size() >= 24 && bytes.substr(12, 4) == "IHDR")
    return head_of(big_endian(bytes, 16, 4), big_endian(bytes, 20, 4));
  if (bytes.starts_with("\xFF\xD8")) return jpeg_head(bytes);
  return std::nullopt;
}

}  // namespace greenline::content
