#include "scene/free_ground.h"

#include <algorithm>
#include <cmath>

namespace greenline::scene {
namespace {

constexpr float of_width = 0.94F;       // what words take of the room they have
constexpr float of_line_height = 0.1F;  // above and under its letters a line is empty

}  // namespace

FreeGround::FreeGround(std::span<const RegionView> regions, std::size_t own, float column, PixelRect screen, float step)
    : own_(regions[own]), column_(column), step_(std::max(step, 1.0F)), screen_(screen) {
  const PixelRect reach = own_.bounds().grown(1);
  for (const RegionView& later : regions.subspan(own + 1))
    if (later.bounds().touches(reach)) over_it_.push_back(&later);
}

bool FreeGround::is_free(PixelPoint p) const {
  return screen_.contains(p) && own_.contains(p) &&
         std::ranges::none_of(over_it_, [&](const RegionView* later) { return later->contains(p); });
}

FreeGround::Reach FreeGround::row(int index) {
  if (const auto known = rows_.find(index); known != rows_.end()) return known->second;
  const float y = static_cast<float>(index) * step_;
  const float start = nearest_free(y);
  Reach reach{start, start};
  if (is_free({start, y})) {
    while (is_free({reach.from - step_, y})) reach.from -= step_;
    while (is_free({reach.to + step_, y})) reach.to += step_;
  }
  return rows_.emplace(index, reach).first->second;
}

float FreeGround::nearest_free(float y) const {
  const PixelRect bounds = own_.bounds();
  if (y < bounds.y0 || y > bounds.y1) return column_;
  for (float away = 0; away < bounds.width(); away += step_)
    for (const float x : {column_ - away, column_ + away})
      if (is_free({x, y})) return x;
  return column_;
}

FreeGround::Reach FreeGround::rows(float y0, float y1) {
  const float spare = std::min(of_line_height * (y1 - y0), 4 * step_);
  const int first = static_cast<int>(std::floor((y0 + spare) / step_)),
            last = static_cast<int>(std::ceil((y1 - spare) / step_));
  Reach all{screen_.x0, screen_.x1};
  for (int index = first; index <= last; ++index) {
    const Reach one = row(index);
    all = {std::max(all.from, one.from), std::min(all.to, one.to)};
  }
  return all.to > all.from ? all : Reach{column_, column_};
}

float FreeGround::width(float x, float y0, float y1) {
  const Reach free = rows(y0, y1);
  return std::max(0.0F, 2 * std::min(x - free.from, free.to - x)) * of_width;
}

std::optional<float> FreeGround::middle(float y0, float y1) {
  const Reach free = rows(y0, y1);
  if (free.to <= free.from) return std::nullopt;
  return (free.from + free.to) / 2;
}

}  // namespace greenline::scene
