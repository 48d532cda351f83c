#include "scene/framing.h"

#include <algorithm>
#include <vector>

namespace greenline::scene {
namespace {

// Of the screen that is covered.
constexpr float gives_way_at = 0.6F, gives_way_to_work_at = 0.15F, comes_back_at = 0.1F;
constexpr float least_share = 0.12F;      // of the screen, smaller, nothing on it could be told apart
constexpr float along_the_screen = 0.2F;  // ground that goes along its longer side is worth so much of the screen more

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
  float most = 0;
  for (const float top : tops)
    for (const float left : lefts)
      for (const float bottom : bottoms)
        for (const float right : rights) {
          const PixelRect ground{left, top, right, bottom};
          if (ground.empty() || left < 0 || top < 0 || right > width || bottom > height) continue;
          const bool along = width >= height ? left <= 0 && right >= width : top <= 0 && bottom >= height;
          const float worth = ground.width() * ground.height() / (width * height) + (along ? along_the_screen : 0);
          if (worth <= most) continue;
          if (std::any_of(things.begin(), things.end(),
                          [&](const PixelRect& one) { return !one.empty() && one.touches(ground); }))
            continue;
          most = worth;
          best = ground;
        }
  return best;
}

PixelRect Framing::make_room(const Asked& asked) {
  const float width = asked.width, height = asked.height;
  const bool hides_words = std::any_of(asked.seats.begin(), asked.seats.end(), [&](const PixelRect& seat) {
    return std::any_of(asked.must_be_seen.begin(), asked.must_be_seen.end(),
                       [&](const PixelRect& one) { return one.touches(seat); });
  });
  const float covered = covered_share(width, height, asked.seats);
  bool gives_way = asked.stands_beside || hides_words ||
                   covered >= (framed_            ? comes_back_at
                               : asked.hides_work ? gives_way_to_work_at
                                                  : gives_way_at);
  if (asked.small_screen && !asked.seats.empty())
    gives_way = gives_way || framed_ || asked.hides_work || covered >= comes_back_at;
  const PixelRect ground = gives_way ? ground_left(width, height, asked.seats) : PixelRect{};
  framed_ = !ground.empty() && ground.width() * ground.height() >= least_share * width * height;
  return framed_ ? ground : PixelRect{};
}

}  // namespace greenline::scene
