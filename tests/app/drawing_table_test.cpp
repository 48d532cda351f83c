// A picture on which people draw regions with fingers, name them at seats, and take back what they did.
#include "app/drawing_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "app/paths.h"
#include "places.h"
#include "render/png.h"

namespace greenline::app {
namespace {

using model::PixelPoint;
using Did = ui::DrawingScreen::Did;

std::shared_ptr<const content::CanvasPicture> a_photograph() {
  render::Picture picture{600, 400, std::vector<std::uint8_t>(std::size_t{600} * 400 * 4, 120)};
  return content::ground_from(render::png_bytes(picture).value());
}

class ATable : public testing::Test {
 protected:
  ATable() { table.resize(setting); }

  static view::WallSetting a_glass() {
    view::WallSetting setting;
    setting.language = "en";
    setting.still = true;
    return setting;
  }
  void frame(float seconds = 0.02F) { (void)table.advance(seconds, {}); }
  void report(input::ContactState state, PixelPoint at, input::ContactId id = 1) {
    now_s += 0.01;
    table.touch({now_s, {{id, state, at, 9}}});
  }
  void tap(PixelPoint at, input::ContactId id = 1) {
    report(input::ContactState::began, at, id);
    report(input::ContactState::ended, at, id);
    frame();
  }
  // Round a place of the picture. `turns`: less than one stays open.
  void draw_round(geometry::Point middle, float radius, float turns = 1, input::ContactId id = 1) {
    constexpr int steps = 48;
    const auto at = [&](int i) {
      const float angle = 2 * std::numbers::pi_v<float> * turns * static_cast<float>(i) / steps;
      return table.pixel_of({middle.x + radius * std::cos(angle), middle.y + radius * std::sin(angle)});
    };
    report(input::ContactState::began, at(0), id);
    for (int i = 1; i <= steps; ++i) report(input::ContactState::moved, at(i), id);
    report(input::ContactState::ended, at(steps), id);
    frame();
  }
  void type(const std::string& words) {
    for (const char c : words) table.take(std::vector<platform::Stroke>{platform::Typed{static_cast<char32_t>(c)}});
    frame();
  }
  void press(platform::KeyName key) {
    table.take(std::vector<platform::Stroke>{platform::KeyPress{.key = key}});
    frame();
  }
  void push(Did button) {
    const auto place = table.screen().place_of(button);
    ASSERT_TRUE(place);
    tap(place->centre());
  }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const content::DrawnRegion& region : table.drawn().regions()) all.push_back(region.name);
    return all;
  }
  [[nodiscard]] std::size_t said() const { return table.atmosphere().notices.size(); }

  const Paths paths = find_paths().value();
  const content::Strings strings = content::Strings::load(paths.assets / "strings").value();
  const content::Palette palette = content::load_palette("dusk", paths.assets).value();
  const ui::Keyboards keyboards = ui::Keyboards::load(paths.assets / "keyboards").value();
  text::Engine engine;
  view::WallSetting setting = a_glass();
  std::vector<std::string> written;  // names, at each time
  std::string cannot_be_written;
  DrawingTable table{{engine, strings, palette, keyboards}, a_photograph(), setting, [this](const content::DrawnCanvas& drawn) {
                       written.push_back(std::to_string(drawn.regions().size()));
                       return cannot_be_written;
                     }};
  double now_s = 0;
};

TEST_F(ATable, TakesALoopForARegionAndAsksForItsNameAtASeat) {
  draw_round({-0.4F, 0}, 0.2F);
  ASSERT_EQ(table.drawn().regions().size(), 1U);
  EXPECT_TRUE(table.seat_of(1));
  type("The hall");
  press(platform::KeyName::enter);
  EXPECT_THAT(names(), testing::ElementsAre("The hall"));
  EXPECT_FALSE(table.seat_of(1));
}

