// The real program, touchscreens and screens that are turned, mirrored, moved, pulled and exchanged: each touch lands on the
// glass that was touched, at the place that was touched, or nowhere.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "e2e/monitor_desk.h"
#include "e2e/panel.h"
#include "e2e/room.h"
#include "thorough.h"

namespace greenline {
namespace {

using namespace std::chrono_literals;
using PanelClock = std::chrono::steady_clock;
using desk::Panel;
using desk::Rect;
using model::PixelPoint;

constexpr double panels_never_s = 20;
double panels_back_within_s() { return by_day_or_night(static_cast<int>(panels_never_s), 2); }
double gone_s(PanelClock::time_point from) { return std::chrono::duration<double>(PanelClock::now() - from).count(); }

constexpr std::size_t of_hands = 0, of_wall = 1, of_console = 2, pieces = 3;
constexpr std::array<const char*, pieces> glass_serials{"TOUCH-1", "PROJECT-2", "LAPTOP-3"};

// Three pieces of glass: where each is plugged in, and how it shows what.
struct Piece {
  bool in = true;
  int connector = 0, cell = 0, mode = 0;
  platform::Turned turned = {};
  [[nodiscard]] Rect rect() const {
    constexpr std::array<std::pair<int, int>, 3> modes{{{1280, 720}, {1280, 1024}, {1024, 768}}};
    auto [width, height] = modes.at(static_cast<std::size_t>(mode));
    if (turned.quarters % 2 == 1) std::swap(width, height);
    return {1280 * (cell % 2), 1280 * (cell / 2), width, height};
  }
};
using Pieces = std::array<Piece, pieces>;

std::vector<desk::MonitorDesk::Output> outputs_of(const Pieces& all) {
  std::vector<desk::MonitorDesk::Output> outputs;
  for (std::size_t i = 0; i < pieces; ++i)
    if (all[i].in)
      outputs.push_back(
          {"DUMMY" + std::to_string(all[i].connector), all[i].rect(), {"GLS", "Test glass", glass_serials[i]}, all[i].turned});
  return outputs;
}

class Panels : public desk::Room {
 protected:
  Panels() {
    for (int i = 1; i <= 3; ++i) panels.emplace_back(desk.display(), desk::MonitorDesk::panel_name(i), desk.panel_socket(i));
    deal();
  }
  [[nodiscard]] int below(int end) { return static_cast<int>(random() % static_cast<unsigned>(end)); }
  void deal() {
    for (std::size_t i = 0; i < pieces; ++i) all[i] = {.connector = static_cast<int>(i), .cell = static_cast<int>(i)};
    desk.plug(outputs_of(all));
  }
  // As cables and people do it; said in words.
  std::string change() {
    const auto which = static_cast<std::size_t>(below(pieces));
    Piece& one = all[which];
    const std::string name = glass_serials[which];
    switch (below(7)) {
      case 0:
      case 1: one.turned = {below(4), below(3) == 0, below(3) == 0}; return name + " turned";
      case 2: one.mode = below(3); return name + " of another size";
      case 3: {
        std::array<int, 4> cells{0, 1, 2, 3};
        std::ranges::shuffle(cells, random);
        for (std::size_t i = 0; i < pieces; ++i) all[i].cell = cells[i];
        return "all moved";
      }
      case 4: {
        std::array<int, 4> connectors{0, 1, 2, 3};
        std::ranges::shuffle(connectors, random);
        for (std::size_t i = 0; i < pieces; ++i) all[i].connector = connectors[i];
        return "all on other cables";
      }
      case 5:
        panels[which].unplug();
        panels[which].plug_in();
        return panels[which].name() + " plugged out and in";
      default: one.in = !one.in; return name + (one.in ? " plugged in" : " pulled");
    }
  }

