// Edges of regions look drawn by a hand, the same hand every time, and the fill ends where they are.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "geometry/forms.h"
#include "render/membrane_shapes.h"
#include "render/strips.h"

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

// A strip about a sharp corner crosses itself: what lies across it points backward, and a hook of light stands out there.
struct ADrawnSlice : testing::Test {
  static MembranePath edge() {
    scene::RegionView view;
    view.id = "autumn";
    view.seed = 7;
    view.area =
        geometry::ring_kind().make({{0, -0.06F}, {0.2F, 0.1F}, {0.86F, 0.42F}, {273}, {387}}, {-0.9F, -0.5F, 0.9F, 0.5F});
    view.pixel_from_canvas = {1080, {960, 540}};
    const auto shapes = membrane_shapes(std::span(&view, 1));
    return outlines(view, shapes.front(), {}, 0).front();
  }
  // How much the way a line goes differs from the way of the strip about it, the sharpest turn of all: a cosine.
  static float least_agreement(const MembranePath& path) {
    float least = 1;
    for (std::size_t i = 1; i + 1 < path.size(); ++i) {
      const PixelPoint in = path[i] - path[i - 1], out = path[i + 1] - path[i];
      least = std::min(least, (in.x * out.x + in.y * out.y) / (length(in) * length(out)));
    }
    return least;
  }
};

TEST_F(ADrawnSlice, IsPartedAtItsFourCornersAndSoHasNoHooksThere) {
  const MembranePath path = edge();
  EXPECT_LT(least_agreement(path), 0.5F);  // it has corners
  const auto parts = parted_at_corners(path);
  EXPECT_EQ(parts.size(), 4U);
  float whole = 0, together = 0;
  for (std::size_t i = 1; i < path.size(); ++i) whole += length(path[i] - path[i - 1]);
  for (const MembranePath& part : parts) {
    EXPECT_GT(least_agreement(part), 0.77F);
    for (std::size_t i = 1; i < part.size(); ++i) together += length(part[i] - part[i - 1]);
  }
  EXPECT_NEAR(together, whole, 0.5F);  // nothing of it is lost
}

TEST_F(ADrawnSlice, AndACircleStaysClosed) {
  scene::RegionView view;
  view.area = geometry::ellipse_kind().make({{0, 0}, {0.3F, 0.3F}}, {-0.9F, -0.5F, 0.9F, 0.5F});
  view.pixel_from_canvas = {1080, {960, 540}};
  const auto shapes = membrane_shapes(std::span(&view, 1));
  const MembranePath path = outlines(view, shapes.front(), {}, 0).front();
  EXPECT_EQ(parted_at_corners(path), std::vector<MembranePath>{path});
}

}  // namespace
}  // namespace greenline::render
