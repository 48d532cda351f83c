// The real program with three roles on a real X server, and glass that is plugged in, pulled, exchanged and moved at random:
// each role is on its own glass, whole, soon after, and on no other.
#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "e2e/monitor_desk.h"
#include "e2e/room.h"
#include "thorough.h"

namespace greenline {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using desk::Rect;

// How soon a role is back: two seconds, which is measured at night, on a machine that has nothing else to do. By day others may
// be at work on it: what is told apart then is late from never.
constexpr double never_s = 40;
double back_within_s() { return by_day_or_night(static_cast<int>(never_s), 2); }
constexpr std::array<const char*, 3> role_windows{"Greenline", "Greenline, a wall", "Greenline, the host's console"};
constexpr std::size_t hands = 0, wall = 1, console = 2, stranger = 3, glasses = 4;

double since_s(Clock::time_point from) { return std::chrono::duration<double>(Clock::now() - from).count(); }

// Four pieces of glass, the first three of them the roles' own; where each is plugged in, and what it shows.
struct Plugged {
  struct One {
    bool in = false, mute = false;  // mute: it tells nothing of itself for now
    int connector = 0, cell = 0;    // a place of the surface; four of them
    int width = 1280, height = 720;
    [[nodiscard]] Rect rect() const { return {1280 * (cell % 2), 1024 * (cell / 2), width, height}; }
  };
  std::array<One, glasses> all;

  [[nodiscard]] std::vector<desk::MonitorDesk::Output> outputs() const {
    constexpr std::array<const char*, glasses> serials{"TOUCH-1", "PROJECT-2", "LAPTOP-3", "STRANGE-4"};
    std::vector<desk::MonitorDesk::Output> outputs;
    for (std::size_t i = 0; i < glasses; ++i) {
      if (!all[i].in) continue;
      const platform::Glass glass{"GLS", "Test glass", serials[i]};
      outputs.push_back({"DUMMY" + std::to_string(all[i].connector), all[i].rect(), all[i].mute ? platform::Glass{} : glass});
    }
    return outputs;
  }
  [[nodiscard]] bool any() const {
    return std::ranges::any_of(all, [](const One& one) { return one.in; });
  }
  // Where a role has to be; nothing: nowhere. Hands are seen on strange glass where nothing else is.
  [[nodiscard]] std::optional<Rect> place_of(std::size_t role) const {
    if (all[role].in) return all[role].rect();
    const bool alone = !all[wall].in && !all[console].in;
    return role == hands && alone && all[stranger].in ? std::optional(all[stranger].rect()) : std::nullopt;
  }
};

class Chance {
 public:
  explicit Chance(unsigned seed) : random_(seed) {}
  [[nodiscard]] int below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }
  [[nodiscard]] bool one_in(int many) { return below(many) == 0; }

  // All three where they were never before.
  void deal(Plugged& plugged) {
    for (auto& one : plugged.all) {
      one = {.in = true};
      resize(one);
    }
    plugged.all[stranger].in = false;
    shuffle(plugged, &Plugged::One::connector);
    shuffle(plugged, &Plugged::One::cell);
  }
  // As cables and people do it.
  void change(Plugged& plugged) {
    auto& one = plugged.all[static_cast<std::size_t>(below(glasses))];
    switch (below(7)) {
      case 0: return shuffle(plugged, &Plugged::One::connector);
      case 1: return shuffle(plugged, &Plugged::One::cell);
      case 2: return resize(one);
      case 3:
        for (auto& each : plugged.all) each.in = false;
        return;
      default: one.in = !one.in;
    }
  }

 private:
  void resize(Plugged::One& one) {
    constexpr std::array<std::pair<int, int>, 3> sizes{{{1280, 720}, {1280, 1024}, {1024, 768}}};
    std::tie(one.width, one.height) = sizes[static_cast<std::size_t>(below(3))];
  }
  void shuffle(Plugged& plugged, int Plugged::One::*part) {
    std::vector<int> values;
    for (std::size_t i = 0; i < glasses; ++i) values.push_back(static_cast<int>(i));
    std::ranges::shuffle(values, random_);
    for (std::size_t i = 0; i < glasses; ++i) plugged.all[i].*part = values[i];
  }
  std::mt19937 random_;
};

render::Picture part_of(const render::Picture& all, const Rect& rect) {
  render::Picture part{rect.width, rect.height, {}};
  for (int y = 0; y < rect.height; ++y) {
    const auto* row = all.rgba.data() + 4 * (static_cast<std::ptrdiff_t>(rect.y + y) * all.width + rect.x);
    part.rgba.insert(part.rgba.end(), row, row + std::ptrdiff_t{4} * rect.width);
  }
  return part;
}

