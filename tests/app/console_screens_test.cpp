// What a host's console says of the room's screens, and gives.
#include "app/console_screens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "app/console_page.h"
#include "app/running.h"

namespace greenline::app {
namespace {

using platform::Monitor;
using platform::Use;
using testing::HasSubstr;

Monitor a_screen(const std::string& model, const std::string& connector, int x) {
  return {.name = connector, .x = x, .width = 1920, .height = 1080, .glass = {"GLS", model, "1"}};
}
const Monitor shown_tv = a_screen("Tv", "HDMI-1", 0), shown_beamer = a_screen("Beamer", "DP-2", 1920),
              laptop = a_screen("Laptop", "eDP-1", 3840), new_one = a_screen("New", "DP-3", 5760);

class ScreensAtTheConsole : public WithAConvening {
 protected:
  [[nodiscard]] ui::ConsolePage page(const std::string& language = "en") {
    return console_page(*session, resources->strings, language, mode,
                        {.screens = &screens, .panels = &panels, .ring_on = ring_on});
  }
  [[nodiscard]] static std::vector<std::string> labels(const ui::ConsolePage& page) {
    std::vector<std::string> all;
    for (const ui::ConsoleKey& key : page.keys) all.push_back(key.label);
    return all;
  }
  // As touching the key of that label does.
  void touch(const std::string& label) {
    const ui::ConsolePage now = page();
    const auto key = std::ranges::find(now.keys, label, &ui::ConsoleKey::label);
    ASSERT_NE(key, now.keys.end()) << label;
    const auto choice = screen_choice_of(key->key);
    ASSERT_TRUE(choice) << key->key;
    screens.choose(choice->role, choice->monitor);
  }
  ConsoleMode mode;
  platform::TouchPanels panels;
  std::optional<std::size_t> ring_on;
  platform::RoleScreens screens{{{.bound = bound_to(shown_tv)},
                                 {.name = "wall", .use = Use::wall, .bound = bound_to(shown_beamer)},
                                 {.name = "wall 2", .use = Use::wall, .asked_for = "VGA-1"},
                                 {.name = "console", .use = Use::console, .bound = bound_to(laptop)}}};
};

TEST_F(ScreensAtTheConsole, AreSaidToBeAwayInItsLanguage) {
  screens.look({shown_tv, shown_beamer, laptop});
  EXPECT_EQ(page().amiss, "Wall 2 is not connected");
  screens.look({shown_tv, laptop});
  EXPECT_EQ(page().amiss, "The wall is not connected\nWall 2 is not connected");
  EXPECT_EQ(page("es").amiss, "El muro no está conectado\nEl muro 2 no está conectado");
}

TEST_F(ScreensAtTheConsole, AreListedWithWhoTheyAreAndWhatIsOnThem) {
  screens.look({shown_tv, shown_beamer, laptop});
  screens.look({laptop, shown_tv, new_one});
  mode.shows = ConsoleMode::Shows::screens;
  const ui::ConsolePage now = page();
  EXPECT_THAT(now.card, HasSubstr("A  GLS Laptop 1, eDP-1, 1920 × 1080: this console"));
  EXPECT_THAT(now.card, HasSubstr("B  GLS Tv 1, HDMI-1, 1920 × 1080: the touched wall"));
  EXPECT_THAT(now.card, HasSubstr("C  GLS New 1, DP-3, 1920 × 1080: new"));
  EXPECT_THAT(now.card, HasSubstr("Not connected: the wall (GLS Beamer 1, DP-2)"));
  EXPECT_THAT(now.card, HasSubstr("Not connected: wall 2 (VGA-1)"));
}

TEST_F(ScreensAtTheConsole, AreGivenToRolesByItsKeys) {
  screens.look({shown_tv, laptop});
  screens.look({shown_tv, laptop, new_one});
  mode.shows = ConsoleMode::Shows::screens;
  EXPECT_EQ(screens.screen_of("wall"), std::nullopt);
  touch("On C: the wall");
  EXPECT_EQ(screens.screen_of("wall"), 2U);
  EXPECT_EQ(page().amiss, "Wall 2 is not connected");
  EXPECT_LE(labels(page()).size(), 8U) << "few enough for thumbs";
}

TEST_F(ScreensAtTheConsole, AreSeenSmallWithTheirLettersOrSaidToBeAway) {
  screens.look({shown_tv, shown_beamer, laptop});
  screens.look({laptop, shown_tv});
  mode.shows = ConsoleMode::Shows::screens;
  const auto glasses = page().glasses;
  ASSERT_EQ(glasses.size(), 3U) << "each wall, and not the console";
  EXPECT_EQ(glasses[0].label, "B  the touched wall");
  EXPECT_EQ(glasses[0].instead, "");
  EXPECT_FLOAT_EQ(glasses[0].aspect, 1920.0F / 1080);
  EXPECT_EQ(glasses[1].label, "the wall");
  EXPECT_EQ(glasses[1].instead, "not connected");
  mode.shows = ConsoleMode::Shows::room;
  EXPECT_TRUE(page().glasses.empty());
}

TEST_F(ScreensAtTheConsole, SayWhatTheyAreTouchedThrough) {
  screens.look({shown_tv, shown_beamer, laptop});
  mode.shows = ConsoleMode::Shows::screens;
  EXPECT_THAT(page().card, HasSubstr("No touchscreen is connected"));
  EXPECT_THAT(labels(page()), testing::Not(testing::Contains("Ask which touchscreen is whose")));
  panels.look({{.who = {.name = "ILITEK"}}}, screens);
  EXPECT_THAT(page().card, HasSubstr("the touched wall, touched through ILITEK (a guess)"));
  EXPECT_THAT(labels(page()), testing::Contains("Ask which touchscreen is whose"));
  panels.choose({.name = "ILITEK"}, shown_beamer, screens);
  EXPECT_THAT(page().card, HasSubstr("the touched wall, no touchscreen known"));
  EXPECT_THAT(page().card, HasSubstr("the wall, touched through ILITEK\n"));
  screens.look({shown_tv, laptop});
  panels.look(panels.panels(), screens);
  EXPECT_THAT(page().card, HasSubstr("Takes no touch, as its screen is not connected: ILITEK"));
  EXPECT_THAT(page().amiss, HasSubstr("A touchscreen takes no touch"));
}

TEST_F(ScreensAtTheConsole, AskForATouchOnOneAfterTheOther) {
  screens.look({shown_tv, shown_beamer, laptop});
  mode.shows = ConsoleMode::Shows::screens;
  ring_on = 1;
  EXPECT_THAT(page().card, HasSubstr("Touch the ring on screen B."));
  EXPECT_THAT(labels(page()), testing::ElementsAre("Enough: stop asking", "No touch on screen B: the next"));
  EXPECT_THAT(page("fr").card, HasSubstr("Touchez l’anneau sur l’écran B."));
}

TEST(ScreenChoice, IsReadFromItsKeyAlone) {
  EXPECT_EQ(screen_choice_of("give_screen:12:wall 2")->role, "wall 2");
  EXPECT_EQ(screen_choice_of("give_screen:12:wall 2")->monitor, 12U);
  for (const char* other :
       {"next", "give_screen:", "give_screen:x:wall", "give_screen:1", "give_screen:99999999999999999999:wall"})
    EXPECT_FALSE(screen_choice_of(other)) << other;
}

}  // namespace
}  // namespace greenline::app
