// Where a touch lands says what it means.
#include "input/gestures.h"

#include <limits>

#include "input/hand.h"

namespace greenline::test {
namespace {

constexpr float no_number = std::numeric_limits<float>::quiet_NaN();

TEST(Gestures, AnswerAtOnceWhenSomethingIsTouched) {
  Hand hand;
  const auto seen = hand.began(card);
  ASSERT_EQ(story_of(seen), "touched");
  EXPECT_EQ(std::get<OnCard>(last_of<Touched>(seen).on).card, a_card());
  EXPECT_EQ(last_of<Touched>(seen).at, card);
}

TEST(Gestures, TakeALiftForATapWhereverItLands) {
  for (const PixelPoint at : {ground, card, marker, thread, gathering}) {
    Hand hand;
    hand.began(at);
    const auto seen = hand.ended(at);
    ASSERT_EQ(story_of(seen), "tapped") << at.x;
    EXPECT_EQ(last_of<Tapped>(seen).on.index(), what_lies_at(at).index());
  }
}

TEST(Gestures, TakeALongStillTouchForATapToo) {
  Hand hand;
  hand.began(card);
  hand.time_s += 60;
  EXPECT_EQ(story_of(hand.ended(card)), "tapped");
}

TEST(Gestures, MoveNothingForABrushShorterThanTheThreshold) {
  for (const PixelPoint at : {card, marker}) {
    Hand hand;
    hand.began(at);
    EXPECT_EQ(story_of(hand.moved(at + PixelPoint{drag_px - 1, 0})), "");
    EXPECT_EQ(story_of(hand.moved(at + PixelPoint{0, -drag_px})), "");
    EXPECT_EQ(story_of(hand.ended(at + PixelPoint{10, 10})), "tapped");
  }
}

TEST(Gestures, CarryACardPastTheThreshold) {
  Hand hand;
  hand.began(card);
  const PixelPoint past = card + PixelPoint{drag_px + 1, 0};
  auto seen = hand.moved(past);
  ASSERT_EQ(story_of(seen), "carried");
  EXPECT_TRUE(last_of<Carried>(seen).first);
  EXPECT_EQ(last_of<Carried>(seen).from, card);
  EXPECT_EQ(last_of<Carried>(seen).at, past);
  EXPECT_EQ(std::get<OnCard>(last_of<Carried>(seen).on).card, a_card());

  seen = hand.moved(ground);
  ASSERT_EQ(story_of(seen), "carried");
  EXPECT_FALSE(last_of<Carried>(seen).first);

  seen = hand.ended(ground);
  ASSERT_EQ(story_of(seen), "dropped");
  EXPECT_EQ(last_of<Dropped>(seen).from, card);
  EXPECT_EQ(last_of<Dropped>(seen).at, ground);
}

TEST(Gestures, CarryAMarkerInTheSameWay) {
  Hand hand;
  hand.began(marker);
  const auto seen = hand.moved(card);
  ASSERT_EQ(story_of(seen), "carried");
  EXPECT_TRUE(std::holds_alternative<OnMarker>(last_of<Carried>(seen).on));
}

TEST(Gestures, GoOnCarryingWhenTheHandComesBack) {
  Hand hand;
  hand.began(card);
  hand.moved(ground);
  EXPECT_EQ(story_of(hand.moved(card)), "carried");
  EXPECT_EQ(story_of(hand.ended(card)), "dropped");
}

TEST(Gestures, TellOnceAFrameWhereACarriedCardIsNow) {
  Hand hand;
  hand.began(card);
  const auto seen =
      hand.frame({{1, ContactState::moved, ground}, {1, ContactState::moved, thread}, {1, ContactState::moved, marker}});
  ASSERT_EQ(story_of(seen), "carried");
  EXPECT_EQ(last_of<Carried>(seen).at, marker);
}

TEST(Gestures, SayNothingNewWhileACarriedCardIsHeldStill) {
  Hand hand;
  hand.began(card);
  hand.moved(ground);
  EXPECT_EQ(story_of(hand.frame({})), "");
}

TEST(Gestures, TellTheWholeStoryOfATouchThatLiesInOneFrame) {
  Hand hand;
  EXPECT_EQ(story_of(hand.frame({{1, ContactState::began, card}, {1, ContactState::ended, card}})), "touched tapped");
  const auto seen = hand.frame({{1, ContactState::began, card}, {1, ContactState::ended, ground}});
  ASSERT_EQ(story_of(seen), "touched carried dropped");
  EXPECT_TRUE(std::get<Carried>(seen[1]).first);
}

TEST(Gestures, DrawALoopFromTheGroundPastItsThreshold) {
  Hand hand;
  hand.began(ground);
  const PixelPoint little = ground + PixelPoint{loop_px - 1, 0};
  const PixelPoint past = ground + PixelPoint{loop_px + 1, 0};
  EXPECT_EQ(story_of(hand.moved(little)), "");
  auto seen = hand.moved(past);
  ASSERT_EQ(story_of(seen), "looping");
  EXPECT_EQ(last_of<Looping>(seen).path, (std::vector<PixelPoint>{ground, little, past}));
  seen = hand.ended(card);
  ASSERT_EQ(story_of(seen), "looping looped");
  EXPECT_EQ(last_of<Looped>(seen).path, (std::vector<PixelPoint>{ground, little, past, card}));
}

TEST(Gestures, DrawALoopThatBeginsOnAThreadOrAGathering) {
  for (const PixelPoint at : {thread, gathering}) {
    Hand hand;
    hand.began(at);
    EXPECT_EQ(story_of(hand.moved(at + PixelPoint{drag_px - 1, 0})), "");
    hand.moved(ground);
    const auto seen = hand.ended(ground);
    ASSERT_EQ(story_of(seen), "looped");
    EXPECT_EQ(last_of<Looped>(seen).path.front(), at);
    EXPECT_EQ(last_of<Looped>(seen).path.back(), ground);
  }
}

TEST(Gestures, KeepALoopThatComesHome) {
  Hand hand;
  hand.began(ground);
  for (const PixelPoint at : {card, marker, ground}) hand.moved(at);
  EXPECT_EQ(story_of(hand.ended(ground)), "looped");
}

TEST(Gestures, BoundTheLengthOfALoopAndKeepItsEnds) {
  Hand hand;
  hand.began(ground);
  std::vector<Contact> moves;
  const auto at = [](int i) { return PixelPoint{static_cast<float>(i % 1000), static_cast<float>(i)}; };
  for (int i = 0; i < 50'000; ++i) moves.push_back({1, ContactState::moved, at(i)});
  hand.frame(moves);
  const auto seen = hand.ended(at(49'999));
  const auto& path = last_of<Looped>(seen).path;
  EXPECT_LE(path.size(), Trail::most_points);
  EXPECT_GE(path.size(), Trail::most_points / 2);
  EXPECT_EQ(path.front(), ground);
  EXPECT_EQ(path.back(), at(49'999));
  for (std::size_t i = 1; i < path.size(); ++i) EXPECT_LE(path[i].y - path[i - 1].y, 600) << "no part of it is lost";
}

TEST(Gestures, GiveASeatEveryReportOfItsContacts) {
  Hand hand;
  const auto seen =
      hand.frame({{1, ContactState::began, seat, 9}, {1, ContactState::moved, ground, 8}, {1, ContactState::moved, card, 7}});
  ASSERT_EQ(story_of(seen), "seat seat seat");
  EXPECT_EQ(last_of<SeatTouch>(seen).seat, 3);
  EXPECT_EQ(last_of<SeatTouch>(seen).contact.at, card);
  EXPECT_EQ(last_of<SeatTouch>(seen).contact.width_mm, 7);
  const auto lifted = hand.ended(card);
  ASSERT_EQ(story_of(lifted), "seat");
  EXPECT_EQ(last_of<SeatTouch>(lifted).contact.state, ContactState::ended);
}

TEST(Gestures, AskWhatLiesThereOnceAContact) {
  Hand hand;
  hand.began(card);
  for (const PixelPoint at : {ground, seat, thread}) hand.moved(at);
  hand.ended(marker);
  EXPECT_EQ(hand.hits, 1);
}

TEST(Gestures, KeepHandsApart) {
  Hand hand;
  hand.frame({{1, ContactState::began, card}, {2, ContactState::began, ground}, {3, ContactState::began, seat}});
  EXPECT_EQ(hand.gestures.live(), 3U);
  EXPECT_EQ(
      story_of(hand.frame({{3, ContactState::moved, card}, {2, ContactState::moved, card}, {1, ContactState::moved, ground}})),
      "seat carried looping");
  EXPECT_EQ(story_of(hand.ended(ground, 1)), "dropped");
  EXPECT_EQ(story_of(hand.ended(card, 2)), "looped");
  EXPECT_EQ(hand.gestures.live(), 1U);
}

TEST(Gestures, ReleaseWhatIsCancelled) {
  for (const PixelPoint at : {ground, card, marker, thread, gathering}) {
    Hand hand;
    hand.began(at);
    hand.moved({at.x, 900});
    const auto seen = hand.cancelled(at);
    ASSERT_EQ(story_of(seen), "released") << at.x;
    EXPECT_EQ(last_of<Released>(seen).on.index(), what_lies_at(at).index());
    EXPECT_EQ(hand.gestures.live(), 0U);
  }
}

TEST(Gestures, TellASeatWhenItsContactIsCancelled) {
  Hand hand;
  hand.began(seat);
  const auto seen = hand.cancelled(seat);
  ASSERT_EQ(story_of(seen), "seat");
  EXPECT_EQ(last_of<SeatTouch>(seen).contact.state, ContactState::cancelled);
}

TEST(Gestures, DropReportsOfAContactThatNeverBegan) {
  Hand hand;
  EXPECT_EQ(story_of(hand.moved(card)) + story_of(hand.ended(card)) + story_of(hand.cancelled(card)), "");
  EXPECT_EQ(hand.gestures.live(), 0U);
  EXPECT_EQ(hand.hits, 0);
}

TEST(Gestures, CancelAContactThatBeginsAgain) {
  Hand hand;
  hand.began(card);
  hand.moved(ground);
  EXPECT_EQ(story_of(hand.began(thread)), "released touched");
  EXPECT_EQ(hand.gestures.live(), 1U);
  hand.began(seat, 2);
  EXPECT_EQ(story_of(hand.began(card, 2)), "seat touched");
}

TEST(Gestures, IgnoreATouchThatBeginsNowhere) {
  Hand hand;
  EXPECT_EQ(story_of(hand.began({no_number, 5})), "");
  EXPECT_EQ(story_of(hand.ended(card)), "");
  EXPECT_EQ(hand.hits, 0);
}

TEST(Gestures, TakeAPositionThatIsNoNumberForTheLastGoodOne) {
  Hand hand;
  hand.began(card);
  hand.moved(ground);
  EXPECT_EQ(story_of(hand.moved({no_number, no_number})), "");
  const auto seen = hand.ended({std::numeric_limits<float>::infinity(), 0});
  ASSERT_EQ(story_of(seen), "dropped");
  EXPECT_EQ(last_of<Dropped>(seen).at, ground);

  hand.began(seat);
  EXPECT_EQ(story_of(hand.moved({no_number, 0})), "");
  EXPECT_EQ(last_of<SeatTouch>(hand.ended({no_number, 0})).contact.at, seat);
}

TEST(Gestures, ReleaseTheContactSilentLongestWhenADeviceForgetsToLift) {
  Hand hand;
  for (ContactId id = 0; id < static_cast<ContactId>(Gestures::max_live); ++id) hand.began(card, id);
  hand.moved(card, 0);
  const auto seen = hand.began(card, 1000);
  ASSERT_EQ(story_of(seen), "released touched together");
  EXPECT_EQ(std::get<Released>(seen[0]).contact, 1);
  EXPECT_EQ(hand.gestures.live(), Gestures::max_live);
}

TEST(Gestures, CarryAtOnceWhatAContactIsHandedOverTo) {
  Hand hand;
  hand.began(seat);
  hand.moved(thread);
  hand.gestures.recapture(1, OnCard{a_card()});
  EXPECT_EQ(story_of(hand.frame({})), "");
  auto seen = hand.moved(thread + PixelPoint{1, 0});
  ASSERT_EQ(story_of(seen), "carried");
  EXPECT_TRUE(last_of<Carried>(seen).first);
  EXPECT_EQ(last_of<Carried>(seen).from, thread);
  EXPECT_EQ(std::get<OnCard>(last_of<Carried>(seen).on).card, a_card());
  EXPECT_EQ(story_of(hand.ended(ground)), "carried dropped");
}

TEST(Gestures, TellOfAHandedOverContactThatLiftsAtOnce) {
  Hand hand;
  hand.began(seat);
  hand.gestures.recapture(1, OnThread{});
  EXPECT_EQ(story_of(hand.ended(seat)), "carried dropped");
}

TEST(Gestures, HandNothingOverOnceTheContactHasLifted) {
  Hand hand;
  hand.began(seat);
  hand.ended(seat);
  hand.gestures.recapture(1, OnCard{a_card()});
  EXPECT_EQ(hand.gestures.live(), 0U);
}

TEST(Gestures, MeasureInMillimetresOfTheGlassTheyAreOn) {
  Hand hand;
  hand.gestures.set_sizes({.pixels_per_mm = 8});
  hand.began(card);
  EXPECT_EQ(story_of(hand.moved(card + PixelPoint{drag_px + 1, 0})), "");
  EXPECT_EQ(story_of(hand.moved(card + PixelPoint{2 * drag_px + 1, 0})), "carried");
}

}  // namespace
}  // namespace greenline::test
