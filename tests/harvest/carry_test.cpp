// What an earlier day said is carried into today: whole, shuffled, with where it comes from; and nothing that had to stay.
#include "harvest/carry.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "harvest/exact.h"
#include "harvest/room.h"

namespace greenline::harvest {
namespace {

using testing::Contains;
using testing::Not;

// With the activity that it began with, as a convening's file has it.
Leaving left_of(std::vector<model::Event> events, const content::Pack& pack) {
  model::Event opened;
  opened.id = numbered<model::EventId>(1);
  opened.at = stamp_of(1);
  opened.body = model::ActivityOpened{pack.activity.id, pack.canvas.id, pack.activity_text, pack.canvas_text};
  events.insert(events.begin(), opened);
  return what_leaves(events, pack.activity);
}

class Carrying : public test::Room {
 protected:
  Leaving leaving() { return left_of(events(), pack); }
  [[nodiscard]] std::vector<std::string> words(std::uint64_t seed = 0, std::size_t at_most = 99) {
    std::vector<std::string> out;
    for (const Carried& one : to_carry(leaving(), seed, at_most)) out.push_back(one.saying.words);
    return out;
  }
  void some_cards() {
    for (const char* said : {"one", "two", "three", "four", "five", "six", "seven", "eight"}) card(said);
  }
};

TEST_F(Carrying, IsTheSameForOneSeedAndOtherwiseForAnother) {
  some_cards();
  EXPECT_EQ(words(1), words(1));
  EXPECT_NE(words(1), words(2));
  std::vector<std::string> one = words(1), other = words(2);
  std::ranges::sort(one);
  std::ranges::sort(other);
  EXPECT_EQ(one, other) << "all of them, in another order";
}

TEST_F(Carrying, TakesWholeCardsAndAtMostSoMany) {
  some_cards();
  const std::string long_one = "We began again, and nobody noticed; which was a gift. Then the bells stopped.";
  card(long_one);
  EXPECT_THAT(words(), Contains(long_one));
  EXPECT_EQ(words(3, 4).size(), 4U);
}

TEST_F(Carrying, NeverTakesWhatStaysInItsRoom) {
  card("open");
  const auto marked = card("marked");
  does(model::MarkCard{marked});
  veil(card("veiled"));
  does(model::LetGoCard{card("set aside"), "thanks"});
  does(model::TakeBackCard{card("taken back")});
  EXPECT_TRUE(session.submit(model::HoldCards{true}, model::the_host));
  card("held");
  EXPECT_EQ(words(), std::vector<std::string>{"open"});
}

TEST_F(Carrying, EachSaysWhereItComesFrom) {
  card("open", "identity");
  const std::vector<Carried> all = to_carry(leaving(), 0, 9);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].origin.words, "Both Sides of the Line \u00b7 Identity");
  EXPECT_EQ(all[0].origin.language, "en");
}

class CarriedOver : public Carrying {
 protected:
  station::Session today{shipped("carried-over"), station::seeded_sources(2)};
  station::Feed::Cursor today_follower = today.join();
};

TEST_F(CarriedOver, LiesWhereTheActivitySaysOnGroundOfItsOwn) {
  some_cards();
  EXPECT_EQ(carry_in(today, to_carry(leaving(), 1, 24)), 8U);
  std::set<std::pair<float, float>> places;
  for (const auto& [id, one] : today.convening().cards) {
    EXPECT_EQ(one.place.value.region, "before");
    EXPECT_FALSE(one.veiled.value);
    places.insert({one.place.value.at.x, one.place.value.at.y});
  }
  EXPECT_EQ(places.size(), 8U);
}

TEST_F(CarriedOver, IsNotLaidAmongWhatPeopleHavePutThereAlready) {
  some_cards();
  ASSERT_GT(carry_in(today, to_carry(leaving(), 1, 24)), 0U);
  EXPECT_EQ(carry_in(today, to_carry(leaving(), 1, 24)), 0U);
}

TEST_F(CarriedOver, KeepsItsFirstOriginWhenItIsCarriedOnceMoreAndThroughTheFile) {
  card("open", "identity");
  (void)carry_in(today, to_carry(leaving(), 1, 24));
  const Leaving left = left_of(today.news(today_follower).happened, today.pack());
  const auto read = from_json(to_json(left), "convening.json");
  ASSERT_TRUE(read);
  const std::vector<Carried> again = to_carry(*read, 0, 9);
  ASSERT_EQ(again.size(), 1U);
  EXPECT_EQ(again[0].origin.words, "Both Sides of the Line \u00b7 Identity");
}

class SentOnward : public Carrying {
 protected:
  void send_on(const model::CardId& card) { ASSERT_TRUE(session.submit(model::SendCardOn{card}, model::the_host)); }
};

TEST_F(SentOnward, IsOnTheNextWallInItsRegionWithItsOriginAndStaysOnThisOne) {
  const auto card_here = card("we ask", "identity");
  card("we answer", "identity");
  send_on(card_here);
  const std::vector<SentOn> all = take_sent_on(session);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_TRUE(present(*find_card(session.convening(), card_here)));
  station::Session next{shipped("six-circle-consultancy"), station::seeded_sources(3)};
  EXPECT_EQ(lay_sent_on(next, all), 1U);
  ASSERT_EQ(next.convening().cards.size(), 1U);
  const model::Card& there = next.convening().cards.begin()->second;
  EXPECT_EQ(there.saying.value.words, "we ask");
  EXPECT_EQ(there.place.value.region, "identity");
  ASSERT_EQ(next.convening().nourishments.size(), 1U);
  const model::NourishmentBody& origin = next.convening().nourishments.begin()->second.body.value;
  EXPECT_EQ(origin.kind, model::NourishKind::origin);
  EXPECT_EQ(origin.saying.words, "Both Sides of the Line \u00b7 Identity");
}

TEST_F(SentOnward, GoesOnceAndWhereTheRegionIsUnknownToWhateverTakesIt) {
  const auto one = card("we ask", "identity");
  send_on(one);
  station::Session next{shipped("offers-and-asks"), station::seeded_sources(3)};
  EXPECT_EQ(lay_sent_on(next, take_sent_on(session)), 1U);
  EXPECT_TRUE(take_sent_on(session).empty()) << "it was taken";
  send_on(one);
  EXPECT_EQ(take_sent_on(session).size(), 1U) << "and can be sent on again";
}

TEST_F(SentOnward, NeverTakesWhatCameToStayMeanwhile) {
  const auto marked = card("ours"), gone = card("mine"), open = card("open");
  for (const auto& each : {marked, gone, open}) send_on(each);
  does(model::MarkCard{marked});
  does(model::TakeBackCard{gone});
  const std::vector<SentOn> all = take_sent_on(session);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].card.saying.words, "open");
}

TEST_F(SentOnward, LiesAmongWhatIsThereAlready) {
  send_on(card("we ask", "identity"));
  station::Session next{shipped("six-circle-consultancy"), station::seeded_sources(3)};
  ASSERT_TRUE(next.submit(model::MakeCard{{"here before", "en", {}}, {"identity", {}}}, model::the_program));
  EXPECT_EQ(lay_sent_on(next, take_sent_on(session)), 1U);
  EXPECT_EQ(next.convening().cards.size(), 2U);
}

}  // namespace
}  // namespace greenline::harvest
