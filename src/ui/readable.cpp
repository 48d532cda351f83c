// Chooses the size of what people write and read.
#include "ui/readable.h"

#include <algorithm>

namespace greenline::ui {
namespace {

// Capitals of two and a half millimetres, in pixels enough to tell letters apart.
constexpr float least_em_mm = 3.6F, least_em_px = 13;

}  // namespace

std::vector<float> readable(std::span<const float> sizes_px, const Setting& setting) {
  const float least = std::max(least_em_mm * setting.pixels_per_mm, least_em_px);
  std::vector<float> sizes;
  for (const float size : sizes_px) {
    if (size >= least) sizes.push_back(size);
  }
  if (sizes.empty()) sizes.push_back(sizes_px.empty() ? least_em_px : std::max(sizes_px.front(), least_em_px));
  return sizes;
}

float breaking_fit(std::string_view words, text::Engine& engine, text::Style style, float height,
                   std::span<const float> sizes_px) {
  for (const float size : sizes_px) {
    style.size_px = size;
    if (engine.layout(words, style)->height <= height) return size;
  }
  return sizes_px.back();
}

}  // namespace greenline::ui
