// The room check: what it says, keys that are tried, what is read from the back of the room, and that nothing of it reaches the
// room.
#include "app/room_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "app/running.h"

namespace greenline::app {
namespace {

using interact::HostKey;
using platform::KeyName;
using platform::KeyPress;
using testing::Contains;
using testing::Field;
using testing::HasSubstr;
using Sign = ui::ConsoleLine::Sign;

const platform::Monitor laptop{.name = "eDP-1", .width = 1920, .height = 1080};

class ARoomToCheck : public WithAConvening {
 protected:
  void SetUp() override {
    WithAConvening::SetUp();
    folder = std::filesystem::temp_directory_path() / ("greenline-room-check-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    before = ::getenv("XDG_CONFIG_HOME") != nullptr ? ::getenv("XDG_CONFIG_HOME") : "";
    ::setenv("XDG_CONFIG_HOME", folder.c_str(), 1);
    screens.add({.name = "hands", .use = platform::Use::hands});
    screens.add({.name = "wall", .use = platform::Use::wall});
    screens.look({{.name = "HDMI-1", .width = 1920, .height = 1080, .glass = {"SAM", "QM55R", "1"}},
                  {.name = "HDMI-2", .x = 1920, .width = 1280, .height = 720, .glass = {"EPS", "EB", "2"}}});
    begin();
  }
  void TearDown() override {
    check.reset();
    before.empty() ? ::unsetenv("XDG_CONFIG_HOME") : ::setenv("XDG_CONFIG_HOME", before.c_str(), 1);
    std::filesystem::remove_all(folder);
  }
  // As the next start does.
  void begin() {
    check.reset();
    KeptKeys kept = read_keys(*keys_file());
    keys.map = kept.map;
    check = std::make_unique<RoomCheck>(RoomCheck::Around{.strings = resources->strings,
                                                          .paths = resources->paths,
                                                          .keyboards = {},
                                                          .keys = keys,
                                                          .room_language = "en",
                                                          .activity = "Both sides",
                                                          .wake = {},
                                                          .was_read = [this] { ++read; }},
                                        std::move(kept));
  }
  [[nodiscard]] ui::ConsolePage page(const std::string& language = "en") const {
    const ScreensNow now{screens};
    ui::ConsolePage page;
    check->fill(page, &now, language);
    return page;
  }
  void act(const std::string& key) { ASSERT_TRUE(check->act(key, screens, now_s)) << key; }
  bool press(KeyPress pressed) {
    pressed.time_s = now_s;
    return check->took(pressed);
  }
  [[nodiscard]] static auto says(Sign sign, const std::string& words) {
    return Contains(testing::AllOf(Field(&ui::ConsoleLine::sign, sign), Field(&ui::ConsoleLine::text, HasSubstr(words))));
  }

  std::filesystem::path folder;
  std::string before;
  platform::RoleScreens screens;
  interact::RoomKeys keys;
  std::unique_ptr<RoomCheck> check;
  double now_s = 100;
  int read = 0;
};

TEST_F(ARoomToCheck, SaysOfEachLineWhetherItIsWellOrWhatToDo) {
  check->begin(now_s);
  check->wait();
  const auto lines = page().lines;
  EXPECT_THAT(lines, says(Sign::well, "QM55R"));
  EXPECT_THAT(lines, says(Sign::untold, "nobody has read it"));
  EXPECT_THAT(lines, says(Sign::untold, "no button"));
  EXPECT_THAT(lines, says(Sign::well, "makes none"));
  EXPECT_THAT(lines, says(Sign::well, "Both sides"));
  for (const ui::ConsoleLine& line : lines) {
    const bool wants = line.sign == Sign::to_do || line.sign == Sign::untold;
    EXPECT_EQ(wants, !line.to_do.empty()) << line.text;
  }
  screens.look({{.name = "HDMI-1", .width = 1920, .height = 1080, .glass = {"SAM", "QM55R", "1"}}});
  EXPECT_THAT(page().lines, says(Sign::to_do, "The wall"));
}

TEST_F(ARoomToCheck, SpeaksEveryLanguageOfTheInterface) {
  check->begin(now_s);
  check->wait();
  const auto english = page().lines;
  for (const char* language : {"fr", "es"}) {
    const auto lines = page(language).lines;
    ASSERT_EQ(lines.size(), english.size());
    for (std::size_t i = 0; i < lines.size(); ++i) EXPECT_NE(lines[i].text, english[i].text) << language;
  }
}

TEST_F(ARoomToCheck, TellsWhatAButtonWouldDoAndLetsItDoNothing) {
  EXPECT_FALSE(press({.key = KeyName::page_down})) << "nothing is tried yet";
  act("try_keys");
  EXPECT_TRUE(press({.key = KeyName::page_down}));
  EXPECT_TRUE(press({.code = 172}));
  EXPECT_THAT(page().lines, says(Sign::well, "Page Down: go on"));
  EXPECT_THAT(page().lines, says(Sign::untold, "key 172: nothing"));
  EXPECT_TRUE(press({.letter = 'x'})) << "it leaves";
  EXPECT_EQ(check->shows(), RoomCheck::Shows::list);
  EXPECT_FALSE(press({.key = KeyName::page_down}));
  EXPECT_THAT(page().lines, says(Sign::well, "Page Down (go on)"));
}

TEST_F(ARoomToCheck, GivesAButtonSomethingToDoAndKeepsIt) {
  act("try_keys");
  (void)press({.code = 172});
  act("give_key:next");
  (void)press({.key = KeyName::f6});
  act("give_key:hold");
  begin();
  const KeyPress pedal{.code = 172}, shelf{.key = KeyName::f6};
  ASSERT_NE(keys.map.find(pedal), nullptr);
  EXPECT_EQ(keys.map.find(pedal)->act, HostKey::next_phase);
  EXPECT_EQ(keys.map.find(shelf), nullptr) << "the program's own";
}

TEST_F(ARoomToCheck, IsReadFromTheBackWithTheClickerAndKeptForThatScreen) {
  act("read_from_back:wall");
  (void)press({.key = KeyName::page_down});
  (void)press({.key = KeyName::f8});
  for (int i = 0; i < 3; ++i) (void)press({.key = KeyName::page_down});
  (void)press({.key = KeyName::page_up});
  EXPECT_EQ(read, 0);
  (void)press({.key = KeyName::f8});
  EXPECT_EQ(read, 1);
  EXPECT_EQ(check->shows(), RoomCheck::Shows::list);
  begin();
  const Reading* wall = reading_of(check->readings(), bound_to(screens.monitors()[1]));
  ASSERT_NE(wall, nullptr);
  EXPECT_NEAR(wall->capital, chart_capital(2), 1e-4F);
  EXPECT_EQ(wall->palette, "dusk") << "the second of them";
  EXPECT_EQ(reading_of(check->readings(), bound_to(screens.monitors()[0])), nullptr) << "another screen";
  view::WallSetting setting{.width = 1280, .height = 720};
  EXPECT_NEAR(as_read(setting, wall).room_capital_px, chart_capital(2) * 720, 0.1F);
  setting.room_capital_px = 100;
  EXPECT_EQ(as_read(setting, wall).room_capital_px, 100) << "more was asked for";
}

TEST_F(ARoomToCheck, GivesPressesBackToTheRoomWhenNobodyTriesAnyMore) {
  act("try_keys");
  now_s += 1000;
  EXPECT_FALSE(press({.key = KeyName::page_down})) << "the host went away without a word";
  EXPECT_FALSE(keys.tries);
  act("read_from_back:wall");
  screens.look({laptop});
  (void)check->look(screens, now_s);
  EXPECT_EQ(check->shows(), RoomCheck::Shows::list) << "the screen was pulled";
  act("try_keys");
  check->leave();
  EXPECT_FALSE(keys.tries);
}

TEST(KeptReadings, AreReadBackAsTheyWereWrittenOneAScreen) {
  KeptReadings kept;
  put_reading(kept, {{{"SAM", "QM55R", "1"}, "HDMI-1"}, 0.034F, "daylight"});
  put_reading(kept, {{{}, "DP-2"}, 0.019F, {}});
  put_reading(kept, {{{"SAM", "QM55R", "1"}, "HDMI-9"}, 0.045F, "high-contrast"});
  ASSERT_EQ(kept.size(), 2U);
  EXPECT_EQ(to_text(readings_from_text(to_text(kept))), to_text(kept));
  const KeptReadings again = readings_from_text(to_text(kept));
  const Reading* found = reading_of(again, {{"SAM", "QM55R", "1"}, "HDMI-3"});
  ASSERT_NE(found, nullptr) << "on another cable";
  EXPECT_EQ(found->palette, "high-contrast");
  EXPECT_TRUE(readings_from_text("reading\tHDMI-1\t-\t-\t-\tlarge\tdusk\nreading\t-\t-\t-\t-\t300\tdusk\nreading\n").empty());
}

TEST(RoomFacts, TellOfADiskWhetherAnythingIsKeptThere) {
  const auto folder = std::filesystem::temp_directory_path() / ("greenline-facts-" + std::to_string(::getpid()));
  const DiskFacts well = look_at_disk(folder / "greenline" / "convenings");
  EXPECT_TRUE(well.trouble.empty()) << well.trouble;
  EXPECT_GT(well.free_bytes, 0U);
  EXPECT_TRUE(std::filesystem::is_empty(folder / "greenline" / "convenings")) << "nothing is left behind";
  EXPECT_FALSE(look_at_disk("/proc/greenline/convenings").trouble.empty());
  EXPECT_TRUE(look_at_disk(std::nullopt).folder.empty());
  std::filesystem::remove_all(folder);
}

TEST(RoomFacts, TellOfAClockThatIsBeforeWhatWasKept) {
  const auto folder = std::filesystem::temp_directory_path() / ("greenline-clock-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder / "one");
  EXPECT_FALSE(look_at_clock(folder).is_behind);
  std::filesystem::last_write_time(folder / "one", std::filesystem::file_time_type::clock::now() + std::chrono::hours(30));
  EXPECT_TRUE(look_at_clock(folder).is_behind);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace greenline::app
