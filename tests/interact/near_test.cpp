// A touch on a region's name brings it near, and everybody goes on working there.
#include <algorithm>
#include <string>
#include <vector>

#include "interact/on_a_wall.h"

namespace greenline::interact {
namespace {

class NearTest : public WallTest {
 protected:
  void open_on_glass(const std::string& activity, const std::string& phase, bool still = true) {
    open(activity, phase, {.pixels_per_mm = 1.58F, .language = "en", .still = still});
  }
  scene::Scene& scene() { return offscreen->wall().scene(); }
  [[nodiscard]] const scene::RegionView& region(const std::string& id) {
    return *std::ranges::find_if(scene().backdrop().regions, [&](const auto& one) { return one.id == id; });
  }
  void tap_name(const std::string& id) { hand->tap(scene().camera()(region(id).handle().centre())); }
  [[nodiscard]] std::string region_of(const model::CardId& card) {
    return session->convening().cards.at(card).place.value.region;
  }
};

TEST_F(NearTest, ATouchOnANameBringsItsRegionNearAndASecondOneTakesItBack) {
  open_on_glass("both-sides-of-the-line", "name");
  const auto before = scene().arrangement();
  tap_name("pattern");
  EXPECT_EQ(scene().near(), "pattern");
  EXPECT_EQ(hand->seat(), 0) << "nobody is asked to write";
  tap_name("pattern");
  EXPECT_EQ(scene().near(), "");
  EXPECT_EQ(*scene().arrangement(), *before);
}

TEST_F(NearTest, ATouchOnAnothersNameBringsThatOneNearInstead) {
  open_on_glass("both-sides-of-the-line", "name");
  tap_name("pattern");
  tap_name("identity");
  EXPECT_EQ(scene().near(), "identity");
}

TEST_F(NearTest, ATouchOnARegionThatWaitsOrOnTheGroundLeaves) {
  open_on_glass("both-sides-of-the-line", "name");
  tap_name("pattern");
  hand->tap(in("identity", 0, -0.3F));
  EXPECT_EQ(scene().near(), "");
  EXPECT_EQ(hand->seat(), 0);
  tap_name("pattern");
  hand->tap({region("pattern").bounds().x1 + 6, region("pattern").bounds().y1 - 2});
  EXPECT_EQ(scene().near(), "");
  EXPECT_EQ(hand->seat(), 0);
}

TEST_F(NearTest, GoesBackWhenNobodyTouchesForACalmWhile) {
  open_on_glass("both-sides-of-the-line", "name");
  tap_name("pattern");
  for (int i = 0; i < 40; ++i) offscreen->wall().skip_time(1);
  EXPECT_EQ(scene().near(), "pattern");
  for (int i = 0; i < 10; ++i) offscreen->wall().skip_time(1);
  EXPECT_EQ(scene().near(), "");
}

TEST_F(NearTest, WhoTypesOnAPluggedKeyboardIsThereToo) {
  open_on_glass("both-sides-of-the-line", "name");
  tap_name("pattern");
  hand->tap(in("pattern", 0, -0.5F));
  ASSERT_NE(hand->seat(), 0);
  for (int i = 0; i < 60; ++i) {
    offscreen->wall().skip_time(1);
    offscreen->wall().type(U'a');
    hand->frames(1);
  }
  EXPECT_EQ(scene().near(), "pattern");
}

TEST_F(NearTest, PeopleWriteThereAndTheirCardStandsWhereTheyTouched) {
  open_on_glass("both-sides-of-the-line", "name");
  tap_name("pattern");
  const PixelPoint at = in("pattern", 0.2F, -0.1F);
  hand->tap(at);
  ASSERT_TRUE(hand->write("here"));
  ASSERT_TRUE(hand->tap_control("place"));
  hand->frames(60);
  ASSERT_EQ(session->convening().cards.size(), 1U);
  const model::CardId card = session->convening().cards.begin()->first;
  EXPECT_EQ(region_of(card), "pattern");
  EXPECT_LT(length(centre(card) - at), 3);
  EXPECT_EQ(scene().near(), "pattern");
}

TEST_F(NearTest, ACardIsCarriedToARegionThatWaits) {
  open_on_glass("both-sides-of-the-line", "name");
  const model::CardId card = a_card("pattern", "bells");
  tap_name("pattern");
  hand->drag(centre(card), in("process", 0, -0.2F));
  EXPECT_EQ(region_of(card), "process");
  EXPECT_EQ(scene().near(), "pattern") << "its cards stay near";
  hand->drag(centre(card), in("pattern", 0.4F, -0.3F));
  EXPECT_EQ(region_of(card), "pattern") << "and back";
}

TEST_F(NearTest, SeveralPeopleMoveCardsThereAtOnce) {
  open_on_glass("both-sides-of-the-line", "name");
  const model::CardId a = a_card("pattern", "bells", -0.5F), b = a_card("pattern", "paper", 0.5F);
  tap_name("pattern");
  const PixelPoint to_a = in("pattern", -0.6F, -0.7F), to_b = in("pattern", 0.6F, -0.7F);
  hand->together({{centre(a), to_a}, {centre(b), to_b}});
  EXPECT_LT(length(centre(a) - to_a), 4);
  EXPECT_LT(length(centre(b) - to_b), 4);
}

TEST_F(NearTest, AThreadIsTiedToACardOfTheRegionThatComesNearMeanwhile) {
  open_on_glass("both-sides-of-the-line", "name");
  const model::CardId from = a_card("pattern", "bells"), to = a_card("identity", "we are the late ones");
  enter("across");
  tap_name("pattern");
  hand->tap(centre(from));
  ASSERT_TRUE(hand->tap_control("thread"));
  tap_name("identity");
  EXPECT_EQ(scene().near(), "identity");
  hand->tap(centre(to));
  ASSERT_EQ(session->convening().threads.size(), 1U);
  EXPECT_EQ(session->convening().threads.begin()->second.ends.value.to, model::ThreadEnd{to});
}

TEST_F(NearTest, AHeldCardStaysUnderItsFingerWhileAnotherBringsARegionNear) {
  open_on_glass("both-sides-of-the-line", "name", false);
  const model::CardId card = a_card("pattern", "bells");
  const PixelPoint finger = centre(card), name = region("identity").handle().centre();
  const auto touch = [&](double time_s, std::vector<input::Contact> contacts) {
    offscreen->wall().touch({time_s, std::move(contacts)});
    hand->frames(2);
  };
  using enum input::ContactState;
  const PixelPoint held = finger + PixelPoint{0, 40};
  touch(100, {{900, began, finger, 0}});
  touch(100.1, {{900, moved, held, 0}});
  const PixelPoint carried = centre(card);
  touch(100.2, {{900, moved, held, 0}, {901, began, name, 0}});
  touch(100.3, {{900, moved, held, 0}, {901, ended, name, 0}});
  for (int i = 0; i < 90; ++i) {
    touch(100.4 + i * 0.03, {{900, moved, held, 0}});
    ASSERT_LT(length(centre(card) - carried), 1) << i;
  }
  EXPECT_EQ(scene().near(), "identity");
  touch(104, {{900, ended, held, 0}});
}

TEST_F(NearTest, TheWallsOwnKeyLeadsBackToo) {
  open_on_glass("finding-our-place", "what-is-stirring");
  const std::string inner = scene().backdrop().regions.back().id;
  tap_name(inner);
  ASSERT_EQ(scene().near(), inner);
  const auto chips = offscreen->wall().atmosphere().chips;
  ASSERT_FALSE(chips.empty());
  hand->tap(chips.front().rect.centre());
  EXPECT_EQ(scene().near(), "");
}

TEST_F(NearTest, WhoWritesMeanwhileGoesOnWritingAndTheirCardGoesWhereItWasMeant) {
  open_on_glass("both-sides-of-the-line", "name");
  hand->tap(in("identity", 0, -0.3F));
  const int seat = hand->seat();
  ASSERT_NE(seat, 0);
  ASSERT_TRUE(hand->write("we are the l"));
  tap_name("pattern");
  EXPECT_EQ(scene().near(), "pattern");
  ASSERT_TRUE(offscreen->wall().seats().rect_of(seat)) << "the seat stays";
  ASSERT_TRUE(hand->write("ate ones"));
  ASSERT_TRUE(hand->tap_control("place"));
  hand->frames(30);
  ASSERT_EQ(session->convening().cards.size(), 1U);
  const auto& card = *session->convening().cards.begin();
  EXPECT_EQ(card.second.saying.value.words, "we are the late ones");
  EXPECT_EQ(region_of(card.first), "identity");
  EXPECT_TRUE(region("identity").contains(centre(card.first))) << "where it waits with its region";
  EXPECT_EQ(scene().near(), "pattern");
}

// One glass shows one region near: the second name that is touched takes the first one's place, and nobody loses anything.
TEST_F(NearTest, OfTwoPeopleWhoAskForDifferentRegionsTheSecondIsAnsweredAndTheFirstWorksOn) {
  open_on_glass("both-sides-of-the-line", "name");
  const model::CardId first = a_card("pattern", "bells", -0.4F), second = a_card("identity", "we are the late ones");
  tap_name("pattern");
  hand->tap(in("pattern", 0.5F, 0.3F));
  const int seat = hand->seat();
  ASSERT_NE(seat, 0);
  tap_name("identity");
  EXPECT_EQ(scene().near(), "identity");
  EXPECT_NE(scene().card(second)->words, nullptr);
  EXPECT_TRUE(scene().card(first)->leaf) << "it waits with its region";
  EXPECT_TRUE(region("pattern").contains(centre(first)));
  ASSERT_TRUE(offscreen->wall().seats().rect_of(seat));
  ASSERT_TRUE(hand->write("paper"));
  ASSERT_TRUE(hand->tap_control("place"));
  hand->frames(30);
  for (const auto& [id, card] : session->convening().cards)
    EXPECT_EQ(card.place.value.region, id == second ? "identity" : "pattern");
  tap_name("pattern");
  EXPECT_EQ(scene().near(), "pattern") << "the first may ask again";
  EXPECT_NE(scene().card(first)->words, nullptr);
}

TEST_F(NearTest, ACardInAHandIsCarriedOutWhileItsRegionGoesBack) {
  open_on_glass("both-sides-of-the-line", "name");
  const model::CardId card = a_card("pattern", "bells");
  tap_name("pattern");
  const PixelPoint to = in("process", 0, -0.2F);
  const input::ContactId finger = hand->carry(centre(card), to);
  const PixelPoint held = centre(card);
  tap_name("pattern");
  EXPECT_EQ(scene().near(), "");
  EXPECT_EQ(centre(card), held) << "it stays under the finger";
  const PixelPoint end = in("relationships", 0.3F, -0.3F);
  hand->let_go(finger, end);
  hand->frames(30);
  EXPECT_EQ(region_of(card), "relationships") << "where it was let go of, as the wall stands then";
}

TEST_F(NearTest, ComesNearRoundATableToo) {
  open("both-sides-of-the-line", "name", {.pixels_per_mm = 1.58F, .language = "en", .still = true, .table = true});
  tap_name("structure");
  EXPECT_EQ(scene().near(), "structure");
  hand->tap(in("structure", 0, 0.2F));
  EXPECT_NE(hand->seat(), 0);
}

}  // namespace
}  // namespace greenline::interact
