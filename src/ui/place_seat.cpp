// Finds the best free rectangle among the corners that the screen, the shores and what is taken offer.
#include "ui/place_seat.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

namespace greenline::ui {
namespace {

using model::PixelPoint;
using model::PixelRect;

// Candidates for one coordinate of the rectangle's near side: the wish, the screen's ends, and beside each thing. A rectangle
// that fits anywhere can be pushed left and up until it rests against one of these, so none is missed.
std::vector<float> candidates(float request, float size, float margin, float screen, std::span<const PixelRect> things,
                              std::span<const PixelRect> shores, float PixelRect::*low, float PixelRect::*high) {
  std::vector<float> all = {request, margin, screen - margin - size};
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

constexpr float many_beside = 4;  // seats of a size beside one another: few enough are placed as each likes best

// In steps of a seat from either end of the screen, so that as many stand side by side as there is room for.
void add_places_in_row(std::vector<float>& xs, float width, const Ground& ground) {
  const float step = width + ground.margin;
  for (float x = ground.margin; x + width <= ground.width - ground.margin + 0.5F; x += step) {
    xs.push_back(x);
    xs.push_back(ground.width - x - width);
  }
}

// Free ground to its left and right that would be too narrow for another one, pixels.
float left_over_beside(const PixelRect& rect, const Ground& ground) {
  float left = 0, right = ground.width;
  for (const PixelRect& thing : ground.taken) {
    if (thing.empty() || thing.y1 <= rect.y0 || thing.y0 >= rect.y1) continue;
    if (thing.x1 <= rect.x0) left = std::max(left, thing.x1);
    if (thing.x0 >= rect.x1) right = std::min(right, thing.x0);
  }
  const float step = rect.width() + ground.margin;
  const auto rest = [&](float room) { return std::max(0.0F, room - step * std::floor((room + 1) / step)); };
  return rest(rect.x0 - left - ground.margin) + rest(right - rect.x1 - ground.margin);
}

// What it costs to lie over words, in the pixels of a detour.
float cost_of_words(const PixelRect& rect, std::span<const PixelRect> words, float width) {
  float covered = 0;
  for (const PixelRect& one : words) covered += area(model::clipped(rect, one));
  return covered > 0 ? 0.1F * width + 2 * width * covered / area(rect) : 0;
}

// Of names that stand twice, those of which it would cover what is still to be read.
int names_lost(const PixelRect& rect, std::span<const std::array<PixelRect, 2>> twice, std::span<const PixelRect> taken) {
  const auto is_under = [&](const PixelRect& one) {
    return std::ranges::any_of(taken, [&](const PixelRect& thing) { return thing.touches(one); });
  };
  return static_cast<int>(std::ranges::count_if(twice, [&](const auto& copies) {
    const auto& [one, other] = copies;
    const bool here = rect.touches(one), there = rect.touches(other), gone = is_under(one), gone_there = is_under(other);
    return (here || there) && (here || gone) && (there || gone_there) && !(gone && gone_there);
  }));
}

// Of the screen's height: where hands and wheelchairs have the middle of a seat.
constexpr float comfortable = 0.55F;

// Where somebody would like it best, were there nothing else. Hands and wheelchairs: the lower part of the screen; under the
// touch where that stands upright; where several stand side by side, in one row along the bottom as far as hands come down to
// it.
PixelPoint wish_for(float width, float height, PixelPoint beside, const Ground& ground, bool in_rows) {
  const float furthest_down = beside.y + 2 * ground.reach - ground.margin;
  float y = std::max(beside.y, comfortable * ground.height) - height / 2;
  if (in_rows) {
    y = std::max(furthest_down, comfortable * ground.height);
  } else if (ground.height > ground.width) {
    y = std::max(beside.y + ground.margin, 0.5F * ground.height);
  }
  if (ground.reach > 0) y = std::min(y, furthest_down);
  return {std::clamp(beside.x - width / 2, ground.margin, std::max(ground.margin, ground.width - ground.margin - width)),
          std::clamp(y, ground.margin, std::max(ground.margin, ground.height - ground.margin - height))};
}

bool is_free(const PixelRect& rect, PixelPoint beside, const Ground& ground) {
  const PixelRect near = rect.grown(ground.margin - 0.5F);
  if (std::ranges::any_of(ground.taken, [&](const PixelRect& t) { return !t.empty() && near.touches(t); })) return false;
  return ground.reach <= 0 || is_within_reach(rect, beside, ground.reach);
}

}  // namespace

int names_lost(const PixelRect& seat, const Ground& ground) { return names_lost(seat, ground.twice, ground.taken); }

bool is_within_reach(const PixelRect& seat, PixelPoint beside, float reach) {
  const float aside = std::max({0.0F, seat.x0 - beside.x, beside.x - seat.x1});
  const float above = std::max(0.0F, beside.y - seat.y1), below = std::max(0.0F, seat.y0 - beside.y);
  return std::hypot(aside, 2 * above + below / 2) <= reach;
}

std::optional<PixelRect> place_seat(float width, float height, PixelPoint beside, const Ground& ground) {
  const bool in_rows = ground.in_a_row || width * many_beside <= ground.width;
  const PixelPoint request = wish_for(width, height, beside, ground, in_rows);
  std::vector<PixelRect> things(ground.taken.begin(), ground.taken.end());
  things.insert(things.end(), ground.words.begin(), ground.words.end());
  auto xs = candidates(request.x, width, ground.margin, ground.width, things, ground.shores, &PixelRect::x0, &PixelRect::x1);
  const auto ys =
      candidates(request.y, height, ground.margin, ground.height, things, ground.shores, &PixelRect::y0, &PixelRect::y1);
  if (in_rows) add_places_in_row(xs, width, ground);
  // Small seats cover little, and in a row each stands where its hand is: shores are for those that take a side of the screen.
  const float shore_matters = in_rows ? 0 : 1.5F * ground.width;
  std::optional<PixelRect> best;
  float least = std::numeric_limits<float>::max();
  for (const float x : xs) {
    for (const float y : ys) {
      const PixelRect rect{x, y, x + width, y + height};
      if (!is_free(rect, beside, ground)) continue;
      // Above is where arms tire and the prompt stands.
      const float higher = std::max(0.0F, request.y - y), lower = std::max(0.0F, y - request.y);
      const float away = std::abs(x - request.x) + (in_rows ? 3.0F : 1.3F) * higher + 1.3F * lower;
      const float cost = away + shore_matters * off_shore(rect, ground.shores) +
                         (in_rows ? 2 * left_over_beside(rect, ground) : 0) + cost_of_words(rect, ground.words, ground.width);
      if (cost < least) {
        least = cost;
        best = rect;
      }
    }
  }
  return best;
}

std::optional<PixelRect> place_at_end(float width, float height, PixelPoint beside, const Ground& ground) {
  const float lowest = ground.height - ground.margin - height, furthest = ground.width - ground.margin - width;
  if (lowest < ground.margin || furthest < ground.margin) return std::nullopt;
  const float y = std::clamp(comfortable * ground.height - height / 2, ground.margin, lowest);
  std::array ends{furthest, ground.margin};
  if (beside.x < ground.width / 3) std::ranges::reverse(ends);
  for (const float x : ends)
    if (const PixelRect rect{x, y, x + width, y + height}; is_free(rect, beside, ground)) return rect;
  return std::nullopt;
}

std::optional<PixelRect> place_at_side(const Docked& docked, PixelPoint beside, Side side, const Ground& ground) {
  const Pose from_side = pose_of_screen(side, ground.width, ground.height);
  const float width = is_level(side) ? ground.width : ground.height;
  const float height = is_level(side) ? ground.height : ground.width;
  std::vector<PixelRect> taken;
  for (const PixelRect& thing : ground.taken) {
    if (!thing.empty()) taken.push_back(from_side.to_own(thing));
  }
  std::vector<PixelRect> words;
  for (const PixelRect& one : ground.words) words.push_back(from_side.to_own(one));
  std::vector<std::array<PixelRect, 2>> twice;
  for (const auto& [one, other] : ground.twice) twice.push_back({from_side.to_own(one), from_side.to_own(other)});
  std::vector<PixelRect> things = taken;
  things.insert(things.end(), words.begin(), words.end());
  for (const auto& copies : twice) things.insert(things.end(), copies.begin(), copies.end());
  const PixelPoint request = from_side.to_own(beside);
  const float left =
      std::clamp(request.x - docked.along / 2, ground.margin, std::max(ground.margin, width - ground.margin - docked.along));
  const float lowest = height - ground.margin - docked.deep;
  const auto xs = candidates(left, docked.along, ground.margin, width, things, {}, &PixelRect::x0, &PixelRect::x1);
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
      const float cost = std::abs(x - left) + 2 * (lowest - y) + 0.25F * off_middle + cost_of_words(rect, words, width) +
                         width * static_cast<float>(names_lost(rect, twice, taken));
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
