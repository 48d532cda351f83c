// The real program on a real X server whose monitors come, go and change: the wall is on its screen, at its size.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "app/console.h"
#include "app/room_check.h"
#include "e2e/monitor_desk.h"
#include "e2e/room.h"
#include "interact/host_acts.h"
#include "picture/difference.h"

namespace greenline {
namespace {

using namespace std::chrono_literals;
using desk::Rect;
using Outputs = std::vector<desk::MonitorDesk::Output>;

constexpr Rect whole{0, 0, 1920, 1080}, beside{1920, 0, 1920, 1080};

// With a window manager and without one.
class Monitors : public desk::Room, public testing::WithParamInterface<bool> {
 protected:
  Monitors() {
    if (GetParam()) manager.emplace(desk.display());
  }
  void start(const std::vector<std::string>& more = {}) { Room::start(hand, desk.display(), more); }
  // Waits for the wall to be there, and to stay.
  [[nodiscard]] Rect wall_comes_to(const Rect& place) const {
    constexpr int stays = 5;
    for (int tries = 0, there = 0; tries < 300 && there < stays; ++tries) {
      there = desk.window("Greenline") == place ? there + 1 : 0;
      std::this_thread::sleep_for(100ms);
    }
    return desk.window("Greenline");
  }
  desk::MonitorDesk desk;
  desk::Hand hand{desk.display()};
  std::optional<desk::WindowManager> manager;
};

TEST_P(Monitors, TheWallComesBackToItsScreenWhenTheCableIsPutBack) {
  const Outputs both{{"DUMMY0", whole}, {"DUMMY1", beside}};
  desk.plug(both);
  start({"--monitor", "1"});
  ASSERT_EQ(wall_comes_to(beside), beside);
  for (int times = 0; times < 2; ++times) {
    desk.plug({{"DUMMY0", whole}});
    EXPECT_EQ(wall_comes_to(whole), whole) << "where it is seen";
    desk.plug(both);
    EXPECT_EQ(wall_comes_to(beside), beside);
  }
  ASSERT_TRUE(program->running());
}

TEST_P(Monitors, TheWallFitsItsScreenWhenThatBecomesSmallerAndLarger) {
  start();
  ASSERT_EQ(wall_comes_to(whole), whole);
  for (const Rect& size : {Rect{0, 0, 1280, 1024}, Rect{0, 0, 1024, 768}, whole}) {
    desk.plug({{"DUMMY0", size}});
    EXPECT_EQ(wall_comes_to(size), size);
  }
}

TEST_P(Monitors, TheWallIsThereAgainWhenTheOnlyMonitorIs) {
  start();
  desk.plug({});
  std::this_thread::sleep_for(300ms);
  desk.plug({{"DUMMY0", {0, 0, 1280, 1024}}});
  const Rect smaller{0, 0, 1280, 1024};
  EXPECT_EQ(wall_comes_to(smaller), smaller);
  ASSERT_TRUE(program->running());
}

TEST_P(Monitors, TheWallFollowsItsScreenToTheOtherSide) {
  desk.plug({{"DUMMY0", whole}, {"DUMMY1", beside}});
  start({"--monitor", "DUMMY1"});
  ASSERT_EQ(wall_comes_to(beside), beside);
  desk.plug({{"DUMMY0", beside}, {"DUMMY1", whole}});
  EXPECT_EQ(wall_comes_to(whole), whole);
}

TEST_P(Monitors, TheWallMovesToTheMonitorThatWasAskedForWhenItIsPluggedIn) {
  start({"--monitor", "1"});
  ASSERT_EQ(wall_comes_to(whole), whole);
  std::ifstream log(folder / "log");
  const std::string said((std::istreambuf_iterator<char>(log)), {});
  EXPECT_NE(said.find("There is no monitor 1 here, but 0 (DUMMY0, 1920x1080)"), std::string::npos) << said;
  desk.plug({{"DUMMY0", whole}, {"DUMMY1", beside}});
  EXPECT_EQ(wall_comes_to(beside), beside);
}

// Where the keys of a console on the second monitor are, as it says of a convening like the program's.
class ConsoleSeen {
 public:
  ConsoleSeen(const std::string& activity, const Rect& of_console, const Rect& of_wall)
      : resources(*app::load_resources(activity, "dusk")), place_(of_console), wall_(of_wall) {}
  [[nodiscard]] model::PixelPoint place_of(const std::string& key) {
    ui::Setting setting;
    setting.width = static_cast<float>(place_.width);
    setting.height = static_cast<float>(place_.height);
    now.screens = &all_is_well;
    now.host.desk = &desk;
    now.check = &check;
    ui::ConsolePage page = app::console_page(session, resources.strings, "en", mode, now);
    page.glass_aspect = static_cast<float>(wall_.width) / static_cast<float>(wall_.height);
    screen.show(page, setting);
    return screen.place_of(key)->centre() + model::PixelPoint{static_cast<float>(place_.x), static_cast<float>(place_.y)};
  }
  app::Resources resources;
  station::Session session{resources.pack, station::seeded_sources(1)};
  app::ConsoleMode mode;
  app::ConsoleNow now;
  app::HostDesk desk{.consoles = 1};
  interact::RoomKeys keys;
  app::RoomCheck check{{.strings = resources.strings,
                        .paths = resources.paths,
                        .keyboards = {},
                        .keys = keys,
                        .room_language = "en",
                        .activity = {},
                        .wake = [] {}},
                       {}};

