// Round a table names and prompts are read from two sides.
#include <gtest/gtest.h>

#include "wall.h"

namespace greenline::test {
namespace {

constexpr Size tables[] = {{1920, 1080}, {3840, 2160}, {1080, 1920}, {1280, 960}};

scene::Stage laid_down(const std::string& activity, Size size, const std::string& second = {}) {
  scene::Stage stage = stage_of(activity, size.width, size.height);
  stage.table = true;
  stage.second_language = second;
  return stage;
}

struct Table {
  std::string told;
  scene::Backdrop backdrop;
};

// Laid out once for all that is asked of them.
std::vector<Table> lay_tables() {
  std::vector<Table> laid;
  for (const std::string activity : {six_circles, nested})
    for (const Size size : tables)
      for (const std::string second : {"", "fr"}) {
        const Wall wall(laid_down(activity, size, second));
        laid.push_back(
            {(testing::Message() << activity << " " << size.width << "x" << size.height << " " << second).GetString(),
             wall.scene.backdrop()});
      }
  return laid;
}

template <class See>
void at_every_table(See see) {
  static const std::vector<Table> laid = lay_tables();
  for (const Table& table : laid) {
    SCOPED_TRACE(table.told);
    see(table.backdrop);
  }
}

TEST(TableNames, EveryNameStandsTurnedAtTheFarSideOfItsRegion) {
  at_every_table([](const scene::Backdrop& backdrop) {
    for (const scene::RegionView& region : backdrop.regions) {
      ASSERT_TRUE(region.turned_name.block) << region.id;
      EXPECT_TRUE(region.turned_name.turned);
      EXPECT_EQ(region.turned_name.block->width, region.name.block->width) << "the same words in the same size";
      EXPECT_TRUE(region.contains(region.turned_name.rect().centre())) << region.id;
      EXPECT_FALSE(region.turned_zone.touches(region.label_zone)) << region.id;
    }
  });
}

TEST(TableNames, TheCopyIsNearerToWhoSitsOpposite) {
  const Wall wall(laid_down(six_circles, {1920, 1080}));
  for (const scene::RegionView& region : wall.scene.backdrop().regions) {
    EXPECT_LT(region.label_zone.centre().y, region.centre().y) << region.id;
    EXPECT_GT(region.turned_zone.y0, region.centre().y + 0.25F * region.bounds().height()) << region.id;
  }
}

TEST(TableNames, ThePromptStandsTurnedToo) {
  at_every_table([](const scene::Backdrop& backdrop) {
    const scene::PromptView& prompt = backdrop.prompt;
    ASSERT_EQ(prompt.turned.size(), prompt.lines.size() + (prompt.mode.block ? 1 : 0));
    for (const scene::TextView& line : prompt.turned) {
      EXPECT_TRUE(line.turned);
      EXPECT_EQ(clipped(line.rect(), prompt.second_zone), line.rect());
    }
    EXPECT_FALSE(prompt.zone.touches(prompt.second_zone));
    EXPECT_EQ(prompt.times, 1) << "it fits";
  });
}

TEST(TableNames, TurnedCopiesCoverNoWords) {
  at_every_table([](const scene::Backdrop& backdrop) {
    for (const scene::RegionView& region : backdrop.regions) {
      EXPECT_FALSE(region.turned_zone.touches(region.label_zone)) << region.id;
      EXPECT_FALSE(region.turned_zone.touches(backdrop.prompt.zone)) << region.id;
      EXPECT_FALSE(region.turned_zone.touches(backdrop.prompt.second_zone)) << region.id;
      for (const scene::RegionView& other : backdrop.regions) {
        if (&other != &region) {
          EXPECT_FALSE(region.turned_zone.touches(other.label_zone)) << region.id << " " << other.id;
        }
      }
    }
  });
}

TEST(TableNames, OneThatSeatsCoverFromBothSidesStandsAsideAndGoesBackWhenOneLeaves) {
  for (const std::string second : {"", "fr"}) {
    Wall wall(laid_down(six_circles, {1920, 1080}, second));
    wall.settle();
    for (std::size_t i = 0; i < wall.scene.backdrop().regions.size(); ++i) {
      const auto region = [&]() -> const scene::RegionView& { return wall.scene.backdrop().regions[i]; };
      const PixelRect home = region().turned_name.rect(), circle = region().bounds();
      const PixelRect over_name{circle.x0, circle.y0, circle.x1, region().label_zone.y1};
      const PixelRect over_copy{home.x0 + 20, home.y0 - 20, circle.x1, circle.y1};
      const auto settle_under = [&](const std::vector<PixelRect>& seats) {
        wall.scene.lean_from(seats);
        wall.settle();
      };
      settle_under({over_name, over_copy});
      EXPECT_FALSE(over_name.touches(region().turned_name.rect().grown(-1))) << region().id;
      EXPECT_FALSE(over_copy.touches(region().turned_name.rect().grown(-1))) << region().id;
      EXPECT_TRUE(region().contains(region().turned_name.rect().centre())) << region().id;
      settle_under({over_copy});
      EXPECT_EQ(region().turned_name.rect(), home) << region().id << ": one of them is read";
      settle_under({});
      EXPECT_EQ(region().turned_name.rect(), home) << region().id;
    }
  }
}

TEST(TableNames, NoCardRestsOnThem) {
  Wall wall(laid_down(six_circles, {1920, 1080}));
  wall.crowd(60, 3);
  wall.settle();
  for (const scene::RegionView& region : wall.scene.backdrop().regions)
    for (const auto* card : wall.shown())
      EXPECT_FALSE(region.turned_name.rect().touches(wall.rect_of(*card).grown(-1))) << region.id;
}

TEST(TableNames, AWallHasThemOnce) {
  const Wall wall(six_circles);
  EXPECT_TRUE(wall.scene.backdrop().prompt.turned.empty());
  for (const scene::RegionView& region : wall.scene.backdrop().regions) EXPECT_FALSE(region.turned_name.block);
}

}  // namespace
}  // namespace greenline::test
