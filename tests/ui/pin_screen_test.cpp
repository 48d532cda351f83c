// Where a host's number is given: large enough for fingers on every screen, and it never says more than how many digits there
// are.
#include "ui/pin_screen.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace greenline::ui {
namespace {

struct PinGlass {
  float width, height, pixels_per_mm;
};
constexpr PinGlass pin_glasses[] = {{1920, 1080, 1.58F}, {1920, 1080, 3.6F}, {1080, 1920, 3.6F},
                                    {3840, 2160, 2.02F}, {1280, 800, 5.9F},  {800, 600, 2}};
constexpr const char* pin_keys[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "erase", "enter", "leave"};

class APinScreen : public testing::Test {
 protected:
  void show_on(const PinGlass& glass, bool waits = false, Side foot = Side::below) {
    Setting setting;
    setting.width = glass.width;
    setting.height = glass.height;
    setting.pixels_per_mm = glass.pixels_per_mm;
    screen.show({"To open the shelf: the host's number", waits, foot}, setting);
  }
  PinScreen::Answer push(const std::string& key) {
    const PixelPoint at = screen.place_of(key)->centre();
    (void)screen.touch({1, input::ContactState::began, at, 0});
    return screen.touch({1, input::ContactState::ended, at, 0});
  }
  HostContext host;
  PinScreen screen{host};
};

TEST_F(APinScreen, IsLaidOutWhenItIsFirstShownThoughNothingIsSaidYet) {
  screen.show({}, {});
  EXPECT_TRUE(screen.place_of("5"));
}

TEST_F(APinScreen, HasItsKeysApartOnTheScreenAndLargeEnoughForAFinger) {
  for (const PinGlass& glass : pin_glasses)
    for (const Side foot : {Side::below, Side::left, Side::above}) {
      show_on(glass, false, foot);
      std::vector<PixelRect> taken;
      for (const char* key : pin_keys) {
        const auto place = screen.place_of(key);
        ASSERT_TRUE(place) << key;
        const PixelRect whole{0, 0, glass.width, glass.height};
        EXPECT_TRUE(whole.contains({place->x0, place->y0}) && whole.contains({place->x1, place->y1})) << key << glass.width;
        for (const PixelRect& other : taken) EXPECT_FALSE(place->touches(other)) << key << " at " << glass.width;
        EXPECT_GE(std::min(place->width(), place->height()), 10 * glass.pixels_per_mm) << key << " at " << glass.width;
        taken.push_back(*place);
      }
    }
}

TEST_F(APinScreen, SaysTheNumberWhenAllOfItIsGiven) {
  show_on(pin_glasses[0]);
  for (const char* key : {"4", "7", "1", "2", "erase", "1"}) EXPECT_FALSE(push(key).number) << key;
  EXPECT_EQ(screen.typed(), 4U);
  EXPECT_EQ(push("enter").number, "4711");
  EXPECT_EQ(screen.typed(), 0U) << "the next one begins anew";
  EXPECT_FALSE(push("enter").number) << "nothing is no number";
  EXPECT_TRUE(push("leave").leave);
}

TEST_F(APinScreen, TakesDigitsAloneFromAKeyboardAndNoMoreThanTwelve) {
  show_on(pin_glasses[0]);
  for (const char32_t one : std::u32string(U"a4 ٤-7")) screen.type(one);
  EXPECT_EQ(screen.press(PinScreen::Key::enter).number, "47");
  for (int i = 0; i < 40; ++i) screen.type(U'1');
  EXPECT_EQ(screen.press(PinScreen::Key::enter).number, std::string(12, '1'));
}

TEST_F(APinScreen, TakesNoneWhileWhoeverGuessedWaits) {
  show_on(pin_glasses[0], true);
  for (const char* key : {"4", "7", "1", "1"}) (void)push(key);
  EXPECT_EQ(screen.typed(), 0U);
  EXPECT_FALSE(push("enter").number);
  EXPECT_TRUE(push("leave").leave);
}

}  // namespace
}  // namespace greenline::ui