// The share of pixels that a person would see differ.
double differing(const render::Picture& a, const render::Picture& b) {
  if (a.rgba.size() != b.rgba.size()) return 1;
  std::size_t differ = 0;
  for (std::size_t i = 0; i < a.rgba.size(); i += 4) {
    int most = 0;
    for (std::size_t channel = 0; channel < 3; ++channel)
      most = std::max(most, std::abs(int{a.rgba[i + channel]} - int{b.rgba[i + channel]}));
    differ += most > 16 ? 1 : 0;
  }
  return static_cast<double>(differ) * 4 / static_cast<double>(a.rgba.size());
}

class Screens : public desk::Room, public testing::WithParamInterface<bool> {
 protected:
  Screens() {
    if (GetParam()) manager.emplace(desk.display());
  }
  void begin(const std::vector<std::string>& roles) {
    std::vector<std::string> command{program_file(), "run", "--in-memory", "--still", "--pixels-per-mm", "3.78"};
    command.insert(command.end(), roles.begin(), roles.end());
    program = std::make_unique<desk::Program>(command, desk.display(), (folder / "log").string());
  }
  // What is on top at many points of a piece of glass, by role; those that have none are left out.
  [[nodiscard]] std::vector<std::size_t> on_top_of(const Rect& glass,
                                                   const std::vector<desk::MonitorDesk::Seen>& windows) const {
    constexpr int points = 8;
    std::vector<std::size_t> roles;
    for (int i = 0; i <= points; ++i)
      for (int j = 0; j <= points; ++j) {
        const int x = glass.x + (glass.width - 1) * i / points, y = glass.y + (glass.height - 1) * j / points;
        for (auto window = windows.rbegin(); window != windows.rend(); ++window) {
          const Rect& at = window->rect;
          if (x < at.x || y < at.y || x >= at.x + at.width || y >= at.y + at.height) continue;
          const auto* const role = std::ranges::find(role_windows, window->name);
          if (role != role_windows.end()) roles.push_back(static_cast<std::size_t>(role - role_windows.begin()));
          break;
        }
      }
    return roles;
  }
  // Whether each role is on its glass and nowhere else, above all others.
  [[nodiscard]] bool all_in_place(const Plugged& plugged) const {
    const auto windows = desk.windows();
    for (std::size_t role = 0; role < role_windows.size(); ++role) {
      const auto place = plugged.place_of(role);
      const auto window = std::ranges::find(windows, role_windows[role], &desk::MonitorDesk::Seen::name);
      if (!place && window != windows.end() && (role != hands || plugged.any())) return false;
      if (place && (window == windows.end() || window->rect != *place)) return false;
      if (!place) continue;
      const auto seen = on_top_of(*place, windows);
      if (std::ranges::any_of(seen, [role](std::size_t on_top) { return on_top != role; })) return false;
    }
    const auto& strange = plugged.all[stranger];
    return !strange.in || plugged.place_of(hands) == strange.rect() || on_top_of(strange.rect(), windows).empty();
  }
  [[nodiscard]] bool console_is_on_the_wall(const Plugged& plugged) const {
    if (!plugged.all[wall].in) return false;
    const auto seen = on_top_of(plugged.all[wall].rect(), desk.windows());
    return std::ranges::find(seen, console) != seen.end();
  }
  // What of a role's picture is the same whatever else is plugged in: of the console the keys but the lowest, which says when
  // something is amiss; its small wall has the shape of the large one.
  [[nodiscard]] static Rect looked_at(std::size_t role, const Rect& place) {
    if (role != console) return place;
    const int right = place.width * 3 / 8;
    return {place.x + place.width - right, place.y + place.height / 2, right, place.height * 3 / 10};
  }
  // The picture that this role had when it was at rest on glass of this size; the first time it is taken.
  [[nodiscard]] bool shows_itself(std::size_t role, const Rect& place, const render::Picture& all) {
    render::Picture now = part_of(all, looked_at(role, place));
    const auto [known, first] = at_rest.try_emplace({role, place.width, place.height}, now);
    constexpr double of_other_colour = 0.03;
    if (first || differing(known->second, now) < of_other_colour) return true;
    seen_instead = std::move(now);
    expected = known->second;
    return false;
  }

