#include "scene/framing.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "scene/spring.h"

namespace greenline::scene {
namespace {

// Of the screen that is covered.
constexpr float gives_way_at = 0.6F, gives_way_to_cards_at = 0.45F, comes_back_at = 0.3F;
constexpr float least_zoom = 0.2F;    // smaller, nothing on it could be told apart
constexpr float draws_back_s = 0.8F;  // as calm as the eye follows it
constexpr float arrived_px = 0.3F;

float covered_share(float width, float height, std::span<const PixelRect> things) {
  float covered = 0;
  for (const PixelRect& thing : things) {
    const PixelRect seen = clipped(thing, {0, 0, width, height});
    if (!seen.empty()) covered += seen.width() * seen.height();
  }
  return covered / (width * height);
}

}  // namespace

PixelRect ground_left(float width, float height, std::span<const PixelRect> things) {
  // A rectangle that cannot grow rests on each side against a thing or the edge of the screen.
  std::vector<float> lefts{0}, rights{width}, tops{0}, bottoms{height};
  for (const PixelRect& thing : things) {
    if (thing.empty()) continue;
    lefts.push_back(thing.x1);
    rights.push_back(thing.x0);
    tops.push_back(thing.y1);
    bottoms.push_back(thing.y0);
  }
  std::sort(lefts.begin(), lefts.end());
  std::sort(tops.begin(), tops.end());
  PixelRect best;
  float largest = 0;
  for (const float top : tops)
    for (const float left : lefts)
      for (const float bottom : bottoms)
        for (const float right : rights) {
          const float share = std::min((right - left) / width, (bottom - top) / height);
          const PixelRect ground{left, top, right, bottom};
          if (left < 0 || top < 0 || right > width || bottom > height || share <= largest) continue;
          if (std::any_of(things.begin(), things.end(),
                          [&](const PixelRect& one) { return !one.empty() && one.touches(ground); }))
            continue;
          largest = share;
          // In the middle of what is free.
          const float x = (left + right - share * width) / 2, y = (top + bottom - share * height) / 2;
          best = {x, y, x + share * width, y + share * height};
        }
  return best;
}

void Framing::make_room(float width, float height, std::span<const PixelRect> seats, std::span<const PixelRect> must_be_seen,
                        bool cards_hidden) {
  const bool framed = target_ != Camera{};
  const bool hides = std::any_of(seats.begin(), seats.end(), [&](const PixelRect& seat) {
    return std::any_of(must_be_seen.begin(), must_be_seen.end(), [&](const PixelRect& one) { return one.touches(seat); });
  });
  const float limit = framed ? comes_back_at : cards_hidden ? gives_way_to_cards_at : gives_way_at;
  Camera to;
  if (hides || covered_share(width, height, seats) >= limit) {
    const PixelRect ground = ground_left(width, height, seats);
    if (ground.width() >= least_zoom * width) to = {ground.width() / width, {ground.x0, ground.y0}};
  }
  target_ = to;
}

bool Framing::advance(float seconds, bool still) {
  if (shown_ == target_) return false;
  const SpringStep step = SpringStep::of(draws_back_s, still ? 1e3F : seconds);
  step(shown_.shift.x, velocity_.x, target_.shift.x);
  step(shown_.shift.y, velocity_.y, target_.shift.y);
  step(shown_.zoom, zoom_speed_, target_.zoom);
  const float far = length(shown_.shift - target_.shift) + std::abs(shown_.zoom - target_.zoom) * 4000;
  if (far > arrived_px) return true;
  shown_ = target_;
  velocity_ = {};
  zoom_speed_ = 0;
  return false;
}

}  // namespace greenline::scene
