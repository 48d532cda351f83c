// Regions whose names the host has not revealed: nothing on the wall tells them, and nothing moves when they appear.
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "scene/each_text.h"
#include "scene/wall.h"

namespace greenline::test {
namespace {

const char* const sense_field = "stories-before-boxes";

// Each text of the ground: what it is of, where it stands, how wide it is, how many letters it has.
using Look = std::vector<std::tuple<scene::TextOf, float, float, float, std::size_t>>;
Look look_of(const Wall& wall) {
  Look look;
  scene::each_text(wall.scene, [&](const auto& text) {
    look.emplace_back(text.of, text.at.x, text.at.y, text.block->width, text.block->glyphs.size());
  });
  return look;
}
std::size_t names_of(const Wall& wall) {
  std::size_t names = 0;
  for (const auto& text : look_of(wall)) {
    EXPECT_NE(std::get<0>(text), scene::TextOf::help) << "a help";
    if (std::get<0>(text) == scene::TextOf::name) ++names;
  }
  return names;
}

// The same stage with other names, so that what tells them looks different.
scene::Stage renamed(scene::Stage stage) {
  for (content::Region& region : stage.canvas.regions)
    for (content::LocalText* text : {&region.label, &region.help, &region.prompt})
      for (auto& [language, words] : *text) words = "quite another word here";
  return stage;
}

struct Glass {
  Size size;
  const char* second;  // language
  bool table;
};

TEST(HiddenNames, ChangeNothingOnTheWallWhicheverTheScreenAndWhoeverReads) {
  for (const Glass& glass : {Glass{{1920, 1080}, "", false}, Glass{{1080, 1920}, "fr", false}, Glass{{1280, 800}, "", true}}) {
    scene::Stage stage = stage_of(sense_field, glass.size.width, glass.size.height, "place-by-feel");
    stage.second_language = glass.second;
    stage.table = glass.table;
    Wall wall(stage), other(renamed(stage));
    EXPECT_EQ(look_of(wall), look_of(other));
    EXPECT_GE(names_of(wall), stage.canvas.regions.size()) << "what the phase asks of each";
    for (Wall* each : {&wall, &other}) {
      each->scene.bring_near(each->convening, "complex");
      each->settle();
    }
    EXPECT_EQ(look_of(wall), look_of(other)) << "one of them near";
  }
}

TEST(HiddenNames, LeaveTheirRegionsToldApart) {
  const Wall wall(stage_of(sense_field, 1920, 1080, "tell"));
  EXPECT_EQ(names_of(wall), 0U) << "of a phase that asks nothing of them";
  std::set<std::string> colours;
  for (const scene::RegionView& region : wall.scene.backdrop().regions) colours.insert(region.colour);
  EXPECT_EQ(colours.size(), wall.scene.backdrop().regions.size());
}

TEST(HiddenNames, AppearWithThePhaseThatRevealsThem) {
  const scene::Stage stage = stage_of(sense_field, 1920, 1080, "draw-the-edges");
  const Wall wall(stage), other(renamed(stage));
  EXPECT_NE(look_of(wall), look_of(other));
  for (const scene::RegionView& region : wall.scene.backdrop().regions) {
    EXPECT_NE(region.name.block, nullptr) << region.id;
    EXPECT_NE(region.help.block, nullptr) << region.id;
  }
}

// People placed their cards by feel: nobody's is pushed aside by a name that appears.
TEST(HiddenNames, MoveNoCardWhenTheyAppear) {
  for (const Size screen : {Size{1920, 1080}, Size{1080, 1920}}) {
    Wall wall(stage_of(sense_field, screen.width, screen.height, "argue-kindly"));
    wall.crowd(40, 7);
    wall.settle();
    const std::uint64_t before = arrange::hash_of(*wall.scene.arrangement());
    wall.scene.set_stage(stage_of(sense_field, screen.width, screen.height, "draw-the-edges"), wall.convening, true);
    EXPECT_EQ(arrange::hash_of(*wall.scene.arrangement()), before) << screen.width;
  }
}

}  // namespace
}  // namespace greenline::test
