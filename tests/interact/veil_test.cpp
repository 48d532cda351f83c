// Veiled cards: two people lift a veil, one does not; and who made one reads it.
#include <gtest/gtest.h>

#include "interact/on_a_wall.h"

namespace greenline::interact {
namespace {

class VeilTest : public WallTest {
 protected:
  // A card in the practice circle of "Finding our place", where every card is born veiled.
  void open_with_a_veiled_card() {
    open("finding-our-place", "what-is-stirring");
    card = a_card("practice", "we have only begun");
    ASSERT_TRUE(veiled());
  }
  [[nodiscard]] bool veiled() const { return session->convening().cards.at(card).veiled.value; }
  // Fingers of two people on the card at once.
  void two_touch_it() {
    const PixelPoint at = centre(card), a = at - PixelPoint{15, 0}, b = at + PixelPoint{15, 0};
    hand->together({{a, a}, {b, b}});
  }
  [[nodiscard]] std::vector<ui::Seats::Read> readers() const { return offscreen->wall().seats().all_reading(); }
  void wait(float seconds) { hand->frames(static_cast<int>(seconds * 60)); }
  // Writes a card in the practice circle; its seat.
  int write_one() {
    hand->tap(in("practice", 0.1F, -0.5F));
    EXPECT_NE(hand->seat(), 0);
    EXPECT_TRUE(hand->write("still messy"));
    EXPECT_TRUE(hand->tap_control("place"));
    EXPECT_EQ(session->convening().cards.size(), 1U);
    card = session->convening().cards.begin()->first;
    hand->frames(60);
    for (const auto& rect : offscreen->wall().seats().rects()) {
      EXPECT_FALSE(rect.contains(centre(card))) << "others can touch the card";
    }
    return hand->seat();
  }
  model::CardId card;
};

TEST_F(VeilTest, TwoPeopleWhoTouchACardTogetherOpenItForAll) {
  open_with_a_veiled_card();
  two_touch_it();
  EXPECT_FALSE(veiled());
  EXPECT_EQ(hand->seat(), 0) << "lifting their fingers reads nothing";
  hand->tap(centre(card));
  ASSERT_EQ(readers().size(), 1U);
  EXPECT_EQ(readers()[0].card.saying.words, "we have only begun");
}

TEST_F(VeilTest, TwoTapsInTurnOpenIt) {
  open_with_a_veiled_card();
  hand->tap(centre(card));
  EXPECT_TRUE(veiled()) << "one hand alone only asks";
  ASSERT_EQ(readers().size(), 1U);
  EXPECT_TRUE(readers()[0].card.half_open);
  EXPECT_EQ(readers()[0].card.saying.words, "");
  wait(1);
  hand->tap(centre(card));
  EXPECT_FALSE(veiled());
  ASSERT_EQ(readers().size(), 1U);
  EXPECT_EQ(readers()[0].card.saying.words, "we have only begun") << "whoever asked reads it now";
}

TEST_F(VeilTest, OnePersonsDoubleTapOpensNothingAndSaysWhatIsAsked) {
  open_with_a_veiled_card();
  hand->tap(centre(card));
  hand->tap(centre(card));
  EXPECT_TRUE(veiled());
  EXPECT_FALSE(offscreen->wall().atmosphere().notices.empty());
}

TEST_F(VeilTest, TheCardSaysInWordsThatASecondPersonIsAsked) {
  open_with_a_veiled_card();
  const std::size_t before = offscreen->wall().atmosphere().chips.size();
  hand->tap(centre(card));
  const auto chips = offscreen->wall().atmosphere().chips;
  ASSERT_EQ(chips.size(), before + 1);
  EXPECT_TRUE(chips.back().rect.contains(centre(card)));
  ASSERT_TRUE(hand->tap_control("leave"));
  EXPECT_EQ(offscreen->wall().atmosphere().chips.size(), before);
}

TEST_F(VeilTest, WhoeverPutsItBackAsksNoMore) {
  open_with_a_veiled_card();
  hand->tap(centre(card));
  ASSERT_TRUE(hand->tap_control("leave"));
  wait(1);
  hand->tap(centre(card));
  EXPECT_TRUE(veiled()) << "this is a first hand again";
}

TEST_F(VeilTest, WhatWasOpenedRestsAgain) {
  open_with_a_veiled_card();
  two_touch_it();
  hand->tap(centre(card));
  ASSERT_TRUE(hand->tap_control("veil"));
  EXPECT_TRUE(veiled());
  hand->tap(centre(card));
  ASSERT_EQ(readers().size(), 1U);
  EXPECT_EQ(readers()[0].card.saying.words, "");
}

TEST_F(VeilTest, WhoReadsItWhileSomebodyVeilsItReadsNoFurther) {
  open_with_a_veiled_card();
  two_touch_it();
  hand->tap(centre(card));
  ASSERT_TRUE(offscreen->wall().request(model::VeilCard{card}, {}));
  hand->frames(2);
  ASSERT_EQ(readers().size(), 1U);
  EXPECT_TRUE(readers()[0].card.veiled);
  EXPECT_EQ(readers()[0].card.saying.words, "");
}

TEST_F(VeilTest, ItsMakerReadsItWhereItWasMade) {
  open("finding-our-place", "what-is-stirring");
  ASSERT_NE(write_one(), 0) << "the seat stays";
  ASSERT_TRUE(veiled());
  ASSERT_EQ(readers().size(), 1U);
  EXPECT_TRUE(readers()[0].card.made_here);
  EXPECT_EQ(readers()[0].card.saying.words, "still messy");
  EXPECT_TRUE(hand->tap_control("leave"));
  hand->tap(centre(card));
  ASSERT_EQ(readers().size(), 1U);
  EXPECT_EQ(readers()[0].card.saying.words, "") << "a seat opened later is anybody's";
}

TEST_F(VeilTest, ItsMakersSeatIsLeftBeforeTheNextPersonReadsIt) {
  open("finding-our-place", "what-is-stirring");
  ASSERT_NE(write_one(), 0);
  offscreen->wall().skip_time(31);
  hand->frames(2);
  EXPECT_EQ(hand->seat(), 0);
}

TEST_F(VeilTest, ItsMakerAsksAndASecondPersonTouchesIt) {
  open("finding-our-place", "what-is-stirring");
  ASSERT_NE(write_one(), 0);
  ASSERT_TRUE(hand->tap_control("ask_for_light"));
  wait(1);
  hand->tap(centre(card));
  EXPECT_FALSE(veiled());
}

TEST_F(VeilTest, HavingJustMadeItIsNotAskingForIt) {
  open("finding-our-place", "what-is-stirring");
  ASSERT_NE(write_one(), 0);
  wait(1);
  hand->tap(centre(card));
  EXPECT_TRUE(veiled()) << "one who comes by opens nothing against its maker";
}

TEST_F(VeilTest, ItsMakerMayBeTheSecond) {
  open("finding-our-place", "what-is-stirring");
  ASSERT_NE(write_one(), 0);
  hand->tap(centre(card));
  ASSERT_TRUE(veiled());
  ASSERT_TRUE(hand->tap_control("ask_for_light")) << "in the maker's seat, the first of the two";
  EXPECT_FALSE(veiled());
}

TEST_F(VeilTest, WhereHandsAreOffTwoAreToldSo) {
  open_with_a_veiled_card();
  enter("look");
  two_touch_it();
  EXPECT_TRUE(veiled());
  EXPECT_FALSE(offscreen->wall().atmosphere().notices.empty());
}

TEST_F(VeilTest, OnePersonIsNotOfferedToLightIt) {
  open("both-sides-of-the-line", "name");
  for (content::Phase& phase : resources->pack.activity.phases) {
    phase.rules.verbs.insert(model::Verb::veil);
    phase.rules.verbs.insert(model::Verb::illuminate);
  }
  begin("name", {.still = true});
  card = a_card("structure", "bells");
  ASSERT_TRUE(offscreen->wall().request(model::VeilCard{card}, {}));
  hand->tap(centre(card));
  EXPECT_FALSE(hand->tap_control("light"));
  EXPECT_TRUE(veiled());
}

}  // namespace
}  // namespace greenline::interact
