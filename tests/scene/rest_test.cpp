// Cards come to rest clear of each other, inside their edges, off every name, and always in the same places.
#include <algorithm>

#include "scene/wall.h"

namespace greenline::test {
namespace {

class Rest : public testing::TestWithParam<std::tuple<const char*, Size, int>> {};

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
    EXPECT_EQ(wall.overlaps(), 0) << "seed " << seed;
  }
}

TEST_P(Rest, PartsCardsDroppedOnOneSpot) {
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
    for (const auto& region : wall.scene.backdrop().regions) EXPECT_FALSE(region.label_zone.touches(rect)) << region.id;
    EXPECT_FALSE(wall.scene.backdrop().prompt.zone.touches(rect));
    EXPECT_TRUE(model::clipped(rect, {0, 0, size.width, size.height}) == rect);
  }
}

INSTANTIATE_TEST_SUITE_P(OnEveryScreen, Rest,
                         testing::Combine(testing::Values(six_circles, nested), testing::ValuesIn(screens),
                                          testing::Values(5, 60, 220, 500, 2000)),
                         name_of);

}  // namespace
}  // namespace greenline::test
