// Cards come to rest clear of each other, inside their edges, off every name, and always in the same places.
#include <algorithm>

#include "scene/wall.h"

namespace greenline::test {
namespace {

class Rest : public testing::TestWithParam<std::tuple<const char*, Size, int>> {};
class RestOfAPile : public Rest {};

std::string name_of(const testing::TestParamInfo<Rest::ParamType>& info) {
  const auto& [activity, size, count] = info.param;
  return std::string(activity == six_circles ? "six" : "nested") + "_" + std::to_string(static_cast<int>(size.width)) + "x" +
         std::to_string(static_cast<int>(size.height)) + "_" + std::to_string(count);
}

TEST_P(Rest, LeavesNoCardOverAnother) {
  const auto& [activity, size, count] = GetParam();
  for (std::uint32_t seed = 1; seed <= (count > 400 ? 1U : 6U); ++seed) {
    Wall wall(activity, size);
    wall.crowd(count, seed);
    wall.settle();
    ASSERT_EQ(wall.overlaps(), 0) << "seed " << seed;
  }
}

TEST_P(RestOfAPile, PartsCardsDroppedOnOneSpot) {
  const auto& [activity, size, count] = GetParam();
  Wall wall(activity, size);
  const std::string region = wall.scene.backdrop().regions.back().id;
  for (int i = 0; i < count; ++i) wall.card({region, {0.1F, -0.2F}});
  wall.settle();
  EXPECT_EQ(wall.overlaps(), 0);
}

TEST_P(Rest, NeverCoversANameOrThePrompt) {
  const auto& [activity, size, count] = GetParam();
  Wall wall(activity, size);
  wall.crowd(count, 7);
  for (int i = 0; i < 5; ++i) wall.card({"", {-0.8F, 0.9F}});
  wall.settle();
  for (const auto* view : wall.shown()) {
    const PixelRect rect = wall.rect_of(*view).grown(-0.1F);
    for (const auto& region : wall.scene.backdrop().regions) {
      // Round a name ground is kept that no letter reaches; a screen's own words may be so much wider than what is kept.
      const float spare = 0.006F * wall.scene.backdrop().unit_px;
      EXPECT_FALSE(region.label_zone.grown(-spare).touches(rect)) << region.id;
      for (const auto* words : {&region.name, &region.help})
        if (words->block) {
          EXPECT_FALSE(words->rect().touches(rect)) << region.id;
        }
    }
    EXPECT_FALSE(wall.scene.backdrop().prompt.zone.grown(-0.006F * wall.scene.backdrop().unit_px).touches(rect));
    EXPECT_TRUE(model::clipped(rect, {0, 0, size.width, size.height}) == rect);
  }
}

// One region holds no more than some hundreds at the smallest size: see KeepsACrowdBeyondAllRoomInItsRegion.
INSTANTIATE_TEST_SUITE_P(OnEveryScreen, RestOfAPile,
                         testing::Combine(testing::Values(six_circles, nested), testing::ValuesIn(screens),
                                          testing::Values(5, 60, 220, 500)),
                         name_of);
INSTANTIATE_TEST_SUITE_P(OnEveryScreen, Rest,
                         testing::Combine(testing::Values(six_circles, nested), testing::ValuesIn(screens),
                                          testing::Values(5, 60, 220, 500, 2000)),
                         name_of);

TEST(RestEdges, KeepsWholeCardsWithinAnEdgeThatIsNotPermeable) {
  for (const Size size : screens) {
    Wall wall(six_circles, size);
    wall.crowd(120, 3);
    wall.settle();
    for (const auto* view : wall.shown()) {
      const std::string& id = wall.convening.cards.at(view->id).place.value.region;
      const PixelRect rect = wall.rect_of(*view);
      for (const auto& region : wall.scene.backdrop().regions) {
        if (region.id != id) continue;
        for (const PixelPoint corner : {PixelPoint{rect.x0, rect.y0}, PixelPoint{rect.x1, rect.y0},
                                        PixelPoint{rect.x0, rect.y1}, PixelPoint{rect.x1, rect.y1}})
          EXPECT_TRUE(region.contains(corner)) << id;
      }
    }
  }
}

// Who looks sees in which ring a card is, however open the ring's edge is drawn.
TEST(RestEdges, LetsNoCardLieOnAnEdgeThatIsDrawnOpen) {
  Wall wall(nested);
  const auto& interest = wall.scene.backdrop().regions.front();
  const auto& engagement = wall.scene.backdrop().regions[1];
  ASSERT_TRUE(interest.permeable);
  ASSERT_TRUE(engagement.permeable);
  const auto outer = wall.card({"interest", {-0.995F, 0}}), inner = wall.card({"interest", {0.8F, 0}});
  wall.settle();
  EXPECT_GT(wall.rect_of(*wall.scene.card(outer)).x0, interest.bounds().x0);
  EXPECT_LT(wall.rect_of(*wall.scene.card(outer)).x1, engagement.bounds().x0);
  EXPECT_GT(wall.rect_of(*wall.scene.card(inner)).x0, engagement.bounds().x1);
}

TEST(RestEdges, LetsNoCardOfARingReachIntoTheProtectedMiddle) {
  Wall wall(nested);
  const auto& practice = wall.scene.backdrop().regions.back();
  ASSERT_FALSE(practice.permeable);
  for (int i = 0; i < 12; ++i) wall.card({"engagement", {0.02F * static_cast<float>(i) - 0.5F, 0.1F}});
  wall.settle();
  for (const auto* view : wall.shown()) {
    const PixelRect rect = wall.rect_of(*view);
    const PixelPoint nearest = {std::clamp(practice.centre().x, rect.x0, rect.x1),
                                std::clamp(practice.centre().y, rect.y0, rect.y1)};
    EXPECT_FALSE(practice.contains(nearest));
  }
}

TEST(RestEdges, MovesACardNoFurtherThanItsNeighboursNeed) {
  Wall wall(six_circles);
  const auto alone = wall.card({"structure", {0.1F, -0.3F}});
  const auto first = wall.card({"identity", {0, -0.3F}}), second = wall.card({"identity", {0.02F, -0.4F}});
  wall.settle();
  const auto moved = [&](model::CardId id) {
    return model::length(wall.scene.card(id)->centre - wall.scene.pixel_of(wall.convening.cards.at(id).place.value));
  };
  EXPECT_EQ(moved(alone), 0);
  EXPECT_GT(moved(second), moved(first)) << "who came later yields more";
  EXPECT_LT(moved(second), wall.half_width() * 2.2F);
}

TEST(RestEdges, KeepsACrowdBeyondAllRoomInItsRegion) {
  Wall wall(six_circles, {1280, 800});
  for (int i = 0; i < 4000; ++i) wall.card({"identity", {0.1F, -0.2F}});
  wall.settle();
  for (const auto* view : wall.shown()) EXPECT_EQ(wall.scene.region_at(view->centre)->id, "identity");
}

}  // namespace
}  // namespace greenline::test
