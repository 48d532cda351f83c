// The mouse is one finger.
#include "input/mouse.h"

#include <gtest/gtest.h>

#include <cmath>

#include "input/hand.h"

namespace greenline::test {
namespace {

std::vector<ContactState> states_of(const TouchFrame& frame) {
  std::vector<ContactState> states;
  for (const Contact& contact : frame.contacts) states.push_back(contact.state);
  return states;
}
using States = std::vector<ContactState>;
using enum ContactState;

TEST(Mouse, IsDownWhileItsButtonIs) {
  MouseSource mouse;
  mouse.press({10, 20}, 1.0);
  EXPECT_TRUE(mouse.pressed());
  auto frame = mouse.take();
  ASSERT_EQ(states_of(frame), States{began});
  EXPECT_EQ(frame.contacts[0].id, MouseSource::contact_id);
  EXPECT_EQ(frame.contacts[0].at, (PixelPoint{10, 20}));
  EXPECT_EQ(frame.time_s, 1.0);
  mouse.release({11, 21}, 1.5);
  frame = mouse.take();
  EXPECT_EQ(states_of(frame), States{ended});
  EXPECT_EQ(frame.time_s, 1.5);
  EXPECT_FALSE(mouse.pressed());
}

TEST(Mouse, SaysNothingWhileItOnlyHovers) {
  MouseSource mouse;
  mouse.move({10, 20}, 1);
  mouse.release({10, 20}, 1);
  mouse.cancel(1);
  EXPECT_TRUE(mouse.take().contacts.empty());
}

TEST(Mouse, TellsEveryMoveInItsOrder) {
  MouseSource mouse;
  mouse.press({0, 0}, 1);
  for (int x = 1; x <= 100; ++x) mouse.move({static_cast<float>(x), 0}, 1 + x * 0.001);
  const auto frame = mouse.take();
  ASSERT_EQ(frame.contacts.size(), 101U);
  for (std::size_t x = 1; x <= 100; ++x) {
    EXPECT_EQ(frame.contacts[x].state, moved);
    EXPECT_EQ(frame.contacts[x].at.x, static_cast<float>(x));
  }
  EXPECT_DOUBLE_EQ(frame.time_s, 1.1);
}

// A program that was busy for so long that nobody could keep all of it.
TEST(Mouse, ThinsAWayOfVeryManyMovesEvenlyAndKeepsItsEnds) {
  MouseSource mouse;
  mouse.press({0, 0}, 1);
  constexpr int moves = 50'000;
  for (int x = 1; x <= moves; ++x) mouse.move({static_cast<float>(x), 0}, 1 + x * 0.001);
  const auto frame = mouse.take();
  EXPECT_LE(frame.contacts.size(), Untaken::most_moves + 1);
  EXPECT_GT(frame.contacts.size(), Untaken::most_moves / 2);
  EXPECT_EQ(frame.contacts.front().state, began);
  EXPECT_EQ(frame.contacts.back().at.x, static_cast<float>(moves));
  for (std::size_t i = 1; i < frame.contacts.size(); ++i) {
    const float step = frame.contacts[i].at.x - frame.contacts[i - 1].at.x;
    EXPECT_GT(step, 0);
    EXPECT_LE(step, 64) << "no part of the way is lost";
  }
}

TEST(Mouse, BringsAWholeLoopWithinOneFrame) {
  MouseSource mouse;
  Hand hand;
  std::vector<PixelPoint> way;
  for (int i = 0; i <= 40; ++i)
    way.push_back(ground + PixelPoint{40 * std::sin(0.157F * static_cast<float>(i)), 5 * static_cast<float>(i)});
  mouse.press(way.front(), 1);
  for (std::size_t i = 1; i < way.size(); ++i) mouse.move(way[i], 1);
  mouse.release(way.back(), 1);
  const auto seen = hand.frame(mouse.take().contacts);
  ASSERT_EQ(story_of(seen), "touched looping looped") << "told once, however often it was reported";
  EXPECT_EQ(last_of<Looped>(seen).path, way);
}

TEST(Mouse, KeepsTheOrderOfAWholeClickAndTheNextWithinOneFrame) {
  MouseSource mouse;
  mouse.press({0, 0}, 1);
  mouse.move({1, 0}, 1);
  mouse.release({1, 0}, 1);
  mouse.press({5, 5}, 1);
  mouse.move({6, 5}, 1);
  EXPECT_EQ(states_of(mouse.take()), (States{began, moved, ended, began, moved}));
}

TEST(Mouse, TellsEachThingOnce) {
  MouseSource mouse;
  mouse.press({0, 0}, 1);
  (void)mouse.take();
  EXPECT_TRUE(mouse.take().contacts.empty());
}

TEST(Mouse, CancelsTheFingerWhoseReleaseWasLost) {
  MouseSource mouse;
  mouse.press({3, 4}, 1);
  mouse.press({9, 9}, 2);
  const auto frame = mouse.take();
  ASSERT_EQ(states_of(frame), (States{began, cancelled, began}));
  EXPECT_EQ(frame.contacts[1].at, (PixelPoint{3, 4}));
}

TEST(Mouse, LetsGoOfACardWhenTheWindowLosesIt) {
  MouseSource mouse;
  Hand hand;
  mouse.press(card, 1);
  mouse.move(ground, 1.1);
  EXPECT_EQ(story_of(hand.frame(mouse.take().contacts)), "touched carried");
  mouse.cancel(1.2);
  EXPECT_EQ(story_of(hand.frame(mouse.take().contacts)), "released");
  mouse.move(card, 1.3);
  mouse.release(card, 1.4);
  EXPECT_EQ(story_of(hand.frame(mouse.take().contacts)), "");
}

}  // namespace
}  // namespace greenline::test
