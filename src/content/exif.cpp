// Exif's orientation, and nothing else of it.
#include "content/exif.h"

#include <array>
#include <cstddef>
#include <optional>

namespace greenline::content {
namespace {

constexpr std::size_t orientation_tag = 0x0112, short_type = 3, entry_bytes = 12;

std::optional<std::size_t> number_at(std::string_view bytes, std::size_t at, std::size_t width, bool little) {
  if (at > bytes.size() || width > bytes.size() - at) return std::nullopt;
  std::size_t number = 0;
  for (std::size_t i = 0; i < width; ++i)
    number = number << 8 | static_cast<unsigned char>(bytes[at + (little ? width - 1 - i : i)]);
  return number;
}

// What a TIFF's first directory says. 1 to 8, or nothing.
std::optional<std::size_t> orientation_in(std::string_view tiff) {
  const bool little = tiff.starts_with("II");
  if (!little && !tiff.starts_with("MM")) return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t width) { return number_at(tiff, at, width, little); };
  const auto directory = number(4, 4);
  if (number(2, 2) != std::size_t{42} || !directory) return std::nullopt;
  const auto entries = number(*directory, 2);
  for (std::size_t i = 0; i < entries.value_or(0); ++i) {
    const std::size_t at = *directory + 2 + i * entry_bytes;
    const auto tag = number(at, 2);
    if (!tag) return std::nullopt;
    if (*tag != orientation_tag) continue;
    const auto value = number(at + 8, 2);
    if (number(at + 2, 2) != short_type || !value || *value < 1 || *value > 8) return std::nullopt;
    return value;
  }
  return std::nullopt;
}

std::string_view exif_of_jpeg(std::string_view bytes) {
  constexpr std::string_view name("Exif\0\0", 6);
  for (std::size_t at = 2; at + 4 <= bytes.size() && bytes[at] == '\xFF';) {
    const auto marker = static_cast<unsigned char>(bytes[at + 1]);
    if (marker == 0xFF) {  // filling
      ++at;
      continue;
    }
    if (marker == 0xD9 || marker == 0xDA) break;
    const std::size_t length = number_at(bytes, at + 2, 2, false).value_or(0);
    if (length < 2 || length > bytes.size() - at - 2) break;
    const std::string_view segment = bytes.substr(at + 4, length - 2);
    if (marker == 0xE1 && segment.starts_with(name)) return segment.substr(name.size());
    at += 2 + length;
  }
  return {};
}

std::string_view exif_of_png(std::string_view bytes) {
  for (std::size_t at = 8; at + 8 <= bytes.size();) {
    const std::size_t length = number_at(bytes, at, 4, false).value_or(0);
    if (length > bytes.size() - at - 8) break;
    if (bytes.substr(at + 4, 4) == "eXIf") return bytes.substr(at + 8, length);
    if (length + 12 > bytes.size() - at) break;
    at += length + 12;
  }
  return {};
}

}  // namespace

Upright upright_of(std::string_view bytes) {
  constexpr std::string_view png = "\x89PNG\r\n\x1a\n";
  std::string_view exif;
  if (bytes.starts_with(png)) exif = exif_of_png(bytes);
  if (bytes.starts_with("\xFF\xD8")) exif = exif_of_jpeg(bytes);
  // By its number, from 1: where the stored first row and first column are seen.
  constexpr std::array<Upright, 8> by_number = {Upright{false, 0}, {true, 0},  {false, 2}, {true, 2},
                                                {true, 3},         {false, 1}, {true, 1},  {false, 3}};
  return by_number[orientation_in(exif).value_or(1) - 1];
}

}  // namespace greenline::content
