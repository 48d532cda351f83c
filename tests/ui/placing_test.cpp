// Where seats find room.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

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
      read.may_thread = read.may_nourish = read.may_take_back = true;
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
  show_on({1920, 1080, 2.0F});
  const PixelRect shores[] = {{0, 0, 420, 1080}, {1500, 0, 1920, 1080}};
  ComposeCard card = a_card();
  card.beside = {700, 500};
  EXPECT_LE(seats->rect_of(seats->open(card, shores, {}))->x1, 420);
  card.beside = {1300, 500};
  EXPECT_GE(seats->rect_of(seats->open(card, shores, {}))->x0, 1500);
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
