// Where seats find room.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <array>

#include "ui/at_a_seat.h"
#include "ui/measures.h"
#include "ui/place_seat.h"

namespace greenline::ui {
namespace {

struct Screen {
  float width, height;
  model::PixelsPerMm pixels_per_mm;
};
constexpr Screen screens[] = {
    {1920, 1080, 3.78F}, {1080, 1920, 3.78F}, {1280, 800, 3.78F}, {3840, 2160, 7.56F}, {1920, 1080, 1.01F}};

class Placing : public AtASeat {
 protected:
  void show_on(const Screen& screen) {
    seats.emplace(engine, *strings, *keyboards);
    seats->set_palette(*palette);
    setting.width = screen.width;
    setting.height = screen.height;
    setting.pixels_per_mm = screen.pixels_per_mm;
    seats->set_setting(setting);
  }
  [[nodiscard]] bool on_screen(const PixelRect& r) const {
    return r.x0 >= 0 && r.y0 >= 0 && r.x1 <= setting.width && r.y1 <= setting.height;
  }
};

RC_GTEST_FIXTURE_PROP(Placing, SeatsStayOnTheScreenApartAndOffTheCardTouched, ()) {
  show_on(screens[*rc::gen::inRange(0, static_cast<int>(std::size(screens)))]);
  std::vector<int> open_seats;
  const int people = *rc::gen::inRange(1, 6);
  for (int i = 0; i < people; ++i) {
    const auto x = static_cast<float>(*rc::gen::inRange(0, static_cast<int>(setting.width)));
    const auto y = static_cast<float>(*rc::gen::inRange(0, static_cast<int>(setting.height)));
    const PixelRect card = model::rect_around({x, y}, 90, 48);
    Purpose purpose = a_card();
    if (*rc::gen::arbitrary<bool>()) {
      ReadCard read;
      read.beside = {x, y};
      read.saying.words = "Bells every 42 minutes";
      read.offered = {"thread", "nourish", "take_back"};
      purpose = read;
    } else {
      std::get<ComposeCard>(purpose).beside = {x, y};
    }
    const float side = std::max(0.0F, (setting.width - setting.height) / 2);
    const PixelRect shores[] = {{0, 0, side, setting.height}, {setting.width - side, 0, setting.width, setting.height}};
    const int seat = seats->open(purpose, shores, std::span(&card, 1));
    RC_ASSERT(i > 0 || seat != 0);  // the first always finds room
    if (seat == 0) continue;
    const PixelRect rect = *seats->rect_of(seat);
    RC_ASSERT(on_screen(rect));
    RC_ASSERT(!rect.touches(card));
    for (const int other : open_seats) RC_ASSERT(!rect.touches(*seats->rect_of(other)));
    open_seats.push_back(seat);
  }
}

TEST_F(Placing, ThreePeopleWriteBesideEachOther) {
  show_on({1920, 1080, 3.78F});
  for (int i = 0; i < 3; ++i) EXPECT_NE(open(a_card()), 0);
}

TEST_F(Placing, ASeatDocksOnTheShoreNearestToTheTouch) {
  show_on({1920, 1080, 2.95F});
  const PixelRect shores[] = {{0, 0, 540, 1080}, {1380, 0, 1920, 1080}};
  ComposeCard card = a_card();
  card.beside = {700, 500};
  EXPECT_LE(seats->rect_of(seats->open(card, shores, {}))->x1, 540);
  card.beside = {1300, 500};
  EXPECT_GE(seats->rect_of(seats->open(card, shores, {}))->x0, 1380);
}

TEST_F(Placing, OnAnUprightScreenASeatOpensInTheLowerHalf) {
  show_on({1080, 1920, 3.78F});
  ComposeCard card = a_card();
  card.beside = {540, 300};
  EXPECT_GE(seats->rect_of(open(card))->centre().y, 960);
}

TEST_F(Placing, KeysAreFifteenMillimetresApartWhereTheScreenAllows) {
  for (const Screen& screen : {screens[0], screens[1], screens[2], screens[3]}) {
    show_on(screen);
    EXPECT_GE(measures_for(setting, 1).unit / screen.pixels_per_mm, 14.99F) << screen.width << " by " << screen.height;
  }
}

TEST_F(Placing, OpenSeatsFindANewPlaceWhenTheScreenChanges) {
  show_on({3840, 2160, 7.56F});
  const int first = open(a_card());
  const int second = open(a_card());
  setting.width = 1280;
  setting.height = 800;
  setting.pixels_per_mm = 3.78F;
  seats->set_setting(setting);
  EXPECT_TRUE(on_screen(*seats->rect_of(first)));
  EXPECT_TRUE(on_screen(*seats->rect_of(second)));
  EXPECT_FALSE(seats->rect_of(first)->touches(*seats->rect_of(second)));
}

// Six at a 55-inch screen of 1080 lines: two at each column of circles.
TEST_F(Placing, SixPeopleStandSideBySideWithinReachOfTheirHands) {
  show_on({1920, 1080, 1.58F});
  const PixelRect shores[] = {{21, 400, 388, 1047}, {1532, 32, 1898, 1047}};
  for (const auto& order : {std::array{0, 1, 2, 3, 4, 5}, std::array{5, 4, 3, 2, 1, 0}, std::array{2, 5, 0, 3, 1, 4}}) {
    show_on({1920, 1080, 1.58F});
    std::vector<PixelRect> stand;
    for (const int i : order) {
      ComposeCard card = a_card();
      card.beside = {330 + 630 * static_cast<float>(i % 3), i < 3 ? 330.0F : 800.0F};
      const int seat = seats->open(card, shores, {});
      ASSERT_NE(seat, 0);
      ASSERT_FALSE(seats->waiting(seat));
      const PixelRect rect = *seats->rect_of(seat);
      EXPECT_GE(rect.y0, 0.5F * setting.height) << "not at the upper edge";
      const float aside = std::max({0.0F, rect.x0 - card.beside.x, card.beside.x - rect.x1});
      EXPECT_LE(aside, 300 * setting.pixels_per_mm);
      for (const PixelRect& other : stand) {
        EXPECT_FLOAT_EQ(rect.width(), other.width()) << "nobody's is smaller";
        EXPECT_TRUE(rect.x1 <= other.x0 || other.x1 <= rect.x0) << "beside one another, not one above the other";
      }
      stand.push_back(rect);
    }
  }
}

TEST_F(Placing, ASeatNeverCoversThePrompt) {
  show_on({1920, 1080, 1.58F});
  const PixelRect prompt{0, 560, 1300, 1080};
  seats->leave_free({.prompts = {prompt}});
  ComposeCard card = a_card();
  card.beside = {1100, 800};
  for (int people = 0; people < 9; ++people) {
    const int seat = open(card);
    if (const auto rect = seats->rect_of(seat)) {
      EXPECT_FALSE(rect->touches(prompt)) << people;
    }
  }
}

TEST_F(Placing, OnAScreenForASingleSeatItOpensAllTheSame) {
  show_on({800, 480, 3.78F});
  seats->leave_free({.prompts = {PixelRect{0, 0, 800, 120}}});
  const int seat = open(a_card());
  ASSERT_NE(seat, 0);
  EXPECT_FALSE(seats->waiting(seat));
}

TEST_F(Placing, ASeatNeverCoversItsOwnRegionsName) {
  show_on({1920, 1080, 1.58F});
  const PixelRect name{1300, 640, 1900, 720};
  seats->leave_free({.names = {name}});
  ComposeCard card = a_card();
  card.beside = {1880, 800};
  const PixelRect others[] = {{1200, 725, 1590, 1080}, {1595, 725, 1915, 1080}};
  const int seat = seats->open(card, {}, others, {}, name);
  ASSERT_FALSE(seats->waiting(seat));
  EXPECT_FALSE(seats->rect_of(seat)->touches(name));
}

TEST_F(Placing, OfTwoPlacesItTakesTheOneWithoutAName) {
  show_on({1920, 1080, 1.58F});
  ComposeCard card = a_card();
  card.beside = {960, 700};
  const PixelRect usual = *seats->rect_of(open(card));
  const PixelRect name = model::rect_around(usual.centre(), 100, 30);
  show_on({1920, 1080, 1.58F});
  seats->leave_free({.names = {name}});
  EXPECT_FALSE(seats->rect_of(open(card))->touches(name));
}

TEST_F(Placing, ASeatNeverCoversAWarning) {
  show_on({1920, 1080, 3.78F});
  const PixelRect warning{500, 900, 1420, 1060};
  seats->leave_free({.warnings = {warning}});
  for (int i = 0; i < 4; ++i) {
    const int seat = open(a_card());
    if (const auto rect = seats->rect_of(seat)) {
      EXPECT_FALSE(rect->touches(warning));
    }
  }
}

TEST(PlaceSeat, StaysWithinReachOrSaysThatItCannot) {
  const PixelRect taken[] = {{0, 300, 1000, 1000}};  // all but the upper edge
  Ground ground{1000, 1000, 10, {}, taken};
  EXPECT_TRUE(place_seat(200, 200, {500, 900}, ground).has_value());
  ground.reach = 300;
  EXPECT_FALSE(place_seat(200, 200, {500, 900}, ground).has_value());
  EXPECT_TRUE(place_seat(200, 200, {500, 420}, ground).has_value());
}

TEST(PlaceSeat, BelowTheTouchItMayBeTwiceAsFarAsBesideIt) {
  const PixelRect taken[] = {{0, 0, 1000, 650}};
  const Ground ground{1000, 4000, 10, {}, taken, 300};
  ASSERT_TRUE(place_seat(200, 200, {500, 100}, ground).has_value());
  EXPECT_FALSE(place_seat(200, 200, {500, 10}, ground).has_value());
}

TEST_F(Placing, OnAKioskOf24InchesThreeLowSeatsStandSideBySideAlongTheLowerEdge) {
  for (const float pixels_per_mm : {3.6F, 3.78F}) {
    for (const auto& order : {std::array{0, 1, 2}, std::array{2, 0, 1}, std::array{1, 2, 0}}) {
      show_on({1920, 1080, pixels_per_mm});
      std::vector<PixelRect> stand;
      for (const int i : order) {
        ComposeCard card = a_card();
        card.beside = {330 + 630 * static_cast<float>(i), 300};
        const int seat = open(card);
        ASSERT_FALSE(seats->waiting(seat));
        const PixelRect rect = *seats->rect_of(seat);
        EXPECT_TRUE(is_within_reach(rect, card.beside, reach_px(setting)));
        EXPECT_GE(rect.y0, 0.6F * setting.height) << "most of the height is the canvas's";
        for (const PixelRect& other : stand) {
          EXPECT_FLOAT_EQ(rect.width(), other.width()) << "nobody's is smaller";
          EXPECT_TRUE(rect.x1 <= other.x0 || other.x1 <= rect.x0);
        }
        stand.push_back(rect);
      }
    }
  }
}

TEST_F(Placing, KeysOfALowSeatAreStillWhatFingersHit) {
  show_on({1920, 1080, 3.6F});
  const int seat = open(a_card());
  for (const char* name : {"q", "m", "space", "erase", "place", "draw", "leave"}) {
    const auto rect = seats->control(seat, name);
    ASSERT_TRUE(rect) << name;
    EXPECT_GE(rect->height() / setting.pixels_per_mm, 9.8F) << name;
    EXPECT_GE(rect->width() / setting.pixels_per_mm, 11) << name;
    EXPECT_TRUE(seats->rect_of(seat)->grown(0.5F).contains(rect->centre())) << name;
  }
}

TEST_F(Placing, NearTheHandRatherThanClearOfItsRegionsName) {
  show_on({1920, 1080, 3.6F});
  ComposeCard card = a_card();
  card.beside = {1860, 700};
  const PixelRect name{1180, 400, 1910, 1070};  // all the lower right is words
  seats->leave_free({.names = {name}});
  const int seat = seats->open(card, {}, {}, {}, name);
  ASSERT_FALSE(seats->waiting(seat));
  EXPECT_TRUE(is_within_reach(*seats->rect_of(seat), card.beside, reach_px(setting)));
}

TEST(PlaceSeat, FindsTheOnlyGapThereIs) {
  const PixelRect taken[] = {{0, 0, 300, 1000}, {500, 0, 1000, 1000}};
  const Ground ground{1000, 1000, 10, {}, taken};
  const auto rect = place_seat(180, 900, {900, 900}, ground);
  ASSERT_TRUE(rect.has_value());
  EXPECT_FLOAT_EQ(rect->x0, 310);
  EXPECT_FALSE(place_seat(190, 900, {900, 900}, ground).has_value());
}

}  // namespace
}  // namespace greenline::ui
