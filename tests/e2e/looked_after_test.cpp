// The real program looked after as systemd does: it says that it is there and that it is well, not while it stands still, and
// after three bad ends it starts plainly.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "e2e/room.h"
#include "platform/listening_supervisor.h"

namespace greenline {
namespace {

using namespace std::chrono_literals;

class WallLookedAfter : public desk::Room {
 protected:
  void SetUp() override {
    Room::SetUp();
    ::setenv("NOTIFY_SOCKET", supervisor.socket().c_str(), 1);
    ::setenv("WATCHDOG_USEC", "2000000", 1);
  }
  void TearDown() override {
    ::unsetenv("NOTIFY_SOCKET");
    ::unsetenv("WATCHDOG_USEC");
    Room::TearDown();
  }
  void leave() {
    hand.key("q", {"Control_L", "Shift_L"});
    EXPECT_EQ(program->finish(20s), 0);
  }
  [[nodiscard]] std::string said() const {
    std::ifstream log(folder / "log");
    std::ostringstream words;
    words << log.rdbuf();
    return words.str();
  }
  [[nodiscard]] static std::string doctor() { return desk::answer_of({program_file(), "doctor"}).printed; }

  desk::XServer server{1280, 720};
  desk::Hand hand{server.display()};
  ListeningSupervisor supervisor{"@greenline-e2e-" + std::to_string(getpid())};
};

TEST_F(WallLookedAfter, TellsThatItIsThereThatItIsWellAndThatItEnds) {
  program = std::make_unique<desk::Program>(
      std::vector<std::string>{program_file(), "run", "--convening", convening.string(), "--still"}, server.display(),
      (folder / "log").string());
  EXPECT_TRUE(supervisor.is_told("READY=1", 60s));
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(supervisor.is_told("WATCHDOG=1", 10s)) << "though nothing moves on it";
  program->freeze();
  std::this_thread::sleep_for(200ms);
  supervisor.forget_what_was_told();
  EXPECT_FALSE(supervisor.is_told("WATCHDOG=1", 3s)) << "a wall that stands still is not well";
  program->thaw();
  EXPECT_TRUE(supervisor.is_told("WATCHDOG=1", 10s));
  leave();
  EXPECT_TRUE(supervisor.is_told("STOPPING=1", 1s));
}

TEST_F(WallLookedAfter, StartsPlainlyAfterThreeBadEndsWithTheSameConvening) {
  for (int i = 0; i < 3; ++i) {
    Room::start(hand, server.display());
    if (i == 0) hand.key("Page_Down");
    (void)desk::photograph_at_rest(hand, 60s);
    EXPECT_EQ(said().find("starts plainly"), std::string::npos) << said();
    program->kill();
    supervisor.forget_what_was_told();
  }
  Room::start(hand, server.display(), {"--tuio", "0"});
  EXPECT_NE(said().find("It ended badly three times within a minute, so it starts plainly"), std::string::npos) << said();
  EXPECT_NE(doctor().find("the newest wall here started plainly"), std::string::npos) << doctor();
  EXPECT_TRUE(supervisor.is_told("STATUS=both-sides-of-the-line is on the wall, plainly", 5s));
  leave();
  EXPECT_EQ(doctor().find("started plainly"), std::string::npos) << "it ended well";
}

// What ends programs elsewhere, switches consoles or calls menus; a server of a kiosk takes none of it (packaging/venue).
TEST_F(WallLookedAfter, StaysAsItIsWhateverKeysAreStruckThatNoTextNeeds) {
  Room::start(hand, server.display());
  const auto upper_half = [&] {  // along the lower edge the light tells the time
    const render::Picture all = desk::photograph_at_rest(hand, 60s);
    return std::vector<std::uint8_t>(all.rgba.begin(), all.rgba.begin() + static_cast<std::ptrdiff_t>(all.rgba.size() / 2));
  };
  const auto before = upper_half();
  for (const char* key : {"F2", "F3", "F4", "F5", "F10", "F11", "F12", "Print", "Pause", "Scroll_Lock", "Insert", "Menu"})
    hand.key(key);
  for (const char* key : {"F4", "Tab", "space", "Escape"}) hand.key(key, {"Alt_L"});
  for (const char* key : {"BackSpace", "Delete", "F1", "F2", "F7", "t"}) hand.key(key, {"Control_L", "Alt_L"});
  for (const char* key : {"c", "d", "q", "w", "z", "Escape"}) hand.key(key, {"Control_L"});
  for (const char* key : {"l", "d", "r"}) hand.key(key, {"Super_L"});
  EXPECT_TRUE(before == upper_half());
  ASSERT_TRUE(program->running());
  leave();
}

}  // namespace
}  // namespace greenline
