// What a finger draws round a place becomes the shape that it means, or is refused with the reason.
#include "content/drawn_region.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

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

// As few points as a program sees that is busy: of each side of a shape its ends.
std::vector<Point> corners_of(int count, float radius, float turned) {
  std::vector<Point> corners;
  for (int i = 0; i < count; ++i) {
    const float angle = turned + 2 * std::numbers::pi_v<float> * static_cast<float>(i) / static_cast<float>(count);
    corners.push_back({radius * std::cos(angle), radius * std::sin(angle)});
  }
  return corners;
}

// Whether it covers what has these corners, and little more.
void expect_shape_with_corners(const tl::expected<DrawnShape, NoRegion>& shape, const std::vector<Point>& corners,
                               const std::string& of) {
  ASSERT_TRUE(shape) << of << ": " << static_cast<int>(shape.error());
  const Area area = shape->area();
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const Point middle = (corners[i] + corners[(i + 1) % corners.size()]) * 0.5F;
    EXPECT_TRUE(area.contains(corners[i] * 0.8F)) << of;
    EXPECT_FALSE(area.contains(corners[i] * 1.15F)) << of;
    EXPECT_TRUE(area.contains(middle * 0.85F)) << of;
    EXPECT_FALSE(area.contains(middle * 1.25F)) << of;
  }
}

TEST(ADrawnLoop, OfItsCornersAloneIsTheShapeThatTheyHave) {
  for (const int count : {3, 4, 5, 6})
    for (const float radius : {0.15F, 0.3F, 0.45F})
      for (int turn = 0; turn < 40; ++turn) {
        const std::vector<Point> corners = corners_of(count, radius, 0.05F * static_cast<float>(turn));
        std::vector<Point> path = corners;
        path.push_back(corners[0]);
        const std::string of =
            std::to_string(count) + " corners of " + std::to_string(radius) + ", turn " + std::to_string(turn);
        expect_shape_with_corners(shape_of(path), corners, of);
        std::ranges::reverse(path);
        expect_shape_with_corners(shape_of(path), corners, of + ", the other way round");
      }
}

// From the middle of a side, which two pieces of the loop then lie on; the end runs past the beginning, or stops short of it.
TEST(ADrawnLoop, OfItsCornersMayBeginOnASideAndRunPastThatOrStopShort) {
  for (const int count : {3, 4, 5})
    for (const float past : {-0.2F, 0.0F, 0.02F, 0.2F, 0.4F})
      for (int turn = 0; turn < 40; ++turn) {
        const std::vector<Point> corners = corners_of(count, 0.35F, 0.05F * static_cast<float>(turn));
        const Point first = corners.back(), side = corners.front() - first;
        std::vector<Point> path{first + side * 0.5F};
        path.insert(path.end(), corners.begin(), corners.end());
        path.push_back(first + side * (0.5F + past));
        const std::string of =
            std::to_string(count) + " corners, " + std::to_string(past) + " past, turn " + std::to_string(turn);
        expect_shape_with_corners(shape_of(path), corners, of);
      }
}

TEST(ADrawnLoop, OfAFewPointsThatLeavesThePictureIsCutOffAtItsSide) {
  const auto shape = shape_of({{-0.3F, -0.3F}, {0.3F, -0.3F}, {0, 1.3F}, {-0.3F, -0.3F}});
  ASSERT_TRUE(shape);
  for (const float x : {-0.12F, 0.12F}) EXPECT_TRUE(shape->area().contains({x, 0.45F}));
  for (const float x : {-0.22F, 0.22F}) EXPECT_FALSE(shape->area().contains({x, 0.45F}));
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
