// However long the words of a pack are, the wall draws none outside itself, and says which have no room.
#include <array>

#include "scene/each_text.h"
#include "scene/stage.h"
#include "scene/wall.h"

namespace greenline::test {
namespace {

using scene::Crowded;

constexpr std::array narrow_and_wide = {Size{1920, 1080}, Size{3840, 2160}, Size{1280, 720}, Size{1080, 1920}, Size{640, 360}};

std::string many(const std::string& sentence, int times) {
  std::string words;
  for (int i = 0; i < times; ++i) words += sentence;
  return words;
}

scene::Stage asking(const std::string& words, Size size, const char* second = "") {
  scene::Stage stage = stage_of(six_circles, size.width, size.height);
  stage.language = "en";
  stage.second_language = second;
  for (auto& [language, text] : stage.activity.phases.front().prompt) text = words;
  if (*second != '\0') stage.activity.phases.front().prompt[second] = words + "…";
  return stage;
}

void expect_on_the_screen(const scene::Backdrop& backdrop) {
  constexpr float rounding = 0.5F;
  const PixelRect screen = PixelRect{0, 0, backdrop.width, backdrop.height}.grown(rounding);
  each_text_of_backdrop(backdrop, [&](const auto& text) {
    const PixelRect& rect = text.reach;
    EXPECT_EQ(model::clipped(rect, screen), rect) << rect.x0 << "," << rect.y0 << " to " << rect.x1 << "," << rect.y1 << " of "
                                                  << backdrop.width << "x" << backdrop.height;
  });
}

bool says(const scene::Backdrop& backdrop, Crowded::What what) {
  return std::any_of(backdrop.crowded.begin(), backdrop.crowded.end(),
                     [&](const Crowded& crowded) { return crowded.what == what; });
}

TEST(Crowding, OfWhatIsShippedThereIsNone) {
  text::Engine engine;
  for (const char* activity : {six_circles, nested})
    for (const Size size : {Size{1920, 1080}, Size{3840, 2160}, Size{1280, 720}, Size{1080, 1920}})
      for (const content::Phase& phase : stage_of(activity, size.width, size.height).activity.phases) {
        const scene::Stage stage = stage_of(activity, size.width, size.height, phase.id);
        EXPECT_TRUE(make_backdrop(stage, engine).crowded.empty()) << activity << " " << phase.id << " " << size.width;
      }
}

TEST(Crowding, OfAPromptIsToldWithHowMuchTooLongItIs) {
  text::Engine engine;
  for (const Size size : narrow_and_wide) {
    const auto backdrop = make_backdrop(asking(many("What helped and what got in the way of it all? ", 200), size), engine);
    ASSERT_TRUE(says(backdrop, Crowded::What::prompt)) << size.width;
    EXPECT_GT(backdrop.prompt.times, 1.05F);
    expect_on_the_screen(backdrop);
  }
}

TEST(Crowding, LeavesOffAPromptsEndOnlyWhereTheScreenEnds) {
  text::Engine engine;
  const auto vast = make_backdrop(asking(many("What helped and what got in the way? ", 600), {1920, 1080}), engine);
  EXPECT_TRUE(vast.prompt.cut);
  EXPECT_TRUE(vast.prompt.lines.front().block->cut);
  const auto whole = make_backdrop(asking("What helped?", {1920, 1080}), engine);
  EXPECT_FALSE(whole.prompt.cut);
  EXPECT_EQ(whole.prompt.times, 1);
}

TEST(Crowding, OfTwoLanguagesKeepsBothOnTheScreen) {
  text::Engine engine;
  for (const Size size : narrow_and_wide) {
    const auto backdrop = make_backdrop(asking(many("What helped and what got in the way? ", 300), size, "fr"), engine);
    EXPECT_EQ(backdrop.prompt.lines.size() >= 2, true);
    expect_on_the_screen(backdrop);
  }
}

TEST(Crowding, OfOneEndlessWordStaysOnTheScreen) {
  text::Engine engine;
  for (const Size size : narrow_and_wide) {
    const auto backdrop = make_backdrop(asking(std::string(1900, 'w'), size), engine);
    EXPECT_TRUE(says(backdrop, Crowded::What::prompt));
    expect_on_the_screen(backdrop);
  }
}

TEST(Crowding, OfModesStaysOnTheScreen) {
  text::Engine engine;
  for (const Size size : narrow_and_wide) {
    scene::Stage stage = asking("What helped?", size);
    stage.mode_line = many("at your tables, and then ", 200);
    expect_on_the_screen(make_backdrop(stage, engine));
  }
}

TEST(Crowding, OfNamesHelpAndTheLineIsToldAndStaysOnTheScreen) {
  text::Engine engine;
  for (const Size size : narrow_and_wide) {
    scene::Stage stage = asking("What helped?", size);
    for (content::Region& region : stage.canvas.regions) {
      region.label["en"] = many("Everything that holds ", 30);
      region.help["en"] = many("what is fixed in place and what is not ", 60);
    }
    stage.canvas.green_line->above["en"] = many("what we can point to ", 9);
    stage.canvas.green_line->below["en"] = many("what carries it ", 12);
    const auto backdrop = make_backdrop(stage, engine);
    EXPECT_TRUE(says(backdrop, Crowded::What::name));
    expect_on_the_screen(backdrop);
  }
}

TEST(Crowding, OfAGatheringsLongNameStaysOnTheScreen) {
  for (const Size size : {Size{1920, 1080}, Size{1280, 720}, Size{640, 360}}) {
    Wall wall(six_circles, size);
    wall.gathering({wall.card({"structure", {-0.9F, 0}}), wall.card({"structure", {0.9F, 0}})},
                   many("everything that holds ", 9));
    wall.settle();
    ASSERT_FALSE(wall.scene.gatherings().empty());
    const PixelRect screen{0, 0, size.width, size.height};
    for (const auto& gathering : wall.scene.gatherings()) EXPECT_EQ(model::clipped(gathering.pill, screen), gathering.pill);
  }
}

}  // namespace
}  // namespace greenline::test