  // What differed last, to look at.
  void keep_pictures() const {
    for (const auto& [name, picture] : {std::pair("expected.png", &expected), std::pair("seen.png", &seen_instead)})
      if (const auto written = render::write_png(folder / name, *picture); !written) std::cerr << written.error() << '\n';
  }
  render::Picture expected, seen_instead;

  struct Figures {
    int changes = 0, starts = 0;
    std::vector<double> in_place_s, shown_s;  // after each change
    double console_on_wall_s = 0;             // the longest, before windows followed
  } figures;

  // Deals all screens out, and starts with each role on its own.
  void begin_dealt(Chance& chance, Plugged& plugged) {
    chance.deal(plugged);
    desk.plug(plugged.outputs());
    begin({"--monitor", "TOUCH-1", "--wall", "PROJECT-2", "--console", "LAPTOP-3"});
    wait_for_start(plugged);
  }

  // Plugs it in, and waits until every role is back.
  void make(const Plugged& plugged, const std::string& what) {
    desk.plug(plugged.outputs());
    const auto from = Clock::now();
    double console_left_s = 0;
    const double longest_s = never_s;
    bool placed = false;
    while (!placed && since_s(from) < longest_s) {
      if (console_is_on_the_wall(plugged)) console_left_s = since_s(from);
      placed = all_in_place(plugged);
      if (!placed) std::this_thread::sleep_for(2ms);
    }
    const double in_place_s = since_s(from);
    ASSERT_TRUE(program->running()) << what;
    ASSERT_TRUE(placed) << what << ": " << described(plugged);
    EXPECT_LT(in_place_s, back_within_s()) << what << ": " << described(plugged);
    double shown_s = in_place_s;
    for (bool shown = false; !shown;) {
      const render::Picture all = hand.photograph();
      shown = true;
      for (std::size_t role = 0; role < role_windows.size(); ++role)
        if (const auto place = plugged.place_of(role); place && at_rest.contains({role, place->width, place->height}))
          shown = shows_itself(role, *place, all) && shown;
      shown_s = since_s(from);
      if (shown_s > longest_s) keep_pictures();
      ASSERT_LT(shown_s, longest_s) << what << ": " << described(plugged);
    }
    EXPECT_LT(shown_s, back_within_s()) << what << ": " << described(plugged);
    EXPECT_TRUE(all_in_place(plugged)) << "and stays";
    figures.in_place_s.push_back(in_place_s);
    figures.shown_s.push_back(shown_s);
    figures.console_on_wall_s = std::max(figures.console_on_wall_s, console_left_s);
    ++figures.changes;
  }
  [[nodiscard]] static bool rests(const Plugged& plugged, const render::Picture& before, const render::Picture& now) {
    for (std::size_t role = 0; role < role_windows.size(); ++role)
      if (const auto place = plugged.place_of(role))
        if (differing(part_of(before, looked_at(role, *place)), part_of(now, looked_at(role, *place))) > 0.001) return false;
    return true;
  }
  // Takes the pictures that are compared with later. The console counts seconds, so the whole desk is never at rest.
  void learn(const Plugged& plugged) {
    std::this_thread::sleep_for(1s);
    render::Picture all = hand.photograph();
    for (int quiet = 0, tries = 0; quiet < 3 && tries < 60; ++tries) {
      std::this_thread::sleep_for(200ms);
      render::Picture next = hand.photograph();
      quiet = rests(plugged, all, next) ? quiet + 1 : 0;
      all = std::move(next);
    }
    for (std::size_t role = 0; role < role_windows.size(); ++role)
      if (const auto place = plugged.place_of(role)) {
        const bool itself = shows_itself(role, *place, all);
        if (!itself) keep_pictures();
        EXPECT_TRUE(itself) << role_windows[role];
      }
  }
  void wait_for_start(const Plugged& plugged) {
    for (int tries = 0; tries < 600 && !all_in_place(plugged); ++tries) std::this_thread::sleep_for(50ms);
    ASSERT_TRUE(all_in_place(plugged)) << described(plugged);
    learn(plugged);
    ++figures.starts;
  }
  [[nodiscard]] std::string described(const Plugged& plugged) const {
    std::ostringstream text;
    for (const auto& output : plugged.outputs())
      text << output.name << " " << output.shows << " " << output.glass.serial << "; ";
    text << "windows:";
    for (const auto& window : desk.windows()) text << " " << window.name << " " << window.rect << ";";
    return text.str();
  }
  static void tell(const char* what, std::vector<double> seconds) {
    if (seconds.empty()) return;
    std::ranges::sort(seconds);
    std::cout << what << ": median " << 1000 * seconds[seconds.size() / 2] << " ms, worst " << 1000 * seconds.back() << " ms\n";
  }

