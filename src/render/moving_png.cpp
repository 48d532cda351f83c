// Writes PNG's chunks: what changed between two pictures, with what stayed left clear.
#include "render/moving_png.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <string_view>

#include "files/write.h"

namespace greenline::render {
namespace {

constexpr std::string_view signature = "\x89PNG\r\n\x1a\n";
constexpr int most_delay_ms = 60000;

std::string big_endian(std::uint32_t value, int bytes = 4) {
  std::string out;
  for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>((value >> (8 * i)) & 0xFFU);
  return out;
}
std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

// ISO 3309, as PNG asks for it (https://www.w3.org/TR/png-3/#D-CRCAppendix).
std::uint32_t crc_of(std::string_view bytes) {
  static const std::array<std::uint32_t, 256> table = [] {
    std::array<std::uint32_t, 256> made{};
    for (std::uint32_t n = 0; n < made.size(); ++n) {
      std::uint32_t c = n;
      for (int bit = 0; bit < 8; ++bit) c = (c & 1U) != 0 ? 0xEDB88320U ^ (c >> 1U) : c >> 1U;
      made[n] = c;
    }
    return made;
  }();
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char byte : bytes) crc = table[(crc ^ static_cast<unsigned char>(byte)) & 0xFFU] ^ (crc >> 8U);
  return ~crc;
}

std::string chunk(std::string_view name, std::string_view data) {
  std::string body(name);
  body += data;
  return big_endian(static_cast<std::uint32_t>(data.size())) + body + big_endian(crc_of(body));
}

// The data of all chunks of that name, one after another.
std::string data_of(std::string_view png, std::string_view name) {
  std::string data;
  for (std::size_t at = signature.size(); at + 12 <= png.size();) {
    const std::size_t size = number_at(png, at);
    if (at + 12 + size > png.size()) break;
    if (png.substr(at + 4, 4) == name) data += png.substr(at + 8, size);
    at += 12 + size;
  }
  return data;
}

std::size_t offset_of(const Picture& picture, int x, int y) {
  return (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)) * 4;
}
bool same_pixel(const Picture& a, const Picture& b, int x, int y) {
  const std::size_t at = offset_of(a, x, y);
  return std::memcmp(a.rgba.data() + at, b.rgba.data() + at, 4) == 0;
}

}  // namespace

bool MovingPng::keep(int x, int y, const Picture& part, int stands_ms) {
  const auto png = png_bytes(part);
  if (!png) return false;
  frames_.push_back({x, y, part.width, part.height, stands_ms, data_of(*png, "IDAT")});
  return true;
}

bool MovingPng::add(const Picture& picture, double stands_s) {
  const auto bytes = static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4;
  if (bytes == 0 || picture.rgba.size() != bytes) return false;
  const int stands_ms = static_cast<int>(std::lround(stands_s * 1000));
  if (frames_.empty()) {
    last_ = picture;
    return keep(0, 0, picture, stands_ms);
  }
  if (picture.width != last_.width || picture.height != last_.height) return false;
  int x0 = picture.width, y0 = picture.height, x1 = 0, y1 = 0;
  for (int y = 0; y < picture.height; ++y)
    for (int x = 0; x < picture.width; ++x) {
      if (same_pixel(picture, last_, x, y)) continue;
      x0 = std::min(x0, x);
      x1 = std::max(x1, x + 1);
      y0 = std::min(y0, y);
      y1 = std::max(y1, y + 1);
    }
  if (x0 >= x1) {
    frames_.back().stands_ms = std::min(frames_.back().stands_ms + stands_ms, most_delay_ms);
    return true;
  }
  Picture part{x1 - x0, y1 - y0, {}};
  part.rgba.assign(static_cast<std::size_t>(part.width) * static_cast<std::size_t>(part.height) * 4, 0);
  for (int y = y0; y < y1; ++y)
    for (int x = x0; x < x1; ++x)
      if (!same_pixel(picture, last_, x, y))
        std::memcpy(part.rgba.data() + offset_of(part, x - x0, y - y0), picture.rgba.data() + offset_of(picture, x, y), 4);
  last_ = picture;
  return keep(x0, y0, part, stands_ms);
}

tl::expected<void, std::string> MovingPng::write(const std::filesystem::path& path) const {
  if (frames_.empty()) return tl::unexpected("The moving picture for " + path.string() + " has no pictures.");
  const auto number = [](int value) { return big_endian(static_cast<std::uint32_t>(value)); };
  const Frame& first = frames_.front();
  std::string file(signature);
  // Eight bits of red, green, blue and opacity.
  file += chunk("IHDR", number(first.width) + number(first.height) + std::string("\x08\x06\0\0\0", 5));
  file += chunk("acTL", big_endian(static_cast<std::uint32_t>(frames_.size())) + number(0));  // 0: for ever
  std::uint32_t sequence = 0;
  for (const Frame& frame : frames_) {
    const bool is_first = &frame == &first;
    // It stays where it is drawn; of all but the first what is clear lets what was there be seen.
    file += chunk("fcTL", big_endian(sequence++) + number(frame.width) + number(frame.height) + number(frame.x) +
                              number(frame.y) + big_endian(static_cast<std::uint32_t>(frame.stands_ms), 2) +
                              big_endian(1000, 2) + std::string(1, '\0') + std::string(1, is_first ? '\0' : '\1'));
    file += is_first ? chunk("IDAT", frame.data) : chunk("fdAT", big_endian(sequence++) + frame.data);
  }
  file += chunk("IEND", {});
  if (auto written = files::write_whole(path, file); !written)
    return tl::unexpected("The moving picture " + path.string() + " cannot be written: " + written.error() + ".");
  return {};
}

}  // namespace greenline::render
