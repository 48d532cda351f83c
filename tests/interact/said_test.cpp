// What is said to people on the wall is never covered.
#include <gtest/gtest.h>

#include <algorithm>

#include "interact/on_a_wall.h"

namespace greenline::interact {
namespace {

class Said : public WallTest {
 protected:
  [[nodiscard]] model::PixelRect warning() const {
    for (const scene::TextView& view : offscreen->wall().atmosphere().notices) {
      if (view.block != nullptr) {
        return {view.at.x, view.at.y, view.at.x + view.block->width, view.at.y + view.block->height};
      }
    }
    return {};
  }
  void expect_uncovered() {
    ASSERT_FALSE(warning().empty());
    for (const model::PixelRect& seat : offscreen->wall().seats().rects()) EXPECT_FALSE(seat.touches(warning()));
  }
};

TEST_F(Said, AWarningStandsWhereNoSeatIs) {
  open("both-sides-of-the-line", "name", {.pixels_per_mm = 1.58F, .still = true});
  for (const char* region : {"information", "identity", "relationships"}) hand->tap(in(region, 0, -0.2F));
  ASSERT_EQ(offscreen->wall().seats().rects().size(), 3U);
  session->remark({.key = "convening.lost_of_each", .lost = {.cards = 2}});
  hand->frames(2);
  expect_uncovered();
}

TEST_F(Said, SeatsThatOpenLaterLeaveItFree) {
  open("both-sides-of-the-line", "name", {.pixels_per_mm = 1.58F, .still = true});
  session->remark({.key = "convening.lost_of_each", .lost = {.cards = 2}});
  hand->frames(2);
  const model::PixelRect before = warning();
  for (const char* region : {"information", "identity", "relationships", "structure"}) hand->tap(in(region, 0, -0.2F));
  ASSERT_EQ(offscreen->wall().seats().rects().size(), 4U);
  expect_uncovered();
  EXPECT_FLOAT_EQ(warning().x0, before.x0) << "and it stays where people saw it";
}

TEST_F(Said, WhatIsFoundOfTheFileLaterIsSaidWhenItIsFound) {
  open("both-sides-of-the-line", "name");
  EXPECT_TRUE(warning().empty());
  session->remark({"convening.salvaged", {"room.greenline", "room (2).greenline"}});
  hand->frames(2);
  const model::PixelRect one = warning();
  EXPECT_FALSE(one.empty());
  session->remark({.key = "convening.lost_of_each", .lost = {.cards = 2}});
  hand->frames(2);
  EXPECT_GT(warning().y1 - warning().y0, one.y1 - one.y0) << "both stand there";
  offscreen->frame(3600);
  hand->frames(2);
  EXPECT_FALSE(warning().empty()) << "as long as the wall does";
}

TEST_F(Said, WhatNeedsToBeReadOnlyOnceGoesAfterAMinute) {
  open("both-sides-of-the-line", "name");
  session->remark({.key = "convening.begun_anew", .values = {"room.greenline", "Both Sides"}, .lasting = false});
  hand->frames(2);
  EXPECT_FALSE(warning().empty());
  offscreen->frame(61);
  hand->frames(2);
  EXPECT_TRUE(warning().empty());
}

// Where a screen is full of seats it lies over them.
TEST_F(Said, AWarningIsDrawnOverSeats) {
  open("both-sides-of-the-line", "name", {.width = 800, .height = 600, .still = true});
  hand->tap(in("information", 0, -0.2F));
  ASSERT_FALSE(offscreen->wall().seats().rects().empty());
  const model::PixelRect seat = offscreen->wall().seats().rects()[0];
  const auto without = offscreen->picture();
  ASSERT_TRUE(without) << without.error();
  (void)offscreen->wall().request(model::LightCard{}, seat.centre());  // refused, and said there
  hand->frames(2);
  const model::PixelRect over_seat = model::clipped(warning(), seat);
  ASSERT_FALSE(over_seat.empty());
  const auto with = offscreen->picture();
  ASSERT_TRUE(with) << with.error();
  bool differs = false;
  for (auto y = static_cast<std::size_t>(over_seat.y0); y < static_cast<std::size_t>(over_seat.y1); ++y) {
    for (auto x = static_cast<std::size_t>(over_seat.x0); x < static_cast<std::size_t>(over_seat.x1); ++x) {
      differs = differs || without->rgba[(y * 800 + x) * 4] != with->rgba[(y * 800 + x) * 4];
    }
  }
  EXPECT_TRUE(differs);
}

}  // namespace
}  // namespace greenline::interact