  void remember(const std::vector<std::pair<std::string, std::size_t>>& bounds) {
    std::filesystem::create_directories(folder / "config" / "greenline");
    std::ofstream file(folder / "config" / "greenline" / "screens");
    for (const auto& [panel, glass] : bounds)
      file << "touch\t" << panel << "\t-\t-\tDUMMY" << glass << "\tGLS\tTest glass\t" << glass_serials[glass] << '\n';
  }
  [[nodiscard]] std::string remembered() const {
    std::ifstream file(folder / "config" / "greenline" / "screens");
    return {std::istreambuf_iterator<char>(file), {}};
  }
  void begin(const std::vector<std::string>& more = {}) {
    std::vector<std::string> command{program_file(), "run",     "--in-memory", "--still",   "--pixels-per-mm", "3.78",
                                     "--monitor",    "TOUCH-1", "--wall",      "PROJECT-2", "--console",       "LAPTOP-3"};
    command.insert(command.end(), more.begin(), more.end());
    program = std::make_unique<desk::Program>(command, desk.display(), (folder / "log").string());
    for (int tries = 0; tries < 600 && desk.window("Greenline, the host's console") != all[of_console].rect(); ++tries)
      std::this_thread::sleep_for(50ms);
    ASSERT_EQ(desk.window("Greenline, the host's console"), all[of_console].rect());
  }
  void leave() {
    hand.key("q", {"Control_L", "Shift_L"});
    ASSERT_EQ(program->finish(20s), 0);
  }
  // The ring's window, empty when there is none.
  [[nodiscard]] Rect ring() const { return desk.window("Greenline, a sign"); }
  [[nodiscard]] std::optional<std::size_t> ring_is_on() const {
    const Rect at = ring();
    for (std::size_t i = 0; i < pieces; ++i) {
      const Rect on = all[i].rect();
      if (at.width > 0 && all[i].in && at.x >= on.x && at.y >= on.y && at.x < on.x + on.width && at.y < on.y + on.height)
        return i;
    }
    return std::nullopt;
  }
  void wait_for_ring_on(std::size_t glass) {
    for (int tries = 0; tries < 400 && ring_is_on() != glass; ++tries) std::this_thread::sleep_for(50ms);
    ASSERT_EQ(ring_is_on(), glass) << ring();
  }
  void wait_for_no_ring() {
    for (int tries = 0; tries < 400 && ring().width > 0; ++tries) std::this_thread::sleep_for(50ms);
    ASSERT_EQ(ring().width, 0);
  }
  // On the panel's own glass, which hangs on that piece.
  void tap(std::size_t panel, PixelPoint at, std::size_t glass) {
    const Rect on = all[glass].rect();
    panels[panel].began(0, desk::on_glass(at, static_cast<float>(on.width), static_cast<float>(on.height), all[glass].turned));
    std::this_thread::sleep_for(30ms);
    panels[panel].ended(0);
    panels[panel].sync();
  }
  [[nodiscard]] PixelPoint somewhere_on(std::size_t glass) {
    const Rect on = all[glass].rect();
    return {static_cast<float>(below(on.width)) + 0.5F, static_cast<float>(below(on.height)) + 0.5F};
  }

  // What is wrong with where a touch on that panel, which lies on that glass, lands; empty: nothing.
  [[nodiscard]] std::string amiss(std::size_t panel, std::size_t glass, std::size_t ought_to) {
    const Rect on = all[ought_to].rect();
    const PixelPoint at = somewhere_on(glass);
    ear->come_up();
    (void)ear->heard();
    tap(panel, at, glass);
    const auto heard = ear->heard();
    std::ostringstream said;
    if (!all[ought_to].in) {
      if (!heard.empty()) said << "heard at " << heard[0].x << "," << heard[0].y << " though its screen is away";
      return said.str();
    }
    const float x = static_cast<float>(on.x) + at.x, y = static_cast<float>(on.y) + at.y;
    if (heard.size() != 1) {
      said << heard.size() << " touches heard";
    } else if (std::abs(heard[0].x - x) > 1 || std::abs(heard[0].y - y) > 1) {
      said << "at " << heard[0].x << "," << heard[0].y << ", not " << x << "," << y << " on " << on;
    }
    return said.str();
  }
  // Until each panel's touches land on its glass, three times in a row; how long that took.
  double wait_until_right(const std::string& what) {
    const auto from = PanelClock::now();
    double right_after_s = 0;
    std::string wrong;
    for (int rounds = 0; rounds < 3;) {
      wrong.clear();
      for (std::size_t i = 0; i < panels.size() && wrong.empty(); ++i)
        if (const std::string one = amiss(i, i, i); !one.empty()) wrong = panels[i].name() + " " + one;
      rounds = wrong.empty() ? rounds + 1 : 0;
      if (rounds == 1) right_after_s = gone_s(from);
      if (gone_s(from) > panels_never_s) break;
    }
    EXPECT_EQ(wrong, "") << what;
    EXPECT_LT(right_after_s, panels_back_within_s()) << what;
    return right_after_s;
  }

