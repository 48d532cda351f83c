// Whoever looks after the program hears that it is well only while it is: input read, frames shown, the file at work.
#include "app/looked_after.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/file.h>

#include <cstdlib>
#include <map>

#include "app/a_convening.h"
#include "journal/faulty_disk.h"
#include "platform/listening_supervisor.h"

namespace greenline::app {
namespace {

using testing::HasSubstr;

TEST(Watchdog, IsFedWhenInputWasReadAndFramesWereShownAndTheFileIsAtWork) {
  Watchdog watchdog(10);
  EXPECT_TRUE(watchdog.due(0));
  watchdog.input_read();
  EXPECT_FALSE(watchdog.well(0, {})) << "a frame is owed";
  watchdog.frames_settled();
  EXPECT_FALSE(watchdog.due(9)) << "no oftener, well or not";
  EXPECT_TRUE(watchdog.well(10, {}));
  EXPECT_FALSE(watchdog.well(20, {})) << "nothing happened since";
  watchdog.frames_settled();
  EXPECT_FALSE(watchdog.well(30, {})) << "no input was read";
  watchdog.input_read();
  EXPECT_FALSE(watchdog.well(40, {.waiting = 2, .kept = 0})) << "what waits is neither kept nor refused";
  EXPECT_TRUE(watchdog.well(50, {.waiting = 2, .kept = 5})) << "others were kept";
  watchdog.input_read();
  watchdog.frames_settled();
  EXPECT_TRUE(watchdog.well(60, {.waiting = 2, .kept = 5, .refused = true})) << "what waits would be lost";
}

TEST(Watchdog, WantsNothingWhereNobodyAsks) {
  const Watchdog none(0);
  EXPECT_FALSE(none.due(1e9));
  EXPECT_GT(none.due_s(), 1e12);
}

class LookedAfterWall : public AConvening {
 protected:
  void SetUp() override {
    AConvening::SetUp();
    ::setenv("XDG_RUNTIME_DIR", folder.path().c_str(), 1);
    environment = {{"NOTIFY_SOCKET", listening.socket()}, {"WATCHDOG_USEC", "20000000"}};
  }
  void TearDown() override { ::unsetenv("XDG_RUNTIME_DIR"); }

  [[nodiscard]] LookedAfter looked_after(const station::Session& session) {
    return {supervisor, session, false, [this] { ++heard_from_server; }};
  }
  [[nodiscard]] bool fed() const {
    bool fed = false;
    while (const auto told = listening.told()) fed = fed || told == "WATCHDOG=1";
    return fed;
  }
  // Whether somebody who would install updates now is kept from it.
  [[nodiscard]] bool updates_wait() const {
    const files::Descriptor mark(folder / "greenline-open", O_RDWR);
    return mark.is_open() && ::flock(mark.get(), LOCK_EX | LOCK_NB) != 0;
  }

  ListeningSupervisor listening{"@greenline-looked-after-" + std::to_string(getpid())};
  std::map<std::string, std::string> environment{{"NOTIFY_SOCKET", listening.socket()}, {"WATCHDOG_USEC", "20000000"}};
  platform::Supervisor supervisor{[this](const char* name) {
    const auto found = environment.find(name);
    return found == environment.end() ? nullptr : found->second.c_str();
  }};
  int heard_from_server = 0;
};

TEST_F(LookedAfterWall, TellsThatItIsThereAndAgainAndAgainThatItIsWell) {
  station::Session session(both_sides->pack, station::seeded_sources(1));
  LookedAfter wall = looked_after(session);
  wall.first_frame();
  EXPECT_EQ(listening.told(), "STATUS=both-sides-of-the-line is on the wall");
  EXPECT_EQ(listening.told(), "READY=1");
  EXPECT_EQ(wall.round({.now_s = 100}), 110);
  EXPECT_TRUE(fed());
  EXPECT_EQ(wall.round({.now_s = 105}), 110);
  EXPECT_FALSE(fed()) << "it was just fed";
  EXPECT_EQ(wall.round({.now_s = 110}), 120);
  EXPECT_TRUE(fed());
  EXPECT_EQ(heard_from_server, 2) << "each time the window server was asked";
}

TEST_F(LookedAfterWall, IsNotFedWhileAFrameIsOwed) {
  station::Session session(both_sides->pack, station::seeded_sources(1));
  LookedAfter wall = looked_after(session);
  for (double now_s = 100; now_s < 200; now_s += 1) (void)wall.round({.now_s = now_s, .frame_owed = true});
  EXPECT_FALSE(fed());
  (void)wall.round({.now_s = 200});
  EXPECT_TRUE(fed());
}

TEST_F(LookedAfterWall, IsNotFedWhileTheDiskNeitherKeepsNorRefuses) {
  journal::FaultyDisk disk;
  const OpenedConvening opened = open_convening(wanted(*both_sides), {});
  ASSERT_TRUE(opened.session->flush());
  const auto cursor = opened.session->join();
  (void)opened.session->news(cursor);
  LookedAfter wall = looked_after(*opened.session);
  (void)wall.round({.now_s = 100});
  EXPECT_TRUE(fed());
  disk.hold_log_syncs();
  write(*opened.session, "a word");
  disk.wait_until_one_is_held();
  for (double now_s = 110; now_s < 150; now_s += 1) {
    (void)opened.session->news(cursor);
    (void)wall.round({.now_s = now_s});
  }
  EXPECT_FALSE(fed());
  disk.go_on();
  ASSERT_TRUE(opened.session->flush());
  (void)opened.session->news(cursor);
  (void)wall.round({.now_s = 160});
  EXPECT_TRUE(fed());
}

TEST_F(LookedAfterWall, IsFedWhileTheDiskRefusesAndTellsSo) {
  journal::write_bytes(folder / "stick", "");
  ConveningWanted it = wanted(*both_sides);
  it.file = folder / "stick/room.greenline";
  const OpenedConvening opened = open_convening(it, {});
  ASSERT_TRUE(opened.session->trouble());
  LookedAfter wall = looked_after(*opened.session);
  (void)wall.round({.now_s = 100});
  EXPECT_THAT(listening.told().value_or(""), HasSubstr("; not all can be kept: "));
  EXPECT_TRUE(fed()) << "what waits is in this process alone";
}

TEST_F(LookedAfterWall, HoldsUpdatesWhileTheConveningIsOpen) {
  station::Session session(both_sides->pack, station::seeded_sources(1));
  {
    LookedAfter wall = looked_after(session);
    EXPECT_FALSE(updates_wait());
    (void)wall.round({.now_s = 1});
    EXPECT_TRUE(updates_wait());
    ASSERT_TRUE(session.submit(model::CloseActivity{}, model::the_host));
    (void)wall.round({.now_s = 2});
    EXPECT_FALSE(updates_wait());
  }
  LookedAfter wall = looked_after(session);
  EXPECT_FALSE(updates_wait());
}

}  // namespace
}  // namespace greenline::app
