// A seat that its person walked away from: it dims, tucks itself to the edge, and keeps what was written.
#include "at_a_seat.h"

namespace greenline::ui {
namespace {

class Leaving : public AtASeat {
 protected:
  // As the loop lets time go by: asleep, then one frame.
  std::vector<Outcome> wait(float seconds) {
    seats->skip_time(seconds - 0.05F);
    return pass(0.05F);
  }
  [[nodiscard]] static bool left(const std::vector<Outcome>& outcomes, int seat) {
    return std::ranges::any_of(outcomes, [&](const Outcome& one) {
      const auto* leaves = std::get_if<Left>(&one);
      return leaves != nullptr && leaves->seat == seat;
    });
  }
};

TEST_F(Leaving, DimsAfterAMinuteAndLightsUpWhenTouched) {
  const int seat = open(a_card());
  type(U"half a thought");
  pass(1);
  wait(61);
  EXPECT_TRUE(seats->drawings()[0].changed);
  EXPECT_EQ(seats->next_frame_in_s(), 0);  // it goes on dimming
  for (int i = 0; i < 40; ++i) pass(0.05F);
  EXPECT_FALSE(seats->drawings()[0].changed);
  EXPECT_GT(seats->next_frame_in_s(), 10);
  tap(seat, inner(seat).centre());
  pass();
  EXPECT_TRUE(seats->drawings()[0].changed);
}

TEST_F(Leaving, DoesNotDimBeforeAMinuteIsOver) {
  setting.still = true;  // no caret that breathes
  seats->set_setting(setting);
  open(a_card());
  pass(1);
  pass(1);
  wait(56);
  EXPECT_FALSE(seats->drawings()[0].changed);
  wait(4);
  EXPECT_TRUE(seats->drawings()[0].changed);
}

TEST_F(Leaving, TucksItselfToTheLowerEdgeAfterTwoMinutes) {
  const int seat = open(a_card());
  type(U"half a thought");
  const PixelRect home = *seats->rect_of(seat);
  EXPECT_FALSE(left(wait(121), seat));
  const PixelRect tucked = *seats->rect_of(seat);
  EXPECT_LT(tucked.y0, setting.height);
  EXPECT_GT(tucked.y0, setting.height - 0.2F * home.height());
  EXPECT_GE(tucked.x0, 0);
  EXPECT_LE(tucked.x1, setting.width);
  pass(2);
  EXPECT_GT(seats->next_frame_in_s(), 1e6F);  // nothing more will happen by itself
}

TEST_F(Leaving, ComesBackWithEveryWordWhenItsHeadIsTouched) {
  const int seat = open(a_card());
  type(U"half a thought");
  wait(121);
  const PixelRect tucked = *seats->rect_of(seat);
  const PixelPoint head{tucked.x0 + 40, tucked.y0 + 20};
  ASSERT_EQ(seats->seat_at(head), seat);
  tap(seat, head);
  EXPECT_LE(seats->rect_of(seat)->y1, setting.height);
  type(U", whole");
  const auto saying = placed(seat);
  ASSERT_TRUE(saying);
  EXPECT_EQ(saying->words, "half a thought, whole");
}

TEST_F(Leaving, DoesNotLeaveByTheTouchThatBringsItBack) {
  const int seat = open(a_card());
  type(U"half a thought");
  wait(121);
  tap(seat, leave_key(seat));
  EXPECT_FALSE(left(pass(), seat));
}

TEST_F(Leaving, IsLeftWhenItHoldsNothing) {
  const int seat = open(a_card());
  EXPECT_FALSE(left(wait(119), seat));
  EXPECT_TRUE(left(wait(2), seat));
  EXPECT_FALSE(left(wait(2), seat));  // said once
}

TEST_F(Leaving, DoesNotHappenToSomebodyWhoWritesSlowly) {
  const int seat = open(a_card());
  const PixelRect home = *seats->rect_of(seat);
  for (int i = 0; i < 6; ++i) {
    type(U"a");
    wait(50);
  }
  EXPECT_EQ(*seats->rect_of(seat), home);
}

TEST_F(Leaving, OfSeveralNoneCoversAnother) {
  std::vector<int> ids;
  for (const float x : {300.0F, 900.0F, 1500.0F}) {
    ComposeCard card = a_card();
    card.beside = {x, 500};
    ids.push_back(open(card));
    ASSERT_NE(ids.back(), 0);
    type(U"kept");
  }
  wait(121);
  for (std::size_t i = 0; i < ids.size(); ++i)
    for (std::size_t k = 0; k < i; ++k) EXPECT_FALSE(seats->rect_of(ids[i])->touches(*seats->rect_of(ids[k])));
}

}  // namespace
}  // namespace greenline::ui
