// A wall that is to stand still: what happens is there in the next frame, and after it nothing moves.
#include "interact/on_a_wall.h"

namespace greenline::interact {
namespace {

class StillTest : public WallTest {
 protected:
  void open_still(const std::string& activity, const std::string& phase) {
    open(activity, phase, {.still = true});
    come_to_rest();
  }
  // Whatever an event asked for is drawn in its first frame.
  void expect_one_frame(const std::string& after) {
    (void)offscreen->frame(1.0F / 60);
    const app::Drawn second = offscreen->frame(1.0F / 60);
    EXPECT_FALSE(second.wants_another) << after;
    EXPECT_TRUE(second.rects.empty()) << after;
    come_to_rest();
  }
  void tap(PixelPoint at) {
    for (const auto state : {input::ContactState::began, input::ContactState::ended}) {
      now_s += 1.0 / 60;
      offscreen->wall().touch({now_s, {{900, state, at, 0}}});
    }
  }
  void come_to_rest() {
    offscreen->wall().skip_time(5);  // rings and reasons are gone
    hand->frames(3);
  }
  double now_s = 1000;
};

TEST_F(StillTest, ACardThatIsMadeMovedLitAndTakenBack) {
  open_still("both-sides-of-the-line", "name");
  const auto made = offscreen->wall().request(model::MakeCard{{"bells", "en", {}}, {"structure", {0, 0}}}, {});
  ASSERT_TRUE(made);
  expect_one_frame("making");
  const model::CardId card = std::get<model::CardMade>(made->body).card;
  EXPECT_FLOAT_EQ(offscreen->wall().scene().card(card)->opacity, 1) << "it informs at once";
  ASSERT_TRUE(offscreen->wall().request(model::MoveCard{card, {"identity", {0, 0}}}, {}));
  expect_one_frame("moving");
  ASSERT_TRUE(offscreen->wall().request(model::TakeBackCard{card}, {}));
  expect_one_frame("taking back");
}

TEST_F(StillTest, CardsThatMakeRoomForEachOther) {
  open_still("both-sides-of-the-line", "name");
  for (int i = 0; i < 12; ++i) {
    ASSERT_TRUE(offscreen->wall().request(model::MakeCard{{"card " + std::to_string(i), "en", {}}, {"identity", {0, 0}}}, {}));
    expect_one_frame("card " + std::to_string(i));
  }
}

TEST_F(StillTest, AThreadAndAGathering) {
  open("both-sides-of-the-line", "name");
  const model::CardId above = a_card("structure", "bells"), below = a_card("identity", "a harbour");
  enter("across");
  come_to_rest();
  ASSERT_TRUE(offscreen->wall().request(model::DrawThread{above, below}, {}));
  expect_one_frame("a thread");
  ASSERT_TRUE(offscreen->wall().request(model::Gather{{above, below}}, {}));
  expect_one_frame("a gathering");
}

TEST_F(StillTest, AnotherPhase) {
  open("both-sides-of-the-line", "name");
  a_card("structure", "bells");
  come_to_rest();
  ASSERT_TRUE(offscreen->wall().request(model::EnterPhase{"across"}, {}, model::the_host));
  expect_one_frame("another phase");
}

TEST_F(StillTest, SomebodyWhoStandsSomewhere) {
  open_still("finding-our-place", "where-am-i");
  ASSERT_TRUE(offscreen->wall().request(model::SetMarker{{"interest", {0.8F, 0}}}, {}));
  expect_one_frame("a marker");
  EXPECT_FLOAT_EQ(offscreen->wall().scene().haze().front().strength, 1);
}

TEST_F(StillTest, ATouchAndItsReason) {
  open_still("both-sides-of-the-line", "look");
  tap(in("structure"));
  (void)offscreen->frame(1.0F / 60);
  EXPECT_FALSE(offscreen->wall().atmosphere().ripples.empty()) << "the touch is answered";
  EXPECT_FALSE(offscreen->wall().atmosphere().notices.empty());
  const app::Drawn second = offscreen->frame(1.0F / 60);
  EXPECT_FALSE(second.wants_another);
  EXPECT_TRUE(second.rects.empty());
  EXPECT_LE(offscreen->wall().idle_s(), 0.5) << "the ring does not stay until somebody touches again";
}

TEST_F(StillTest, ASeatThatOpensIsWrittenInAndDims) {
  open_still("both-sides-of-the-line", "name");
  tap(in("structure", 0, -0.2F));
  expect_one_frame("a seat");
  ASSERT_NE(hand->seat(), 0);
  offscreen->wall().type(U'a');
  expect_one_frame("a letter");
  offscreen->wall().skip_time(70);
  expect_one_frame("dimming");
  offscreen->wall().press(ui::Seats::Key::escape);
  expect_one_frame("leaving");
}

TEST_F(StillTest, TheWallComesDownAndGoesToRest) {
  open("both-sides-of-the-line", "name", {.reach_mm = 150, .still = true});
  a_card("structure", "bells");
  come_to_rest();
  ASSERT_FALSE(offscreen->wall().atmosphere().chips.empty());
  tap(offscreen->wall().atmosphere().chips.front().rect.centre());
  expect_one_frame("the wall comes down");
  EXPECT_GT(offscreen->wall().scene().camera().shift.y, 0);
  host(HostKey::blank);
  expect_one_frame("the wall is put to rest");
}

}  // namespace
}  // namespace greenline::interact
