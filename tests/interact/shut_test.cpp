// An agenda wall: whoever touches the afternoon while it is shut reads why, and all read when it opens.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "interact/on_a_wall.h"

namespace greenline::interact {
namespace {

class AgendaWall : public WallTest {
 protected:
  void SetUp() override { open("agenda-wall", "bring-it"); }
  // How many sentences stand beside what was touched.
  [[nodiscard]] std::size_t said() const { return offscreen->wall().atmosphere().notices.size(); }
  // Letters of what stands under a region's name.
  [[nodiscard]] std::size_t help_of(const std::string& id) const {
    for (const scene::RegionView& region : offscreen->wall().scene().backdrop().regions)
      if (region.id == id && region.help.block) return region.help.block->glyphs.size();
    return 0;
  }
  float light_of(const std::string& id) const {
    for (const scene::RegionView& region : offscreen->wall().scene().backdrop().regions)
      if (region.id == id) return region.presence;
    return -1;
  }
  void fill_the_morning() {
    for (const char* region : {"morning-early", "morning-middle", "morning-late"})
      for (const float x : {-0.4F, 0.4F}) a_card(region, "a talk", x);
  }
};

TEST_F(AgendaWall, AShutPartSaysWhenItOpensInThePlaceOfItsHelpAndIsQuieter) {
  EXPECT_NE(help_of("afternoon-early"), help_of("morning-early"));
  EXPECT_GT(help_of("afternoon-early"), 0U);
  EXPECT_LT(light_of("afternoon-early"), light_of("morning-early"));
}

TEST_F(AgendaWall, ATouchOnItIsAnsweredThereAndOpensNoSeat) {
  hand->tap(in("afternoon-early"));
  EXPECT_EQ(hand->seat(), 0);
  EXPECT_EQ(said(), 1U);
  hand->tap(in("morning-early"));
  EXPECT_NE(hand->seat(), 0);
}

TEST_F(AgendaWall, ACardCarriedThereStaysWhereItWasAndIsToldWhy) {
  const auto card = a_card("morning-early", "a talk");
  hand->drag(centre(card), in("afternoon-early"));
  EXPECT_EQ(said(), 1U);
  EXPECT_EQ(find_card(session->convening(), card)->place.value.region, "morning-early");
}

TEST_F(AgendaWall, OpensWhenTheMorningIsFilledAndEachPartThatOpensSaysSo) {
  const std::size_t shut = help_of("afternoon-early");
  fill_the_morning();
  EXPECT_EQ(said(), 3U);
  EXPECT_NE(help_of("afternoon-early"), shut);
  EXPECT_EQ(help_of("afternoon-early"), help_of("morning-early"));
  EXPECT_FLOAT_EQ(light_of("afternoon-early"), 1);
  hand->tap(in("afternoon-early", 0.3F, -0.3F));
  EXPECT_NE(hand->seat(), 0);
}

TEST_F(AgendaWall, NoCardOfTheMorningMovesWhenTheAfternoonOpens) {
  for (const char* region : {"morning-early", "morning-middle", "morning-late"}) a_card(region, "a talk", -0.4F);
  a_card("morning-early", "a talk", 0.4F);
  const auto card = a_card("morning-middle", "a talk", 0.4F);
  const PixelPoint before = centre(card);
  a_card("morning-late", "a talk", 0.4F);
  hand->frames(120);
  EXPECT_FLOAT_EQ(light_of("afternoon-early"), 1);
  EXPECT_EQ(centre(card), before);
}

// A line on which people stand a second time.
class OneLine : public WallTest {
 protected:
  void SetUp() override {
    open("where-i-stand-twice", "first");
    hand->tap(in("hardly"));
    hand->frames(90);
    enter("second");
    hand->frames(90);
  }
  [[nodiscard]] std::vector<float> strengths() const {
    std::vector<float> all;
    for (const scene::HazeView& one : offscreen->wall().scene().haze()) all.push_back(one.strength);
    return all;
  }
};

TEST_F(OneLine, ShowsTheFirstSignsFaintlyBesideTheSecond) {
  ASSERT_EQ(strengths().size(), 1U);
  EXPECT_FLOAT_EQ(strengths()[0], 0.5F);
  hand->tap(in("wholly"));
  hand->frames(90);
  ASSERT_EQ(strengths().size(), 2U);
  EXPECT_FLOAT_EQ(strengths()[0], 0.5F);
  EXPECT_FLOAT_EQ(strengths()[1], 1);
}

TEST_F(OneLine, ATouchOnAFirstSignSetsASecondOneThere) {
  hand->tap(in("hardly"));
  hand->frames(90);
  EXPECT_EQ(strengths(), (std::vector<float>{0.5F, 1})) << "whoever stays says so as well";
}

TEST_F(OneLine, WhatWasFirstIsStillFaintWhilePeopleTalk) {
  hand->tap(in("wholly"));
  enter("what-moved");
  hand->frames(90);
  EXPECT_EQ(strengths(), (std::vector<float>{0.5F, 1}));
}

}  // namespace
}  // namespace greenline::interact
