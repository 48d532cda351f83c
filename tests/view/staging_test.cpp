// Which languages a wall shows, and from how far they can be read.
#include "view/staging.h"

#include <gtest/gtest.h>

#include "app/resources.h"

namespace greenline::view {
namespace {

app::Resources resources_of(const std::string& activity) {
  auto resources = app::load_resources(activity, "dusk");
  if (!resources) throw std::runtime_error(resources.error());
  return std::move(*resources);
}

WallSetting chosen(const std::vector<std::string>& side_by_side, const std::string& language, const std::string& second) {
  content::Activity activity;
  activity.languages = {"en", "fr", "es"};
  activity.side_by_side = side_by_side;
  WallSetting setting;
  setting.language = language;
  setting.second_language = second;
  choose_languages(activity, setting);
  return setting;
}

TEST(Languages, AreTheActivitysFirstWhenNobodySays) {
  EXPECT_EQ(chosen({}, "", "").language, "en");
  EXPECT_EQ(chosen({}, "", "").second_language, "");
}

TEST(Languages, AreTheTwoThatTheActivityPutsSideBySide) {
  EXPECT_EQ(chosen({"fr", "es"}, "", "").language, "fr");
  EXPECT_EQ(chosen({"fr", "es"}, "", "").second_language, "es");
}

TEST(Languages, AreWhatWasAskedForWhateverTheActivitySays) {
  EXPECT_EQ(chosen({"fr", "es"}, "en", "").language, "en");
  EXPECT_EQ(chosen({"fr", "es"}, "en", "").second_language, "");
  EXPECT_EQ(chosen({"fr", "es"}, "", "en").language, "fr");
  EXPECT_EQ(chosen({"fr", "es"}, "", "en").second_language, "en");
}

TEST(Stage, SaysHowPeopleAreTogetherInBothLanguages) {
  const app::Resources resources = resources_of("both-sides-of-the-line");
  const content::Phase& phase = *find_phase(resources.pack.activity, "name");
  const scene::Stage stage = stage_of(resources.pack, phase, resources.strings, chosen({}, "en", "es"));
  EXPECT_EQ(stage.mode_line, "at your tables, then at the wall, a few at a time");
  EXPECT_EQ(stage.second_mode_line, "en sus mesas, luego ante el muro, unas pocas personas a la vez");
}

TEST(Stage, LeavesTheSecondModeOutWhereTheInterfaceDoesNotSpeakTheLanguage) {
  const app::Resources resources = resources_of("both-sides-of-the-line");
  const content::Phase& phase = *find_phase(resources.pack.activity, "name");
  EXPECT_EQ(stage_of(resources.pack, phase, resources.strings, chosen({}, "fr", "pa")).second_mode_line, "");
}

TEST(ReadFrom, GrowsWithTheScreenAndWithWhatIsAskedFor) {
  const app::Resources resources = resources_of("finding-our-place");
  text::Engine engine;
  WallSetting setting;
  setting.pixels_per_mm = 1920 / 1430.0F;  // 65 inches
  const double usual_m = read_from_m(resources.pack, resources.strings, setting, engine);
  EXPECT_GT(usual_m, 1);
  setting.room_capital_px = 1.3F * static_cast<float>(usual_m) * 5 * setting.pixels_per_mm;
  EXPECT_NEAR(read_from_m(resources.pack, resources.strings, setting, engine), 1.3 * usual_m, 0.01);
  WallSetting larger;
  larger.pixels_per_mm = setting.pixels_per_mm / 2;
  EXPECT_NEAR(read_from_m(resources.pack, resources.strings, larger, engine), 2 * usual_m, 0.01);
}

}  // namespace
}  // namespace greenline::view
