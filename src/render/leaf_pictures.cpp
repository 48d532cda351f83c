// Leaves as pictures: what shaders/leaf.frag draws, once for each look.
#include "render/leaf_pictures.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <utility>

namespace greenline::render {
namespace {

constexpr std::size_t most_pixels = std::size_t{1} << 18U;  // a megabyte; then they are drawn anew
constexpr float sizes_a_pixel = 8, edges_a_pixel = 16, quarters = 4;

std::uint32_t bits_of(Rgba8 c) { return std::bit_cast<std::uint32_t>(std::array{c.r, c.g, c.b, c.a}); }
std::uint32_t in_steps(float x, float steps) {
  return static_cast<std::uint32_t>(std::lrint(std::clamp(x, 0.0F, 4000.0F) * steps));
}

struct Look {
  float half_width, half_height, edge_px;
  Rgba8 paper, mark, edge;
  bool veiled;
};

// As shaders/leaf.frag, line by line.
std::uint32_t leaf_at(const Look& look, PixelPoint p) {
  const float radius = 0.55F * look.half_height;
  const float cx = std::max(std::abs(p.x) - look.half_width + radius, 0.0F);
  const float cy = std::max(std::abs(p.y) - look.half_height + radius, 0.0F);
  const float d = (cx * cx + cy * cy - radius * radius) * 0.5F / radius;
  const float inside = std::clamp(0.5F - d, 0.0F, 1.0F);
  const float pitch = 0.42F * look.half_height;
  const float row = std::clamp(std::floor(p.y / pitch + 0.5F), -1.0F, 1.0F);
  const float across = std::abs(p.y - row * pitch);
  const float along = std::abs(p.x + 0.09F * (row + 1) * look.half_width) - (0.56F - 0.09F * (row + 1)) * look.half_width;
  float line = std::clamp(0.07F * look.half_height + 0.55F - across, 0.0F, 1.0F) * std::clamp(0.5F - along, 0.0F, 1.0F);
  if (look.veiled) {
    const float phase = p.x / (0.9F * look.half_width);
    float sway = std::abs((phase - std::floor(phase)) * 2 - 1);
    sway = sway * sway * (3 - 2 * sway) - 0.5F;
    const float wave = std::abs(std::abs(p.y + 0.30F * look.half_height * sway) - 0.30F * look.half_height);
    line = std::clamp(0.09F * look.half_height + 0.5F - wave, 0.0F, 1.0F) *
           std::clamp(0.62F * look.half_width + 0.5F - std::abs(p.x), 0.0F, 1.0F);
  }
  const float rim = std::clamp(d + 1.3F, 0.0F, 1.0F);
  const float marked = std::max(line * static_cast<float>(look.mark.a) / 255, 0.20F * rim);
  const float edged = static_cast<float>(look.edge.a) / 255 * std::clamp(d + look.edge_px + 0.5F, 0.0F, 1.0F);
  const auto channel = [&](std::uint8_t paper, std::uint8_t mark, std::uint8_t edge) {
    float c = static_cast<float>(paper);
    c += (static_cast<float>(mark) - c) * marked;
    c += (static_cast<float>(edge) - c) * edged;
    return static_cast<std::uint32_t>(std::lrint(c * inside));
  };
  return channel(look.paper.b, look.mark.b, look.edge.b) | channel(look.paper.g, look.mark.g, look.edge.g) << 8U |
         channel(look.paper.r, look.mark.r, look.edge.r) << 16U | static_cast<std::uint32_t>(std::lrint(inside * 255)) << 24U;
}

}  // namespace

std::size_t LeafPictures::Hash::operator()(const Key& key) const {
  std::uint64_t mixed = 0xcbf29ce484222325ULL;
  for (const std::uint32_t word : {key.half_size, key.manner, key.paper, key.mark, key.edge})
    mixed = (mixed ^ word) * 0x100000001b3ULL;
  return mixed ^ mixed >> 29U;
}

PixelPoint LeafPictures::on_quarters(PixelPoint p) {
  return {std::floor(p.x * quarters + 0.5F) / quarters, std::floor(p.y * quarters + 0.5F) / quarters};
}

const LeafPictures::Picture& LeafPictures::of(const LeafInstance& leaf) {
  const PixelPoint centre = on_quarters(leaf.centre);
  const PixelPoint within{centre.x - std::floor(centre.x), centre.y - std::floor(centre.y)};
  const std::uint32_t width = std::max(in_steps(leaf.half_width, sizes_a_pixel), 1U);
  const std::uint32_t height = std::max(in_steps(leaf.half_height, sizes_a_pixel), 1U);
  const std::uint32_t edge = in_steps(std::min(leaf.edge_px, 250.0F), edges_a_pixel);
  const bool veiled = leaf.veiled > 0.5F;
  const std::uint32_t phase = in_steps(within.x, quarters) << 2U | in_steps(within.y, quarters);
  const Key key{width << 16U | height, edge << 8U | phase << 1U | (veiled ? 1U : 0U), bits_of(leaf.paper) | 0xFF000000U,
                bits_of(leaf.mark), bits_of(leaf.edge)};
  if (const auto known = pictures_.find(key); known != pictures_.end()) return known->second;
  if (pixels_ > most_pixels) {
    pictures_.clear();
    pixels_ = 0;
  }
  const Look look{static_cast<float>(width) / sizes_a_pixel,
                  static_cast<float>(height) / sizes_a_pixel,
                  static_cast<float>(edge) / edges_a_pixel,
                  leaf.paper,
                  leaf.mark,
                  leaf.edge,
                  veiled};
  Picture picture;
  picture.left = static_cast<int>(std::floor(within.x - look.half_width - 0.5F));
  picture.top = static_cast<int>(std::floor(within.y - look.half_height - 0.5F));
  picture.width = static_cast<int>(std::ceil(within.x + look.half_width + 0.5F)) - picture.left;
  picture.height = static_cast<int>(std::ceil(within.y + look.half_height + 0.5F)) - picture.top;
  picture.pixels.reserve(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height));
  for (int y = 0; y < picture.height; ++y)
    for (int x = 0; x < picture.width; ++x)
      picture.pixels.push_back(leaf_at(look, {static_cast<float>(picture.left + x) + 0.5F - within.x,
                                              static_cast<float>(picture.top + y) + 0.5F - within.y}));
  pixels_ += picture.pixels.size();
  return pictures_.emplace(key, std::move(picture)).first->second;
}

}  // namespace greenline::render
