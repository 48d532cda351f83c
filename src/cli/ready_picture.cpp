#include "cli/ready_picture.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "content/canvas_picture.h"
#include "content/exif.h"
#include "content/picture_head.h"
#include "paper/jpeg.h"
#include "render/png.h"

namespace greenline::cli {
namespace {

using render::Picture;

std::size_t index_of(const Picture& picture, int x, int y) {
  return (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)) * 4;
}

Picture of_size(int width, int height) {
  return {width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4)};
}

Picture mirrored(Picture picture) {
  for (int y = 0; y < picture.height; ++y)
    for (int x = 0; x < picture.width / 2; ++x)
      std::swap_ranges(picture.rgba.begin() + static_cast<std::ptrdiff_t>(index_of(picture, x, y)),
                       picture.rgba.begin() + static_cast<std::ptrdiff_t>(index_of(picture, x, y)) + 4,
                       picture.rgba.begin() + static_cast<std::ptrdiff_t>(index_of(picture, picture.width - 1 - x, y)));
  return picture;
}

Picture turned_clockwise(const Picture& picture) {
  Picture turned = of_size(picture.height, picture.width);
  for (int y = 0; y < picture.height; ++y)
    for (int x = 0; x < picture.width; ++x)
      std::copy_n(picture.rgba.begin() + static_cast<std::ptrdiff_t>(index_of(picture, x, y)), 4,
                  turned.rgba.begin() + static_cast<std::ptrdiff_t>(index_of(turned, picture.height - 1 - y, x)));
  return turned;
}

// Each pixel is the mean of those that it takes the place of. No larger than the picture.
Picture shrunk_to(const Picture& picture, int width, int height) {
  Picture small = of_size(width, height);
  const auto from = [](int at, int of, int in) { return static_cast<int>(static_cast<long long>(at) * in / of); };
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      const int x0 = from(x, width, picture.width), x1 = std::max(x0 + 1, from(x + 1, width, picture.width));
      const int y0 = from(y, height, picture.height), y1 = std::max(y0 + 1, from(y + 1, height, picture.height));
      const auto count = static_cast<std::uint32_t>((x1 - x0) * (y1 - y0));
      std::uint32_t sums[4] = {};
      for (int from_y = y0; from_y < y1; ++from_y)
        for (int from_x = x0; from_x < x1; ++from_x)
          for (std::size_t channel = 0; channel < 4; ++channel)
            sums[channel] += picture.rgba[index_of(picture, from_x, from_y) + channel];
      for (std::size_t channel = 0; channel < 4; ++channel)
        small.rgba[index_of(small, x, y) + channel] = static_cast<std::uint8_t>((sums[channel] + count / 2) / count);
    }
  return small;
}

Picture shrunk_by(const Picture& picture, double by) {
  const auto side = [by](int pixels) { return std::max(1, static_cast<int>(std::floor(pixels * by))); };
  return by >= 1 ? picture : shrunk_to(picture, side(picture.width), side(picture.height));
}

// What is seen through it is white paper.
std::string as_jpeg(const Picture& picture) {
  std::vector<std::uint8_t> rgb;
  rgb.reserve(picture.rgba.size() / 4 * 3);
  for (std::size_t at = 0; at < picture.rgba.size(); at += 4) {
    const unsigned alpha = picture.rgba[at + 3];
    for (std::size_t channel = at; channel < at + 3; ++channel)
      rgb.push_back(static_cast<std::uint8_t>((picture.rgba[channel] * alpha + 255 * (255 - alpha) + 127) / 255));
  }
  return paper::jpeg(picture.width, picture.height, rgb);
}

ReadyPicture encoded(const Picture& picture, bool is_png) {
  if (is_png)
    if (auto png = render::png_bytes(picture); png && png->size() <= content::max_ground_bytes)
      return {*std::move(png), ".png", picture.width, picture.height};
  return {as_jpeg(picture), ".jpg", picture.width, picture.height};
}

// As its camera was held.
Picture upright(Picture picture, const std::string& bytes) {
  const content::Upright noted = content::upright_of(bytes);
  if (noted.mirrored) picture = mirrored(std::move(picture));
  for (int i = 0; i < noted.quarters; ++i) picture = turned_clockwise(picture);
  return picture;
}

}  // namespace

tl::expected<ReadyPicture, std::string> ready_picture(const std::string& bytes) {
  const auto head = content::picture_head(bytes);
  if (!head) return tl::unexpected(std::string("is neither a PNG nor a JPEG"));
  if (1LL * head->width * head->height > most_source_pixels)
    return tl::unexpected("has " + std::to_string(head->width) + " x " + std::to_string(head->height) +
                          " pixels, and at most " + std::to_string(most_source_pixels / 1'000'000) +
                          " million can be read: save it smaller");
  auto read = render::decoded(bytes);
  if (!read) return tl::unexpected(std::string("cannot be read: it is damaged, or of a kind that few programs know"));
  const Picture picture = upright(*std::move(read), bytes);
  const double pixels = static_cast<double>(picture.width) * picture.height;
  Picture now = shrunk_by(picture, std::min({1.0, 1.0 * content::max_ground_side / std::max(picture.width, picture.height),
                                             std::sqrt(content::max_ground_pixels / pixels)}));
  while (true) {
    ReadyPicture ready = encoded(now, bytes.starts_with("\x89PNG"));
    if (ready.bytes.empty() || std::min(now.width, now.height) < 16)
      return tl::unexpected(std::string("cannot be written anew"));
    const double times = 1.0 * content::max_ground_bytes / static_cast<double>(ready.bytes.size());
    if (times >= 1) return ready;
    now = shrunk_by(now, 0.95 * std::sqrt(times));
  }
}

std::optional<content::SmallPicture> small_picture(const std::string& bytes) {
  const auto head = content::picture_head(bytes);
  if (!head || 1LL * head->width * head->height > most_shown_pixels) return std::nullopt;
  auto read = render::decoded(bytes);
  if (!read) return std::nullopt;
  const Picture picture = upright(*std::move(read), bytes);
  Picture small = shrunk_by(picture, 1.0 * most_small_side / std::max(picture.width, picture.height));
  return content::SmallPicture{small.width, small.height, std::move(small.rgba)};
}

}  // namespace greenline::cli
