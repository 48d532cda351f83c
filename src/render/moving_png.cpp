// Keeps what changed between two pictures; writes PNG's chunks.
#include "render/moving_png.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "files/write.h"
#include "render/deflate.h"

namespace greenline::render {
namespace {

constexpr std::string_view signature = "\x89PNG\r\n\x1a\n";
constexpr int most_delay_ms = 60000;
constexpr std::size_t most_colours = 255;  // and one that is clear: the first
constexpr int unseen = 4;  // of 255, in each channel: while things move nobody sees that something is so much off

std::string big_endian(std::uint32_t value, int bytes = 4) {
  std::string out;
  for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>((value >> (8 * i)) & 0xFFU);
  return out;
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

Rgb colour_at(std::string_view rgb, std::size_t pixel) {
  const auto channel = [&](std::size_t i) { return static_cast<std::uint8_t>(rgb[3 * pixel + i]); };
  return {channel(0), channel(1), channel(2)};
}

bool within(Rgb a, Rgb b, int off) {
  for (std::size_t i = 0; i < 3; ++i)
    if (std::abs(int{a[i]} - int{b[i]}) > off) return false;
  return true;
}

// The smallest rectangle that holds all pixels it was told of.
struct Reach {
  int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  [[nodiscard]] bool empty() const { return x0 >= x1; }
  void add(int x, int y) {
    *this =
        empty() ? Reach{x, y, x + 1, y + 1} : Reach{std::min(x0, x), std::min(y0, y), std::max(x1, x + 1), std::max(y1, y + 1)};
  }
};

// Whichever packs smaller: all of the rectangle, or clear where nothing changed.
std::string rows_of(const Reach& reach, int width, std::string_view shown, std::string_view changed) {
  std::string best;
  for (const std::string_view numbers : {shown, changed}) {
    std::string rows;
    for (int y = reach.y0; y < reach.y1; ++y) {
      rows += '\0';  // each row as it is
      rows += numbers.substr(static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(reach.x0),
                             static_cast<std::size_t>(reach.x1 - reach.x0));
    }
    std::string packed = deflated(rows, Packing::tightly);
    if (best.empty() || packed.size() < best.size()) best = std::move(packed);
  }
  return best;
}

}  // namespace

bool MovingPng::add(const Picture& picture, double stands_s) {
  const auto pixels = static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height);
  if (pixels == 0 || picture.rgba.size() != 4 * pixels) return false;
  const bool is_first = kept_.empty();
  if (!is_first && (picture.width != width_ || picture.height != height_)) return false;
  width_ = picture.width;
  height_ = picture.height;
  std::string now(3 * pixels, '\0');
  for (std::size_t i = 0; i < pixels; ++i)
    for (std::size_t channel = 0; channel < 3; ++channel)
      now[3 * i + channel] = static_cast<char>(picture.rgba[4 * i + channel]);
  Reach reach;
  for (int y = 0; y < height_; ++y)
    for (int x = 0; x < width_; ++x) {
      const auto at = static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(x);
      const Rgb colour = colour_at(now, at);
      if (!is_first && colour == colour_at(last_, at)) continue;
      colours_.count(colour);
      reach.add(x, y);
    }
  const int stands_ms = static_cast<int>(std::lround(stands_s * 1000));
  last_ = std::move(now);
  if (reach.empty()) {
    kept_.back().stands_ms += stands_ms;
    return true;
  }
  std::string part;
  for (int y = reach.y0; y < reach.y1; ++y) {
    const auto from = static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(reach.x0);
    part += std::string_view(last_).substr(3 * from, 3 * static_cast<std::size_t>(reach.x1 - reach.x0));
  }
  kept_.push_back({reach.x0, reach.y0, reach.x1 - reach.x0, reach.y1 - reach.y0, stands_ms, deflated(part, Packing::quickly)});
  return true;
}

std::vector<MovingPng::Part> MovingPng::parts_in_few_colours() {
  std::vector<Part> parts;
  const auto pixels = static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_);
  std::string now(3 * pixels, '\0'), meant(3 * pixels, '\0'), shown(pixels, '\0'), changed;
  for (const Part& one : kept_) {
    const auto size = 3 * static_cast<std::size_t>(one.width) * static_cast<std::size_t>(one.height);
    const std::optional<std::string> part = inflated(one.data, size);
    if (!part) return {};
    for (int row = 0; row < one.height; ++row) {
      const std::size_t bytes = 3 * static_cast<std::size_t>(one.width);
      const auto to =
          static_cast<std::size_t>(one.y + row) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(one.x);
      now.replace(3 * to, bytes, *part, static_cast<std::size_t>(row) * bytes, bytes);
    }
    const int off = &one == &kept_.back() ? 0 : unseen;
    changed.assign(pixels, '\0');
    Reach reach;
    for (std::size_t at = 0; at < pixels; ++at) {
      const Rgb colour = colour_at(now, at);
      if (!parts.empty() && within(colour, colour_at(meant, at), off)) continue;
      meant.replace(3 * at, 3, now, 3 * at, 3);
      const auto number = static_cast<char>(colours_.nearest(colour) + 1);
      if (!parts.empty() && number == shown[at]) continue;
      shown[at] = changed[at] = number;
      reach.add(static_cast<int>(at % static_cast<std::size_t>(width_)),
                static_cast<int>(at / static_cast<std::size_t>(width_)));
    }
    if (reach.empty()) {
      parts.back().stands_ms += one.stands_ms;
      continue;
    }
    parts.push_back(
        {reach.x0, reach.y0, reach.x1 - reach.x0, reach.y1 - reach.y0, one.stands_ms, rows_of(reach, width_, shown, changed)});
    if (parts.back().data.empty()) return {};
  }
  return parts;
}