// A program that was busy hears all of a loop at once, as few points as a slow device reports.
TEST_F(ATable, TakesALoopOfWhichItHearsOnlyTheCornersInOneFrame) {
  for (int turn = 0; turn < 12; ++turn) {
    const auto at = [&](int corner) {
      const float angle = 0.13F * static_cast<float>(turn) + std::numbers::pi_v<float> / 2 * static_cast<float>(corner);
      const PixelPoint p = table.pixel_of({0.25F * std::cos(angle), 0.25F * std::sin(angle)});
      return PixelPoint{std::round(p.x), std::round(p.y)};
    };
    input::TouchFrame heard{++now_s, {{1, input::ContactState::began, at(0), 0}}};
    for (const int corner : {1, 2, 3}) heard.contacts.push_back({1, input::ContactState::moved, at(corner), 0});
    heard.contacts.push_back({1, input::ContactState::ended, at(4), 0});
    table.touch(heard);
    frame();
    ASSERT_EQ(table.drawn().regions().size(), 1U) << turn;
    push(Did::undo);
  }
}

TEST_F(ATable, TakesALoopOfAnyNumberOfPoints) {
  constexpr int rounds = 30'000;  // a hand that trembles for minutes on a large screen
  const auto at = [&](int i) {
    const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / rounds;
    const float radius = i % 2 == 0 ? 0.3F : 0.305F;
    return table.pixel_of({radius * std::cos(angle), radius * std::sin(angle)});
  };
  report(input::ContactState::began, at(0));
  for (int i = 1; i <= rounds; ++i) report(input::ContactState::moved, at(i));
  report(input::ContactState::ended, at(rounds));
  frame();
  EXPECT_EQ(table.drawn().regions().size(), 1U);
}

TEST_F(ATable, LetsSeveralPeopleDrawAndNameAtOnce) {
  const auto at = [&](geometry::Point middle, float angle) {
    return table.pixel_of({middle.x + 0.2F * std::cos(angle), middle.y + 0.2F * std::sin(angle)});
  };
  const geometry::Point left{-0.4F, 0}, right{0.4F, 0};
  report(input::ContactState::began, at(left, 0), 1);
  report(input::ContactState::began, at(right, 0), 2);
  for (float angle = 0; angle < 6.25F; angle += 0.1F) {
    report(input::ContactState::moved, at(left, angle), 1);
    report(input::ContactState::moved, at(right, angle), 2);
  }
  report(input::ContactState::ended, at(left, 0), 1);
  report(input::ContactState::ended, at(right, 0), 2);
  frame();
  EXPECT_TRUE(table.seat_of(1));
  EXPECT_TRUE(table.seat_of(2));
}

TEST_F(ATable, SaysWhereItWasDrawnWhyALoopIsNoRegion) {
  draw_round({0, 0}, 0.3F, 0.6F);
  EXPECT_TRUE(table.drawn().regions().empty());
  ASSERT_EQ(said(), 1U);
  const scene::TextView notice = table.atmosphere().notices[0];
  const PixelPoint middle = notice.at + PixelPoint{notice.block->width / 2, notice.block->height / 2};
  EXPECT_LT(model::length(middle - table.pixel_of({0, 0})), 0.3F * table.screen().picture().height());
  frame(10);
  EXPECT_EQ(said(), 0U);
}

TEST_F(ATable, NamesARegionAnewThatIsTouched) {
  draw_round({-0.4F, 0}, 0.2F);
  type("Hall");
  press(platform::KeyName::enter);
  tap(table.pixel_of({-0.4F, 0.05F}));
  ASSERT_TRUE(table.seat_of(1));
  type("way");
  press(platform::KeyName::enter);
  EXPECT_THAT(names(), testing::ElementsAre("Hallway"));
}

TEST_F(ATable, TakesARegionAwayAtItsSeatAndBringsItBack) {
  draw_round({-0.4F, 0}, 0.2F);
  type("Hall");
  press(platform::KeyName::enter);
  tap(table.pixel_of({-0.4F, 0.05F}));
  const auto key = table.seats().control(*table.seat_of(1), "take_back");
  ASSERT_TRUE(key);
  tap(key->centre());
  EXPECT_THAT(names(), testing::IsEmpty());
  push(Did::undo);
  EXPECT_THAT(names(), testing::ElementsAre("Hall"));
}

TEST_F(ATable, UndoTakesBackALoopAndClosesTheSeatThatAskedForItsName) {
  draw_round({-0.4F, 0.1F}, 0.2F);
  push(Did::undo);
  EXPECT_TRUE(table.drawn().regions().empty());
  EXPECT_TRUE(table.seats().empty());
}

