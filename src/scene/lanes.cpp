// Steps along curves, kept in a grid.
#include "scene/lanes.h"

#include <algorithm>
#include <cmath>

namespace greenline::scene {
namespace {

constexpr float same_way = 0.35F;    // the sine of the angle between them, at most
constexpr float ends_of_gap = 3.5F;  // threads of one card leave it together
constexpr int most_steps = 256;

}  // namespace

void Lanes::reset(const PixelRect& screen, float gap) {
  gap_ = std::max(gap, 1.0F);
  steps_.clear();
  grid_.reset(as_box(screen), 2 * gap_, 2 * gap_, 0);
}

// A step each gap or so, without the ends.
template <class See>
void Lanes::walk(const Curve& curve, See&& see) const {
  const float about = length(curve[1] - curve[0]) + length(curve[2] - curve[1]) + length(curve[3] - curve[2]);
  const int count = std::clamp(static_cast<int>(about / gap_), 2, most_steps);
  PixelPoint before = curve[0];
  for (int i = 1; i <= count; ++i) {
    const PixelPoint at = point_on(curve, static_cast<float>(i) / static_cast<float>(count));
    const PixelPoint way = at - before, middle = (at + before) * 0.5F;
    before = at;
    const float far = length(way), ends = ends_of_gap * gap_;
    if (far <= 0 || length(middle - curve[0]) < ends || length(middle - curve[3]) < ends) continue;
    see(Step{middle, way * (1 / far)});
  }
}

void Lanes::take(const Curve& curve) {
  walk(curve, [&](const Step& step) {
    grid_.insert(static_cast<std::uint32_t>(steps_.size()), as_point(step.at));
    steps_.push_back(step);
  });
}

int Lanes::shared_by(const Curve& curve) const {
  int shared = 0;
  walk(curve, [&](const Step& step) {
    const bool is_free = grid_.visit(as_box(model::rect_around(step.at, 1.5F * gap_, 1.5F * gap_)), [&](std::uint32_t i) {
      const Step& other = steps_[i];
      if (std::abs(step.along.x * other.along.y - step.along.y * other.along.x) > same_way) return true;
      const PixelPoint between = other.at - step.at;
      const float aside = std::abs(between.x * other.along.y - between.y * other.along.x);
      const float ahead = std::abs(between.x * other.along.x + between.y * other.along.y);
      return aside >= 0.8F * gap_ || ahead > gap_;
    });
    shared += is_free ? 0 : 1;
  });
  return shared;
}

}  // namespace greenline::scene
