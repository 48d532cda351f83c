// The ground that seats leave, and when the wall draws back into it.
#include "scene/framing.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <vector>

namespace greenline::scene {
namespace {

constexpr float width = 1920, height = 1080;
constexpr PixelRect three_seats[] = {{6, 680, 640, 1074}, {646, 680, 1274, 1074}, {1280, 680, 1914, 1074}};

TEST(Framing, TheGroundLeftIsAllThatLiesAboveSeatsThatStandSideBySide) {
  EXPECT_EQ(ground_left(width, height, three_seats), (PixelRect{0, 0, width, 680}));
}

TEST(Framing, GroundAlongTheScreenIsBetterThanALittleMoreBesideASeat) {
  EXPECT_EQ(ground_left(width, height, std::span(three_seats, 1)), (PixelRect{0, 0, width, 680}));
  const PixelRect tall[] = {{6, 100, 640, 1074}};
  EXPECT_EQ(ground_left(width, height, tall), (PixelRect{640, 0, width, height}));
}

RC_GTEST_PROP(Framing, TheGroundLeftTouchesNothing, ()) {
  std::vector<PixelRect> things;
  for (int i = *rc::gen::inRange(0, 6); i > 0; --i) {
    const auto x = static_cast<float>(*rc::gen::inRange(-50, 1800)), y = static_cast<float>(*rc::gen::inRange(-50, 1000));
    things.push_back(
        {x, y, x + static_cast<float>(*rc::gen::inRange(10, 900)), y + static_cast<float>(*rc::gen::inRange(10, 700))});
  }
  const PixelRect ground = ground_left(width, height, things).grown(-0.01F);
  for (const PixelRect& thing : things) RC_ASSERT(!ground.touches(thing));
}

Framing::Asked kiosk_with(std::span<const PixelRect> seats, bool hides_work) {
  return {.width = width, .height = height, .seats = seats, .hides_work = hides_work, .small_screen = true};
}

TEST(Framing, StaysWholeBesideASeatThatIsTuckedAway) {
  Framing framing;
  const PixelRect head[] = {{646, 1000, 1274, 1490}};
  EXPECT_TRUE(framing.make_room(kiosk_with(head, false)).empty());
}

TEST(Framing, OnASmallScreenItStandsBesideATallSeatAtFullHeight) {
  Framing framing;
  const PixelRect tall[] = {{1283, 260, 1910, 930}};
  EXPECT_EQ(framing.make_room(kiosk_with(tall, false)), (PixelRect{0, 0, 1283, height}));
}

TEST(Framing, DrawsBackFromOneUnderWhichWorkLiesAndStaysUntilItHasGone) {
  Framing framing;
  EXPECT_FALSE(framing.make_room(kiosk_with(std::span(three_seats, 1), true)).empty());
  EXPECT_FALSE(framing.make_room(kiosk_with(std::span(three_seats, 1), false)).empty()) << "none lies under it any more";
  EXPECT_TRUE(framing.make_room(kiosk_with({}, false)).empty());
}

TEST(Framing, OnASmallScreenItStandsAlikeForTwoPeopleAndForThree) {
  Framing framing;
  const PixelRect for_three = framing.make_room(kiosk_with(three_seats, false));
  EXPECT_EQ(for_three, (PixelRect{0, 0, width, 680}));
  EXPECT_EQ(framing.make_room(kiosk_with(std::span(three_seats, 2), false)), for_three);
}

TEST(Framing, OnALargeScreenCardsLeanAsideUntilSeatsTakeMoreThanASeventh) {
  Framing framing;
  std::vector<PixelRect> six;
  for (int i = 0; i < 6; ++i) {
    const float x = 6 + 319 * static_cast<float>(i);
    six.push_back({x, 720, x + 313, 1074});
  }
  const auto with = [&](std::size_t people) {
    return framing.make_room(
        {.width = width, .height = height, .seats = std::span(six).first(people), .hides_work = true, .small_screen = false});
  };
  EXPECT_TRUE(with(2).empty());
  EXPECT_EQ(with(6), (PixelRect{0, 0, width, 720}));
  EXPECT_FALSE(with(2).empty()) << "not to and fro with one seat";
  EXPECT_TRUE(with(1).empty());
}

TEST(Framing, DrawsBackAlsoFromASingleSeatThatLiesOverThePrompt) {
  Framing framing;
  const PixelRect seat[] = {{6, 6, 640, 1074}}, prompt[] = {{30, 20, 1100, 90}};
  const PixelRect ground = framing.make_room({.width = width, .height = height, .seats = seat, .must_be_seen = prompt});
  EXPECT_FALSE(ground.empty());
  EXPECT_FALSE(ground.touches(seat[0]));
}

TEST(Framing, StaysWhereSeatsLeaveNextToNothing) {
  Framing framing;
  const PixelRect seat[] = {{6, 6, 1914, 1074}};
  EXPECT_TRUE(framing.make_room(kiosk_with(seat, true)).empty());
}

}  // namespace
}  // namespace greenline::scene
