// What a hand does to a card is seen at once.
#include <cmath>
#include <limits>

#include "scene/wall.h"

namespace greenline::test {
namespace {

TEST(Hold, KeepsTheFingerWhereItTookTheCard) {
  Wall wall(six_circles);
  const auto id = wall.card({"structure", {0, -0.4F}});
  wall.settle();
  const PixelPoint before = wall.scene.card(id)->centre;
  wall.scene.hold(id, before + PixelPoint{30, 10});
  EXPECT_EQ(wall.scene.card(id)->centre, before);
  wall.scene.hold(id, {830, 510});
  EXPECT_EQ(wall.scene.card(id)->centre, (PixelPoint{800, 500}));
  EXPECT_EQ(wall.scene.card(id)->motion, scene::Motion::held);
  ASSERT_FALSE(wall.scene.moving_cards().empty());
  EXPECT_EQ(wall.scene.cards()[wall.scene.moving_cards().back()].id, id) << "held ones last";
}

TEST(Hold, LeavesOthersWhereTheyAre) {
  Wall wall(six_circles);
  wall.crowd(50, 9);
  wall.settle();
  const auto id = wall.shown()[7]->id, other = wall.shown()[8]->id;
  const PixelPoint before = wall.scene.card(other)->centre;
  wall.scene.hold(id, wall.scene.card(id)->centre);
  wall.scene.hold(id, {900, 500});
  wall.advance(0.5F);
  EXPECT_EQ(wall.scene.card(other)->centre, before);
}

TEST(Drop, EasesToTheNewPlace) {
  Wall wall(six_circles);
  const auto id = wall.card({"structure", {0, -0.4F}});
  wall.settle();
  wall.scene.hold(id, wall.scene.card(id)->centre);
  const PixelPoint to = wall.scene.pixel_of({"identity", {0.1F, -0.3F}});
  wall.scene.hold(id, to);
  wall.move(id, wall.scene.place_at(to));
  wall.scene.let_fall(id);
  while (wall.advance(0.016F)) continue;
  EXPECT_EQ(wall.scene.card(id)->motion, scene::Motion::resting);
  EXPECT_LT(model::length(wall.scene.card(id)->centre - to), 0.5F);
}

TEST(Drop, WithoutAnEventTakesTheCardBack) {
  Wall wall(six_circles);
  const auto id = wall.card({"structure", {0, -0.4F}});
  wall.settle();
  const PixelPoint before = wall.scene.card(id)->centre;
  wall.scene.hold(id, before);
  wall.scene.hold(id, {900, 500});
  wall.advance(0.05F);
  wall.scene.let_fall(id);
  while (wall.advance(0.016F)) continue;
  EXPECT_EQ(wall.scene.card(id)->centre, before);
}

TEST(Lean, GoesThreePixelsTowardTheFingerAndBack) {
  Wall wall(six_circles);
  const auto id = wall.card({"structure", {0, -0.4F}});
  wall.settle();
  const PixelPoint before = wall.scene.card(id)->centre;
  wall.scene.lean(id, before + PixelPoint{100, 0});
  float furthest = 0;
  while (wall.advance(0.01F)) furthest = std::max(furthest, wall.scene.card(id)->centre.x - before.x);
  EXPECT_NEAR(furthest, 3, 0.1F);
  EXPECT_EQ(wall.scene.card(id)->centre, before);
}

TEST(Hold, OfACardThatIsNotThereIsNothing) {
  Wall wall(six_circles);
  wall.scene.hold(numbered<model::CardId>(5), {10, 10});
  wall.scene.let_fall(numbered<model::CardId>(5));
  wall.scene.lean(numbered<model::CardId>(5), {10, 10});
  EXPECT_TRUE(wall.scene.moving_cards().empty());
}

TEST(TakenBack, EvenFromAHand) {
  Wall wall(six_circles);
  const auto id = wall.card({"structure", {0, -0.4F}});
  wall.settle();
  wall.scene.hold(id, {900, 500});
  wall.happens(model::CardTakenBack{id});
  while (wall.advance(0.016F)) continue;
  EXPECT_EQ(wall.scene.card(id), nullptr);
  EXPECT_TRUE(wall.scene.moving_cards().empty());
}

TEST(Anything, MayComeOutOfAJournal) {
  Wall wall(six_circles);
  wall.card({"no such region", {0, 0}});
  wall.card({"structure", {std::nanf(""), 1e30F}});
  wall.card({"", {-1e30F, std::numeric_limits<float>::infinity()}});
  wall.settle();
  for (const auto* view : wall.shown()) {
    EXPECT_TRUE(std::isfinite(view->centre.x) && std::isfinite(view->centre.y));
    EXPECT_TRUE((PixelRect{0, 0, 1920, 1080}).contains(view->centre));
  }
  EXPECT_EQ(wall.overlaps(), 0);
}

}  // namespace
}  // namespace greenline::test
