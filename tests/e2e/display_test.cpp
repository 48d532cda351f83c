// The real program and X servers as they are in real rooms: late, lacking something, refusing, going away.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <memory>
#include <optional>
#include <sstream>
#include <thread>

#include "app/resources.h"
#include "e2e/room.h"
#include "platform/x_awake.h"
#include "station/session.h"
#include "thorough.h"
// After all else, since it defines such names as Bool and None.
#include <X11/Xlib.h>
#include <X11/extensions/scrnsaver.h>

namespace greenline {
namespace {

using namespace std::chrono_literals;

std::vector<std::string> xvfb(const std::vector<std::string>& more = {}) {
  std::vector<std::string> command{"Xvfb", "-screen", "0", "1280x720x24", "-nolisten", "tcp", "-noreset"};
  command.insert(command.end(), more.begin(), more.end());
  return command;
}

class Displays : public desk::Room {
 protected:
  void serve(const std::vector<std::string>& command) {
    server.emplace(command);
    hand.emplace(server->display());
  }
  void start(const std::vector<std::string>& more = {}) { Room::start(*hand, server->display(), more); }
  [[nodiscard]] std::string said() const {
    std::ifstream log(folder / "log");
    std::ostringstream words;
    words << log.rdbuf();
    return words.str();
  }
  // Waits for it to say this.
  [[nodiscard]] bool says(const std::string& words) const {
    for (int i = 0; i < 300; ++i) {
      if (said().find(words) != std::string::npos) return true;
      std::this_thread::sleep_for(100ms);
    }
    return false;
  }
  void leave() {
    hand->key("q", {"Control_L", "Shift_L"});
    EXPECT_EQ(program->finish(20s), 0);
  }
  [[nodiscard]] std::string phase_kept() const {
    auto resources = app::load_resources("both-sides-of-the-line", "dusk");
    auto session = station::Session::open_saved(resources->pack, station::real_sources(), convening);
    return session ? session->phase().id : std::string();
  }
  // Of the activity, in their order.
  [[nodiscard]] static std::vector<std::string> phases() {
    auto resources = app::load_resources("both-sides-of-the-line", "dusk");
    std::vector<std::string> ids;
    for (const content::Phase& phase : resources->pack.activity.phases) ids.push_back(phase.id);
    return ids;
  }
  std::optional<desk::XServer> server;
  std::optional<desk::Hand> hand;
};

struct CloseDisplay {
  void operator()(Display* display) const { XCloseDisplay(display); }
};
using Connection = std::unique_ptr<Display, CloseDisplay>;

bool becomes(const std::function<bool()>& so) {
  for (int i = 0; i < 300; ++i) {
    if (so()) return true;
    std::this_thread::sleep_for(100ms);
  }
  return false;
}

struct Lack {
  std::string extension, way;
};
class DisplaysThatLack : public Displays, public testing::WithParamInterface<Lack> {};

TEST_P(DisplaysThatLack, SomethingShowTheWallAllTheSame) {
  serve(xvfb({"-extension", GetParam().extension}));
  start({"--present", GetParam().way});
  ASSERT_TRUE(program->running()) << said();
  leave();
}
INSTANTIATE_TEST_SUITE_P(An, DisplaysThatLack,
                         testing::Values(Lack{"MIT-SHM", "automatic"}, Lack{"MIT-SHM", "swap"}, Lack{"GLX", "automatic"},
                                         Lack{"GLX", "swap"}, Lack{"RANDR", "automatic"}, Lack{"RENDER", "automatic"},
                                         Lack{"MIT-SCREEN-SAVER", "automatic"}));

TEST_F(Displays, ThatRefuseSharedMemoryGetFramesThroughTheConnection) {
  const std::string apart = geteuid() == 0 ? "--ipc" : "-Uri";  // the server cannot see our memory
  std::vector<std::string> command = xvfb();
  command.insert(command.begin(), {"unshare", apart});
  serve(command);
  const render::Picture bare = hand->photograph();
  start();
  EXPECT_NE(hand->photograph().rgba, bare.rgba);
  EXPECT_NE(said().find("no frames through shared memory"), std::string::npos) << said();
  leave();
}

// Servers that choose their own number take the lowest that is free: this one none of them comes to.
std::string display_of_nobody() { return ":" + std::to_string(1000 + getpid() % 30000); }

TEST_F(Displays, ThatAnswerLateAreWaitedFor) {
  const std::string display = display_of_nobody();
  program = std::make_unique<desk::Program>(std::vector<std::string>{program_file(), "run", "--convening", convening.string()},
                                            display, (folder / "log").string());
  ASSERT_TRUE(says("does not answer yet"));
  std::vector<std::string> command = xvfb();
  command.insert(command.begin() + 1, display);
  serve(command);
  const render::Picture bare = hand->photograph();
  EXPECT_TRUE(becomes([&] { return hand->photograph().rgba != bare.rgba; })) << said();
  (void)desk::photograph_at_rest(*hand, 60s);
  leave();
}

TEST_F(Displays, ThatNeverAnswerAreGivenUpInWords) {
  const std::string display = display_of_nobody();
  program = std::make_unique<desk::Program>(std::vector<std::string>{program_file(), "run", "--in-memory"}, display,
                                            (folder / "log").string());
  EXPECT_EQ(program->finish(120s), 1);
  EXPECT_NE(said().find("Waiting for it, 20 s at most."), std::string::npos) << said();
  EXPECT_NE(said().find("did not answer for 20 s"), std::string::npos) << said();
}

TEST_F(Displays, ThatGoAwayEndTheProgramInOrder) {
  serve(xvfb());
  start();
  hand->key("Page_Down");
  (void)desk::photograph_at_rest(*hand, 60s);
  hand.reset();
  server.reset();
  EXPECT_EQ(program->finish(30s), 1);
  EXPECT_NE(said().find("The window system went away."), std::string::npos) << said();
  EXPECT_EQ(phase_kept(), "name");
}

class ScreenSaver : public Displays {
 protected:
  // A server whose saver comes after a second without input, and has come.
  void begin() {
    serve(xvfb());
    x_.reset(XOpenDisplay(server->display().c_str()));
    ASSERT_TRUE(x_);
    XSetScreenSaver(x_.get(), 1, 60, PreferBlanking, AllowExposures);
    ASSERT_TRUE(becomes([&] { return is_dark(); }));
  }
  [[nodiscard]] bool is_dark() {
    XScreenSaverInfo info{};
    return XScreenSaverQueryInfo(x_.get(), DefaultRootWindow(x_.get()), &info) != 0 && info.state == ScreenSaverOn;
  }
  // For three times as long as the saver waits.
  [[nodiscard]] bool stays_light() {
    for (int i = 0; i < 30; ++i) {
      std::this_thread::sleep_for(100ms);
      if (is_dark()) return false;
    }
    return true;
  }
  Connection x_;
};

TEST_F(ScreenSaver, DoesNotComeWhileAWallIsOpenAndMayAgainAfterwards) {
  begin();
  start();
  EXPECT_TRUE(stays_light());
  leave();
  EXPECT_TRUE(becomes([&] { return is_dark(); }));
}

TEST_F(ScreenSaver, MayComeAgainAfterAWallWasKilled) {
  begin();
  start();
  EXPECT_TRUE(stays_light());
  program->kill();
  EXPECT_TRUE(becomes([&] { return is_dark(); }));
}

TEST_F(ScreenSaver, ThatSomebodyCalledIsSentAwayAgain) {
  begin();
  platform::XAwake awake(x_.get());
  EXPECT_TRUE(becomes([&] { return !is_dark(); }));
  XForceScreenSaver(x_.get(), ScreenSaverActive);
  ASSERT_TRUE(becomes([&] { return is_dark(); }));
  awake.again();
  EXPECT_FALSE(is_dark());
}

// By night: it is sent away once a minute.
TEST_F(ScreenSaver, ThatSomebodyCalledIsGoneWithinAMinute) {
  if (by_day_or_night(0, 1) == 0) GTEST_SKIP() << "takes a minute: by night";
  begin();
  start();
  XForceScreenSaver(x_.get(), ScreenSaverActive);
  ASSERT_TRUE(becomes([&] { return is_dark(); }));
  std::this_thread::sleep_for(40s);
  EXPECT_TRUE(becomes([&] { return !is_dark(); }));
  leave();
}

TEST_F(Displays, ThatCannotHoldTheirSaverBackGetItBackAsItWas) {
  serve(xvfb({"-extension", "MIT-SCREEN-SAVER"}));
  const Connection x(XOpenDisplay(server->display().c_str()));
  const auto waits_s = [&] {
    int after_s = 0, every_s = 0, blanks = 0, exposes = 0;
    XGetScreenSaver(x.get(), &after_s, &every_s, &blanks, &exposes);
    return std::vector<int>{after_s, every_s, blanks, exposes};
  };
  XSetScreenSaver(x.get(), 7, 60, PreferBlanking, AllowExposures);
  const std::vector<int> before = waits_s();
  {
    platform::XAwake awake(x.get());
    EXPECT_EQ(waits_s().front(), 0);
    XSetScreenSaver(x.get(), 9, 60, PreferBlanking, AllowExposures);  // somebody switches it on again
    awake.again();
    EXPECT_EQ(waits_s().front(), 0);
  }
  EXPECT_EQ(waits_s(), before);
}

TEST_F(Displays, ShowNoArrowUntilAMouseMoves) {
  serve(xvfb());
  start();
  EXPECT_FALSE(hand->sees_arrow());
  hand->key("Page_Down");
  EXPECT_FALSE(hand->sees_arrow());
  hand->move({300, 300});
  hand->move({310, 300});
  EXPECT_TRUE(becomes([&] { return hand->sees_arrow(); }));
  leave();
}

// A keyboard whose keys say something else than a US keyboard's: the keycodes of these two letters are exchanged.
void exchange(Display* x, const char* one, const char* other) {
  const KeyCode first = XKeysymToKeycode(x, XStringToKeysym(one)), second = XKeysymToKeycode(x, XStringToKeysym(other));
  int of_each = 0;
  KeySym* of_first = XGetKeyboardMapping(x, first, 1, &of_each);
  KeySym* of_second = XGetKeyboardMapping(x, second, 1, &of_each);
  XChangeKeyboardMapping(x, first, of_each, of_second, 1);
  XChangeKeyboardMapping(x, second, of_each, of_first, 1);
  XFree(of_first);
  XFree(of_second);
  XSync(x, False);
}

class OtherKeyboards : public Displays, public testing::WithParamInterface<bool> {};

TEST_P(OtherKeyboards, LeaveWithTheKeyThatSaysQ) {
  serve(xvfb());
  const Connection x(XOpenDisplay(server->display().c_str()));
  const bool before = GetParam();
  if (before) exchange(x.get(), "a", "q");
  start();
  if (!before) exchange(x.get(), "a", "q");
  hand.emplace(server->display());  // learns the keyboard anew
  hand->key("a", {"Control_L", "Shift_L"});
  std::this_thread::sleep_for(500ms);
  ASSERT_TRUE(program->running());
  leave();
}
INSTANTIATE_TEST_SUITE_P(Chosen, OtherKeyboards, testing::Values(false, true),
                         [](const auto& chosen) { return chosen.param ? "BeforeTheWallOpens" : "WhileItIsOpen"; });

TEST_F(Displays, TakeTheRoomOneStepOnForAKeyThatIsHeld) {
  serve(xvfb());
  start();
  hand->hold("Page_Down", 1500ms);  // longer than it takes the server to begin repeating it
  (void)desk::photograph_at_rest(*hand, 60s);
  leave();
  EXPECT_EQ(phase_kept(), "name");
}

// The program was busy all the time, and takes them together: what counts is when they were made.
TEST_F(Displays, TakeTheRoomAsManyStepsOnAsThereWerePressesApart) {
  serve(xvfb());
  start();
  program->freeze();
  for (int i = 0; i < 2; ++i) {
    hand->key("Page_Down");
    hand->key("Page_Down");  // at once: the same press
    std::this_thread::sleep_for(900ms);
  }
  program->thaw();
  (void)desk::photograph_at_rest(*hand, 60s);
  leave();
  const std::vector<std::string> all = phases();
  const auto one_step = std::ranges::find(all, "name");
  ASSERT_LT(one_step + 1, all.end());
  EXPECT_EQ(phase_kept(), *(one_step + 1));
}

}  // namespace
}  // namespace greenline
