// The real program at a venue: a stick is put in, a file is let go over the window, something else is begun with.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <nlohmann/json.hpp>
#include <thread>

#include "e2e/room.h"
#include "picture/difference.h"

namespace greenline {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

class TheVenue : public desk::Room {
 protected:
  void SetUp() override {
    Room::SetUp();
    ::setenv("XDG_DATA_HOME", (folder / "data").c_str(), 1);
    fs::create_directories(folder / "media");
    ASSERT_EQ(desk::answer_of({program_file(), "new-pack", (folder / "our-autumn").string()}).code, 0);
  }
  void TearDown() override {
    ::unsetenv("XDG_DATA_HOME");
    Room::TearDown();
  }
  void open_the_wall() {
    start(hand, server.display(), {"--sticks", (folder / "media").string(), "--activity", "both-sides-of-the-line"});
  }
  [[nodiscard]] static std::size_t installed() {
    const auto list =
        nlohmann::json::parse(desk::answer_of({program_file(), "packs", "--format", "json"}).printed, nullptr, false);
    return list.is_array() ? list.size() : 99;
  }
  static bool comes(const std::function<bool()>& what) {
    for (int i = 0; i < 300 && !what(); ++i) std::this_thread::sleep_for(100ms);
    return what();
  }

  desk::XServer server{1280, 800};
  desk::Hand hand{server.display()};
};

TEST_F(TheVenue, AFileThatIsLetGoOverTheWindowIsOnTheShelf) {
  open_the_wall();
  EXPECT_EQ(installed(), 0U);
  ASSERT_TRUE(hand.drop((folder / "our-autumn").string(), {640, 400}));
  EXPECT_TRUE(comes([] { return installed() == 1; }));
  EXPECT_TRUE(program->running());
  program->send(SIGTERM);
  EXPECT_EQ(program->finish(20s), 0);
}

TEST_F(TheVenue, TheShelfOpensAndClosesAndTheWallIsAsItWas) {
  open_the_wall();
  const render::Picture before = hand.photograph();
  hand.key("F6");
  ASSERT_TRUE(comes([&] { return picture::difference(hand.photograph(), before).share_visible > 0.2; }));
  hand.key("F6");
  // The light that tells a phase's time has gone on meanwhile.
  EXPECT_TRUE(comes([&] { return picture::difference(hand.photograph(), before).share_visible < 0.01; }));
  program->send(SIGTERM);
  EXPECT_EQ(program->finish(20s), 0);
}

TEST_F(TheVenue, AnotherActivityIsBegunAndTheFirstIsKept) {
  open_the_wall();
  hand.key("F6");
  // What runs is first on the shelf; the second is what a programme begins with, "arrivals". Its sheet stands in the middle;
  // somewhere below its picture is the button to begin.
  std::this_thread::sleep_for(2s);
  hand.tap({480, 150});
  std::this_thread::sleep_for(500ms);
  const fs::path other = folder / "arrivals.greenline";
  for (int y = 420; y < 640 && !fs::exists(other); y += 20) {
    hand.tap({520, static_cast<float>(y)});
    std::this_thread::sleep_for(400ms);
  }
  EXPECT_TRUE(comes([&] { return fs::exists(other); }));
  EXPECT_TRUE(program->running());
  program->send(SIGTERM);
  EXPECT_EQ(program->finish(20s), 0);
  EXPECT_EQ(desk::answer_of({program_file(), "check", convening.string(), other.string()}).code, 0);
}

}  // namespace
}  // namespace greenline
