// A wall that its host has put to rest is dark, and nothing that people do reaches anything: there is one gate.
#include <gtest/gtest.h>

#include "interact/on_a_wall.h"

namespace greenline::interact {
namespace {

class AtRest : public WallTest {
 protected:
  void rest() {
    host(HostKey::blank);
    hand->frames(2);
  }
  std::string begun() {
    const auto drafts = offscreen->wall().seats().drafts();
    return drafts.empty() ? std::string() : drafts[0].words;
  }
};

TEST_F(AtRest, TheWallAnswersNoTouch) {
  open("both-sides-of-the-line", "name");
  rest();
  hand->tap(in("structure"));
  EXPECT_EQ(hand->seat(), 0);
  rest();
  hand->tap(in("structure"));
  EXPECT_NE(hand->seat(), 0);
}

// A second wall of the same convening, as another window has it, or the same one after a restart.
struct AnotherWall {
  text::Engine engine;
  Wall wall;
  AnotherWall(station::Session& session, const app::Resources& resources)
      : wall(session, engine, resources.strings, resources.keyboards, resources.palette, {.still = true}) {}
};

TEST_F(AtRest, RestingIsWrittenDownSoThatAWallIsDarkAgainAfterARestart) {
  open("both-sides-of-the-line", "name");
  rest();
  EXPECT_TRUE(session->convening().resting.value);
  AnotherWall again(*session, *resources);
  EXPECT_TRUE(again.wall.at_rest());
  EXPECT_FLOAT_EQ(again.wall.atmosphere().blank, 1) << "dark from its first frame";
}

TEST_F(AtRest, TwoWallsOfOneConveningRestTogetherAndShowTheSameCards) {
  open("both-sides-of-the-line", "name");
  AnotherWall other(*session, *resources);
  other.wall.host({HostKey::blank, 10});
  hand->frames(2);
  EXPECT_TRUE(offscreen->wall().at_rest());
  other.wall.host({HostKey::blank, 20});
  const auto event = other.wall.request(model::MakeCard{{"bells", "en", {}}, {"structure", {0, 0}}}, {});
  ASSERT_TRUE(event);
  hand->frames(2);
  EXPECT_NE(offscreen->wall().scene().card(std::get<model::CardMade>(event->body).card), nullptr);
}

TEST_F(AtRest, NobodyButTheHostWakesIt) {
  open("both-sides-of-the-line", "name");
  rest();
  const auto answer = session->submit(model::RestWall{false}, model::at_seat(1));
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error(), model::Refusal::not_yours);
  const auto card = session->submit(model::MakeCard{{"bells", "en", {}}, {"structure", {0, 0}}}, model::at_seat(1));
  ASSERT_FALSE(card);
  EXPECT_EQ(card.error(), model::Refusal::at_rest);
}

TEST_F(AtRest, SeatsAnswerNoTouch) {
  open("both-sides-of-the-line", "name");
  hand->tap(in("structure", 0, -0.2F));
  ASSERT_TRUE(hand->write("ab"));
  rest();
  hand->tap_control("c");
  hand->tap_control("place");
  hand->tap_control("leave");
  EXPECT_EQ(session->convening().cards.size(), 0U);
  EXPECT_EQ(begun(), "ab") << "what was begun waits";
  rest();
  ASSERT_TRUE(hand->tap_control("place"));
  EXPECT_EQ(session->convening().cards.size(), 1U);
}

TEST_F(AtRest, SeatsAnswerNoKeyOfAKeyboard) {
  open("both-sides-of-the-line", "name");
  hand->tap(in("structure", 0, -0.2F));
  Wall& dark_wall = offscreen->wall();
  dark_wall.type(U'a');
  rest();
  dark_wall.type(U'b');
  dark_wall.press(ui::Seats::Key::backspace);
  dark_wall.press(ui::Seats::Key::escape);
  hand->frames(2);
  EXPECT_EQ(begun(), "a");
  EXPECT_FALSE(dark_wall.writing()) << "keys are the host's while it rests";
}

TEST_F(AtRest, SeatsAreDarkToo) {
  open("both-sides-of-the-line", "name");
  hand->tap(in("structure", 0, -0.2F));
  ASSERT_FALSE(offscreen->wall().overlays().empty());
  rest();
  EXPECT_TRUE(offscreen->wall().overlays().empty());
}

TEST_F(AtRest, ACardInAHandIsPutBack) {
  open("both-sides-of-the-line", "name");
  const model::CardId card = a_card("structure", "bells");
  const model::Place before = session->convening().cards.at(card).place.value;
  const PixelPoint at = centre(card);
  hand->touch(input::ContactState::began, at);
  hand->touch(input::ContactState::moved, at + PixelPoint{200, 0});
  rest();
  hand->touch(input::ContactState::moved, at + PixelPoint{400, 0});
  hand->touch(input::ContactState::ended, at + PixelPoint{400, 0});
  rest();
  hand->frames(60);
  EXPECT_EQ(session->convening().cards.at(card).place.value, before);
  EXPECT_NEAR(centre(card).x, at.x, 4);
}

TEST_F(AtRest, AFingerThatCameDownInTheDarkMeansNothingInTheLight) {
  open("both-sides-of-the-line", "name");
  const model::CardId card = a_card("structure", "bells");
  const PixelPoint at = centre(card);
  rest();
  hand->touch(input::ContactState::began, at);
  rest();
  hand->touch(input::ContactState::moved, at + PixelPoint{200, 0});
  hand->touch(input::ContactState::ended, at + PixelPoint{200, 0});
  hand->frames(60);
  EXPECT_NEAR(centre(card).x, at.x, 4);
  EXPECT_EQ(hand->seat(), 0);
}

TEST_F(AtRest, AKeyHeldDownAsItGoesDarkStopsRepeating) {
  open("both-sides-of-the-line", "name");
  hand->tap(in("structure", 0, -0.2F));
  ASSERT_TRUE(hand->write("abcdef"));
  const auto erase = offscreen->wall().seats().control(hand->seat(), "erase");
  ASSERT_TRUE(erase);
  hand->touch(input::ContactState::began, erase->centre());
  rest();
  const std::string then = begun();
  hand->frames(240);
  EXPECT_EQ(begun(), then);
  EXPECT_FALSE(then.empty());
}

// The host pauses touch: what people had begun stays as it was, to be seen, and waits.
TEST_F(AtRest, PausedTouchKeepsWhatIsBegunAndSaysSoOnALitWall) {
  open("both-sides-of-the-line", "name");
  hand->tap(in("structure", 0, -0.2F));
  ASSERT_TRUE(hand->write("ab"));
  ASSERT_TRUE(session->submit(model::PauseTouch{true}, model::the_host));
  hand->frames(2);
  EXPECT_EQ(offscreen->wall().atmosphere().blank, 0);
  EXPECT_FALSE(offscreen->wall().overlays().empty()) << "the seat is seen";
  EXPECT_FALSE(offscreen->wall().atmosphere().notices.empty());
  (void)hand->write("c");
  offscreen->wall().type(U'd');
  hand->tap(in("process"));
  EXPECT_EQ(begun(), "ab");
  EXPECT_EQ(offscreen->wall().seats().drafts().size(), 1U);
  ASSERT_TRUE(session->submit(model::PauseTouch{false}, model::the_host));
  hand->frames(2);
  EXPECT_TRUE(offscreen->wall().atmosphere().notices.empty());
  ASSERT_TRUE(hand->write("c"));
  EXPECT_EQ(begun(), "abc");
}

}  // namespace
}  // namespace greenline::interact
