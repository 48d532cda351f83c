// What is being written stands on the wall already, faint, and moves nobody.
#include <gtest/gtest.h>

#include <array>

#include "wall.h"

namespace greenline::test {
namespace {

struct SomebodyWrites {
  Wall wall{six_circles, {1920, 1080}};
  model::Place place{"identity", {0.1F, 0.2F}};

  SomebodyWrites() { wall.settle(); }
  void write(const std::string& words, bool veiled = false) {
    wall.scene.show_begun({{.key = 1, .place = place, .saying = {words, "en", {}}, .veiled = veiled}});
    time_goes_by();
  }
  void time_goes_by() {
    for (int frame = 0; frame < 90; ++frame) wall.advance(1.0F / 60);
  }
  [[nodiscard]] const scene::CardView& faint() const {
    EXPECT_EQ(wall.scene.faint().size(), 1U);
    return wall.scene.faint().front();
  }
};

TEST(FaintCard, StandsInItsCircleAtTheWallsSizeOfType) {
  SomebodyWrites on;
  on.write("We say all");
  EXPECT_EQ(on.wall.scene.region_at(on.faint().centre)->id, "identity");
  EXPECT_NE(on.faint().words, nullptr);
  EXPECT_NEAR(on.faint().half_width, on.wall.half_width(), 0.01F);
  EXPECT_LT(on.faint().opacity, 0.8F);
}

TEST(FaintCard, StandsWhereTheCardWillStand) {
  SomebodyWrites on;
  on.wall.card(on.place, "Somebody was here before");
  on.wall.settle();
  on.write("We say all, we mean most");
  const PixelPoint before = on.faint().centre;
  const model::CardId placed = on.wall.card(on.place, "We say all, we mean most");
  on.wall.settle();
  EXPECT_NEAR(on.wall.scene.card(placed)->centre.x, before.x, 0.5F);
  EXPECT_NEAR(on.wall.scene.card(placed)->centre.y, before.y, 0.5F);
}

TEST(FaintCard, BecomesTheCardWithoutAJump) {
  SomebodyWrites on;
  on.write("We say all, we mean most");
  const PixelPoint before = on.faint().centre;
  const auto id = numbered<model::CardId>(77);
  ASSERT_TRUE(on.wall.scene.arrive_as_begun(id, 1));
  on.wall.happens(model::CardMade{id, {"We say all, we mean most", "en", {}}, on.place, {}, false});
  EXPECT_TRUE(on.wall.scene.faint().empty());
  EXPECT_EQ(on.wall.scene.card(id)->centre, before);
  EXPECT_GT(on.wall.scene.card(id)->opacity, 0.5F);
  float furthest = 0;
  for (int frame = 0; frame < 60; ++frame) {
    on.wall.advance(1.0F / 60);
    furthest = std::max(furthest, length(on.wall.scene.card(id)->centre - before));
  }
  EXPECT_LT(furthest, 1);
}

TEST(FaintCard, MovesNobodyUntilItIsPlaced) {
  SomebodyWrites on;
  const model::CardId there = on.wall.card(on.place, "Somebody was here before");
  on.wall.settle();
  const PixelPoint before = on.wall.scene.card(there)->centre;
  on.write("We say all, we mean most");
  EXPECT_EQ(on.wall.scene.card(there)->centre, before);
}

TEST(FaintCard, GrowsWithLinesNotWithLetters) {
  SomebodyWrites on;
  on.write("We");
  const float one_line = on.faint().half_height;
  on.write("We say");
  EXPECT_EQ(on.faint().half_height, one_line);
  on.write("We say all, we mean most, and then we ask again");
  EXPECT_GT(on.faint().half_height, one_line);
}

TEST(FaintCard, ShowsNoWordsThatWillBeHidden) {
  SomebodyWrites on;
  on.write("Nobody is to read this", true);
  EXPECT_EQ(on.faint().words, nullptr);
  EXPECT_TRUE(on.faint().veiled);
}

TEST(FaintCard, GoesWithItsSeat) {
  SomebodyWrites on;
  on.write("We say all");
  on.wall.scene.show_begun({});
  on.time_goes_by();
  EXPECT_TRUE(on.wall.scene.faint().empty());
}

void expect_two_in_one_place_apart(SomebodyWrites& on) {
  on.wall.scene.show_begun({{.key = 1, .place = on.place, .saying = {"We say all", "en", {}}},
                            {.key = 2, .place = on.place, .saying = {"We mean most", "en", {}}}});
  on.time_goes_by();
  const auto faint = on.wall.scene.faint();
  ASSERT_EQ(faint.size(), 2U);
  EXPECT_FALSE(on.wall.rect_of(faint[0]).touches(on.wall.rect_of(faint[1])));
}

TEST(FaintCard, TwoPeopleInOneCircleHaveOneEach) {
  SomebodyWrites on;
  expect_two_in_one_place_apart(on);
}

TEST(FaintCard, LeansOutFromUnderASeatLikeAnyCard) {
  SomebodyWrites on;
  const PixelPoint home = on.wall.scene.pixel_of(on.place);
  const PixelRect seat{home.x - 60, home.y - 30, home.x + 60, home.y + 400};
  on.wall.scene.lean_from({seat});
  on.write("We say all");
  EXPECT_FALSE(on.wall.rect_of(on.faint()).touches(seat));
}

// A crowd on the wall, and a seat over half of the circle that somebody writes in.
struct WrittenInACrowd : testing::TestWithParam<int> {
  SomebodyWrites on;
  PixelRect seat;
  WrittenInACrowd() {
    const std::array words{"We were the school that kept every door open", "We say all, we mean most", "Bells"};
    on.wall.crowd(GetParam() * 5 / 6, 3);
    for (int i = 0; i < GetParam() / 6; ++i)
      on.wall.card({"identity", {0.15F * static_cast<float>(i % 13) - 0.9F, 0.1F * static_cast<float>(i % 17) - 0.8F}},
                   words.at(static_cast<std::size_t>(i) % words.size()));
    on.wall.settle();
    const PixelRect circle = region(on.wall, "identity").bounds();
    seat = {circle.centre().x, circle.y0 + 90, circle.x1 + 20, circle.y1 + 20};
    on.wall.scene.lean_from({seat});
    on.place = {"identity", {0.4F, -0.2F}};
    on.write("We say all, we mean most");
    while (on.wall.advance(0.05F)) continue;
  }
  [[nodiscard]] PixelRect rect() const { return on.wall.rect_of(on.faint()); }
  [[nodiscard]] std::vector<model::CardId> beneath() const {
    std::vector<model::CardId> ids;
    for (const scene::CardView* card : on.wall.shown())
      if (on.wall.rect_of(*card).touches(rect().grown(-3))) ids.push_back(card->id);
    return ids;
  }
};

TEST_P(WrittenInACrowd, IsReadWholeUnderNoSeat) {
  ASSERT_NE(on.faint().words, nullptr);
  EXPECT_FALSE(on.faint().words->cut);
  EXPECT_GE(2 * on.faint().half_width / arrange::card_ems, on.wall.scene.stage().legible_px);
  EXPECT_FALSE(rect().touches(seat));
  EXPECT_EQ(on.wall.scene.region_at(on.faint().centre)->id, "identity");
}

TEST_P(WrittenInACrowd, NoWordsShowThroughFromTheCardsThatItLiesOver) {
  EXPECT_EQ(on.faint().opacity > 0.9F, !beneath().empty());
}

TEST_P(WrittenInACrowd, ACardThatAHandTakesIsSeenThroughIt) {
  if (beneath().empty()) GTEST_SKIP() << "it lies over none";
  const model::CardId taken = beneath().front();
  on.wall.scene.hold(taken, on.wall.scene.card(taken)->centre);
  on.time_goes_by();
  EXPECT_LT(on.faint().opacity, 0.5F);
}

INSTANTIATE_TEST_SUITE_P(Cards, WrittenInACrowd, testing::Values(60, 120, 500, 2500), testing::PrintToStringParamName());

TEST(FaintCard, TwoThatAreWrittenInOnePlaceOfACrowdAreBothRead) {
  SomebodyWrites on;
  on.wall.crowd(500, 3);
  on.wall.settle();
  expect_two_in_one_place_apart(on);
}

TEST(FaintCard, IsNothingThatAHandCouldTake) {
  SomebodyWrites on;
  on.write("We say all");
  EXPECT_TRUE(std::holds_alternative<input::OnGround>(on.wall.scene.hit(on.faint().centre)));
}

TEST(Reflections, StandFaintlyInTheOtherRegionUntilTheirTwinsCome) {
  Wall wall(stage_of("the-mirror", 1920, 1080, "fold"));
  const content::Twins twins = wall.scene.stage().canvas.settling.twins.at(0);
  const auto card = wall.card({twins.of, {-0.4F, 0.3F}}, "we try, and try again");
  wall.settle();
  ASSERT_EQ(wall.scene.faint().size(), 1U);
  const scene::CardView reflection = wall.scene.faint().front();
  EXPECT_GT(reflection.opacity, 0.3F);
  EXPECT_NE(reflection.words, nullptr);
  const scene::CardView* reflected = wall.scene.card(card);
  EXPECT_NEAR(reflection.centre.y, reflected->centre.y, 2);
  EXPECT_NEAR(reflection.centre.x, 1920 - reflected->centre.x, 2);
  wall.card({twins.in, {0.4F, 0.3F}}, "so do we, at times");
  while (wall.advance(0.05F)) continue;
  EXPECT_TRUE(wall.scene.faint().empty());
}

TEST(FaintSlip, ShowsAtTheCardThatSomebodyWritesSomethingBeside) {
  SomebodyWrites on;
  const model::CardId card = on.wall.card(on.place, "We say all"), other = on.wall.card({"pattern", {0, 0}});
  on.wall.settle();
  on.wall.scene.show_begun_slips({card});
  on.time_goes_by();
  EXPECT_GT(on.wall.scene.card(card)->slip_begun, 0.3F);
  EXPECT_LT(on.wall.scene.card(card)->slip_begun, 0.8F) << "it is faint";
  EXPECT_EQ(on.wall.scene.card(card)->nourished, 0);
  EXPECT_EQ(on.wall.scene.card(other)->slip_begun, 0);
  EXPECT_FALSE(on.wall.advance(1.0F / 60)) << "and rests";
  on.wall.scene.show_begun_slips({});
  on.time_goes_by();
  EXPECT_EQ(on.wall.scene.card(card)->slip_begun, 0);
}

TEST(FaintSlip, BecomesTheSlipThatIsLeft) {
  SomebodyWrites on;
  const model::CardId card = on.wall.card(on.place, "We say all");
  on.wall.settle();
  on.wall.scene.show_begun_slips({card});
  on.time_goes_by();
  on.wall.happens(
      model::NourishmentLeft{numbered<model::NourishmentId>(1), card, model::NourishKind::offer, {"a key", "en", {}}, {}});
  EXPECT_EQ(on.wall.scene.card(card)->nourished, 1);
  EXPECT_EQ(on.wall.scene.card(card)->slip_begun, 0) << "it is not there twice";
}

TEST(FaintSlip, ShowsAtAThreadToo) {
  SomebodyWrites on;
  const auto thread =
      on.wall.thread(on.wall.card(on.place, "We say all"), on.wall.card({"pattern", {0, 0}}, "bells"), "rests on");
  on.wall.settle();
  on.wall.scene.show_begun_slips({thread});
  on.time_goes_by();
  const scene::ThreadView& view = *on.wall.scene.thread(thread);
  EXPECT_EQ(slips_shown(view), 1);
  EXPECT_LT(view.slip_begun, 0.8F);
  std::vector<std::uint32_t> found;
  on.wall.scene.resting_threads_in(rect_around(slips_of(view).centre(), 1.0F, 1.0F), found);
  EXPECT_EQ(found.size(), 1U);
  on.wall.scene.show_begun_slips({});
  on.time_goes_by();
  EXPECT_EQ(slips_shown(*on.wall.scene.thread(thread)), 0);
}

TEST(Reflections, AreCastWithThePhaseThatShowsThemAndNotBefore) {
  Wall wall(stage_of("the-mirror", 1920, 1080, "for-young-people"));
  const content::Twins twins = wall.scene.stage().canvas.settling.twins.at(0);
  wall.card({twins.of, {-0.4F, 0.3F}}, "we try, and try again");
  wall.settle();
  EXPECT_TRUE(wall.scene.faint().empty());
  wall.scene.set_stage(stage_of("the-mirror", 1920, 1080, "fold"), wall.convening, false);
  while (wall.advance(0.05F)) continue;
  EXPECT_EQ(wall.scene.faint().size(), 1U);
}

TEST(Reflections, OfVeiledCardsSayNothing) {
  Wall wall(stage_of("the-mirror", 1920, 1080, "fold"));
  const content::Twins twins = wall.scene.stage().canvas.settling.twins.at(0);
  const auto card = wall.card({twins.of, {-0.4F, 0.3F}}, "not yet to be read");
  wall.happens(model::CardVeiled{card, true});
  wall.settle();
  ASSERT_EQ(wall.scene.faint().size(), 1U);
  EXPECT_EQ(wall.scene.faint().front().words, nullptr);
}

}  // namespace
}  // namespace greenline::test
