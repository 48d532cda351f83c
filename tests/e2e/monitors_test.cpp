// The real program on a real X server whose monitors come, go and change: the wall is on its screen, at its size.
#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <thread>

#include "e2e/monitor_desk.h"
#include "e2e/room.h"

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

INSTANTIATE_TEST_SUITE_P(With, Monitors, testing::Bool(),
                         [](const auto& with) { return with.param ? "AWindowManager" : "NoWindowManager"; });

}  // namespace
}  // namespace greenline
