// Letters are as high as the distance asks from which they are to be read.
#include "scene/legible.h"
#include "scene/stage.h"
#include "scene/wall.h"

namespace greenline::test {
namespace {

using text::Face;

// Of the first letter's own ink, pixels.
float ink_height(const text::Block& block) { return static_cast<float>(block.glyphs.front().h) / block.detail; }

TEST(Capitals, AreAsHighAsIsSaidOfTheirFace) {
  text::Engine engine;
  for (const Face face : {Face::words, Face::words_bold, Face::names, Face::prompt, Face::prompt_italic}) {
    const auto block = engine.layout("H", {.face = face, .size_px = 400, .language = "en"});
    EXPECT_NEAR(ink_height(*block) / 400, scene::capital_of_em(face), 0.006) << static_cast<int>(face);
  }
}

struct Place {
  const char* what;
  float width, height;
  double width_mm, distance_m;
};
std::ostream& operator<<(std::ostream& out, const Place& place) { return out << place.what; }

class FromADistance : public testing::TestWithParam<Place> {
 protected:
  scene::Stage stage(const char* activity, const char* layout, const char* language) {
    scene::Stage stage = stage_of(activity, GetParam().width, GetParam().height);
    stage.activity.layout = layout;
    stage.language = language;
    stage.mode_line = "At your tables";
    stage.pixels_per_mm = static_cast<float>(GetParam().width / GetParam().width_mm);
    stage.legible_px = std::max(12.0F, static_cast<float>(scene::em_at_the_glass_mm) * stage.pixels_per_mm);
    stage.room_capital_px = asked_px();
    for (content::Phase& phase : stage.activity.phases) phase.mode_words.clear();
    return stage;
  }
  [[nodiscard]] static float asked_px() {
    return static_cast<float>(GetParam().distance_m * 1000 / 200 * GetParam().width / GetParam().width_mm);
  }
  text::Engine engine;
};

TEST_P(FromADistance, CapitalsOfNamesAndPromptsAreATwoHundredthOfIt) {
  for (const auto& [activity, layout] : {std::pair(six_circles, "hexagon"), {six_circles, "rows"}, {nested, "rings"}})
    for (const char* language : {"en", "fr", "es"}) {
      scene::Stage one = stage(activity, layout, language);
      for (const content::Phase& phase : one.activity.phases) {
        one.phase = phase.id;
        SCOPED_TRACE(std::string(layout) + " " + language + " " + phase.id);
        const scene::Backdrop backdrop = make_backdrop(one, engine);
        // Ink is rounded to whole pixels.
        for (const scene::RegionView& region : backdrop.regions)
          EXPECT_GE(ink_height(*region.name.block), asked_px() - 1) << region.id;
        EXPECT_GE(ink_height(*backdrop.prompt.mode.block), asked_px() - 1);
        EXPECT_GE(ink_height(*backdrop.prompt.lines.front().block), asked_px() - 1);
        EXPECT_GE(backdrop.room_capital_px, asked_px() * 0.999F);
      }
    }
}

INSTANTIATE_TEST_SUITE_P(Letters, FromADistance,
                         testing::Values(Place{"table32in", 1920, 1080, 708, 0.7}, Place{"kiosk65in", 1920, 1080, 1430, 2},
                                         Place{"wall86in", 3840, 2160, 1905, 2}, Place{"tall55in", 1080, 1920, 685, 2},
                                         Place{"projection", 1920, 1080, 2500, 5}),
                         [](const auto& each) { return std::string(each.param.what); });

TEST(Distance, TooFarForTheScreenIsToldAsFarAsItReaches) {
  text::Engine engine;
  scene::Stage stage = stage_of(six_circles, 1920, 1080);
  stage.room_capital_px = 90;
  const scene::Backdrop backdrop = make_backdrop(stage, engine);
  EXPECT_LT(backdrop.room_capital_px, 90);
  EXPECT_GT(backdrop.room_capital_px, 10);
  for (const scene::RegionView& region : backdrop.regions) EXPECT_FALSE(region.name.block->cut);
}

TEST(Distance, ThatNobodyNamedLeavesTheLayoutsOwnSizes) {
  text::Engine engine;
  const scene::Stage stage = stage_of(six_circles, 1920, 1080);
  scene::Stage near = stage;
  near.room_capital_px = 1;
  EXPECT_EQ(make_backdrop(stage, engine).room_capital_px, make_backdrop(near, engine).room_capital_px);
}

}  // namespace
}  // namespace greenline::test
