// A gathering is a dotted loop behind its cards, its name outside and on no card; markers are haze.
#include <algorithm>

#include "scene/loop.h"
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
  const PixelRect card[] = {{50, 74, 150, 126}};
  const auto dots = scene::dots_around(card, 10, 8);
  for (std::size_t i = 0; i < dots.size(); ++i) EXPECT_NEAR(model::length(dots[(i + 1) % dots.size()] - dots[i]), 8, 1.2F);
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