  desk::MonitorDesk desk;
  desk::Hand hand{desk.display()};
  std::optional<desk::WindowManager> manager;
  std::map<std::tuple<std::size_t, int, int>, render::Picture> at_rest;
};

TEST_P(Screens, KeepEachRoleOnItsGlassWhateverIsPluggedInAndOut) {
  const int starts = by_day_or_night(2, 20), changes = by_day_or_night(5, 5);
  const unsigned seed = GetParam() ? 7 : 8;
  Chance chance(seed);
  Plugged plugged;
  for (int start = 0; start < starts; ++start) {
    chance.deal(plugged);
    desk.plug(plugged.outputs());
    const auto connector = [&](std::size_t role) { return "DUMMY" + std::to_string(plugged.all[role].connector); };
    if (start == 0)
      begin({"--monitor", connector(hands), "--wall", connector(wall), "--console", connector(console)});
    else
      begin({"--wall", "--console"});
    wait_for_start(plugged);
    if (HasFatalFailure()) return;
    for (int i = 0; i < changes; ++i) {
      chance.change(plugged);
      make(plugged, "start " + std::to_string(start) + ", change " + std::to_string(i));
      if (HasFatalFailure()) return;
      if (plugged.any() && chance.one_in(2)) learn(plugged);
    }
    if (chance.one_in(2) || !plugged.any()) {
      program->kill();
    } else {
      hand.key("q", {"Control_L", "Shift_L"});
      ASSERT_EQ(program->finish(20s), 0);
    }
  }
  std::cout << figures.starts << " starts, " << figures.changes << " changes\n";
  tell("windows are in place", figures.in_place_s);
  tell("their pictures are shown", figures.shown_s);
  std::cout << "longest that the console lay on the wall's glass after that was moved under it: "
            << 1000 * figures.console_on_wall_s << " ms\n";
}

TEST_P(Screens, OutliveCablesThatRattle) {
  Chance chance(3);
  Plugged plugged;
  begin_dealt(chance, plugged);
  if (HasFatalFailure()) return;
  for (int i = 0; i < by_day_or_night(30, 300); ++i) {
    Plugged loose = plugged;
    chance.change(loose);
    desk.plug(loose.outputs());
    std::this_thread::sleep_for(std::chrono::milliseconds(chance.below(60)));
  }
  make(plugged, "at last");
}

TEST_P(Screens, GoByTheConnectorWhileGlassTellsNothing) {
  Chance chance(5);
  Plugged plugged;
  begin_dealt(chance, plugged);
  for (auto& one : plugged.all) one.mute = true;
  make(plugged, "mute");
  plugged.all[wall].in = false;
  make(plugged, "the wall pulled");
  plugged.all[wall].in = true;
  make(plugged, "the wall back, as mute as before");
}

// The driver counts DUMMY0 as plugged in also while nobody lights it.
TEST_P(Screens, AreLitWhereNobodyElseDoes) {
  desk.plug({{"DUMMY1", {0, 0, 1280, 720}}});
  begin({"--monitor", "DUMMY1", "--wall", "DUMMY0"});
  const bool managed = GetParam();
  const Rect lit = managed ? Rect{} : Rect{1280, 0, 1920, 1080};
  for (int tries = 0;
       tries < 200 && (desk.window("Greenline") != Rect{0, 0, 1280, 720} || desk.window("Greenline, a wall") != lit); ++tries)
    std::this_thread::sleep_for(100ms);
  EXPECT_EQ(desk.window("Greenline"), (Rect{0, 0, 1280, 720})) << "and stays where it is";
  EXPECT_EQ(desk.window("Greenline, a wall"), lit);
  if (managed) return;
  hand.key("q", {"Control_L", "Shift_L"});
  ASSERT_EQ(program->finish(20s), 0);
  desk.plug({{"DUMMY1", {0, 0, 1280, 720}}});
  begin({"--wall"});
  for (int tries = 0; tries < 200 && desk.window("Greenline, a wall") != lit; ++tries) std::this_thread::sleep_for(100ms);
  EXPECT_EQ(desk.window("Greenline, a wall"), lit) << "as it was remembered";
}

INSTANTIATE_TEST_SUITE_P(With, Screens, testing::Bool(),
                         [](const auto& with) { return with.param ? "AWindowManager" : "NoWindowManager"; });

}  // namespace
}  // namespace greenline
