// A host's console on screens of many sizes: large keys for a thumb, apart, and the wall small beside them.
#include "ui/console_screen.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace greenline::ui {
namespace {

ConsolePage a_console_page() {
  ConsolePage page;
  page.activity = "Both sides";
  page.phase = "Name";
  page.prompt = "What helped?";
  page.note = "In waves of three.";
  page.gone = "4:12";
  page.keys = {{"next", "Next: Look", true, true},
               {"back", "Back: In pairs", false, true},
               {"rest", "Rest the wall", false, true},
               {"hold", "Hold new cards", false, true},
               {"reveal", "Reveal what is held", false, false}};
  return page;
}

Setting a_screen(float width, float height, float pixels_per_mm) {
  Setting setting;
  setting.width = width;
  setting.height = height;
  setting.pixels_per_mm = pixels_per_mm;
  return setting;
}

const std::vector<Setting> console_screens{a_screen(1920, 1080, 6.2F), a_screen(1280, 800, 3.6F), a_screen(1080, 1920, 3.6F),
                                           a_screen(3840, 2160, 4),    a_screen(1366, 768, 4.4F), a_screen(800, 1280, 7.4F),
                                           a_screen(1024, 768, 3.4F)};

class TheConsoleScreen : public testing::Test {
 protected:
  std::optional<std::string> tap(PixelPoint at) {
    (void)screen.touch({1, input::ContactState::began, at, 0});
    return screen.touch({1, input::ContactState::ended, at, 0});
  }
  HostContext host;
  ConsoleScreen screen{host};
};

TEST_F(TheConsoleScreen, HasItsKeysApartOnTheScreenAndLargeEnoughForAThumb) {
  ConsolePage page = a_console_page();
  page.keys.back().possible = true;
  for (const std::size_t count : {5U, 9U})
    for (const Setting& setting : console_screens) {
      page.keys.resize(count);
      for (std::size_t i = 5; i < count; ++i) page.keys[i] = {"more" + std::to_string(i), "More", false, true};
      screen.show(page, setting);
      std::vector<PixelRect> taken{screen.glass()};
      for (const ConsoleKey& key : page.keys) {
        const auto place = screen.place_of(key.key);
        ASSERT_TRUE(place) << key.key;
        EXPECT_TRUE(PixelRect({0, 0, setting.width, setting.height}).contains({place->x0, place->y0})) << key.key;
        EXPECT_TRUE(PixelRect({0, 0, setting.width, setting.height}).contains({place->x1, place->y1})) << key.key;
        for (const PixelRect& other : taken) EXPECT_FALSE(place->touches(other)) << key.key << " at " << setting.width;
        EXPECT_GE(place->height(), 9 * setting.pixels_per_mm) << key.key << " of " << count << " at " << setting.width;
        EXPECT_GE(place->width(), 20 * setting.pixels_per_mm) << key.key << " of " << count << " at " << setting.width;
        taken.push_back(*place);
      }
      EXPECT_GT(screen.place_of("next")->height(), screen.place_of("back")->height()) << "the one that is pressed most";
    }
}

TEST_F(TheConsoleScreen, ShowsTheWallInItsOwnShape) {
  for (const Setting& setting : console_screens) {
    for (const float aspect : {0.5625F, 1.333F, 1.777F, 2.37F}) {
      ConsolePage page = a_console_page();
      page.glass_aspect = aspect;
      screen.show(page, setting);
      EXPECT_NEAR(screen.glass().width() / screen.glass().height(), aspect, 0.02F);
      EXPECT_GT(screen.glass().width() * screen.glass().height(), 0.06F * setting.width * setting.height);
    }
  }
}

TEST_F(TheConsoleScreen, SaysWhichKeyWasTouched) {
  screen.show(a_console_page(), console_screens[0]);
  for (const char* key : {"next", "back", "rest", "hold"}) EXPECT_EQ(tap(screen.place_of(key)->centre()), key);
  EXPECT_EQ(tap(screen.glass().centre()), std::nullopt);
}

TEST_F(TheConsoleScreen, AnswersNothingWhereAKeyIsNotPossible) {
  ConsolePage page = a_console_page();
  screen.show(page, console_screens[0]);
  const PixelPoint at = screen.place_of("hold")->centre();
  page.keys[3].possible = false;
  screen.show(page, console_screens[0]);
  EXPECT_EQ(tap(at), std::nullopt);
}

// Who rests on a key wants to know what it does; that must not be the way in which it is done.
TEST_F(TheConsoleScreen, TellsWhatAKeyDoesToAFingerOrAnArrowThatRestsOnIt) {
  ConsolePage page = a_console_page();
  page.keys[1].hint = "Goes back; nothing is lost.";
  page.keys[4].hint = "Shows what was held.";
  screen.show(page, console_screens[0]);
  const PixelPoint back = screen.place_of("back")->centre();
  (void)screen.touch({1, input::ContactState::began, back, 0}, 10);
  EXPECT_GT(screen.pass(10.2), 10.5);
  EXPECT_EQ(screen.told(), "");
  EXPECT_EQ(screen.touch({1, input::ContactState::ended, back, 0}, 10.3), "back") << "a short touch does it";
  (void)screen.touch({2, input::ContactState::began, back, 0}, 20);
  (void)screen.pass(21);
  EXPECT_EQ(screen.told(), "Goes back; nothing is lost.");
  EXPECT_EQ(screen.touch({2, input::ContactState::ended, back, 0}, 21.5), std::nullopt);
  EXPECT_EQ(screen.told(), "");
  screen.hover(back, 30);
  (void)screen.pass(31);
  EXPECT_EQ(screen.told(), "Goes back; nothing is lost.");
  screen.hover(screen.glass().centre(), 32);
  EXPECT_EQ(screen.told(), "") << "the arrow went on";
  (void)screen.touch({3, input::ContactState::began, screen.place_of("rest")->centre(), 0}, 40);
  (void)screen.pass(45);
  EXPECT_EQ(screen.touch({3, input::ContactState::ended, screen.place_of("rest")->centre(), 0}, 45), "rest")
      << "where nothing is told a slow thumb is a thumb";
}

// A key under a thumb may mean another thing a moment later: the phase went on by a clicker.
TEST_F(TheConsoleScreen, AThumbThatWasDownWhenItsKeyWentDoesNothing) {
  ConsolePage page = a_console_page();
  screen.show(page, console_screens[0]);
  const PixelPoint at = screen.place_of("hold")->centre();
  (void)screen.touch({1, input::ContactState::began, at, 0});
  page.keys[3].possible = false;
  screen.show(page, console_screens[0]);
  EXPECT_EQ(screen.touch({1, input::ContactState::ended, at, 0}), std::nullopt);
}

}  // namespace
}  // namespace greenline::ui