std::string MovingPng::palette() const {
  std::string three_a_colour(3, '\0');  // the clear one
  for (const Rgb& colour : colours_.colours())
    for (const std::uint8_t channel : colour) three_a_colour += static_cast<char>(channel);
  return three_a_colour;
}

tl::expected<void, std::string> MovingPng::write(const std::filesystem::path& path) {
  if (kept_.empty()) return tl::unexpected("The moving picture for " + path.string() + " has no pictures.");
  colours_.choose(most_colours);
  const std::vector<Part> parts = parts_in_few_colours();
  if (parts.empty()) return tl::unexpected("There is not enough memory for the moving picture " + path.string() + ".");
  const auto number = [](int value) { return big_endian(static_cast<std::uint32_t>(value)); };
  std::string file(signature);
  // Eight bits: the number of a colour.
  file += chunk("IHDR", number(width_) + number(height_) + std::string("\x08\x03\0\0\0", 5));
  file += chunk("acTL", big_endian(static_cast<std::uint32_t>(parts.size())) + number(0));  // 0: for ever
  file += chunk("PLTE", palette()) + chunk("tRNS", std::string(1, '\0'));
  std::uint32_t sequence = 0;
  for (const Part& part : parts) {
    const bool is_first = &part == &parts.front();
    const int stands_ms = std::min(part.stands_ms, most_delay_ms);
    // It stays where it is drawn; of all but the first what is clear lets what was there be seen.
    file += chunk("fcTL", big_endian(sequence++) + number(part.width) + number(part.height) + number(part.x) + number(part.y) +
                              big_endian(static_cast<std::uint32_t>(stands_ms), 2) + big_endian(1000, 2) +
                              std::string(1, '\0') + std::string(1, is_first ? '\0' : '\1'));
    file += is_first ? chunk("IDAT", part.data) : chunk("fdAT", big_endian(sequence++) + part.data);
  }
  file += chunk("IEND", {});
  if (auto written = files::write_whole(path, file); !written)
    return tl::unexpected("The moving picture " + path.string() + " cannot be written: " + written.error() + ".");
  return {};
}

}  // namespace greenline::render