 private:
  Rect place_, wall_;
  ui::HostContext host_;
  ui::ConsoleScreen screen{host_};
  platform::RoleScreens all_is_well{{}};
};

class Walls : public Monitors {
 protected:
  static constexpr Rect slow{1920, 0, 1280, 720};  // 30 Hz
  const Outputs both{{"DUMMY0", whole}, {"DUMMY1", slow}};
  [[nodiscard]] Rect comes_to(const std::string& window, const Rect& place) const {
    constexpr int stays = 5;
    for (int tries = 0, there = 0; tries < 300 && there < stays; ++tries) {
      there = desk.window(window) == place ? there + 1 : 0;
      std::this_thread::sleep_for(100ms);
    }
    return desk.window(window);
  }
  [[nodiscard]] render::Picture on(const Rect& screen) const {
    const render::Picture all = desk::photograph_at_rest(hand, 30s);
    render::Picture part{screen.width, screen.height, {}};
    for (int y = 0; y < screen.height; ++y) {
      const auto* row = all.rgba.data() + 4 * (static_cast<std::ptrdiff_t>(screen.y + y) * all.width + screen.x);
      part.rgba.insert(part.rgba.end(), row, row + std::ptrdiff_t{4} * screen.width);
    }
    return part;
  }
  // The screen with hands shows nothing of the wall.
  [[nodiscard]] bool dark() const {
    const render::Picture all = hand.photograph();
    std::uint8_t brightest = 0;
    for (int y = 0; y < whole.height; y += 4) {
      const auto* row = all.rgba.data() + std::ptrdiff_t{4} * y * all.width;
      for (int x = 0; x < 4 * whole.width; x += 4) brightest = std::max(brightest, row[x]);
    }
    return brightest < 60;
  }
  void wait_until_dark(bool wanted) const {
    for (int tries = 0; tries < 300 && dark() != wanted; ++tries) std::this_thread::sleep_for(100ms);
    EXPECT_EQ(dark(), wanted);
  }
  static constexpr const char* hands = "Greenline";
  static constexpr const char* wall = "Greenline, a wall";
};

TEST_P(Walls, OutliveEachOthersCables) {
  desk.plug(both);
  start({"--wall", "DUMMY1"});
  ASSERT_EQ(comes_to(hands, whole), whole);
  ASSERT_EQ(comes_to(wall, slow), slow);
  desk.plug({{"DUMMY0", whole}});
  EXPECT_EQ(comes_to(wall, {}), Rect{}) << "nowhere else, least of all over the hands'";
  EXPECT_EQ(comes_to(hands, whole), whole);
  desk.plug(both);
  EXPECT_EQ(comes_to(wall, slow), slow);
  desk.plug({{"DUMMY1", {0, 0, 1280, 720}}});
  EXPECT_EQ(comes_to(wall, {0, 0, 1280, 720}), (Rect{0, 0, 1280, 720})) << "its own, wherever that lies now";
  EXPECT_EQ(comes_to(hands, {}), Rect{}) << "no hand reaches the wall's";
  hand.key("Page_Down");
  desk.plug(both);
  EXPECT_EQ(comes_to(hands, whole), whole);
  EXPECT_EQ(comes_to(wall, slow), slow);
  hand.key("q", {"Control_L", "Shift_L"});
  ASSERT_EQ(program->finish(20s), 0);
  const auto resources = app::load_resources("both-sides-of-the-line", "dusk");
  const auto saved = station::Session::open_saved(resources->pack, station::seeded_sources(1), convening);
  ASSERT_TRUE(saved);
  EXPECT_EQ(saved->phase_number(), 1U) << "keys went to the wall while that alone was seen";
}

TEST_P(Walls, FollowThePhaseAndTheRestOfTheRoom) {
  desk.plug(both);
  start({"--wall", "DUMMY1"});
  ASSERT_EQ(comes_to(wall, slow), slow);
  const render::Picture opening = on(slow);
  hand.key("Page_Down");
  const render::Picture next = on(slow);
  EXPECT_NE(next.rgba, opening.rgba) << "another prompt stands on it";
  hand.key("F8");
  const render::Picture resting = on(slow);
  EXPECT_GT(picture::difference(next, resting).share_visible, 0.1);
  hand.key("q", {"Control_L", "Shift_L"});
  EXPECT_EQ(program->finish(20s), 0);
}

TEST_P(Walls, AreRunFromTheHostsConsole) {
  desk.plug(both);
  start({"--console", "DUMMY1"});
  constexpr const char* console = "Greenline, the host's console";
  ASSERT_EQ(comes_to(console, slow), slow);
  ConsoleSeen seen("both-sides-of-the-line", slow, whole);
  station::Session& session = seen.session;
  const auto place_of = [&](const std::string& key) { return seen.place_of(key); };
  const auto touch = [&](const std::string& key) {
    hand.tap(place_of(key));
    std::this_thread::sleep_for(1s);
  };
  touch("next");
  ASSERT_TRUE(session.step_phase(1));
  const auto thumb_and_clicker = [&] {  // at the same moment: one step together
    hand.key("Page_Down");
    hand.tap(place_of("next"));
    std::this_thread::sleep_for(1s);
  };
  thumb_and_clicker();
  ASSERT_TRUE(session.step_phase(1));
  touch("rest");
  wait_until_dark(true);
  touch("rest");
  wait_until_dark(false);
  touch("time");
  ASSERT_TRUE(session.submit(interact::more_time(session), model::the_host));
  touch("pause");
  ASSERT_TRUE(session.submit(model::PauseTouch{true}, model::the_host));
  touch("undo");
  hand.key("q", {"Control_L", "Shift_L"});
  ASSERT_EQ(program->finish(20s), 0);
  const auto saved = station::Session::open_saved(seen.resources.pack, station::seeded_sources(1), convening);
  ASSERT_TRUE(saved);
  EXPECT_EQ(saved->phase().id, session.phase().id);
  EXPECT_EQ(saved->phase_minutes(), session.phase_minutes());
  EXPECT_FALSE(saved->convening().resting.value);
  EXPECT_FALSE(saved->convening().paused.value);
  EXPECT_NE(saved->convening().paused.event, model::EventId{}) << "it was paused, and that was undone";
}

TEST_P(Walls, ShowLargeWhatTheHostReadsAloudAndStayAsTheyAreWhileFrozen) {
  const Rect of_console{3200, 0, 1280, 800};
  desk.plug({{"DUMMY0", whole}, {"DUMMY1", slow}, {"DUMMY2", of_console}});
  const desk::Answer played = desk::answer_of({program_file(), "simulate", "--activity", "both-sides-of-the-line", "--cards",
                                               "12", "--until-phase", "name", "--out", convening.string()});
  ASSERT_EQ(played.code, 0) << played.printed;
  start({"--wall", "DUMMY1", "--console", "DUMMY2"});
  ASSERT_EQ(comes_to(wall, slow), slow);
  ASSERT_EQ(comes_to("Greenline, the host's console", of_console), of_console);
  const auto push = [&](const std::string& letter) {
    hand.key(letter);
    std::this_thread::sleep_for(1s);
  };
  hand.tap({static_cast<float>(of_console.x) + 300, 780});  // no key is there: the keyboard is the console's from then on
  const render::Picture all = on(slow);
  push("w");
  push("n");
  const render::Picture large = on(slow);
  EXPECT_GT(picture::difference(all, large).share_visible, 0.3);
  push("f");
  push("x");
  push("n");  // the phase goes on
  EXPECT_EQ(on(slow).rgba, large.rgba) << "it stays as it was";
  push("w");
  push("f");
  EXPECT_NE(on(slow).rgba, large.rgba);
  hand.key("q", {"Control_L", "Shift_L"});
  ASSERT_EQ(program->finish(20s), 0);
  const auto resources = app::load_resources("both-sides-of-the-line", "dusk");
  const auto saved = station::Session::open_saved(resources->pack, station::seeded_sources(1), convening);
  ASSERT_TRUE(saved);
  EXPECT_EQ(saved->phase().id, "look");
  EXPECT_FALSE(saved->convening().frozen.value);
}

TEST_P(Walls, BeginWhatTheDayHasNextFromTheHostsConsole) {
  desk.plug(both);
  const std::filesystem::path programme = folder / "day.json";
  std::ofstream(programme) << R"({"greenline": "programme", "version": 1, "id": "ours", "title": {"en": "Ours"},
    "days": [{"title": {"en": "Today"}, "sessions": [{"activity": "both-sides-of-the-line", "starts": "9:00"},
                                                     {"title": {"en": "A walk"}, "minutes": 30, "optional": true},
                                                     {"activity": "the-mirror", "minutes": 40}]}]})";
  start({"--console", "DUMMY1", "--programme", programme.string()});
  constexpr const char* console = "Greenline, the host's console";
  ASSERT_EQ(comes_to(console, slow), slow);
  ConsoleSeen seen("both-sides-of-the-line", slow, whole);
  const auto day = app::load_day(programme.string(), 1, seen.resources.paths.content);
  ASSERT_TRUE(day) << day.error();
  seen.now = {.minute_of_day = 9 * 60, .day = &*day};
  const auto touch = [&](ConsoleSeen& as, const std::string& key) {
    hand.tap(as.place_of(key));
    std::this_thread::sleep_for(1s);
  };
  touch(seen, "day");
  seen.mode.shows = app::ConsoleMode::Shows::day;
  touch(seen, "begin");
  const std::filesystem::path mirror = folder / "the-mirror.greenline";
  for (int i = 0; i < 100 && !std::filesystem::exists(mirror); ++i) std::this_thread::sleep_for(100ms);
  ASSERT_TRUE(std::filesystem::exists(mirror)) << "beside the one before, which is kept";
  ASSERT_EQ(comes_to(console, slow), slow);
  ConsoleSeen next("the-mirror", slow, whole);
  next.now = seen.now;
  std::this_thread::sleep_for(2s);
  touch(next, "next");
  hand.key("q", {"Control_L", "Shift_L"});
  ASSERT_EQ(program->finish(20s), 0);
  const auto saved = station::Session::open_saved(next.resources.pack, station::seeded_sources(1), mirror);
  ASSERT_TRUE(saved);
  EXPECT_EQ(saved->phase_number(), 1U);
  EXPECT_TRUE(station::Session::open_saved(seen.resources.pack, station::seeded_sources(1), convening));
}

