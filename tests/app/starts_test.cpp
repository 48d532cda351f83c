// Three bad ends within a minute, and the next start is plain; whatever else the file of starts holds.
#include "app/starts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "journal/folder.h"

namespace greenline::app {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

// Of a process that is gone: no process began at tick 0.
Start one_that_is_gone(const Machine& machine, double seconds_ago) {
  return {machine.boot, 1, "0", machine.now_s - seconds_ago, false};
}

class Starts : public testing::Test {
 protected:
  [[nodiscard]] std::filesystem::path file() const { return folder / "state/starts"; }
  void had(const std::vector<Start>& starts) const {
    std::filesystem::create_directories(file().parent_path());
    journal::write_bytes(file(), to_text(starts));
  }
  // Starts in a process of its own, which is killed at once; whether that began plainly.
  [[nodiscard]] bool start_and_be_killed() const {
    int told[2];
    EXPECT_EQ(::pipe(told), 0);
    const pid_t one = ::fork();
    if (one == 0) {
      const Started started(file());
      const char how = started.plainly() ? 'p' : 'w';
      [[maybe_unused]] const ssize_t sent = ::write(told[1], &how, 1);
      ::raise(SIGKILL);
    }
    char how = '?';
    EXPECT_EQ(::read(told[0], &how, 1), 1);
    ::close(told[0]);
    ::close(told[1]);
    ::waitpid(one, nullptr, 0);
    return how == 'p';
  }
  journal::Folder folder;
  const Machine machine = Machine::look();
};

TEST_F(Starts, ThatAreKilledThreeTimesAreFollowedByAPlainOne) {
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(start_and_be_killed()) << i;
  EXPECT_TRUE(start_and_be_killed());
  EXPECT_TRUE(start_and_be_killed()) << "it goes on plainly while it ends badly";
  EXPECT_TRUE(newest_plain(read_starts(file()), Machine::look()));
}

TEST_F(Starts, ThatEndWellAreForgotten) {
  for (int i = 0; i < 5; ++i) {
    const Started started(file());
    EXPECT_FALSE(started.plainly());
    started.ends_well();
  }
  EXPECT_THAT(read_starts(file()), IsEmpty());
}

TEST_F(Starts, ThatStillRunDidNotEndBadly) {
  const std::string mine = Machine::began(getpid()).value();
  had(std::vector<Start>(5, {machine.boot, getpid(), mine, machine.now_s - 5, false}));
  EXPECT_FALSE(Started(file()).plainly());
}

TEST_F(Starts, WhoseNumberIsAnotherProcessNowDidEnd) {
  had(std::vector<Start>(3, {machine.boot, getpid(), "0", machine.now_s - 5, false}));
  EXPECT_TRUE(Started(file()).plainly());
}

TEST_F(Starts, OfLongAgoOfTheFutureAndOfAnotherBootCountNothing) {
  const double now_s = machine.now_s;
  had({one_that_is_gone(machine, 61),
       one_that_is_gone(machine, 1),
       one_that_is_gone(machine, 2),
       one_that_is_gone(machine, -100000),
       {"another", 1, "0", now_s - 1, false}});
  EXPECT_FALSE(Started(file()).plainly());
  had({one_that_is_gone(machine, 50), one_that_is_gone(machine, 1), one_that_is_gone(machine, 2)});
  EXPECT_TRUE(Started(file()).plainly());
}

TEST_F(Starts, AreFewHoweverOften) {
  for (int i = 0; i < 30; ++i) (void)start_and_be_killed();
  EXPECT_THAT(read_starts(file()), SizeIs(8));
}

TEST_F(Starts, GoOnWhereNothingCanBeWritten) {
  journal::write_bytes(folder / "state", "a file where the folder should be");
  const Started started(file());
  EXPECT_FALSE(started.plainly());
  EXPECT_NE(started.trouble(), "");
  started.ends_well();
}

TEST(StartsText, ComesBackAsItWas) {
  const std::vector<Start> starts{{"boot", 7, "123", 4.5, false}, {"boot", 8, "124", 60, true}};
  EXPECT_EQ(starts_from_text(to_text(starts)), starts);
}

RC_GTEST_PROP(StartsText, IsReadWhateverItSays, (const std::string& garbage)) {
  const std::vector<Start> starts{{"boot", 7, "123", 4.5, false}};
  (void)starts_from_text(garbage);
  const auto found = starts_from_text(garbage + "\n" + to_text(starts) + garbage);
  RC_ASSERT(std::ranges::find(found, starts.front()) != found.end());
}

TEST(StartsText, LeavesOutLinesThatSayNoStart) {
  EXPECT_THAT(starts_from_text("boot 7 123 4.5\nboot -1 123 4.5 whole\nboot 7 123 nan whole\nboot x 123 4.5 whole\n"
                               "boot 7 123 4.5 whole and more\nboot 7 123 4.5 sideways\n"),
              IsEmpty());
}

}  // namespace
}  // namespace greenline::app
