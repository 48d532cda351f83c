// What two fingers mean together, and what a finger means that stays where it is.
#include <cmath>

#include "input/hand.h"

namespace greenline::test {
namespace {

constexpr PixelPoint upper{50, 300}, lower{50, 500};  // 50 mm apart, both on the ground
constexpr PixelPoint far_below{50, 300 + 4 * 130};    // further than one hand's fingers

void both_began(Hand& hand, PixelPoint first = upper, PixelPoint second = lower) {
  hand.began(first, 1);
  hand.began(second, 2);
}

TEST(Pinch, MovesAndEnlargesWhatLiesBetweenTheFingers) {
  Hand hand;
  both_began(hand);
  hand.frame({{1, ContactState::moved, upper - PixelPoint{0, 20}, 9}, {2, ContactState::moved, lower + PixelPoint{0, 20}, 9}});
  const auto seen = hand.frame(
      {{1, ContactState::moved, upper - PixelPoint{0, 100}, 9}, {2, ContactState::moved, lower + PixelPoint{0, 140}, 9}});
  ASSERT_EQ(story_of(seen), "pinched");
  const auto& pinched = last_of<Pinched>(seen);
  EXPECT_NEAR(pinched.factor, 440.0F / 240.0F, 1e-4F);
  EXPECT_EQ(pinched.from, (PixelPoint{50, 400}));
  EXPECT_EQ(pinched.to, (PixelPoint{50, 420}));
}

TEST(Pinch, FollowsOnWhereItLeftOffAndDoesNotJumpWhenItBegins) {
  Hand hand;
  both_began(hand);
  PixelPoint last{50, 400};
  bool begun = false;
  for (int i = 1; i <= 40; ++i) {
    const auto step = static_cast<float>(i);
    for (const Gesture& gesture : hand.frame({{1, ContactState::moved, upper + PixelPoint{2 * step, 0}, 9},
                                              {2, ContactState::moved, lower + PixelPoint{2 * step, step}, 9}})) {
      const auto& pinched = std::get<Pinched>(gesture);
      if (begun) {
        EXPECT_EQ(pinched.from, last);
      }
      EXPECT_LT(length(pinched.to - pinched.from), 3) << "a step of the hand, not its threshold";
      last = pinched.to;
      begun = true;
    }
  }
  EXPECT_TRUE(begun);
  EXPECT_EQ(last, (PixelPoint{130, 420}));
}

TEST(Pinch, DrawsNoLoopAndOpensNothing) {
  Hand hand;
  std::string story = story_of(hand.began(upper, 1)) + " " + story_of(hand.began(lower, 2));
  for (int i = 1; i <= 5; ++i) {
    const float step = 30 * static_cast<float>(i);
    story += " " + story_of(hand.moved(upper + PixelPoint{step, 0}, 1));
  }
  story += " " + story_of(hand.ended(lower, 2)) + " " + story_of(hand.moved(ground, 1)) + " " + story_of(hand.ended(ground, 1));
  EXPECT_EQ(story.find("loop"), std::string::npos) << story;
  EXPECT_EQ(story.find("tapped"), std::string::npos) << story;
  EXPECT_EQ(hand.gestures.live(), 0U);
}

TEST(Pinch, EndsWhenTheFirstFingerLiftsAtTheSpeedOfBoth) {
  Hand hand;
  both_began(hand);
  for (int i = 1; i <= 12; ++i) {  // 8 pixels a 120th of a second
    const float step = 8 * static_cast<float>(i);
    hand.frame(
        {{1, ContactState::moved, upper + PixelPoint{step, 0}, 9}, {2, ContactState::moved, lower + PixelPoint{step, 0}, 9}});
  }
  const auto seen = hand.ended(lower + PixelPoint{96, 0}, 2);
  ASSERT_EQ(story_of(seen), "pinch ended released");
  const auto& ended = std::get<PinchEnded>(seen[0]);
  EXPECT_EQ(ended.first, 2);
  EXPECT_EQ(ended.second, 1);
  EXPECT_NEAR(ended.velocity.x, 960, 120);
  EXPECT_NEAR(ended.velocity.y, 0, 1);
  EXPECT_EQ(story_of(hand.moved(card, 1)), "") << "what is left of it means nothing more";
  EXPECT_EQ(story_of(hand.ended(card, 1)), "released");
}

TEST(Pinch, GlidesNowhereFromFingersThatHadComeToRest) {
  Hand hand;
  both_began(hand);
  hand.frame({{1, ContactState::moved, upper + PixelPoint{60, 0}, 9}, {2, ContactState::moved, lower + PixelPoint{60, 0}, 9}});
  hand.time_s += 0.3;
  const auto seen = hand.ended(lower + PixelPoint{60, 0}, 2);
  EXPECT_EQ(std::get<PinchEnded>(seen[0]).velocity, PixelPoint{});
}

TEST(Pinch, BeginsOnlyOnTheGroundAndTakesNoCardAlong) {
  for (const PixelPoint other : {card, marker, thread, gathering, seat}) {
    Hand hand;
    hand.began(upper, 1);
    hand.began(other, 2);
    const std::string story = story_of(hand.frame(
        {{1, ContactState::moved, upper + PixelPoint{0, 90}, 9}, {2, ContactState::moved, other + PixelPoint{0, 90}, 9}}));
    EXPECT_EQ(story.find("pinch"), std::string::npos) << story;
    EXPECT_NE(story.find("looping"), std::string::npos) << story;
  }
}

TEST(Pinch, IsNotMadeOfALoopAndATouchBesideIt) {
  Hand hand;
  hand.began(upper, 1);
  hand.moved(upper + PixelPoint{loop_px + 1, 0}, 1);
  hand.began(lower, 2);
  EXPECT_EQ(story_of(hand.moved(upper + PixelPoint{60, 0}, 1)), "looping");
}

TEST(Pinch, IsNotMadeOfTwoPeopleWhoTouchOneAfterTheOtherOrFarApart) {
  Hand late;
  late.began(upper, 1);
  late.time_s += 0.6;
  late.began(lower, 2);
  EXPECT_EQ(story_of(late.ended(upper, 1)), "tapped");
  EXPECT_EQ(story_of(late.ended(lower, 2)), "tapped");

  Hand apart;
  both_began(apart, upper, upper + PixelPoint{0, 4 * 161});
  EXPECT_EQ(story_of(apart.moved(upper + PixelPoint{60, 0}, 1)), "looping");
}

TEST(Pinch, LeavesTwoTapsThatCameTogetherTwoTapsUnlessOneHandMadeThem) {
  Hand people;
  both_began(people, upper, far_below);
  EXPECT_EQ(story_of(people.ended(upper, 1)), "tapped");
  EXPECT_EQ(story_of(people.ended(far_below, 2)), "tapped");

  Hand one_hand;
  both_began(one_hand);
  EXPECT_EQ(story_of(one_hand.ended(upper, 1)), "tapped");
  EXPECT_EQ(story_of(one_hand.ended(lower, 2)), "released");
}

TEST(Pinch, EndsWhenAFingerIsCancelled) {
  Hand hand;
  both_began(hand);
  hand.moved(upper - PixelPoint{0, 60}, 1);
  EXPECT_EQ(story_of(hand.cancelled(upper, 1)), "pinch ended released");
  EXPECT_EQ(story_of(hand.moved(lower + PixelPoint{60, 60}, 2)), "");
  EXPECT_EQ(story_of(hand.ended(lower, 2)), "released");
  EXPECT_EQ(hand.gestures.live(), 0U);
}

TEST(Pinch, KeepsPairsApart) {
  Hand hand;
  both_began(hand);
  hand.began({650, 300}, 3);
  hand.began({650, 420}, 4);
  hand.frame({{1, ContactState::moved, upper - PixelPoint{0, 40}, 9}, {3, ContactState::moved, {650, 260}, 9}});
  const auto seen =
      hand.frame({{2, ContactState::moved, lower + PixelPoint{0, 40}, 9}, {4, ContactState::moved, {650, 520}, 9}});
  ASSERT_EQ(story_of(seen), "pinched pinched");
  EXPECT_NEAR(std::get<Pinched>(seen[0]).factor, 280.0F / 240.0F, 1e-4F);
  EXPECT_NEAR(std::get<Pinched>(seen[1]).factor, 260.0F / 160.0F, 1e-4F);
}

TEST(Together, TellsOfASecondFingerOnACardAndLetsTheFirstGoOn) {
  Hand hand;
  hand.began(card, 1);
  const auto seen = hand.began(card + PixelPoint{20, 0}, 2);
  ASSERT_EQ(story_of(seen), "touched together");
  const auto& together = last_of<Together>(seen);
  EXPECT_EQ(together.first, 1);
  EXPECT_EQ(together.second, 2);
  EXPECT_EQ(together.card, a_card());
  EXPECT_EQ(story_of(hand.moved(ground, 1)), "carried");
  EXPECT_EQ(story_of(hand.ended(card + PixelPoint{20, 0}, 2)), "tapped");
}

TEST(Together, SaysNothingMoreOfFingersWhoseMeaningIsSpent) {
  Hand hand;
  hand.began(card, 1);
  hand.began(card, 2);
  for (const ContactId contact : {1, 2}) hand.gestures.spend(contact);
  EXPECT_EQ(story_of(hand.moved(ground, 1)) + story_of(hand.ended(ground, 1)) + story_of(hand.cancelled(card, 2)), "");
  EXPECT_EQ(hand.gestures.live(), 0U);
}

TEST(Resting, MakesACardFollowFromTheFirstPixelAndATapOfItIfItGoesNowhere) {
  Hand hand;
  hand.began(card);
  EXPECT_EQ(story_of(hand.rest(0.3F)), "");
  EXPECT_NEAR(hand.gestures.next_in_s(), 0.4F, 1e-3F);
  ASSERT_EQ(story_of(hand.rest(0.45F)), "loosened");
  EXPECT_EQ(story_of(hand.rest(5)), "") << "once";
  EXPECT_EQ(story_of(hand.moved(card + PixelPoint{1, 0})), "carried");
  EXPECT_EQ(story_of(hand.ended(card + PixelPoint{1, 0})), "dropped");

  hand.began(card);
  hand.rest(1);
  EXPECT_EQ(story_of(hand.ended(card)), "tapped");
}

TEST(Resting, IsATapOnWhateverCannotBeCarried) {
  for (const PixelPoint at : {ground, thread, gathering}) {
    Hand hand;
    hand.began(at);
    ASSERT_EQ(story_of(hand.rest(0.8F)), "tapped") << at.x;
    EXPECT_EQ(story_of(hand.moved(at + PixelPoint{90, 90})) + story_of(hand.ended(at)), "") << "and it has had its answer";
    EXPECT_EQ(hand.gestures.live(), 0U);
  }
}

TEST(Resting, MeansNothingOnASeatNorOnceSomethingIsUnderWay) {
  Hand hand;
  hand.began(seat, 1);
  hand.began(card, 2);
  hand.moved(card + PixelPoint{0, 90}, 2);
  hand.began(ground, 3);
  hand.moved(ground + PixelPoint{0, 90}, 3);
  EXPECT_EQ(story_of(hand.rest(5)), "");
  EXPECT_TRUE(std::isinf(hand.gestures.next_in_s()));
}

TEST(Flick, TellsHowFastACardWasLetGo) {
  Hand hand;
  hand.began(card);
  for (int i = 1; i <= 10; ++i) hand.moved(card + PixelPoint{0, 30 * static_cast<float>(i)});  // 30 px a 120th of a second
  const auto seen = hand.ended(card + PixelPoint{0, 300});
  EXPECT_NEAR(last_of<Dropped>(seen).velocity.y, 3600, 400);

  hand.began(card);
  for (int i = 1; i <= 10; ++i) hand.moved(card + PixelPoint{0, 30 * static_cast<float>(i)});
  hand.time_s += 0.2;  // it stops before it is let go of
  EXPECT_EQ(last_of<Dropped>(hand.ended(card + PixelPoint{0, 300})).velocity, PixelPoint{});
}

}  // namespace
}  // namespace greenline::test