// How many frames each window showed, by the frame log's last column, and over how long.
struct Shown {
  int frames = 0;
  double first_s = 0, last_s = 0;
};
std::map<int, Shown> shown_in(const std::filesystem::path& frame_log) {
  std::map<int, Shown> shown;
  std::ifstream log(frame_log);
  std::string line;
  std::getline(log, line);
  while (std::getline(log, line)) {
    const auto last = line.rfind(',');
    if (line[last - 1] != '1') continue;  // nothing changed on the screen
    Shown& of = shown[std::stoi(line.substr(last + 1))];
    const double at_s = std::stod(line);
    if (of.frames++ == 0) of.first_s = at_s;
    of.last_s = at_s;
  }
  return shown;
}

TEST_P(Walls, ShowEachItsOwnScreensFramesAndNoMore) {
  desk.plug(both);
  const std::filesystem::path frame_log = folder / "frames.csv";
  program = std::make_unique<desk::Program>(std::vector<std::string>{program_file(), "run", "--convening", convening.string(),
                                                                     "--wall", "1", "--frame-log", frame_log.string()},
                                            desk.display(), (folder / "log").string());
  ASSERT_EQ(comes_to(wall, slow), slow);
  wait_until_dark(false);
  constexpr int times = 6;
  for (int i = 0; i < times; ++i) {
    hand.key("F8");  // both darken or lighten for a good second
    wait_until_dark(i % 2 == 0);
    std::this_thread::sleep_for(1s);
  }
  hand.key("q", {"Control_L", "Shift_L"});
  EXPECT_EQ(program->finish(20s), 0);
  std::map<int, Shown> shown = shown_in(frame_log);
  const auto most = [](const Shown& of, double refresh_hz) { return refresh_hz * (of.last_s - of.first_s) + 10; };
  EXPECT_GT(shown[0].frames, 2 * times);
  EXPECT_GT(shown[1].frames, 2 * times);
  EXPECT_LE(shown[0].frames, most(shown[0], 60));
  EXPECT_LE(shown[1].frames, most(shown[1], 30));
}

INSTANTIATE_TEST_SUITE_P(WithAndWithoutAManager, Walls, testing::Bool(),
                         [](const auto& with) { return with.param ? "Managed" : "Unmanaged"; });

INSTANTIATE_TEST_SUITE_P(With, Monitors, testing::Bool(),
                         [](const auto& with) { return with.param ? "AWindowManager" : "NoWindowManager"; });

}  // namespace
}  // namespace greenline
