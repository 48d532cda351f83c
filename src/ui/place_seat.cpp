// Finds the best free rectangle among the corners that the screen, the shores and what is taken offer.
#include "ui/place_seat.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace greenline::ui {
namespace {

using model::PixelPoint;
using model::PixelRect;

// Candidates for one coordinate of the rectangle's near side: the wish, the screen's ends, and beside each thing. A rectangle
// that fits anywhere can be pushed left and up until it rests against one of these, so none is missed.
std::vector<float> candidates(float wish, float size, float margin, float screen, std::span<const PixelRect> things,
                              std::span<const PixelRect> shores, float PixelRect::*low, float PixelRect::*high) {
  std::vector<float> all = {wish, margin, screen - margin - size};
  for (const PixelRect& thing : things) {
    all.push_back(thing.*high + margin);
    all.push_back(thing.*low - margin - size);
  }
  for (const PixelRect& shore : shores) {
    all.push_back(std::max(shore.*low, margin));
    all.push_back(std::min(shore.*high, screen - margin) - size);
    all.push_back((shore.*low + shore.*high - size) / 2);
  }
  std::erase_if(all, [&](float at) { return at < margin - 0.5F || at + size > screen - margin + 0.5F; });
  return all;
}

float area(const PixelRect& r) { return r.empty() ? 0 : r.width() * r.height(); }

// The share of the rectangle that lies on no shore (shores do not overlap).
float off_shore(const PixelRect& rect, std::span<const PixelRect> shores) {
  float on = 0;
  for (const PixelRect& shore : shores) on += area(model::clipped(rect, shore));
  return shores.empty() ? 0 : std::max(0.0F, 1 - on / area(rect));
}

}  // namespace

std::optional<PixelRect> place_seat(float width, float height, PixelPoint beside, const Ground& ground) {
  const bool upright = ground.height > ground.width;
  // Hands and wheelchairs: the lower part of the screen, and under the touch where that stands upright.
  const float wished_y = upright ? std::max(beside.y + ground.margin, 0.5F * ground.height)
                                 : std::max(beside.y, 0.55F * ground.height) - height / 2;
  const PixelPoint wish{
      std::clamp(beside.x - width / 2, ground.margin, std::max(ground.margin, ground.width - ground.margin - width)),
      std::clamp(wished_y, ground.margin, std::max(ground.margin, ground.height - ground.margin - height))};
  const auto xs =
      candidates(wish.x, width, ground.margin, ground.width, ground.taken, ground.shores, &PixelRect::x0, &PixelRect::x1);
  const auto ys =
      candidates(wish.y, height, ground.margin, ground.height, ground.taken, ground.shores, &PixelRect::y0, &PixelRect::y1);
  std::optional<PixelRect> best;
  float least = std::numeric_limits<float>::max();
  for (const float x : xs) {
    for (const float y : ys) {
      const PixelRect rect{x, y, x + width, y + height};
      const PixelRect near = rect.grown(ground.margin - 0.5F);
      if (std::ranges::any_of(ground.taken, [&](const PixelRect& t) { return !t.empty() && near.touches(t); })) continue;
      const float away = std::abs(x - wish.x) + 1.3F * std::abs(y - wish.y);
      const float cost = away + 1.5F * ground.width * off_shore(rect, ground.shores);
      if (cost < least) {
        least = cost;
        best = rect;
      }
    }
  }
  return best;
}

std::optional<PixelRect> place_at_side(const Docked& docked, PixelPoint beside, Side side, const Ground& ground) {
  const Pose from_side = pose_of_screen(side, ground.width, ground.height);
  const float width = is_level(side) ? ground.width : ground.height;
  const float height = is_level(side) ? ground.height : ground.width;
  std::vector<PixelRect> taken;
  for (const PixelRect& thing : ground.taken) {
    if (!thing.empty()) taken.push_back(from_side.to_own(thing));
  }
  const PixelPoint wish = from_side.to_own(beside);
  const float left =
      std::clamp(wish.x - docked.along / 2, ground.margin, std::max(ground.margin, width - ground.margin - docked.along));
  const float lowest = height - ground.margin - docked.deep;
  const auto xs = candidates(left, docked.along, ground.margin, width, taken, {}, &PixelRect::x0, &PixelRect::x1);
  auto ys = candidates(lowest, docked.deep, ground.margin, height, taken, {}, &PixelRect::y0, &PixelRect::y1);
  std::erase_if(ys, [&](float y) { return y < lowest - docked.reach; });
  std::optional<PixelRect> best;
  float least = std::numeric_limits<float>::max();
  for (const float x : xs) {
    for (const float y : ys) {
      const PixelRect rect{x, y, x + docked.along, y + docked.deep};
      const PixelRect near = rect.grown(ground.margin - 0.5F);
      if (std::ranges::any_of(taken, [&](const PixelRect& t) { return near.touches(t); })) continue;
      // To the edge rather than to the touch: arms are short. To the middle rather than to a corner, which is also the next
      // side's.
      const float off_middle = std::abs(x + docked.along / 2 - width / 2);
      const float cost = std::abs(x - left) + 2 * (lowest - y) + 0.25F * off_middle;
      if (cost < least) {
        least = cost;
        best = from_side.to_screen(rect);
      }
    }
  }
  return best;
}

PixelRect place_at_side_over_all(const Docked& docked, PixelPoint beside, Side side, const Ground& ground) {
  const Pose from_side = pose_of_screen(side, ground.width, ground.height);
  const float width = is_level(side) ? ground.width : ground.height;
  const float height = is_level(side) ? ground.height : ground.width;
  const float x = std::clamp(from_side.to_own(beside).x - docked.along / 2, 0.0F, std::max(0.0F, width - docked.along));
  const float y = std::max(0.0F, height - docked.deep);
  return from_side.to_screen(PixelRect{x, y, x + docked.along, y + docked.deep});
}

std::array<Side, 4> sides_by_nearness(PixelPoint p, float width, float height) {
  std::array sides = all_sides;
  std::ranges::stable_sort(sides, {}, [&](Side side) {
    switch (side) {
      case Side::below: return height - p.y;
      case Side::left: return p.x;
      case Side::above: return p.y;
      case Side::right: return width - p.x;
    }
    return 0.0F;
  });
  return sides;
}

}  // namespace greenline::ui
