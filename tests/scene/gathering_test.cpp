// A gathering is a dotted loop behind its cards, its name outside and on no card; markers are haze.
#include <algorithm>

#include "scene/loop.h"
#include "scene/on_screen.h"
#include "scene/wall.h"

namespace greenline::test {
namespace {

struct AGathering : testing::Test {
  AGathering() : wall(six_circles) {
    for (int i = 0; i < 3; ++i) cards.push_back(wall.card({"structure", {-0.4F + 0.3F * static_cast<float>(i), -0.5F}}));
    wall.card({"structure", {0, 0.1F}});
    wall.gathering(cards, "people who keep the place alive");
    wall.settle();
  }
  Wall wall;
  std::vector<model::CardId> cards;
};

TEST_F(AGathering, RunsRoundItsCardsAndOverNoneOfThem) {
  ASSERT_EQ(wall.scene.gatherings().size(), 1U);
  const auto& view = wall.scene.gatherings().front();
  ASSERT_GT(view.dots.size(), 20U);
  for (const model::CardId& id : cards) {
    const PixelRect card = wall.rect_of(*wall.scene.card(id));
    for (const PixelPoint dot : view.dots) EXPECT_FALSE(card.grown(2).contains(dot));
    EXPECT_TRUE(scene::in_polygon(view.dots, card.centre()));
  }
}

TEST_F(AGathering, HasItsNameOnNoCardAndOutsideTheLoop) {
  const auto& view = wall.scene.gatherings().front();
  ASSERT_TRUE(view.name.block);
  for (const auto* card : wall.shown()) EXPECT_FALSE(view.pill.touches(wall.rect_of(*card)));
  EXPECT_FALSE(scene::in_polygon(view.dots, view.pill.centre()));
  for (const auto& region : wall.scene.backdrop().regions) EXPECT_FALSE(view.pill.touches(region.label_zone));
  EXPECT_EQ(model::clipped(view.pill, {0, 0, 1920, 1080}), view.pill);
}

TEST_F(AGathering, FollowsItsCardsToTheirNewRest) {
  const PixelRect before = wall.scene.gatherings().front().reach;
  (void)wall.scene.take_damage();
  wall.move(cards[0], {"identity", {0, -0.3F}});
  while (wall.advance(0.016F)) continue;
  const auto& view = wall.scene.gatherings().front();
  EXPECT_TRUE(scene::in_polygon(view.dots, wall.scene.card(cards[0])->centre));
  const auto damage = wall.scene.take_damage();
  const auto touched = [&](const PixelRect& rect) {
    return damage.everything ||
           std::any_of(damage.rects.begin(), damage.rects.end(), [&](const PixelRect& one) { return one.touches(rect); });
  };
  EXPECT_TRUE(touched(before));
  EXPECT_TRUE(touched(view.reach));
}

TEST_F(AGathering, GoesWhenItIsTakenBack) {
  wall.happens(model::GatheringTakenBack{wall.scene.gatherings().front().id});
  wall.advance(0.016F);
  EXPECT_TRUE(wall.scene.gatherings().empty());
}

TEST(Loops, OfOneCardAreEvenlyDotted) {
  const PixelRect card[] = {model::rect_around({100, 100}, 50, 26)};
  const auto dots = scene::dots_around(card, {}, 10, 8);
  for (std::size_t i = 0; i < dots.size(); ++i) EXPECT_NEAR(model::length(dots[(i + 1) % dots.size()] - dots[i]), 8, 1.2F);
}

constexpr float loop_margin = 12, loop_spacing = 8;
PixelRect card_at(float x, float y) { return model::rect_around({x, y}, 50, 26); }

TEST(Loops, BendRoundACardThatStandsBetweenTheirOwn) {
  const std::vector own{card_at(100, 100), card_at(400, 100)}, others{card_at(250, 100)};
  const auto dots = scene::dots_around(own, others, loop_margin, loop_spacing);
  for (const PixelRect& card : own) EXPECT_TRUE(scene::in_polygon(dots, card.centre()));
  EXPECT_FALSE(scene::in_polygon(dots, others.front().centre()));
  for (const PixelPoint dot : dots)
    for (const PixelRect& card : {own[0], own[1], others[0]}) EXPECT_FALSE(card.contains(dot));
}

TEST(Loops, KeepToTheirOwnCardsWhereOthersLieClose) {
  const std::vector own{card_at(100, 100), card_at(100, 156)}, others{card_at(204, 100), card_at(204, 156)};  // 4 px apart
  const auto mine = scene::dots_around(own, others, loop_margin, loop_spacing),
             theirs = scene::dots_around(others, own, loop_margin, loop_spacing);
  for (const PixelRect& card : own) {
    EXPECT_TRUE(scene::in_polygon(mine, card.centre()));
    EXPECT_FALSE(scene::in_polygon(theirs, card.centre())) << "two gatherings of neighbours are two";
  }
  for (const PixelPoint dot : mine)
    for (const PixelRect& card : others) EXPECT_FALSE(card.contains(dot));
}

TEST(Loops, RunAlongTheOutsideAndLeaveTheInsideOnTheRight) {
  const std::vector own{card_at(100, 100), card_at(220, 160)};
  const auto dots = scene::dots_around(own, {}, loop_margin, loop_spacing);
  for (std::size_t i = 0; i < dots.size(); ++i) {
    const PixelPoint along = dots[(i + 1) % dots.size()] - dots[i];
    const PixelPoint middle = (dots[(i + 1) % dots.size()] + dots[i]) * 0.5F;
    EXPECT_TRUE(scene::in_polygon(dots, middle + PixelPoint{-along.y, along.x} * 0.4F)) << i;
  }
}

TEST(Loops, OfNeighboursLeaveAGapBetweenThem) {
  const std::vector own{card_at(100, 100), card_at(100, 156)}, others{card_at(216, 100), card_at(216, 156)};  // 16 px apart
  const auto mine = scene::dots_around(own, others, loop_margin, loop_spacing),
             theirs = scene::dots_around(others, own, loop_margin, loop_spacing);
  float nearest = 1e6F;
  for (const PixelPoint a : mine)
    for (const PixelPoint b : theirs) nearest = std::min(nearest, model::length(a - b));
  EXPECT_GT(nearest, 3);
}

TEST(Gatherings, ThatAreNeighboursHaveTintsOfTheirOwn) {
  Wall wall(six_circles);
  std::vector<std::vector<model::CardId>> gathered;
  for (const float x : {-0.6F, 0.0F, 0.6F}) {
    gathered.emplace_back();
    for (const float y : {-0.3F, 0.1F}) gathered.back().push_back(wall.card({"structure", {x, y}}));
  }
  gathered.push_back({wall.card({"information", {0, 0}})});
  for (const auto& cards : gathered) wall.gathering(cards);
  wall.settle();
  const auto views = wall.scene.gatherings();
  ASSERT_EQ(views.size(), 4U);
  EXPECT_NE(views[0].tint, views[1].tint);
  EXPECT_NE(views[1].tint, views[2].tint);
  EXPECT_EQ(views[3].tint, 0U) << "it stands alone";
}

TEST(GatheringsNames, LeadALineToTheirLoopWhereTheyStandFurtherAway) {
  Wall wall(six_circles);
  std::vector<model::CardId> all;
  for (int i = 0; i < 150; ++i)
    all.push_back(
        wall.card({"structure", {-0.9F + 0.012F * static_cast<float>(i), 0.12F * static_cast<float>(i % 13) - 0.8F}}));
  for (std::size_t i = 20; i < 120; i += 8) wall.gathering({all[i], all[i + 1]}, "people who keep the place alive");
  wall.settle();
  int led = 0;
  for (const auto& view : wall.scene.gatherings()) {
    float nearest = 1e6F;
    for (const PixelPoint dot : view.dots)
      nearest =
          std::min(nearest, std::max({view.pill.x0 - dot.x, dot.x - view.pill.x1, view.pill.y0 - dot.y, dot.y - view.pill.y1}));
    if (!view.name.block || nearest < 1.1F * view.pill.height()) continue;
    ++led;
    EXPECT_TRUE(view.pill.contains(view.leader[0]));
    EXPECT_NE(std::find(view.dots.begin(), view.dots.end(), view.leader[1]), view.dots.end());
    for (const auto& region : wall.scene.backdrop().regions)
      EXPECT_FALSE(scene::passes_through(view.leader[0], view.leader[1], region.label_zone)) << region.id;
  }
  EXPECT_GT(led, 0);
}

// Low on the screen, where names once were pushed to the edge and onto each other.
TEST(GatheringsNames, StandBesideTheirOwnLoopAndOnNoOther) {
  Wall wall(six_circles);
  std::vector<std::vector<model::CardId>> gathered;
  for (const char* region : {"identity", "relationships", "information"})
    for (const float side : {-0.5F, 0.5F}) {
      gathered.emplace_back();
      for (const float down : {-0.75F, -0.45F}) gathered.back().push_back(wall.card({region, {side, down}}));
    }
  for (const auto& cards : gathered) wall.gathering(cards, "people who keep the place alive");
  wall.settle();
  const auto gatherings = wall.scene.gatherings();
  ASSERT_EQ(gatherings.size(), gathered.size());
  for (const auto& view : gatherings) {
    float nearest = 1e6F;
    for (const PixelPoint dot : view.dots)
      nearest =
          std::min(nearest, std::max({view.pill.x0 - dot.x, dot.x - view.pill.x1, view.pill.y0 - dot.y, dot.y - view.pill.y1}));
    EXPECT_LT(nearest, 4 * view.pill.height());
    for (const auto& other : gatherings) EXPECT_FALSE(other.id != view.id && other.pill.touches(view.pill));
  }
}

TEST(Haze, ThickensWhereAMarkerIsSetAndThinsWhereItWasTakenBack) {
  Wall wall(nested);
  const auto id = wall.marker({"engagement", {-0.7F, 0}});
  wall.advance(0.05F);
  ASSERT_EQ(wall.scene.haze().size(), 1U);
  EXPECT_LT(wall.scene.haze()[0].strength, 0.5F);
  while (wall.advance(0.05F)) continue;
  EXPECT_EQ(wall.scene.haze()[0].strength, 1);
  EXPECT_NEAR(wall.scene.haze()[0].radius, 0.115F * wall.scene.backdrop().unit_px, 0.1F);
  wall.happens(model::MarkerTakenBack{id});
  while (wall.advance(0.05F)) continue;
  EXPECT_TRUE(wall.scene.haze().empty());
}

}  // namespace
}  // namespace greenline::test
