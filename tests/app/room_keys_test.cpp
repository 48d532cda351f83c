// Keys that act on the room: one press, one step. And a mouse's arrow, while there is a mouse.
#include "app/room_keys.h"

#include <gtest/gtest.h>

#include "app/arrow.h"

namespace greenline::app {
namespace {

using enum HostKey;

TEST(OneStepAPress, IsWhatAHeldKeyMakes) {
  OneStepAPress steps;
  EXPECT_TRUE(steps.counts(next_phase, false, 10));
  for (int i = 0; i < 200; ++i) EXPECT_FALSE(steps.counts(next_phase, true, 10.5 + 0.04 * i));
}

TEST(OneStepAPress, IsWhatAClickerMakesThatRepeatsByItself) {
  OneStepAPress steps;
  EXPECT_TRUE(steps.counts(blank, false, 10));
  for (int i = 1; i < 50; ++i) EXPECT_FALSE(steps.counts(blank, false, 10 + 0.1 * i)) << i;
}

TEST(OneStepAPress, IsWhatTwoPressesMakeWithinSevenTenthsOfASecond) {
  OneStepAPress steps;
  EXPECT_TRUE(steps.counts(next_phase, false, 10));
  EXPECT_FALSE(steps.counts(next_phase, false, 10.69));
}

TEST(OneStepAPress, IsMadeAgainByAPressAfterThat) {
  OneStepAPress steps;
  EXPECT_TRUE(steps.counts(next_phase, false, 10));
  EXPECT_TRUE(steps.counts(next_phase, false, 10.71));
  EXPECT_TRUE(steps.counts(next_phase, false, 12));
}

TEST(OneStepAPress, LetsAMistakeBeTakenBackAtOnce) {
  OneStepAPress steps;
  EXPECT_TRUE(steps.counts(next_phase, false, 10));
  EXPECT_TRUE(steps.counts(previous_phase, false, 10.2));
  EXPECT_TRUE(steps.counts(blank, false, 10.3));
}

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
}  // namespace greenline::app
