// A mouse's arrow, while there is a mouse.
#include "platform/arrow.h"

#include <gtest/gtest.h>

namespace greenline::platform {
namespace {

TEST(Arrow, IsNotThereUntilAMouseMoves) {
  Arrow arrow;
  EXPECT_FALSE(arrow.shown(0));
  EXPECT_FALSE(arrow.shown(1e6));
  arrow.moved(20);
  EXPECT_TRUE(arrow.shown(20));
}

TEST(Arrow, GoesWhenFingersTouchAndComesBackWithTheMouse) {
  Arrow arrow;
  arrow.moved(20);
  arrow.touched();
  EXPECT_FALSE(arrow.shown(20));
  arrow.moved(21);
  EXPECT_TRUE(arrow.shown(21));
}

TEST(Arrow, GoesWhenTheMouseLiesStill) {
  Arrow arrow;
  arrow.moved(20);
  EXPECT_NEAR(arrow.gone_in_s(24), Arrow::rests_s - 4, 1e-9);
  EXPECT_FALSE(arrow.shown(20 + Arrow::rests_s));
}

}  // namespace
}  // namespace greenline::platform
