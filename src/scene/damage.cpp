// Gathers damaged rectangles, and joins them by tiles when they are many.
#include "scene/damage.h"

#include <algorithm>
#include <cmath>

namespace greenline::scene {
namespace {

constexpr std::size_t most_rects = 64;
constexpr std::size_t most_kept = 60000;

// The tiles that the rectangles reach, joined into runs, and equal runs of neighbouring rows into one.
std::vector<PixelRect> by_tiles(const std::vector<PixelRect>& rects, float tile, const PixelRect& area) {
  const int columns = static_cast<int>(std::ceil(area.width() / tile)),
            rows = static_cast<int>(std::ceil(area.height() / tile));
  std::vector<std::uint8_t> hit(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), 0);
  const auto at = [&](int c, int r) -> std::uint8_t& { return hit[static_cast<std::size_t>(r * columns + c)]; };
  for (const PixelRect& rect : rects)
    for (int r = static_cast<int>((rect.y0 - area.y0) / tile); r < rows && area.y0 + static_cast<float>(r) * tile < rect.y1;
         ++r)
      for (int c = static_cast<int>((rect.x0 - area.x0) / tile);
           c < columns && area.x0 + static_cast<float>(c) * tile < rect.x1; ++c)
        at(c, r) = 1;
  std::vector<PixelRect> out;
  for (int r = 0; r < rows; ++r)
    for (int c = 0; c < columns; ++c) {
      if (!at(c, r)) continue;
      const int from = c;
      while (c < columns && at(c, r)) ++c;
      const float x0 = area.x0 + static_cast<float>(from) * tile,
                  x1 = std::min(area.x0 + static_cast<float>(c) * tile, area.x1);
      const float y0 = area.y0 + static_cast<float>(r) * tile, y1 = std::min(y0 + tile, area.y1);
      const auto above = std::find_if(out.begin(), out.end(),
                                      [&](const PixelRect& one) { return one.x0 == x0 && one.x1 == x1 && one.y1 == y0; });
      if (above != out.end())
        above->y1 = y1;
      else
        out.push_back({x0, y0, x1, y1});
    }
  return out;
}

}  // namespace

void DamageList::add(const PixelRect& rect) {
  if (everything_ || rect.empty()) return;
  rects_.push_back({std::floor(rect.x0), std::floor(rect.y0), std::ceil(rect.x1), std::ceil(rect.y1)});
  if (rects_.size() > most_kept) add_everything();
}

Scene::Damage DamageList::take(const PixelRect& within) {
  Scene::Damage out;
  out.everything = everything_;
  if (!everything_) {
    const PixelRect area{std::floor(within.x0), std::floor(within.y0), std::ceil(within.x1), std::ceil(within.y1)};
    for (PixelRect& rect : rects_) rect = clipped(rect, area);
    std::erase_if(rects_, [](const PixelRect& rect) { return rect.empty(); });
    std::vector<PixelRect> joined_rects = rects_;
    for (float tile = 64; joined_rects.size() > most_rects && tile < 2048; tile *= 2)
      joined_rects = by_tiles(rects_, tile, area);
    out.rects = std::move(joined_rects);
  }
  everything_ = false;
  rects_.clear();
  return out;
}

}  // namespace greenline::scene
