// The backdrop: names in their regions, the prompt in its box, the line's words clear of both, on every screen and in both
// languages.
#include "scene/stage.h"
#include "arrange/sheet.h"
#include "scene/wall.h"

namespace greenline::test {
namespace {

constexpr Size all_screens[] = {{1920, 1080}, {3840, 2160}, {1080, 1920}, {1280, 800}, {1024, 768}};

struct Case {
  const char* activity;
  const char* layout;
  const char* language;
};
const Case cases[] = {{six_circles, "hexagon", "en"}, {six_circles, "hexagon", "fr"},    {six_circles, "rows", "en"},
                      {six_circles, "rows", "fr"},    {six_circles, "surrounded", "en"}, {nested, "rings", "en"},
                      {nested, "rings", "fr"}};

scene::Stage staged(const Case& one, Size size) {
  scene::Stage stage = stage_of(one.activity, size.width, size.height);
  stage.activity.layout = one.layout;
  stage.activity.outer_ring = std::string(one.layout) == "surrounded";
  stage.language = one.language;
  stage.phase = stage.activity.phases[1].id;
  return stage;
}

TEST(Backdrop, WritesEveryNameWithinItsRegionAtALegibleSize) {
  text::Engine engine(text::Purpose::to_measure);
  for (const Case& one : cases)
    for (const Size size : all_screens) {
      const scene::Stage stage = staged(one, size);
      for (const auto& region : scene::make_backdrop(stage, engine).regions) {
        ASSERT_TRUE(region.name.block) << region.id;
        EXPECT_GE(region.name.block->height, stage.legible_px);
        const PixelRect name = region.name.rect();
        const float y = name.centre().y;
        for (const float x : {name.x0, name.centre().x, name.x1})
          EXPECT_TRUE(region.contains({x, y})) << region.id << " " << one.layout << " " << size.width;
        EXPECT_FALSE(region.name.block->cut);
      }
    }
}

TEST(Backdrop, KeepsThePromptInItsBoxAndWhole) {
  text::Engine engine(text::Purpose::to_measure);
  for (const Case& one : cases)
    for (const Size size : all_screens) {
      scene::Stage stage = staged(one, size);
      for (const auto& phase : stage.activity.phases) {
        stage.phase = phase.id;
        const scene::Backdrop backdrop = scene::make_backdrop(stage, engine);
        const auto& prompt = backdrop.prompt;
        ASSERT_FALSE(prompt.lines.empty()) << phase.id;
        EXPECT_EQ(model::clipped(prompt.zone, {0, 0, size.width, size.height}), prompt.zone) << phase.id << " " << one.layout;
        for (const auto& line : prompt.lines) EXPECT_FALSE(line.block->cut);
        for (const auto& region : backdrop.regions)
          EXPECT_FALSE(prompt.zone.touches(region.label_zone))
              << region.id << " " << one.layout << " " << one.language << " " << size.width << " " << phase.id;
      }
    }
}

TEST(Backdrop, ShowsTheSecondLanguageUnderTheFirstOrBesideIt) {
  scene::Stage stage = staged(cases[0], {1080, 1920});
  stage.second_language = "fr";
  Wall wall(stage);
  const auto& lines = wall.scene.backdrop().prompt.lines;
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_TRUE(lines[0].rect().y1 <= lines[1].rect().y0 || lines[0].rect().x1 <= lines[1].rect().x0);
  EXPECT_EQ(lines[1].role, "quiet_text");
}

TEST(Backdrop, ShowsTheSecondLanguageAcrossTheCanvasWhereTheGroundIsFree) {
  scene::Stage stage = staged(cases[0], {1920, 1080});
  stage.second_language = "fr";
  Wall wall(stage);
  const auto& prompt = wall.scene.backdrop().prompt;
  ASSERT_EQ(prompt.lines.size(), 2U);
  EXPECT_LT(prompt.lines[0].rect().x1, 960);
  EXPECT_GT(prompt.lines[1].rect().x0, 960);
  for (const auto& region : wall.scene.backdrop().regions) EXPECT_FALSE(prompt.zone.touches(region.label_zone));
}

TEST(Backdrop, ShowsTheSecondLanguageBesideTheFirstInAWideBox) {
  scene::Stage stage = staged(cases[2], {1920, 1080});
  stage.second_language = "fr";
  Wall wall(stage);
  const auto& lines = wall.scene.backdrop().prompt.lines;
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_LE(lines[0].rect().x1, lines[1].rect().x0);
}

TEST(Backdrop, SaysTheModeInTheStagesWordsWhereThePhaseHasNone) {
  scene::Stage stage = staged(cases[0], {1920, 1080});
  for (auto& phase : stage.activity.phases) phase.mode_words.clear();
  EXPECT_FALSE(Wall(stage).scene.backdrop().prompt.mode.block);
  stage.mode_line = "at your table";
  Wall wall(stage);
  ASSERT_TRUE(wall.scene.backdrop().prompt.mode.block);
  EXPECT_EQ(wall.scene.backdrop().prompt.mode.role, "line");
}

TEST(Backdrop, LetsTheLinesWordsCoverNoNameAndNoPrompt) {
  text::Engine engine(text::Purpose::to_measure);
  for (const Case& one : cases)
    for (const Size size : all_screens) {
      const scene::Backdrop backdrop = scene::make_backdrop(staged(one, size), engine);
      if (!backdrop.has_line) continue;
      EXPECT_TRUE(backdrop.line.above.block && backdrop.line.below.block) << one.layout << size.width;
      for (const auto* words : {&backdrop.line.above, &backdrop.line.below}) {
        for (const auto& region : backdrop.regions) EXPECT_FALSE(words->rect().touches(region.label_zone));
        EXPECT_FALSE(words->rect().touches(backdrop.prompt.zone));
      }
    }
}

TEST(Backdrop, WritesAPromptOfTwoLinesAsLargeAsItsStripAllows) {
  scene::Stage stage = staged(cases[0], {1920, 1080});
  stage.mode_line = "on your own, quietly";
  for (auto& phase : stage.activity.phases)
    phase.prompt["en"] =
        "What could you try by next Friday that touches both sides of the line, and who would have to hear of it before you "
        "begin, so that it does not end as it did the last time?";
  Wall wall(stage);
  const auto& prompt = wall.scene.backdrop().prompt;
  ASSERT_EQ(prompt.lines.front().block->lines, 2);
  const content::Box& box = content::layout_for(stage.canvas, stage.activity.layout, 1920, 1080).prompt;
  EXPECT_GT(prompt.lines.front().rect().height(), 0.8F * (box.y1 - box.y0) * 1080);
  EXPECT_GT(prompt.mode.at.x, prompt.lines.front().rect().x1) << "how people are together stands beside it";
  EXPECT_LE(prompt.mode.rect().x1, 1920);
}

TEST(Backdrop, JoinsTheCirclesFaintlyAcrossTheGroundBetweenThem) {
  for (const Case& one : {cases[0], cases[4]}) {
    Wall wall(staged(one, {1920, 1080}));
    const auto& backdrop = wall.scene.backdrop();
    EXPECT_GE(backdrop.faint_lines.size(), 7U) << "the ring around all is not joined, and does not part them";
    for (const auto& [from, to] : backdrop.faint_lines)
      for (const auto& region : backdrop.regions)
        EXPECT_FALSE(region.id != "outer" && region.contains((from + to) * 0.5F)) << region.id;
  }
}

TEST(Resize, KeepsEveryCardInItsRegion) {
  Wall wall(six_circles);
  wall.crowd(40, 6);
  wall.settle();
  for (const Size size : all_screens) {
    wall.scene.set_stage(staged(cases[2], size), wall.convening, false);
    while (wall.advance(0.05F)) continue;
    for (const auto* view : wall.shown())
      EXPECT_EQ(wall.scene.region_at(view->centre)->id, wall.convening.cards.at(view->id).place.value.region);
    EXPECT_EQ(wall.overlaps(), 0);
  }
}

}  // namespace
}  // namespace greenline::test
