// What a finger draws round a place becomes the shape that it means, or is refused with the reason.
#include "content/drawn_region.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numbers>

#include "files.h"
#include "geometry/forms.h"

namespace greenline::content {
namespace {

using geometry::Area;
using geometry::Point;

constexpr geometry::Box layout{-0.8F, -0.5F, 0.8F, 0.5F};

// As a hand draws it, trembling a little; `turns`: more than one runs past its beginning.
std::vector<Point> drawn_round(Point middle, float across, float up, float turns = 1, float trembling = 0.04F) {
  std::vector<Point> path;
  for (int i = 0; i <= 60; ++i) {
    const float angle = 2 * std::numbers::pi_v<float> * turns * static_cast<float>(i) / 60;
    const float by = 1 + trembling * std::sin(5 * angle);
    path.push_back({middle.x + across * by * std::cos(angle), middle.y + up * by * std::sin(angle)});
  }
  return path;
}

tl::expected<DrawnShape, NoRegion> shape_of(const std::vector<Point>& path, const std::vector<Area>& others = {}) {
  return shape_of_loop(path, layout, others);
}

TEST(ADrawnLoop, ThatIsNearlyACircleIsOne) {
  const auto shape = shape_of(drawn_round({0.2F, 0.1F}, 0.2F, 0.215F));
  ASSERT_TRUE(shape);
  EXPECT_FALSE(shape->is_polygon());
  EXPECT_EQ(shape->radius.width, shape->radius.height);
  EXPECT_NEAR(shape->radius.width, 0.207F, 0.01F);
  EXPECT_NEAR(shape->centre.x, 0.2F, 0.01F);
  EXPECT_NEAR(shape->centre.y, 0.1F, 0.01F);
}

TEST(ADrawnLoop, ThatIsLongerThanHighIsAnEllipse) {
  const auto shape = shape_of(drawn_round({0, 0}, 0.5F, 0.2F));
  ASSERT_TRUE(shape);
  EXPECT_NEAR(shape->radius.width, 0.5F, 0.02F);
  EXPECT_NEAR(shape->radius.height, 0.2F, 0.02F);
}

TEST(ADrawnLoop, OfAnotherShapeIsAPolygonOfFewRoundCorners) {
  const std::vector<Point> corner_of_a_street = {{-0.4F, -0.3F}, {0.4F, -0.3F},  {0.4F, 0},      {0, 0},
                                                 {0, 0.35F},     {-0.4F, 0.35F}, {-0.4F, -0.28F}};
  const auto shape = shape_of(corner_of_a_street);
  ASSERT_TRUE(shape);
  ASSERT_TRUE(shape->is_polygon());
  EXPECT_LE(shape->corners.size(), 14U);
  EXPECT_GT(shape->rounding, 0);
  EXPECT_TRUE(shape->area().contains({0.2F, -0.15F}));
  EXPECT_TRUE(shape->area().contains({-0.2F, 0.2F}));
  EXPECT_FALSE(shape->area().contains({0.2F, 0.2F}));
}

TEST(ADrawnLoop, MayRunPastItsBeginning) {
  const auto shape = shape_of(drawn_round({0, 0}, 0.25F, 0.25F, 1.12F, 0.06F));
  ASSERT_TRUE(shape);
  EXPECT_FALSE(shape->is_polygon());
}

TEST(ADrawnLoop, ThatIsNotClosedIsRefused) {
  EXPECT_EQ(shape_of(drawn_round({0, 0}, 0.3F, 0.3F, 0.6F)).error(), NoRegion::not_closed);
}

TEST(ADrawnLoop, ThatCrossesItselfIsRefused) {
  std::vector<Point> eight;
  for (int i = 0; i <= 60; ++i) {
    const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / 60 + 0.8F;
    eight.push_back({0.4F * std::sin(angle), 0.3F * std::sin(2 * angle)});
  }
  EXPECT_EQ(shape_of(eight).error(), NoRegion::crosses_itself);
}

TEST(ADrawnLoop, WithoutRoomForCardsIsRefused) {
  EXPECT_EQ(shape_of(drawn_round({0, 0}, 0.04F, 0.04F)).error(), NoRegion::too_small);
  EXPECT_EQ(shape_of({{0, 0}, {0.3F, 0}, {0.01F, 0}}).error(), NoRegion::too_small);
  EXPECT_EQ(shape_of({}).error(), NoRegion::too_small);
}

TEST(ADrawnLoop, MayLieBesideAnotherRegionOrAllInItOrRoundIt) {
  const std::vector<Area> there = {Area(geometry::ellipse({0, 0}, 0.3F, 0.3F))};
  EXPECT_TRUE(shape_of(drawn_round({0.55F, 0}, 0.2F, 0.2F), there));
  EXPECT_TRUE(shape_of(drawn_round({0, 0}, 0.15F, 0.15F), there));
  EXPECT_TRUE(shape_of(drawn_round({0, 0}, 0.42F, 0.42F), there));
  EXPECT_EQ(shape_of(drawn_round({0.3F, 0}, 0.2F, 0.2F), there).error(), NoRegion::lies_across);
}

// Whatever is drawn: what is taken for a region is one that a canvas may have.
void expect_sound_or_refused(const std::vector<Point>& path) {
  const auto shape = shape_of(path);
  if (!shape) return;
  RC_ASSERT(layout.grown(0.001F).covers(shape->area().bounds()));
  if (!shape->is_polygon()) return;
  geometry::Given given(2);
  for (const Point p : shape->corners) given[0].insert(given[0].end(), {p.x, p.y});
  given[1] = {shape->rounding};
  RC_ASSERT(shape->corners.size() <= 32U);
  RC_ASSERT(geometry::polygon_kind().faults(given).empty());
}

RC_GTEST_PROP(ADrawnLoop, OfAnyPointsIsRefusedOrSound, ()) {
  std::vector<Point> path;
  for (const auto& [x, y] : *rc::gen::container<std::vector<std::pair<int, int>>>(
           rc::gen::pair(rc::gen::inRange(-1000, 1000), rc::gen::inRange(-700, 700))))
    path.push_back({static_cast<float>(x) / 1000, static_cast<float>(y) / 1000});
  expect_sound_or_refused(path);
}

RC_GTEST_PROP(ADrawnLoop, RoundAPlaceIsRefusedOrSound, ()) {
  const auto reaches = *rc::gen::container<std::vector<int>>(rc::gen::inRange(60, 700));
  std::vector<Point> path;
  for (std::size_t i = 0; i < reaches.size(); ++i) {
    const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / static_cast<float>(reaches.size());
    const float reach = static_cast<float>(reaches[i]) / 1000;
    path.push_back({reach * std::cos(angle), reach * std::sin(angle)});
  }
  expect_sound_or_refused(path);
}

}  // namespace
}  // namespace greenline::content
