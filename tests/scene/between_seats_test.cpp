// Regions that seats take the ground or the name of, and where they go.
#include "scene/between_seats.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "scene/wall.h"

namespace greenline::test {
namespace {

using geometry::Box;

constexpr float card_wide = 0.12F, first_line = 0.022F;

class Between : public testing::Test {
 protected:
  Between() : wall(six_circles, {1920, 1080}) {
    const scene::Stage& stage = wall.scene.stage();
    whole = content::layout_for(stage.canvas, stage.activity.layout, 1920, 1080);
    for (const content::PlacedRegion& region : whole.regions) {
      scene::RegionNeed need;
      need.is_shown =
          std::ranges::any_of(wall.scene.backdrop().regions, [&](const auto& one) { return one.id == region.region; });
      need.lines = 6;
      need.name_wide = 0.25F;
      need.name_alone = 0.12F;
      need.name_high = 0.045F;
      need.names = {geometry::box_around({region.label.x, region.label.y}, {0.125F, 0.0225F})};
      needs.push_back(need);
    }
  }
  [[nodiscard]] scene::BetweenSeats laid(std::span<const Box> seats) const {
    return scene::between_seats(whole, {seats, needs, card_wide, first_line, true});
  }
  [[nodiscard]] const Box& home(std::string_view id) const { return placed(whole, id).area.bounds(); }
  static const content::PlacedRegion& placed(const content::Layout& layout, std::string_view id) {
    return *std::ranges::find(layout.regions, id, &content::PlacedRegion::region);
  }

  Wall wall;
  content::Layout whole;
  std::vector<scene::RegionNeed> needs;
};

TEST_F(Between, RegionsThatSeatsLeaveEnoughStayAsTheyAre) {
  const Box corner = geometry::box_around({home("pattern").x0, home("pattern").y0}, {0.1F, 0.08F});
  const scene::BetweenSeats made = laid({&corner, 1});
  EXPECT_EQ(made.without_room, 0);
  for (std::size_t i = 0; i < whole.regions.size(); ++i)
    EXPECT_TRUE(made.layout.regions[i].area.is(whole.regions[i].area)) << whole.regions[i].region;
}

TEST_F(Between, ARegionUnderASeatDrawsInBesideItAndTheOthersStay) {
  const Box& identity = home("identity");
  const Box seat{identity.x0, identity.y0, identity.x0 + 0.3F, identity.y1};
  const scene::BetweenSeats made = laid({&seat, 1});
  EXPECT_EQ(made.without_room, 0);
  EXPECT_FALSE(placed(made.layout, "identity").area.bounds().touches(seat));
  EXPECT_LT(length(placed(made.layout, "identity").area.bounds().centre() - identity.centre()), identity.width());
  for (const content::PlacedRegion& one : whole.regions) {
    if (one.region == "identity") continue;
    EXPECT_TRUE(placed(made.layout, one.region).area.is(one.area)) << one.region;
  }
}

// Wherever six stand: what had to go stands on nothing, and on its own side of the line.
TEST_F(Between, WhereverSeatsStandRegionsThatGoStandClearOfThemAndOfEachOther) {
  std::mt19937 random(7);
  std::uniform_real_distribution<float> across(-0.7F, 0.7F), up(-0.4F, 0.15F);
  int went = 0;
  for (int round = 0; round < 60; ++round) {
    std::vector<Box> seats;
    for (int i = 0; i < 6; ++i) seats.push_back(geometry::box_around({across(random), up(random)}, {0.145F, 0.16F}));
    const scene::BetweenSeats made = laid(seats);
    const Box prompt{whole.prompt.x0, whole.prompt.y0, whole.prompt.x1, whole.prompt.y1};
    for (std::size_t i = 0; i < whole.regions.size(); ++i) {
      if (!needs[i].is_shown || !made.layout.regions[i].area.is(whole.regions[i].area)) continue;
      EXPECT_EQ(made.layout.regions[i].label, whole.regions[i].label);
    }
    if (made.without_room > 0) continue;
    for (std::size_t i = 0; i < whole.regions.size(); ++i) {
      const Box& box = made.layout.regions[i].area.bounds();
      if (!needs[i].is_shown || box == home(whole.regions[i].region)) continue;
      ++went;
      EXPECT_FALSE(box.touches(prompt)) << round;
      const bool was_above = home(whole.regions[i].region).centre().y > whole.line_y;
      EXPECT_EQ(box.centre().y > made.layout.line_y, was_above) << round;
      const int hidden_lines =
          static_cast<int>(std::ranges::count_if(seats, [&](const Box& seat) { return seat.covers(box); }));
      EXPECT_EQ(hidden_lines, 0) << round;
      for (std::size_t k = 0; k < i; ++k) {
        if (!needs[k].is_shown) continue;
        EXPECT_FALSE(box.grown(-0.001F).touches(made.layout.regions[k].area.bounds())) << round;
      }
    }
  }
  EXPECT_GE(went, 30);
}

TEST_F(Between, RegionsOnAPictureStay) {
  whole.picture = {-0.8F, -0.4F, 0.8F, 0.4F};
  const Box seat = home("identity");
  EXPECT_TRUE(placed(laid({&seat, 1}).layout, "identity").area.is(placed(whole, "identity").area));
}

}  // namespace
}  // namespace greenline::test
