// Edges of regions look drawn by a hand, the same hand every time, and the fill ends where they are.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "geometry/forms.h"
#include "render/membrane_shapes.h"

namespace greenline::render {
namespace {

struct ADrawnBox : testing::Test {
  static constexpr float unit_px = 1080;
  static scene::RegionView region(std::uint32_t seed) {
    scene::RegionView view;
    view.id = "here";
    view.seed = seed;
    view.area = geometry::rounded_kind().make({{0, 0}, {0.3F, 0.2F}, {0.08F}}, {-0.9F, -0.5F, 0.9F, 0.5F});
    view.pixel_from_canvas = {unit_px, {960, 540}};
    return view;
  }
  static MembranePath path_of(const scene::RegionView& view) {
    const auto shapes = membrane_shapes(std::span(&view, 1));
    return outlines(view, shapes.front(), {}, 0).front();
  }
};

TEST_F(ADrawnBox, HasNoStraightSideAndBowsOutward) {
  for (std::uint32_t seed = 1; seed <= 8; ++seed) {
    float least = 1e6F, most = 0, sum = 0;
    int points = 0;
    for (const PixelPoint p : path_of(region(seed))) {
      if (p.x < 960 || std::abs(p.y - 540) > 100) continue;
      least = std::min(least, p.x);
      most = std::max(most, p.x);
      sum += p.x;
      ++points;
    }
    ASSERT_GT(points, 5);
    constexpr float side = 960 + 0.3F * unit_px, half = 0.2F * unit_px;
    EXPECT_GT(most - least, 1.5F) << seed;
    EXPECT_GT(sum / static_cast<float>(points), side - most_uneven * half / 2) << seed;
    EXPECT_GT(least, side - most_uneven * half) << seed;
    EXPECT_LT(most, side + (most_uneven + bow) * half) << seed;
  }
}

TEST_F(ADrawnBox, IsDrawnAlikeEveryTimeAndLikeNoOther) {
  EXPECT_EQ(path_of(region(3)), path_of(region(3)));
  EXPECT_NE(path_of(region(3)), path_of(region(4)));
}

TEST_F(ADrawnBox, HasALineThatSwellsAndThins) {
  const scene::RegionView view = region(5);
  const auto shapes = membrane_shapes(std::span(&view, 1));
  const auto pressure = pressure_along(path_of(view), shapes.front(), view.seed);
  const auto [thin, thick] = std::minmax_element(pressure.begin(), pressure.end());
  EXPECT_GT(*thick - *thin, 0.3F);
  EXPECT_GT(*thin, 0.35F);
  EXPECT_LT(*thick, 1.65F);
}

TEST_F(ADrawnBox, IsFilledUpToItsEdge) {
  const scene::RegionView view = region(6);
  const auto shapes = membrane_shapes(std::span(&view, 1));
  const MembraneField field = bake(view, shapes.front(), 60);
  for (const PixelPoint p : path_of(view)) {
    const auto column = static_cast<int>((p.x - field.box.x0) / field.box.width() * MembraneField::side);
    const auto row = static_cast<int>((p.y - field.box.y0) / field.box.height() * MembraneField::side);
    EXPECT_LT(std::abs(field.distance[static_cast<std::size_t>(row * MembraneField::side + column)]), 5.5F);  // a texel is 6 px
  }
}

}  // namespace
}  // namespace greenline::render
