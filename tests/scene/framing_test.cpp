// The wall in the ground that seats leave.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "scene/framing.h"

namespace greenline::scene {
namespace {

constexpr float width = 1920, height = 1080;
constexpr PixelRect whole{0, 0, width, height};
constexpr PixelRect three_seats[] = {{6, 300, 640, 1074}, {646, 300, 1274, 1074}, {1280, 300, 1914, 1074}};

TEST(Framing, TheGroundLeftIsTheLargestOfTheScreensProportions) {
  const PixelRect above = ground_left(width, height, three_seats);
  EXPECT_NEAR(above.height(), 300, 0.5F);
  EXPECT_NEAR(above.width() / above.height(), width / height, 0.01F);
  EXPECT_NEAR(above.centre().x, width / 2, 1) << "in the middle of what is free";
  const PixelRect beside = ground_left(width, height, std::span(three_seats, 2));
  EXPECT_GE(beside.x0, 1274);
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

TEST(Framing, StaysWholeBesideASeatThatLeavesRoomEnough) {
  Framing framing;
  framing.make_room(width, height, std::span(three_seats, 1), {}, true);
  EXPECT_EQ(framing.target(), Camera{});
}

TEST(Framing, DrawsBackFromSeatsThatTakeTheScreenAndComesBack) {
  Framing framing;
  framing.make_room(width, height, three_seats, {}, false);
  while (framing.advance(1.0F / 60, false)) continue;
  for (const PixelRect& seat : three_seats) EXPECT_FALSE(framing.camera()(whole).grown(-0.5F).touches(seat));
  framing.make_room(width, height, {}, {}, false);
  while (framing.advance(1.0F / 60, false)) continue;
  EXPECT_EQ(framing.camera(), Camera{});
}

TEST(Framing, OfHalfAScreenItDrawsBackWhereCardsWouldLieHidden) {
  Framing framing;
  framing.make_room(width, height, std::span(three_seats, 2), {}, false);
  EXPECT_EQ(framing.target(), Camera{});
  framing.make_room(width, height, std::span(three_seats, 2), {}, true);
  EXPECT_LT(framing.target().zoom, 0.5F);
}

TEST(Framing, ItIsACalmMovement) {
  Framing framing;
  framing.make_room(width, height, three_seats, {}, false);
  int frames = 0;
  float before = framing.camera().zoom, fastest = 0;
  while (framing.advance(1.0F / 60, false)) {
    fastest = std::max(fastest, before - framing.camera().zoom);
    before = framing.camera().zoom;
    ++frames;
  }
  EXPECT_GT(frames, 30);
  EXPECT_LT(fastest, 0.1F);
}

TEST(Framing, DrawsBackAlsoFromASingleSeatThatLiesOverThePrompt) {
  Framing framing;
  const PixelRect seat[] = {{6, 6, 640, 1074}}, prompt[] = {{30, 20, 1100, 90}};
  framing.make_room(width, height, seat, prompt, false);
  EXPECT_FALSE(framing.target()(prompt[0]).touches(seat[0]));
}

TEST(Framing, StaysWhereSeatsLeaveNextToNothing) {
  Framing framing;
  const PixelRect seat[] = {{6, 6, 1914, 1074}};
  framing.make_room(width, height, seat, {}, true);
  EXPECT_EQ(framing.target(), Camera{});
}

}  // namespace
}  // namespace greenline::scene