  std::mt19937 random{11};
  desk::MonitorDesk desk{3};
  desk::Hand hand{desk.display()};
  std::vector<Panel> panels;
  Pieces all;
  std::unique_ptr<desk::TouchEar> ear;
};

const std::vector<float> upright{1, 0, 0, 0, 1, 0, 0, 0, 1};

TEST_F(Panels, AreTouchedWhereTheyLieWhateverIsTurnedMovedAndPulled) {
  remember({{"Panel 1", of_hands}, {"Panel 2", of_wall}, {"Panel 3", of_console}});
  begin();
  ear = std::make_unique<desk::TouchEar>(desk.display());
  (void)wait_until_right("at the start");
  std::vector<double> took_s;
  for (int i = 0; i < by_day_or_night(25, 300) && !HasFailure(); ++i) {
    const std::string what = change();
    desk.plug(outputs_of(all));
    took_s.push_back(wait_until_right("change " + std::to_string(i) + ": " + what));
  }
  ASSERT_FALSE(HasFailure());
  std::ranges::sort(took_s);
  std::cout << took_s.size() << " changes; touches land right after a median of " << 1000 * took_s[took_s.size() / 2]
            << " ms, at worst " << 1000 * took_s.back() << " ms\n";
}

TEST_F(Panels, HaveWhatTheyHadBeforeWhenItEnds) {
  const std::vector<float> somebodys{0.5F, 0, 0.25F, 0, 0.5F, 0, 0, 0, 1};
  panels[of_console].lay(somebodys);
  remember({{"Panel 1", of_hands}, {"Panel 2", of_wall}, {"Panel 3", of_console}});
  begin();
  ear = std::make_unique<desk::TouchEar>(desk.display());
  (void)wait_until_right("at the start");
  program->kill();
  EXPECT_NE(panels[of_console].matrix(), somebodys) << "nobody gave it back";
  begin();
  (void)wait_until_right("after it was killed");
  leave();
  EXPECT_EQ(panels[of_hands].matrix(), upright);
  EXPECT_EQ(panels[of_wall].matrix(), upright);
  EXPECT_EQ(panels[of_console].matrix(), somebodys);
  for (const Panel& panel : panels) EXPECT_FALSE(panel.has("Greenline Matrix Before")) << panel.name();
}

TEST_F(Panels, ThatNobodyPlacedAreTheTouchedWallsAndNeverTheConsoles) {
  begin();
  ear = std::make_unique<desk::TouchEar>(desk.display());
  const auto right_on_hands = [this] {
    std::string wrong = "not tried";
    for (const auto from = PanelClock::now(); !wrong.empty() && gone_s(from) < panels_never_s;)
      wrong = amiss(0, of_hands, of_hands);
    return wrong;
  };
  EXPECT_EQ(right_on_hands(), "");
  all[of_hands].in = false;
  desk.plug(outputs_of(all));
  EXPECT_EQ(right_on_hands(), "") << "it is not here, and reaches nobody";
  for (int i = 0; i < 5; ++i) EXPECT_EQ(amiss(0, of_hands, of_hands), "");
  all[of_hands].in = true;
  desk.plug(outputs_of(all));
  EXPECT_EQ(right_on_hands(), "");
  // Where somebody laid one elsewhere before, a guess leaves it there.
  leave();
  const std::vector<float> somebodys{0.5F, 0, 0.5F, 0, 0.5F, 0, 0, 0, 1};
  panels[0].lay(somebodys);
  begin();
  std::this_thread::sleep_for(1s);
  EXPECT_EQ(panels[0].matrix(), somebodys);
}

TEST_F(Panels, AreFoundByTheRingWhileNoWallRuns) {
  all[of_wall].turned = {1, false, false};
  desk.plug(outputs_of(all));
  program = std::make_unique<desk::Program>(std::vector<std::string>{program_file(), "identify", "--touch", "--language", "fr"},
                                            desk.display(), (folder / "log").string());
  // Panel 3 lies on the first glass, Panel 1 on the second; the third has none and is passed over.
  for (const auto& [glass, panel] : {std::pair(of_hands, 2U), std::pair(of_wall, 0U)}) {
    wait_for_ring_on(glass);
    const Rect on = all[glass].rect();
    tap(1, {4, 4}, glass);  // at an edge: somebody leans on another
    tap(panel, {static_cast<float>(on.width) / 2, static_cast<float>(on.height) / 2}, glass);
  }
  wait_for_ring_on(of_console);
  tap(2, {640, 360}, of_console);  // has its screen already
  ASSERT_EQ(program->finish(40s), 0);
  const std::string kept = remembered();
  EXPECT_NE(kept.find("touch\tPanel 3\t-\t-\tDUMMY0\tGLS\tTest glass\tTOUCH-1\n"), std::string::npos) << kept;
  EXPECT_NE(kept.find("touch\tPanel 1\t-\t-\tDUMMY1\tGLS\tTest glass\tPROJECT-2\n"), std::string::npos) << kept;
  EXPECT_EQ(kept.find("Panel 2"), std::string::npos) << kept;
  begin();
  ear = std::make_unique<desk::TouchEar>(desk.display());
  std::string wrong = "not tried";
  for (const auto from = PanelClock::now(); !wrong.empty() && gone_s(from) < panels_never_s;)
    wrong = amiss(2, of_hands, of_hands) + amiss(0, of_wall, of_wall);
  EXPECT_EQ(wrong, "");
}

// What the wall heard of hands, as it was recorded.
std::string recorded(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::string line, all;
  while (std::getline(in, line))
    if (line.starts_with("began")) all += line + "\n";
  return all;
}

TEST_F(Panels, AreFoundByTheRingWhileAWallRunsWhichHearsNothingOfIt) {
  const auto touches = folder / "touches";
  begin({"--record-touches", touches.string()});
  desk::Program identify({program_file(), "identify", "--touch"}, desk.display(), (folder / "log-of-identify").string());
  for (const auto& [glass, panel] : {std::pair(of_hands, 1U), std::pair(of_wall, 0U), std::pair(of_console, 2U)}) {
    wait_for_ring_on(glass);
    for (const std::size_t other : {0U, 1U, 2U}) tap(other, {30, 30}, glass);
    tap(panel, {640, 360}, glass);
  }
  ASSERT_EQ(identify.finish(20s), 0);
  EXPECT_NE(remembered().find("touch\tPanel 2\t-\t-\tDUMMY0\t"), std::string::npos) << remembered();
  EXPECT_NE(remembered().find("touch\tPanel 1\t-\t-\tDUMMY1\t"), std::string::npos) << remembered();
  EXPECT_NE(remembered().find("touch\tPanel 3\t-\t-\tDUMMY2\t"), std::string::npos) << remembered();
  std::this_thread::sleep_for(300ms);
  // The wall takes at once what was found: a touch on the second panel is the touched wall's now.
  tap(1, {400.5F, 300.5F}, of_hands);
  std::this_thread::sleep_for(500ms);
  leave();
  std::istringstream heard(recorded(touches));
  std::string word;
  double id = 0, x = 0, y = 0;
  ASSERT_TRUE(heard >> word >> id >> x >> y) << recorded(touches);
  EXPECT_NEAR(x, 400.5, 1);
  EXPECT_NEAR(y, 300.5, 1);
  EXPECT_EQ(recorded(touches).find("began", 1), std::string::npos) << recorded(touches);
}

TEST_F(Panels, AreAskedForFromTheConsole) {
  begin();
  hand.move({1280 + 640, 360});  // keys go where they are; letters of the console, at its own window
  const Rect console = all[of_console].rect();
  hand.tap({static_cast<float>(console.x) + 5, static_cast<float>(console.y) + 5});
  std::this_thread::sleep_for(500ms);
  hand.key("s");
  std::this_thread::sleep_for(500ms);
  hand.key("t");
  wait_for_ring_on(of_hands);
  tap(1, {640, 360}, of_hands);
  wait_for_ring_on(of_wall);
  hand.key("n");  // has none
  wait_for_ring_on(of_console);
  hand.key("x");  // enough
  wait_for_no_ring();
  std::this_thread::sleep_for(500ms);
  EXPECT_NE(remembered().find("touch\tPanel 2\t-\t-\tDUMMY0\tGLS"), std::string::npos) << remembered();
}

// The driver counts DUMMY0 as plugged in also while nobody lights it.
TEST_F(Panels, ScreensAreLitAsTheyWereTurned) {
  all[of_hands] = {.connector = 0, .cell = 0, .mode = 0, .turned = {1, true, false}};
  desk.plug(outputs_of(all));
  begin();
  ASSERT_EQ(desk.window("Greenline"), all[of_hands].rect());
  leave();
  // As after a night: the server begins without it.
  all[of_hands].in = false;
  auto outputs = outputs_of(all);
  outputs.push_back({"DUMMY0", {}, {"GLS", "Test glass", "TOUCH-1"}, {}});
  desk.plug(outputs);
  begin();
  for (int tries = 0; tries < 200 && desk.turned("DUMMY0").quarters != 1; ++tries) std::this_thread::sleep_for(50ms);
  EXPECT_EQ(desk.turned("DUMMY0"), (platform::Turned{1, true, false}));
}

}  // namespace
}  // namespace greenline
