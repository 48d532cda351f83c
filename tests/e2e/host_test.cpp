// A room with one touchscreen and nothing else is hosted from it: the real program, its corner, its number, its console.
#include <gtest/gtest.h>

#include <array>
#include <csignal>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

#include "app/call_layer.h"
#include "app/console.h"
#include "app/offscreen_wall.h"
#include "app/pin.h"
#include "e2e/monitor_desk.h"
#include "e2e/room.h"
#include "picture/difference.h"
#include "places.h"
#include "ui/pin_screen.h"

namespace greenline {
namespace {

using namespace std::chrono_literals;
using model::PixelPoint;

constexpr float wide = 1920, high = 1080, density = 3.78F;  // Room::start's

// Where the keys of the console over the wall are, as it says of a convening that went the same way.
class SeenOverTheWall {
 public:
  [[nodiscard]] PixelPoint key(const std::string& name) {
    ui::Setting setting;
    setting.width = wide;
    setting.height = high;
    setting.pixels_per_mm = density;
    now.host.desk = &desk;
    now.host.over_wall = true;
    now.screens = &no_trouble;
    ui::ConsolePage page = app::console_page(session, resources.strings, "en", mode, now);
    page.glass_aspect = wide / high;
    screen.show(page, setting);
    const auto place = screen.place_of(name);
    if (!place) throw std::runtime_error("There is no key " + name);
    return place->centre();
  }
  app::Resources resources = *app::load_resources("both-sides-of-the-line", "dusk");
  station::Session session{resources.pack, station::seeded_sources(1)};
  app::HostDesk desk;
  app::ConsoleMode mode;
  app::ConsoleNow now;
  platform::RoleScreens no_trouble{{}};
  ui::HostContext host;
  ui::ConsoleScreen screen{host};
};

class AHostWithOneScreen : public desk::Room {
 protected:
  void SetUp() override {
    Room::SetUp();
    ASSERT_TRUE(app::keep_pin(*app::pin_file(), *app::hash_of_pin("4711")));
    Room::start(hand, server.display());
  }
  void open_corner() {
    const PixelPoint corner{wide - 10, high - 10};
    hand.move(corner);
    hand.press();
    std::this_thread::sleep_for(2300ms);
    hand.release();
    std::this_thread::sleep_for(200ms);
    hand.tap(corner);
  }
  void open_console() {
    open_corner();
    (void)at_rest();
    for (const char* digit : {"4", "7", "1", "1", "Return"}) hand.key(digit);
    std::this_thread::sleep_for(2s);
  }
  void push(const std::string& key) {
    std::this_thread::sleep_for(800ms);  // another press, not the same
    hand.tap(seen.key(key));
    std::this_thread::sleep_for(500ms);
  }
  [[nodiscard]] render::Picture at_rest() const { return desk::photograph_at_rest(hand, 30s); }
  [[nodiscard]] model::Convening kept() {
    hand.key("q", {"Control_L", "Shift_L"});
    std::this_thread::sleep_for(500ms);
    for (const char* digit : {"4", "7", "1", "1", "Return"}) hand.key(digit);
    EXPECT_EQ(program->finish(20s), 0);
    auto session = station::Session::open_saved(seen.resources.pack, station::seeded_sources(1), convening);
    if (!session) throw std::runtime_error(session.error().detail);
    return session->convening();
  }
  desk::XServer server{static_cast<int>(wide), static_cast<int>(high)};
  desk::Hand hand{server.display()};
  SeenOverTheWall seen;
};

TEST_F(AHostWithOneScreen, GoesThroughAWholeSmallConvening) {
  open_console();
  push("next");
  ASSERT_TRUE(seen.session.step_phase(1));
  push("hold");
  ASSERT_TRUE(seen.session.submit(model::HoldCards{true}, model::the_host));
  push("time");
  ASSERT_TRUE(seen.session.submit(model::GiveTime{17}, model::the_host));
  push("wall");
  const render::Picture wall = at_rest();
  open_console();
  EXPECT_GT(picture::difference(wall, hand.photograph()).share_visible, 0.2) << "the console lies over the wall";
  for (std::size_t phase = 2; phase < seen.resources.pack.activity.phases.size(); ++phase) {
    push("next");
    ASSERT_TRUE(seen.session.step_phase(1));
  }
  push("rest");
  push("rest");
  push("wall");
  const model::Convening all = kept();
  EXPECT_EQ(all.phase.value, seen.resources.pack.activity.phases.back().id);
  EXPECT_FALSE(all.resting.value);
  EXPECT_EQ(all.chair.event, model::EventId{}) << "where only one console exists nobody notices a chair";
}

TEST_F(AHostWithOneScreen, KeepsKeyboardsAndStrangersFromTheRoom) {
  const render::Picture before = at_rest();
  const auto strike_all = [this] {
    // F1 lists the keys, and takes the list away.
    for (const char* key : {"F1", "F1", "F5", "F7", "F8", "F9", "F11", "F12", "Escape", "Tab"}) hand.key(key);
    hand.key("F4", {"Alt_L"});
    hand.key("q", {"Control_L"});
    hand.key("w", {"Control_L"});
  };
  strike_all();
  EXPECT_TRUE(program->running());
  EXPECT_LT(picture::difference(before, at_rest()).share_visible, 0.01);
  open_corner();
  for (const char* digit : {"1", "2", "3", "4", "Return"}) hand.key(digit);
  std::this_thread::sleep_for(2s);
  hand.key("Escape");
  std::this_thread::sleep_for(500ms);
  EXPECT_LT(picture::difference(before, at_rest()).share_visible, 0.01) << "a wrong number opens nothing";
  open_console();
  for (const char* letter : {"n", "r", "p", "h"}) hand.key(letter);
  strike_all();  // Escape leads back to the wall
  EXPECT_TRUE(program->running());
  const model::Convening all = kept();
  EXPECT_EQ(all.phase.value, seen.resources.pack.activity.phases.front().id);
  EXPECT_FALSE(all.resting.value || all.paused.value || all.hold.value.held);
}

// The host's console on a screen of its own, too.
class AHostWithTwoConsoles : public desk::Room {
 protected:
  void SetUp() override {
    Room::SetUp();
    ASSERT_TRUE(app::keep_pin(*app::pin_file(), *app::hash_of_pin("4711")));
    desk.plug({{"DUMMY0", {0, 0, 1920, 1080}}, {"DUMMY1", {1920, 0, 1280, 1024}}});
    Room::start(hand, desk.display(), {"--monitor", "DUMMY0", "--console", "DUMMY1"});
    seen.desk.consoles = 1;
  }
  // A tap on the key that tells the host, then on what.
  void call_for(const std::string& what) {
    view::WallSetting setting;
    setting.width = wide;
    setting.height = high;
    setting.pixels_per_mm = density;
    auto wall = *app::OffscreenWall::open(seen.resources, seen.session, setting);
    app::CallLayer layer({wall->wall(), wall->engine(), seen.resources.strings, seen.resources.palette,
                          seen.resources.keyboards, seen.desk, [] { return true; }});
    const PixelPoint key = layer.sign(1)->rect.centre();
    (void)layer.take({1, {{1, input::ContactState::began, key, 0}}});
    (void)layer.take({1.1, {{1, input::ContactState::ended, key, 0}}});
    hand.tap(key);
    std::this_thread::sleep_for(1s);
    keep_picture("asks");
    hand.tap(layer.place_of(what)->centre());
    std::this_thread::sleep_for(1s);
    seen.desk.ask(*app::call_named(what), 1);
  }
  // With fingers: the keyboard may be the console's.
  void give_number() {
    ui::Setting setting;
    setting.width = wide;
    setting.height = high;
    setting.pixels_per_mm = density;
    ui::PinScreen plate(seen.host);
    plate.show({}, setting);
    for (const char* digit : {"4", "7", "1", "1", "enter"}) hand.tap(plate.place_of(digit)->centre());
    std::this_thread::sleep_for(2s);
  }
  // To be looked at, where somebody wants to.
  void keep_picture(const std::string& name) const {
    if (const char* folder_for_them = std::getenv("GREENLINE_KEEP_PICTURES"))
      (void)render::write_png(std::filesystem::path(folder_for_them) / (name + ".png"), hand.photograph());
  }
  desk::MonitorDesk desk;
  desk::Hand hand{desk.display()};
  SeenOverTheWall seen;
};

TEST_F(AHostWithTwoConsoles, IsCalledAndTakesTheChairAtTheWall) {
  keep_picture("before");
  call_for("question");
  keep_picture("asked");
  const PixelPoint corner{wide - 10, high - 10};
  hand.move(corner);
  hand.press();
  std::this_thread::sleep_for(2300ms);
  hand.release();
  std::this_thread::sleep_for(200ms);
  hand.tap(corner);
  std::this_thread::sleep_for(1s);
  give_number();
  keep_picture("over the wall");
  seen.now.host.chair_went_to = 1;
  hand.tap(seen.key("take_chair"));
  seen.now.host.chair_went_to.reset();
  std::this_thread::sleep_for(1s);
  keep_picture("taken");
  hand.tap(seen.key("coming"));
  std::this_thread::sleep_for(1s);
  ASSERT_TRUE(seen.desk.press("coming", 2));
  hand.tap(seen.key("wall"));
  std::this_thread::sleep_for(1s);
  keep_picture("comes");
  program->send(SIGTERM);
  ASSERT_EQ(program->finish(20s), 0);
  const auto saved = station::Session::open_saved(seen.resources.pack, station::seeded_sources(1), convening);
  ASSERT_TRUE(saved);
  EXPECT_EQ(saved->convening().chair.value.console, 2U);
  EXPECT_EQ(saved->convening().epoch, 2U);
  EXPECT_TRUE(saved->convening().cards.empty()) << "a call is nobody's card";
  std::ifstream log(folder / "state" / "greenline" / "greenline.log");
  const std::string told((std::istreambuf_iterator<char>(log)), {});
  EXPECT_NE(told.find("the touched wall asks for the host: question"), std::string::npos);
  EXPECT_NE(told.find("the host is coming to the touched wall"), std::string::npos);
}

}  // namespace
}  // namespace greenline
