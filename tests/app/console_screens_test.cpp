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
    return console_page(*session, resources->strings, language, mode, {.screens = &screens});
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

TEST(ScreenChoice, IsReadFromItsKeyAlone) {
  EXPECT_EQ(screen_choice_of("give_screen:12:wall 2")->role, "wall 2");
  EXPECT_EQ(screen_choice_of("give_screen:12:wall 2")->monitor, 12U);
  for (const char* other :
       {"next", "give_screen:", "give_screen:x:wall", "give_screen:1", "give_screen:99999999999999999999:wall"})
    EXPECT_FALSE(screen_choice_of(other)) << other;
}

}  // namespace
}  // namespace greenline::app
