// Steps along curves, kept by place and leaning. Which of them is looked at first changes no answer.
#include "scene/lanes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace greenline::scene {
namespace {

constexpr float same_way = 0.35F;  // the sine of the angle between them, at most: 20.5 degrees, less than a leaning
constexpr float aside_of_gap = 0.8F, ahead_of_gap = 1;
constexpr float reach_of_gap = 1.3F;  // the hypotenuse of those two, at least
constexpr float ends_of_gap = 3.5F;   // threads of one card leave it together
constexpr int most_steps = 256;

}  // namespace

void Lanes::reset(const PixelRect& screen, float gap) {
  gap_ = std::max(gap, 1.0F);
  steps_.clear();
  cells_ = geometry::Cells::over(as_box(screen), reach_of_gap * gap_, reach_of_gap * gap_);
  small_ = geometry::Cells::over(as_box(screen), 0.5F * gap_, 0.5F * gap_);
  first_.assign(cells_.count() * leanings, none);
  newest_.assign(small_.count() * leanings, none);
}

int Lanes::leaning_of(const Step& step) {
  const float half_turns = std::atan2(step.along.y, step.along.x) / std::numbers::pi_v<float> + 1;  // 0 to 2
  return static_cast<int>(half_turns * leanings) % leanings;
}

std::size_t Lanes::bucket(const geometry::Cells& cells, int column, int row, int leaning) {
  return cells.index(column, row) * leanings + static_cast<std::size_t>(leaning);
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
    see(Step{middle, way * (1 / far), none});
  }
}

void Lanes::take(const Curve& curve) {
  walk(curve, [&](Step step) {
    const auto mine = static_cast<std::uint32_t>(steps_.size());
    const int leaning = leaning_of(step);
    std::uint32_t& first = first_[bucket(cells_, cells_.column(step.at.x), cells_.row(step.at.y), leaning)];
    step.next = first;
    first = mine;
    newest_[bucket(small_, small_.column(step.at.x), small_.row(step.at.y), leaning)] = mine;
    steps_.push_back(step);
  });
}

bool Lanes::runs_along(const Step& step, const Step& taken) const {
  if (std::abs(step.along.x * taken.along.y - step.along.y * taken.along.x) > same_way) return false;
  const PixelPoint between = taken.at - step.at;
  const float aside = std::abs(between.x * taken.along.y - between.y * taken.along.x);
  const float ahead = std::abs(between.x * taken.along.x + between.y * taken.along.y);
  return aside < aside_of_gap * gap_ && ahead <= ahead_of_gap * gap_;
}

bool Lanes::is_taken(const Step& step) const {
  const int leaning = leaning_of(step);
  const std::uint32_t newest = newest_[bucket(small_, small_.column(step.at.x), small_.row(step.at.y), leaning)];
  if (newest != none && runs_along(step, steps_[newest])) return true;
  const float reach = reach_of_gap * gap_;
  const int c0 = cells_.column(step.at.x - reach), c1 = cells_.column(step.at.x + reach);
  const int r0 = cells_.row(step.at.y - reach), r1 = cells_.row(step.at.y + reach);
  for (int r = r0; r <= r1; ++r)
    for (int c = c0; c <= c1; ++c)
      for (const int turn : {0, 1, leanings - 1})
        for (std::uint32_t i = first_[bucket(cells_, c, r, (leaning + turn) % leanings)]; i != none; i = steps_[i].next)
          if (runs_along(step, steps_[i])) return true;
  return false;
}

int Lanes::shared_by(const Curve& curve) const {
  int shared = 0;
  walk(curve, [&](const Step& step) { shared += is_taken(step) ? 1 : 0; });
  return shared;
}

}  // namespace greenline::scene
