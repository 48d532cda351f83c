// What every area keeps to, whatever its shape: each is tested on the example of its kind.
#include <gtest/gtest.h>

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <random>

#include "geometry/forms.h"

namespace greenline::geometry {
namespace {

constexpr Box layout{-0.9F, -0.5F, 0.9F, 0.5F};

class EveryShape : public testing::TestWithParam<FormKindOf> {
 protected:
  const FormKind& kind_ = GetParam()();
  const Area area_ = kind_.make(kind_.example, layout);
  std::minstd_rand random_{7};

  Point anywhere() {
    const Box box = area_.bounds().grown(0.3F);
    std::uniform_real_distribution<float> share(0, 1);
    return {box.x0 + box.width() * share(random_), box.y0 + box.height() * share(random_)};
  }
  Half some_half() {
    std::uniform_real_distribution<float> size(0.002F, 0.12F);
    return {size(random_), size(random_)};
  }
  // As a lattice of points sees it.
  [[nodiscard]] int points_inside(Point centre, Half half, int steps = 16) const {
    int in = 0;
    for (int i = 0; i < steps; ++i)
      for (int k = 0; k < steps; ++k)
        in += area_.contains({centre.x + half.width * (2 * (static_cast<float>(i) + 0.5F) / static_cast<float>(steps) - 1),
                              centre.y + half.height * (2 * (static_cast<float>(k) + 0.5F) / static_cast<float>(steps) - 1)});
    return in;
  }
};
INSTANTIATE_TEST_SUITE_P(Areas, EveryShape, testing::ValuesIn(form_kinds),
                         [](const auto& kind) { return std::string(kind.param().key); });

TEST_P(EveryShape, HasASoundExample) { EXPECT_TRUE(kind_.faults(kind_.example).empty()); }

TEST_P(EveryShape, IsNeverFurtherFromItsEdgeThanAStepAway) {
  for (int i = 0; i < 20000; ++i) {
    const Point a = anywhere(), b = i % 2 == 0 ? anywhere() : a + Point{0.001F, 0.0007F};
    ASSERT_LE(std::abs(area_.distance(a) - area_.distance(b)), length(a - b) + 2e-5F) << a.x << ' ' << a.y;
  }
}

TEST_P(EveryShape, ContainsWhatIsAtANegativeDistanceAndNothingElse) {
  for (int i = 0; i < 20000; ++i) {
    const Point p = anywhere();
    const float d = area_.distance(p);
    if (std::abs(d) > 1e-5F) {
      ASSERT_EQ(area_.contains(p), d < 0) << p.x << ' ' << p.y << ' ' << d;
    }
    if (!area_.bounds().grown(1e-5F).contains(p)) {
      ASSERT_GT(d, 0);
    }
  }
}

TEST_P(EveryShape, HasEdgesAtNoDistanceWithTheAreaOnTheirLeft) {
  for (const Edge& edge : area_.edges(256)) {
    const std::size_t beside_corners = edge.closed || edge.straight ? 0 : 2;  // what is left of them may be beyond the corner
    for (std::size_t i = beside_corners; i + 1 + beside_corners < edge.points.size(); ++i) {
      const Point a = edge.points[i], along = edge.points[i + 1] - a;
      EXPECT_NEAR(area_.distance(a), 0, 1e-4F);
      const Point left = Point{-along.y, along.x} * (0.004F / std::max(length(along), 1e-6F));
      EXPECT_TRUE(area_.contains(a + along * 0.5F + left)) << a.x << ' ' << a.y;
      EXPECT_FALSE(area_.contains(a + along * 0.5F - left)) << a.x << ' ' << a.y;
    }
  }
}

TEST_P(EveryShape, HoldsABoxOnlyWhenAllOfItIsInside) {
  for (int i = 0; i < 4000; ++i) {
    const Point centre = anywhere();
    const Half half = some_half();
    const int in = points_inside(centre, half);
    if (area_.holds(centre, half)) {
      ASSERT_EQ(in, 256);
    }
    if (area_.is_clear_of(centre, half)) {
      ASSERT_EQ(in, 0);
    }
    if (in == 256) {
      ASSERT_TRUE(area_.holds(centre, {half.width * 0.8F, half.height * 0.8F}));
    }
  }
}

TEST_P(EveryShape, DrawsABoxInAndDrivesItOut) {
  const Half half{0.02F, 0.011F};
  for (int i = 0; i < 2000; ++i) {
    const Point from = anywhere(), in = area_.drawn_in(from, half), out = area_.driven_out(from, half);
    ASSERT_TRUE(area_.holds(in, {half.width - 1e-5F, half.height - 1e-5F})) << from.x << ' ' << from.y;
    ASSERT_TRUE(area_.is_clear_of(out, {half.width - 1e-5F, half.height - 1e-5F})) << from.x << ' ' << from.y;
    if (area_.holds(from, half)) {
      ASSERT_EQ(in, from);
    }
  }
}

TEST_P(EveryShape, HasRoomForWordsInside) {
  const Box room = area_.room_for_words(3);
  EXPECT_GT(room.height(), 0.02F);
  EXPECT_TRUE(area_.holds(room.centre(), room.half()));
}

TEST_P(EveryShape, TiesAThreadToItsEdge) {
  for (int i = 0; i < 500; ++i) EXPECT_NEAR(area_.distance(area_.edge_toward(anywhere())), 0, 2e-3F);
}

TEST_P(EveryShape, GrowsAboutItself) {
  const Area smaller = area_.scaled(0.9F);
  int fewer = 0, more = 0;
  for (int i = 0; i < 4000; ++i) {
    const Point p = anywhere();
    fewer += smaller.contains(p);
    more += area_.contains(p);
  }
  EXPECT_LT(fewer, more);
  EXPECT_GT(fewer, more / 2);
}

TEST_P(EveryShape, IsTheSameShapeElsewhereAndSmaller) {
  constexpr float times = 0.3F;
  const Point from = area_.bounds().centre(), to{2, -1};
  const Area moved = area_.moved(times, to);
  EXPECT_NEAR(moved.bounds().centre().x, to.x, 1e-5F);
  EXPECT_NEAR(moved.bounds().width(), area_.bounds().width() * times, 1e-5F);
  const Half half = some_half(), its{half.width * times, half.height * times};
  for (int i = 0; i < 2000; ++i) {
    const Point p = anywhere(), there = to + (p - from) * times;
    ASSERT_NEAR(moved.distance(there), area_.distance(p) * times, 1e-5F);
    const Point in = moved.drawn_in(there, its), out = moved.driven_out(there, its);
    ASSERT_TRUE(moved.holds(in, {its.width - 1e-5F, its.height - 1e-5F}) || !area_.holds(area_.drawn_in(p, half), half));
    ASSERT_TRUE(moved.is_clear_of(out, {its.width - 1e-5F, its.height - 1e-5F}));
    if (moved.holds(there, its)) {
      ASSERT_EQ(in, there) << "what is right comes back unchanged";
    }
  }
}

// A notch in a slanting side, whose two parts are still on one line.
TEST(Polygons, MayHaveSidesOnOneLineThatAreApart) {
  for (const std::array<Point, 4>& side :
       {std::array<Point, 4>{{{-0.084F, -0.053F}, {0.066F, -0.003F}, {0.156F, 0.027F}, {0.336F, 0.087F}}},
        std::array<Point, 4>{{{-0.839F, 0.04F}, {-0.569F, 0.13F}, {-0.449F, 0.17F}, {-0.119F, 0.28F}}}}) {
    const Point inward{-0.03F, 0.09F}, far{-0.1F, 0.3F};
    Given given(2);
    for (const Point p : {side[0], side[1], side[1] + inward, side[2] + inward, side[2], side[3], side[3] + far, side[0] + far})
      given[0].insert(given[0].end(), {p.x, p.y});
    given[1] = {0};
    EXPECT_TRUE(polygon_kind().faults(given).empty());
  }
}

TEST(Direction, IsThatOfTheLibrary) {
  for (double degrees = -720; degrees <= 720; degrees += 7.3) {
    const Point turn = direction(degrees);
    EXPECT_NEAR(turn.x, std::cos(degrees * std::numbers::pi / 180), 2e-7);
    EXPECT_NEAR(turn.y, std::sin(degrees * std::numbers::pi / 180), 2e-7);
  }
  EXPECT_EQ(direction(90), (Point{0, 1}));
  EXPECT_EQ(direction(360), direction(0));
}

// The same figures from g++ and from clang++, at any optimisation, with fused multiply-add and without.
TEST(Areas, AreTheSameToTheLastBitForEveryCompiler) {
  std::uint64_t hash = 14695981039346656037ULL;
  const auto see = [&](float value) { hash = (hash ^ std::bit_cast<std::uint32_t>(value)) * 1099511628211ULL; };
  for (const FormKindOf kind : {ellipse_kind, ring_kind, polygon_kind, half_plane_kind}) {
    const Area area = kind().make(kind().example, layout);
    for (int i = 0; i < 4000; ++i) {
      const Point p = direction(i * 37.7) * (static_cast<float>(i) * 0.0002F);
      see(area.distance(p));
      const Point in = area.drawn_in(p, {0.03F, 0.02F});
      see(in.x), see(in.y);
    }
  }
  EXPECT_EQ(hash, 9459342391576277747ULL);
}

}  // namespace
}  // namespace greenline::geometry
