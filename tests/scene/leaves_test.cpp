// One size a canvas, from the fullest place; below the legible size a card is a leaf, and leaves near a finger rise.
#include <algorithm>

#include "scene/raised.h"
#include "scene/wall.h"

namespace greenline::test {
namespace {

TEST(CardSize, IsOneAndShrinksInStepsAsTheFullestPlaceFills) {
  Wall wall(six_circles);
  float last = 1e9F;
  int sizes = 0;
  for (int i = 0; i < 60; ++i) {
    wall.card({"structure", {0, -0.2F}});
    wall.settle();
    const float now = wall.half_width();
    EXPECT_LE(now, last);
    sizes += now != last ? 1 : 0;
    last = now;
  }
  EXPECT_GT(sizes, 4);
  EXPECT_LT(sizes, 30);
  for (const auto* view : wall.shown()) EXPECT_FLOAT_EQ(view->half_width, wall.half_width());
}

TEST(CardSize, DependsOnWhatIsThereAndNotOnWhatWas) {
  Wall wall(six_circles), other(six_circles);
  std::vector<model::CardId> ids;
  for (int i = 0; i < 30; ++i) ids.push_back(wall.card({"structure", {0, -0.2F}}));
  for (std::size_t i = 3; i < ids.size(); ++i) wall.happens(model::CardTakenBack{ids[i]});
  for (int i = 0; i < 3; ++i) other.card({"structure", {0, -0.2F}});
  wall.settle();
  other.settle();
  EXPECT_EQ(wall.scene.type_px(), other.scene.type_px());
}

TEST(CardSize, IsGenerousForAFew) {
  Wall wall(six_circles);
  wall.card({"structure", {0, -0.4F}});
  wall.settle();
  EXPECT_GT(wall.scene.type_px(), 0.025F * wall.scene.backdrop().unit_px);
  EXPECT_FALSE(wall.scene.leaves());
}

TEST(Leaves, CarryNoWordsAndSayThatSomethingIsThere) {
  Wall wall(six_circles);
  wall.crowd(900, 2);
  wall.settle();
  ASSERT_TRUE(wall.scene.leaves());
  for (const auto* view : wall.shown()) {
    EXPECT_TRUE(view->leaf);
    EXPECT_EQ(view->words, nullptr);
  }
}

TEST(Leaves, AreCardsWithWordsAgainWhereThereIsRoom) {
  Wall wall(six_circles);
  wall.crowd(900, 2);
  wall.settle();
  ASSERT_TRUE(wall.scene.leaves());
  const auto cards = wall.shown();
  std::vector<model::CardId> ids;
  for (const auto* view : cards) ids.push_back(view->id);
  for (std::size_t i = 5; i < ids.size(); ++i) wall.happens(model::CardTakenBack{ids[i]});
  wall.settle();
  EXPECT_FALSE(wall.scene.leaves());
  for (std::size_t i = 0; i < 5; ++i) EXPECT_NE(wall.scene.card(ids[i])->words, nullptr);
}

struct AFingerAmongLeaves : testing::Test {
  AFingerAmongLeaves() : wall(six_circles) {
    wall.crowd(900, 2);
    wall.settle();
    finger = wall.scene.backdrop().regions.front().centre();
    wall.scene.avoid = {{finger.x + 40, finger.y - 200, finger.x + 500, finger.y + 200}};
    wall.scene.attend(finger);
    for (int i = 0; i < 200 && wall.advance(0.016F); ++i) continue;
  }
  Wall wall;
  PixelPoint finger;
};

TEST_F(AFingerAmongLeaves, RaisesTheNearestToReadingSizeClearOfEachOtherAndOfTheHand) {
  const auto raised = wall.scene.raised();
  ASSERT_GE(raised.size(), 2U);
  ASSERT_LE(raised.size(), 5U);
  for (std::size_t i = 0; i < raised.size(); ++i) {
    const PixelRect rect = wall.rect_of(raised[i].view);
    EXPECT_NE(raised[i].view.words, nullptr);
    EXPECT_EQ(raised[i].view.scale, 1);
    EXPECT_FALSE(rect.contains(finger));
    EXPECT_FALSE(rect.touches(wall.scene.avoid.front()));
    EXPECT_EQ(model::clipped(rect, {0, 0, 1920, 1080}), rect);
    for (std::size_t k = 0; k < i; ++k) EXPECT_FALSE(rect.touches(wall.rect_of(raised[k].view)));
  }
}

TEST_F(AFingerAmongLeaves, TouchesARaisedCardBeforeWhatLiesUnderIt) {
  const auto& view = wall.scene.raised().front().view;
  const auto target = wall.scene.hit(view.centre);
  ASSERT_TRUE(std::holds_alternative<input::OnCard>(target));
  EXPECT_EQ(std::get<input::OnCard>(target).card, view.id);
}

TEST_F(AFingerAmongLeaves, SinksThemWhenItGoes) {
  wall.scene.attend(std::nullopt);
  for (int i = 0; i < 200 && wall.advance(0.016F); ++i) continue;
  EXPECT_TRUE(wall.scene.raised().empty());
  EXPECT_FALSE(wall.advance(0.016F));
}

TEST_F(AFingerAmongLeaves, CarriesALeafAtReadingSizeAndLeavesItALeaf) {
  const model::CardId id = wall.scene.raised().front().view.id;
  wall.scene.hold(id, wall.scene.raised().front().view.centre);
  wall.advance(0.3F);
  EXPECT_GT(wall.scene.card(id)->half_width, wall.half_width() * 2);
  EXPECT_NE(wall.scene.card(id)->words, nullptr);
  wall.scene.let_fall(id);
  wall.scene.attend(std::nullopt);
  for (int i = 0; i < 400 && wall.advance(0.016F); ++i) continue;
  EXPECT_FLOAT_EQ(wall.scene.card(id)->half_width, wall.half_width());
  EXPECT_TRUE(wall.scene.card(id)->leaf);
  EXPECT_EQ(wall.overlaps(), 0);
}

TEST(RaisedPlace, IsNothingWhereThereIsNoRoom) {
  const PixelRect all[] = {{0, 0, 1920, 1080}};
  EXPECT_FALSE(scene::raised_place({500, 500}, {80, 42}, {500, 500}, 20, all, {0, 0, 1920, 1080}));
}

}  // namespace
}  // namespace greenline::test
