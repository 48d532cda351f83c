// What runs along a thread that has its way, told by its definition and by the grid.
#include "scene/lanes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace greenline::scene {
namespace {

struct PlainStep {
  PixelPoint at, along;
};

// A step each gap or so, without those within 3.5 gaps of an end.
std::vector<PlainStep> plain_steps(const Curve& curve, float gap) {
  const float about = length(curve[1] - curve[0]) + length(curve[2] - curve[1]) + length(curve[3] - curve[2]);
  const int count = std::clamp(static_cast<int>(about / gap), 2, 256);
  std::vector<PlainStep> steps;
  PixelPoint before = curve[0];
  for (int i = 1; i <= count; ++i) {
    const PixelPoint at = point_on(curve, static_cast<float>(i) / static_cast<float>(count));
    const PixelPoint way = at - before, middle = (at + before) * 0.5F;
    before = at;
    const float far = length(way);
    if (far > 0 && length(middle - curve[0]) >= 3.5F * gap && length(middle - curve[3]) >= 3.5F * gap)
      steps.push_back({middle, way * (1 / far)});
  }
  return steps;
}

// At most 0.35 of sine between them, less than 0.8 of a gap aside, at most a gap ahead or behind.
int plainly_shared(const std::vector<PlainStep>& mine, const std::vector<PlainStep>& taken, float gap) {
  return static_cast<int>(std::count_if(mine.begin(), mine.end(), [&](const PlainStep& step) {
    return std::any_of(taken.begin(), taken.end(), [&](const PlainStep& other) {
      const PixelPoint along = other.along, between = other.at - step.at;
      return std::abs(step.along.x * along.y - step.along.y * along.x) <= 0.35F &&
             std::abs(between.x * along.y - between.y * along.x) < 0.8F * gap &&
             std::abs(between.x * along.x + between.y * along.y) <= gap;
    });
  }));
}

void expect_as_defined(const PixelRect& screen, std::uint32_t seed) {
  const float gap = 12;
  std::mt19937 random(seed);
  // Some lie beyond the screen.
  std::uniform_real_distribution<float> x(screen.x0 - 100, screen.x1 + 100), y(screen.y0 - 100, screen.y1 + 100);
  Lanes lanes;
  lanes.reset(screen, gap);
  std::vector<PlainStep> taken;
  int all_shared = 0;
  for (int i = 0; i < 30; ++i) {
    const Curve curve = {PixelPoint{x(random), y(random)}, PixelPoint{x(random), y(random)}, PixelPoint{x(random), y(random)},
                         PixelPoint{x(random), y(random)}};
    const std::vector<PlainStep> steps = plain_steps(curve, gap);
    const int shared = plainly_shared(steps, taken, gap);
    EXPECT_EQ(lanes.shared_by(curve), shared) << "curve " << i;
    all_shared += shared;
    lanes.take(curve);
    taken.insert(taken.end(), steps.begin(), steps.end());
  }
  EXPECT_GT(all_shared, 20);
}

TEST(Lanes, CountExactlyWhatRunsAlongOneThatWasTaken) { expect_as_defined({0, 0, 1920, 1080}, 1U); }

TEST(Lanes, CountTheSameOnAScreenSoWideThatCellsGrow) { expect_as_defined({0, 0, 8000, 300}, 4U); }

TEST(Lanes, ForgetAllWhenBegunAnew) {
  const Curve curve = {PixelPoint{100, 100}, PixelPoint{300, 120}, PixelPoint{500, 120}, PixelPoint{700, 100}};
  Lanes lanes;
  lanes.reset({0, 0, 1920, 1080}, 12);
  lanes.take(curve);
  EXPECT_GT(lanes.shared_by(curve), 30);
  lanes.reset({0, 0, 1920, 1080}, 12);
  EXPECT_EQ(lanes.shared_by(curve), 0);
}

}  // namespace
}  // namespace greenline::scene
