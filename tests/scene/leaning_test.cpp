// Cards lean aside from under what stands over the wall, and come back.
#include <gtest/gtest.h>

#include "wall.h"

namespace greenline::test {
namespace {

constexpr Size full_hd{1920, 1080};

// A wall with some cards in one circle, and a seat over one of them.
struct SeatOverACard {
  Wall wall{six_circles, full_hd};
  model::CardId under, beside;
  PixelRect seat;

  SeatOverACard() {
    under = wall.card({"identity", {-0.3F, -0.2F}}, "We were the school that kept every door open");
    beside = wall.card({"identity", {0.7F, 0.5F}}, "We say all, we mean most");
    wall.settle();
    const PixelPoint at = wall.scene.card(under)->centre;
    seat = {at.x - 140, at.y - 40, at.x + 40, at.y + 300};
  }
  void seat_opens() { wall.scene.lean_from({seat}); }
  void seat_leaves() { wall.scene.lean_from({}); }
  void time_goes_by() {
    for (int frame = 0; frame < 200; ++frame) wall.advance(1.0F / 60);
  }
  [[nodiscard]] PixelRect rect_of(model::CardId id) const { return wall.rect_of(*wall.scene.card(id)); }
};

TEST(Leaning, ACardUnderASeatMovesOutFromUnderItWithinItsCircle) {
  SeatOverACard on;
  on.seat_opens();
  on.time_goes_by();
  EXPECT_FALSE(on.rect_of(on.under).touches(on.seat));
  EXPECT_EQ(on.wall.scene.region_at(on.rect_of(on.under).centre())->id, "identity");
}

TEST(Leaning, ItFindsGroundBetweenTwoSeatsThatIsHardlyWiderThanItself) {
  SeatOverACard on;
  const PixelRect card = on.rect_of(on.under), circle = on.wall.scene.region_at(card.centre())->bounds();
  const float from = circle.centre().x - card.width() / 2 - 3, to = from + card.width() + 6;
  const PixelRect left{circle.x0 - 50, circle.y0, from, circle.y1}, right{to, circle.y0, circle.x1 + 50, circle.y1};
  on.wall.scene.lean_from({left, right});
  on.time_goes_by();
  EXPECT_FALSE(on.rect_of(on.under).touches(left));
  EXPECT_FALSE(on.rect_of(on.under).touches(right));
}

TEST(Leaning, ItIsTheViewThatGivesWayNotTheArrangement) {
  SeatOverACard on;
  const std::string before = hash_text(*on.wall.scene.arrangement());
  on.seat_opens();
  on.time_goes_by();
  EXPECT_EQ(hash_text(*on.wall.scene.arrangement()), before);
}

TEST(Leaning, ItComesBackWhenTheSeatLeaves) {
  SeatOverACard on;
  const PixelRect before = on.rect_of(on.under);
  on.seat_opens();
  on.time_goes_by();
  on.seat_leaves();
  on.time_goes_by();
  EXPECT_EQ(on.rect_of(on.under), before);
}

TEST(Leaning, WhatNothingStandsOverStaysWhereItIs) {
  SeatOverACard on;
  const PixelRect before = on.rect_of(on.beside);
  on.seat_opens();
  on.time_goes_by();
  EXPECT_EQ(on.rect_of(on.beside), before);
}

TEST(Leaning, ItMovesCalmlyNotAtOnce) {
  SeatOverACard on;
  const PixelPoint from = on.rect_of(on.under).centre();
  on.seat_opens();
  on.wall.advance(1.0F / 60);
  const float first_step = length(on.rect_of(on.under).centre() - from);
  on.time_goes_by();
  const float whole_way = length(on.rect_of(on.under).centre() - from);
  EXPECT_GT(whole_way, 50);
  EXPECT_LT(first_step, whole_way / 5);
}

TEST(Leaning, ACardInAHandIsNeverMoved) {
  SeatOverACard on;
  const PixelPoint at = on.rect_of(on.under).centre();
  on.wall.scene.hold(on.under, at);
  on.seat_opens();
  on.time_goes_by();
  EXPECT_EQ(on.rect_of(on.under).centre(), at);
}

TEST(Leaning, AThreadFollowsItsCard) {
  SeatOverACard on;
  const model::ThreadId thread = on.wall.thread(on.under, on.beside);
  on.wall.settle();
  on.seat_opens();
  on.time_goes_by();
  const PixelRect card = on.rect_of(on.under).grown(2);
  const auto& curve = on.wall.scene.thread(thread)->curve;
  EXPECT_TRUE(card.contains(curve.front()) || card.contains(curve.back()));
}

TEST(Leaning, InACircleWithoutGroundTheFirstLinesStaySeen) {
  Wall wall(six_circles, full_hd);
  for (int i = 0; i < 34; ++i)
    wall.card({"identity", {static_cast<float>(i % 7) / 4 - 0.75F, static_cast<float>(i / 7) / 2 - 0.8F}},
              "We were the school that kept every door open, until it rained");
  wall.settle();
  const PixelRect circle = wall.scene.region_at(wall.scene.pixel_of({"identity", {0, 0}}))->bounds();
  const PixelRect seat{circle.x0, circle.y1 - 130, circle.x0 + 320, circle.y1 + 200};
  const auto first_lines_hidden = [&] {
    int hidden = 0;
    for (const auto* card : wall.shown()) {
      const PixelRect all = wall.rect_of(*card);
      const PixelRect first{all.x0, all.y0 + 1, all.x1, all.y0 + wall.scene.type_px()};
      hidden += first.touches(seat) ? 1 : 0;
    }
    return hidden;
  };
  const int before = first_lines_hidden();
  ASSERT_GE(before, 3);
  wall.scene.lean_from({seat});
  wall.settle();
  EXPECT_LE(first_lines_hidden(), before / 4);
}

// Only a strip just as wide as a card is left beside what stands there, and one of the two is in it already.
TEST(Leaning, OnNarrowGroundTheyStandOneAboveTheOther) {
  Wall wall(six_circles, full_hd);
  const model::CardId left = wall.card({"identity", {-0.5F, 0.1F}}, "Bells"),
                      right = wall.card({"identity", {0.5F, 0.1F}}, "Bells");
  wall.settle();
  const PixelRect circle = region(wall, "identity").bounds();
  const float width = 2 * wall.half_width(), clear = 8;
  const PixelRect seat{circle.x0, circle.y0, circle.x1 - width - clear - 12, circle.y1};
  const auto first_line_of = [&](model::CardId id) {
    const PixelRect all = wall.rect_of(*wall.scene.card(id));
    return PixelRect{all.x0, all.y0 + 1, all.x1, all.y0 + wall.scene.type_px()};
  };
  ASSERT_TRUE(first_line_of(left).touches(seat));
  wall.scene.lean_from({seat});
  wall.settle();
  for (int frame = 0; frame < 200; ++frame) wall.advance(1.0F / 60);
  EXPECT_FALSE(first_line_of(left).touches(seat));
  EXPECT_FALSE(first_line_of(right).touches(seat));
  EXPECT_FALSE(first_line_of(left).touches(first_line_of(right)));
}

}  // namespace
}  // namespace greenline::test