TEST_F(ATable, IsNotDoneBeforeEachRegionHasAName) {
  push(Did::done);
  EXPECT_EQ(said(), 1U) << "there is nothing";
  draw_round({-0.4F, 0.1F}, 0.2F);
  press(platform::KeyName::escape);
  EXPECT_FALSE(table.seat_of(1)) << "nobody wanted to";
  push(Did::done);
  EXPECT_TRUE(table.seat_of(1)) << "but a name it must have";
  type("Ha");
  push(Did::done);
  EXPECT_THAT(written, testing::IsEmpty()) << "somebody is writing";
  press(platform::KeyName::enter);
  push(Did::done);
  EXPECT_THAT(written, testing::ElementsAre("1"));
  EXPECT_EQ(table.end(), DrawingTable::End::written);
}

TEST_F(ATable, StaysAndSaysSoWhenItCannotBeWritten) {
  cannot_be_written = "The disk is full.";
  draw_round({-0.4F, 0.1F}, 0.2F);
  type("Ha");
  press(platform::KeyName::enter);
  push(Did::done);
  EXPECT_EQ(table.end(), DrawingTable::End::not_yet);
  EXPECT_EQ(said(), 1U);
}

TEST_F(ATable, IsLeftAtOnceWhileNothingIsLost) {
  press(platform::KeyName::escape);
  EXPECT_EQ(table.end(), DrawingTable::End::left);
}

TEST_F(ATable, AsksBeforeWhatWasDrawnIsLost) {
  draw_round({-0.4F, 0.1F}, 0.2F);
  press(platform::KeyName::escape);  // the seat's
  press(platform::KeyName::escape);
  EXPECT_EQ(table.end(), DrawingTable::End::not_yet);
  draw_round({0.4F, 0.1F}, 0.2F);
  EXPECT_EQ(table.drawn().regions().size(), 1U) << "it waits for the answer";
  push(Did::stay);
  EXPECT_FALSE(table.screen().place_of(Did::leave_it));
  push(Did::leave);
  push(Did::leave_it);
  EXPECT_EQ(table.end(), DrawingTable::End::left);
}

TEST_F(ATable, KeepsWhatWasDrawnOnItsPlacesOnAnotherGlass) {
  draw_round({-0.4F, 0}, 0.2F);
  press(platform::KeyName::escape);
  setting.width = 1080;
  setting.height = 1920;
  table.resize(setting);
  draw_round({0.4F, 0}, 0.2F);
  press(platform::KeyName::escape);
  tap(table.pixel_of({-0.4F, 0.05F}));
  EXPECT_TRUE(table.seat_of(1));
  ASSERT_EQ(table.screen().page().regions.size(), 2U);
  const PixelPoint middle = table.screen().page().regions[0].words.centre();
  EXPECT_LT(model::length(middle - table.pixel_of({-0.4F, 0})), 0.1F * table.screen().picture().height());
}

TEST_F(ATable, HasThePictureWholeOnEveryGlass) {
  for (const auto& [width, height, density] :
       {std::tuple(1920, 1080, 1.58F), {1920, 1080, 3.6F}, {1080, 1920, 3.6F}, {3840, 2160, 2.0F}, {800, 600, 3.78F}}) {
    setting.width = static_cast<float>(width);
    setting.height = static_cast<float>(height);
    setting.pixels_per_mm = density;
    table.resize(setting);
    frame();
    const model::PixelRect at = table.screen().picture();
    EXPECT_NEAR(at.width() / at.height(), 1.5F, 0.02F);
    EXPECT_GT(at.width() * at.height(), 0.3F * std::min(setting.width * setting.width, setting.height * setting.height) / 1.5F);
    for (const Did button : {Did::leave, Did::done}) {
      const auto place = table.screen().place_of(button);
      ASSERT_TRUE(place);
      EXPECT_FALSE(place->touches(at)) << width << "x" << height;
      EXPECT_GE(place->height(), 15 * density * 0.99F);
    }
  }
}

}  // namespace
}  // namespace greenline::app
