// Fingers on the pad become strokes that a card may hold.
#include <gmock/gmock.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "ui/at_a_seat.h"
#include "ui/ink_pad.h"

namespace greenline::ui {
namespace {

using enum input::ContactState;

const PixelRect square_pad{100, 200, 290, 300};

void drag(InkPad& pad, input::ContactId contact, PixelPoint from, PixelPoint to, int steps = 40, double step_s = 0.008) {
  static_cast<void>(pad.touch({contact, began, from, 0}, 0));
  for (int i = 1; i <= steps; ++i) {
    const float share = static_cast<float>(i) / static_cast<float>(steps);
    static_cast<void>(pad.touch({contact, moved, from + (to - from) * share, 0}, i * step_s));
  }
  static_cast<void>(pad.touch({contact, ended, to, 0}, steps * step_s));
}

InkPad a_pad() {
  InkPad pad;
  pad.lay_out(square_pad);
  return pad;
}

TEST(InkPad, AStrokeBeginsAndEndsWhereTheFingerDid) {
  InkPad pad = a_pad();
  drag(pad, 1, {119, 210}, {271, 290});
  ASSERT_EQ(pad.strokes().size(), 1U);
  const model::Stroke stroke = pad.strokes()[0];
  EXPECT_NEAR(stroke.front().x, 0.1, 1e-3);
  EXPECT_NEAR(stroke.front().y, 0.1, 1e-3);
  EXPECT_NEAR(stroke.back().x, 0.9, 1e-3);
  EXPECT_NEAR(stroke.back().y, 0.9, 1e-3);
}

TEST(InkPad, TwoFingersDrawTwoStrokesAtOnce) {
  InkPad pad = a_pad();
  static_cast<void>(pad.touch({1, began, {110, 210}, 0}, 0));
  static_cast<void>(pad.touch({2, began, {110, 290}, 0}, 0));
  for (int i = 1; i < 20; ++i) {
    static_cast<void>(pad.touch({1, moved, {110 + 8.0F * static_cast<float>(i), 210}, 0}, i * 0.01));
    static_cast<void>(pad.touch({2, moved, {110 + 8.0F * static_cast<float>(i), 290}, 0}, i * 0.01));
  }
  const auto strokes = pad.strokes();
  ASSERT_EQ(strokes.size(), 2U);
  for (const model::InkPoint& p : strokes[0]) EXPECT_LT(p.y, 0.2F);
  for (const model::InkPoint& p : strokes[1]) EXPECT_GT(p.y, 0.8F);
}

TEST(InkPad, ASlowHandDrawsThicker) {
  InkPad slow = a_pad();
  InkPad fast = a_pad();
  drag(slow, 1, {110, 250}, {280, 250}, 60, 0.08);
  drag(fast, 1, {110, 250}, {280, 250}, 60, 0.003);
  const auto middle = [](const InkPad& pad) {
    const model::Stroke stroke = pad.strokes().at(0);
    return stroke[stroke.size() / 2].width;
  };
  EXPECT_GT(middle(slow), 1.3F * middle(fast));
}

TEST(InkPad, ATremorIsSmoothedAway) {
  InkPad pad = a_pad();
  static_cast<void>(pad.touch({1, began, {110, 250}, 0}, 0));
  for (int i = 1; i <= 100; ++i) {
    const float tremor = i % 2 == 0 ? 2.0F : -2.0F;
    static_cast<void>(pad.touch({1, moved, {110 + 1.5F * static_cast<float>(i), 250 + tremor}, 0}, i * 0.008));
  }
  const model::Stroke stroke = pad.strokes()[0];
  float most = 0;
  for (std::size_t i = 10; i + 1 < stroke.size(); ++i)
    most = std::max(most, std::abs(stroke[i].y - 0.5F) * square_pad.height());
  EXPECT_LT(most, 1.3F);
}

TEST(InkPad, TheLastStrokeComesBackOffAndThenTheOneBefore) {
  InkPad pad = a_pad();
  drag(pad, 1, {110, 210}, {200, 210});
  drag(pad, 2, {110, 250}, {200, 250});
  pad.undo();
  ASSERT_EQ(pad.strokes().size(), 1U);
  EXPECT_NEAR(pad.strokes()[0][0].y, 0.1, 1e-3);
  pad.undo();
  pad.undo();
  EXPECT_TRUE(pad.blank());
}

TEST(InkPad, AContactThatTheDeviceTakesBackLeavesNothing) {
  InkPad pad = a_pad();
  static_cast<void>(pad.touch({1, began, {150, 250}, 0}, 0));
  static_cast<void>(pad.touch({1, moved, {180, 250}, 0}, 0.01));
  static_cast<void>(pad.touch({1, cancelled, {180, 250}, 0}, 0.02));
  EXPECT_TRUE(pad.blank());
}

TEST(InkPad, RefusesTheStrokeThatIsOneTooMany) {
  InkPad pad = a_pad();
  for (std::size_t i = 0; i < model::max_strokes; ++i) drag(pad, 1, {110, 210}, {120, 220}, 2);
  EXPECT_FALSE(pad.touch({2, began, {150, 250}, 0}, 0));
  EXPECT_EQ(pad.strokes().size(), model::max_strokes);
}

RC_GTEST_PROP(InkPad, HoldsOnlyWhatACardMayHold, ()) {
  InkPad pad = a_pad();
  double now = 0;
  const auto touches = *rc::gen::container<std::vector<std::tuple<int, int, int, int>>>(
      rc::gen::tuple(rc::gen::inRange(0, 4), rc::gen::inRange(0, 4), rc::gen::inRange(0, 400), rc::gen::inRange(100, 400)));
  for (const auto& [contact, state, x, y] : touches) {
    const PixelPoint at{static_cast<float>(x), static_cast<float>(y)};
    static_cast<void>(pad.touch({contact, static_cast<input::ContactState>(state), at, 0}, now));
    now += 0.004;
  }
  for (const model::Stroke& stroke : pad.strokes()) {
    RC_ASSERT(!stroke.empty() && stroke.size() <= model::max_stroke_points);
    for (const model::InkPoint& p : stroke) {
      RC_ASSERT(p.x >= 0 && p.x <= 1 && p.y >= 0 && p.y <= 1);
      RC_ASSERT(p.width > 0 && p.width < 0.03F);
    }
  }
}

TEST(InkPad, ALongStrokeStaysWithinItsBound) {
  InkPad pad = a_pad();
  static_cast<void>(pad.touch({1, began, {110, 250}, 0}, 0));
  for (int i = 1; i < 20000; ++i) {
    static_cast<void>(pad.touch({1, moved, {i % 2 == 0 ? 110.0F : 280.0F, 250}, 0}, i * 0.01));
  }
  static_cast<void>(pad.touch({1, ended, {200, 250}, 0}, 300));
  EXPECT_EQ(pad.strokes()[0].size(), model::max_stroke_points);
}

class WithInk : public AtASeat {};

TEST_F(WithInk, InkAndWordsGoOnTheSameCard) {
  const int seat = open(a_card());
  type(U"a river");
  tap(seat, other_way_key(seat));
  const PixelPoint middle = inner(seat).centre();
  touch(seat, 1, began, middle);
  for (int i = 1; i < 20; ++i) touch(seat, 1, moved, middle + PixelPoint{5.0F * static_cast<float>(i), 0});
  touch(seat, 1, ended, middle + PixelPoint{100, 0});
  const auto saying = placed(seat);
  ASSERT_TRUE(saying.has_value());
  EXPECT_EQ(saying->words, "a river");
  ASSERT_EQ(saying->ink.size(), 1U);
  EXPECT_GT(saying->ink[0].size(), 5U);
}

TEST_F(WithInk, InkBelongsToThePadAlone) {
  const int seat = open(a_card());
  const PixelPoint middle = inner(seat).centre();
  touch(seat, 1, began, {middle.x, inner(seat).y0 + 1});  // in the title, and the keyboard is up
  touch(seat, 1, moved, middle);
  touch(seat, 1, ended, middle);
  EXPECT_FALSE(placed(seat).has_value());
}

TEST_F(WithInk, AKeyOfAPluggedInKeyboardBringsTheWordsBack) {
  const int seat = open(a_card());
  tap(seat, other_way_key(seat));
  type(U"hm");
  tap(seat, letter(seat, 'q'));
  EXPECT_EQ(placed(seat)->words, "hmq");
}

}  // namespace
}  // namespace greenline::ui
