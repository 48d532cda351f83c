// The corner opens for whoever was told how, and for nobody else.
#include "app/corner_gesture.h"

#include <gtest/gtest.h>

#include <random>

namespace greenline::app {
namespace {

using enum input::ContactState;

class TheCorner : public testing::Test {
 protected:
  bool hear(input::ContactId contact, input::ContactState state, double now_s, bool in_corner = true,
            model::PixelPoint at = {1910, 1070}) {
    return gesture.hear({contact, state, at, 0}, in_corner, 6, now_s);
  }
  void rest(double from_s, double to_s) {
    EXPECT_FALSE(hear(1, began, from_s));
    EXPECT_FALSE(hear(1, ended, to_s));
  }
  CornerGesture gesture;
};

TEST_F(TheCorner, OpensForAFingerThatRestsAndTouchesOnceMore) {
  rest(10, 12.1);
  EXPECT_TRUE(hear(2, began, 12.6));
}

TEST_F(TheCorner, SaysWhenItHasHeard) {
  EXPECT_FALSE(hear(1, began, 10));
  EXPECT_FALSE(gesture.is_ready(11.9));
  EXPECT_NEAR(gesture.idle_s(11.5), 0.5, 0.01);
  EXPECT_TRUE(gesture.is_ready(12.01));
  EXPECT_FALSE(hear(1, ended, 12.2));
  EXPECT_TRUE(gesture.is_ready(13.1));
  EXPECT_FALSE(gesture.is_ready(13.3));
  EXPECT_GT(gesture.idle_s(13.3), 1000);
}

TEST_F(TheCorner, StaysShutForTapsForLeaningAndForWhoComesTooLate) {
  for (int i = 0; i < 40; ++i) {
    rest(10 + i * 0.3, 10.1 + i * 0.3);
  }
  rest(40, 41.9);
  EXPECT_FALSE(hear(2, began, 42)) << "it was too short";
  EXPECT_FALSE(hear(2, ended, 42.1));
  rest(50, 60);
  EXPECT_FALSE(hear(3, began, 61.1)) << "it comes too late";
}

TEST_F(TheCorner, StaysShutForAFingerThatSlides) {
  EXPECT_FALSE(hear(1, began, 10));
  EXPECT_FALSE(hear(1, moved, 11, true, {1900, 1070}));
  EXPECT_FALSE(hear(1, ended, 13, true, {1910, 1070}));
  EXPECT_FALSE(hear(2, began, 13.2));
}

TEST_F(TheCorner, StaysShutWhereTheSecondTouchIsElsewhere) {
  rest(10, 12.5);
  EXPECT_FALSE(hear(2, began, 12.8, false));
  EXPECT_FALSE(hear(2, ended, 12.9, false));
  EXPECT_FALSE(hear(3, began, 13));
}

TEST_F(TheCorner, ForgetsAFingerThatTheDeviceTookBack) {
  EXPECT_FALSE(hear(1, began, 10));
  EXPECT_FALSE(hear(1, cancelled, 13));
  EXPECT_FALSE(hear(2, began, 13.2));
}

// Forty touches a minute for eight hours, each as long as a child's.
TEST_F(TheCorner, IsNotStumbledUponByPlaying) {
  std::mt19937_64 random(7);
  double now_s = 0;
  for (input::ContactId contact = 1; contact < 20'000; ++contact) {
    now_s += 0.2 + static_cast<double>(random() % 2000) / 1000;
    ASSERT_FALSE(hear(contact, began, now_s));
    now_s += static_cast<double>(random() % 1500) / 1000;
    ASSERT_FALSE(hear(contact, ended, now_s));
  }
}

}  // namespace
}  // namespace greenline::app
