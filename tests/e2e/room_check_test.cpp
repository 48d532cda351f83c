// The room check with real keys: a pedal's own key goes on, keys that are tried move nothing, and what could be read from the
// back of the room makes the wall's type larger at the next start.
#include <gtest/gtest.h>

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "app/resources.h"
#include "e2e/monitor_desk.h"
#include "e2e/room.h"
#include "station/session.h"

namespace greenline {
namespace {

using namespace std::chrono_literals;
using desk::Rect;

class RoomToCheck : public desk::Room {
 protected:
  void SetUp() override {
    Room::SetUp();
    settings = folder / "config" / "greenline";
    std::filesystem::create_directories(settings);
  }
  void push(desk::Hand& hand, const std::string& key) {
    hand.key(key);
    std::this_thread::sleep_for(1s);
  }
  void leave_in_order(desk::Hand& hand) {
    hand.key("q", {"Control_L", "Shift_L"});
    ASSERT_EQ(program->finish(20s), 0);
  }
  [[nodiscard]] model::Convening kept() const {
    const auto resources = app::load_resources("both-sides-of-the-line", "dusk");
    const auto saved = station::Session::open_saved(resources->pack, station::seeded_sources(1), convening);
    if (!saved) throw std::runtime_error(saved.error().detail);
    first_phases = {resources->pack.activity.phases[0].id, resources->pack.activity.phases[1].id};
    return saved->convening();
  }
  std::filesystem::path settings;
  mutable std::vector<std::string> first_phases;
};

TEST_F(RoomToCheck, GoesOnWithThePedalsKeyThatItsFileNames) {
  std::ofstream(settings / "keys") << "# the pedal\nnext: F5\nbak: F4\n";
  desk::XServer server{1280, 720};
  desk::Hand hand{server.display()};
  start(hand, server.display());
  push(hand, "Page_Down");
  push(hand, "F5");
  leave_in_order(hand);
  const model::Convening now = kept();
  EXPECT_EQ(now.phase.value, first_phases[1]) << "one step, by the pedal alone";
  std::ifstream log(folder / "log");
  const std::string said((std::istreambuf_iterator<char>(log)), {});
  EXPECT_NE(said.find("line 3"), std::string::npos) << said;
  EXPECT_NE(said.find("“back”"), std::string::npos) << said;
}

TEST_F(RoomToCheck, MovesNothingWhileTheHostTriesTheClickersButtons) {
  const Rect of_wall{0, 0, 1920, 1080}, of_console{1920, 0, 1280, 1024};
  desk::MonitorDesk desk;
  desk::Hand hand{desk.display()};
  desk.plug({{"DUMMY0", of_wall}, {"DUMMY1", of_console}});
  start(hand, desk.display(), {"--console", "DUMMY1"});
  hand.tap({1940, 1010});  // no key is there: the keyboard is the console's from then on
  const render::Picture before = hand.photograph();
  push(hand, "c");
  push(hand, "t");
  EXPECT_NE(hand.photograph().rgba, before.rgba) << "the page is there";
  push(hand, "Page_Down");
  push(hand, "F8");
  push(hand, "b");
  push(hand, "x");
  push(hand, "x");
  push(hand, "Page_Down");
  push(hand, "F1");
  leave_in_order(hand);
  const model::Convening now = kept();
  EXPECT_EQ(now.phase.value, first_phases[1]) << "one step, after the buttons had been tried";
  EXPECT_EQ(now.resting.event, model::EventId{}) << "it never rested";
}

// How much of a picture is letters: light on dark ground.
std::size_t light_pixels(const render::Picture& picture) {
  std::size_t light = 0;
  for (std::size_t i = 0; i + 3 < picture.rgba.size(); i += 4)
    light += picture.rgba[i] > 180 && picture.rgba[i + 1] > 180 ? 1 : 0;
  return light;
}

TEST_F(RoomToCheck, ReadsFromTheBackAndTheWallsTypeIsLargerAtTheNextStart) {
  desk::XServer server{1920, 1080};
  desk::Hand hand{server.display()};
  start(hand, server.display());
  push(hand, "Page_Down");
  const std::size_t before = light_pixels(desk::photograph_at_rest(hand, 30s));
  leave_in_order(hand);

  const render::Picture bare = hand.photograph();
  program = std::make_unique<desk::Program>(std::vector<std::string>{program_file(), "doctor", "--room", "--language", "en"},
                                            server.display(), (folder / "log").string());
  for (int i = 0; i < 300 && hand.photograph().rgba == bare.rgba; ++i) std::this_thread::sleep_for(100ms);
  (void)desk::photograph_at_rest(hand, 30s);
  push(hand, "1");
  push(hand, "Page_Down");  // dusk, the second
  push(hand, "F8");
  push(hand, "F8");  // the first line is the last that can be read
  push(hand, "x");
  (void)program->finish(20s);
  std::ifstream log(folder / "log");
  const std::string said((std::istreambuf_iterator<char>(log)), {});
  EXPECT_NE(said.find("read from the back, capitals of"), std::string::npos) << said;

  start(hand, server.display());
  EXPECT_GT(static_cast<double>(light_pixels(desk::photograph_at_rest(hand, 30s))), 1.3 * static_cast<double>(before));
  leave_in_order(hand);
}

}  // namespace
}  // namespace greenline
