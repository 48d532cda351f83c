// Keys that act on the room: one press, one step.
#include "interact/room_keys.h"

#include <gtest/gtest.h>

namespace greenline::interact {
namespace {

using enum HostKey;

TEST(OneStepAPress, IsWhatAHeldKeyMakes) {
  OneStepAPress steps;
  EXPECT_TRUE(steps.counts({next_phase, 10}));
  for (int i = 0; i < 200; ++i) EXPECT_FALSE(steps.counts({next_phase, 10.5 + 0.04 * i, true}));
}

TEST(OneStepAPress, IsWhatAClickerMakesThatRepeatsByItself) {
  OneStepAPress steps;
  EXPECT_TRUE(steps.counts({blank, 10}));
  for (int i = 1; i < 50; ++i) EXPECT_FALSE(steps.counts({blank, 10 + 0.1 * i})) << i;
}

TEST(OneStepAPress, IsWhatTwoPressesMakeWithinSevenTenthsOfASecond) {
  OneStepAPress steps;
  EXPECT_TRUE(steps.counts({next_phase, 10}));
  EXPECT_FALSE(steps.counts({next_phase, 10.69}));
}

TEST(OneStepAPress, IsMadeAgainByAPressAfterThat) {
  OneStepAPress steps;
  EXPECT_TRUE(steps.counts({next_phase, 10}));
  EXPECT_TRUE(steps.counts({next_phase, 10.71}));
  EXPECT_TRUE(steps.counts({next_phase, 12}));
}

TEST(OneStepAPress, IsWhatTwoWindowsSayThatAreNotHeardInTheOrderOfTheirPresses) {
  OneStepAPress steps;
  EXPECT_TRUE(steps.counts({next_phase, 12}));
  EXPECT_FALSE(steps.counts({next_phase, 11.6}));
  EXPECT_FALSE(steps.counts({next_phase, 12.5})) << "the newest counts on";
  EXPECT_TRUE(steps.counts({next_phase, 10})) << "long before: another press, heard late";
}

TEST(OneStepAPress, LetsAMistakeBeTakenBackAtOnce) {
  OneStepAPress steps;
  EXPECT_TRUE(steps.counts({next_phase, 10}));
  EXPECT_TRUE(steps.counts({previous_phase, 10.2}));
  EXPECT_TRUE(steps.counts({blank, 10.3}));
}

TEST(OneStepAPress, IsWhatAConsolesOwnKeyMakesWhateverElseIsPressedMeanwhile) {
  OneStepAPress steps;
  EXPECT_TRUE(steps.counts("time", 10));
  EXPECT_TRUE(steps.counts("undo", 10.2));
  EXPECT_FALSE(steps.counts("time", 10.4)) << "the key before that once more";
  EXPECT_TRUE(steps.counts("time", 11.2));
}

TEST(OneStepAPress, IsTheSameOneByItsNameOnAConsole) {
  OneStepAPress steps;
  EXPECT_TRUE(steps.counts({reveal, 10}));
  EXPECT_FALSE(steps.counts("reveal", 10.3));
}

}  // namespace
}  // namespace greenline::interact
