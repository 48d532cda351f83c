// The write-ahead log: moved into the file often, and written again from memory when somebody takes it away.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "journal/builders.h"
#include "journal/folder.h"
#include "journal/journal.h"

namespace greenline::journal {
namespace {

namespace fs = std::filesystem;
using namespace model;
using namespace std::chrono_literals;

// However long it takes on this machine; a test that never comes to its end fails by the suite's own limit.
void wait_until(const std::function<bool()>& what) {
  while (!what()) std::this_thread::sleep_for(1ms);
}

class LostLog : public testing::Test {
 protected:
  Folder folder_;
  fs::path file_ = folder_ / "a.greenline", log_ = folder_ / "a.greenline-wal";
  std::vector<Event> events_;

  static Journal opened(const fs::path& file, const Journal::Options& options = {}) {
    auto journal = Journal::open(file, options);
    EXPECT_TRUE(journal) << journal.error().detail;
    return std::move(*journal);
  }
  void write(Journal& journal, std::uint64_t groups, std::uint64_t each = 1) {
    for (std::uint64_t group = 0; group < groups; ++group) {
      for (std::uint64_t i = 0; i < each; ++i) {
        events_.push_back(a_card(events_.size() + 1));
        ASSERT_TRUE(journal.append(events_.back()));
      }
      ASSERT_TRUE(journal.flush());
    }
  }
  // What the folder holds at this moment, as a killed process would leave it.
  std::vector<Event> as_if_killed_now() const {
    const Folder elsewhere;
    for (const auto& [name, bytes] : folder_.contents()) write_bytes(elsewhere / name, bytes);
    auto journal = Journal::open(elsewhere / "a.greenline", {});
    EXPECT_TRUE(journal) << journal.error().detail;
    if (!journal) return {};
    EXPECT_EQ(journal->missing(), Missing{});
    return journal->read_all().value();
  }
  // Harms the log of a journal that holds 18 events in it alone; each way of going on must find all of them again.
  void survives(const std::function<void()>& harm) {
    for (const bool while_idle : {true, false}) {
      SCOPED_TRACE(while_idle ? "noticed while nothing happens" : "noticed by the next event");
      events_.clear();
      fs::remove(file_);
      {
        Journal journal = opened(file_);
        write(journal, 18);
        harm();
        if (while_idle) {
          wait_until([&] { return journal.times_written_again() > 0; });
        } else {
          write(journal, 1);
        }
        EXPECT_EQ(journal.times_written_again(), 1U);
        EXPECT_FALSE(journal.trouble());
        EXPECT_EQ(as_if_killed_now(), events_);
        write(journal, 5);
        EXPECT_EQ(as_if_killed_now(), events_);
      }
      EXPECT_EQ(opened(file_).read_all(), events_);
      EXPECT_THAT(folder_.contents(), testing::ElementsAre(testing::Key("a.greenline")));
    }
  }
};

TEST_F(LostLog, IsWrittenAgainWhenItWasTakenAway) {
  survives([&] { fs::remove(log_); });
}

TEST_F(LostLog, IsWrittenAgainWhenItWasMovedElsewhere) {
  const Folder elsewhere;
  survives([&] { fs::rename(log_, elsewhere / "log"); });
}

TEST_F(LostLog, IsWrittenAgainWhenItWasCutToNothing) {
  survives([&] { fs::resize_file(log_, 0); });
}

TEST_F(LostLog, IsWrittenAgainWhenHalfOfItIsGone) {
  survives([&] { fs::resize_file(log_, fs::file_size(log_) / 2); });
}

TEST_F(LostLog, IsWrittenAgainWhenItsFirstSectorWasZeroed) {
  survives([&] { overwrite(log_, 0, std::string(512, '\0')); });
}

TEST_F(LostLog, IsWrittenAgainWhenItsFirstSectorWasScrambled) {
  survives([&] { overwrite(log_, 0, std::string(512, '\x5A')); });
}

TEST_F(LostLog, IsWrittenAgainWhenAnotherFileTookItsPlace) {
  survives([&] {
    const std::string bytes = bytes_of(log_);
    fs::remove(log_);
    write_bytes(log_, "");
    write_bytes(log_.native() + "2", bytes.substr(0, 6000));
    fs::rename(log_.native() + "2", log_);
  });
}

TEST_F(LostLog, IsNeverMovedIntoTheFileWhenItsMiddleWasOverwritten) {
  {
    Journal journal = opened(file_);
    write(journal, 132);
    overwrite(log_, fs::file_size(log_) / 2, std::string(9000, '\0'));
    events_.push_back(an_event(1000, PhaseEntered{"gather"}));  // a phase has the log moved into the file
    ASSERT_TRUE(journal.append(events_.back()));
    wait_until([&] { return journal.times_written_again() > 0; });
    EXPECT_EQ(as_if_killed_now(), events_);
  }
  EXPECT_EQ(opened(file_).read_all(), events_);
}

TEST_F(LostLog, IsWrittenAgainAtTheEndToo) {
  {
    Journal journal = opened(file_);
    write(journal, 18);
    fs::resize_file(log_, 0);
  }
  EXPECT_EQ(opened(file_).read_all(), events_);
}

TEST_F(LostLog, OfAnEarlierOpeningIsInTheFileBeforeAnythingIsAdded) {
  Folder pulled;
  {
    Journal journal = opened(file_);
    write(journal, 18);
    for (const auto& [name, bytes] : folder_.contents()) write_bytes(pulled / name, bytes);
  }
  ASSERT_GT(fs::file_size(pulled / "a.greenline-wal"), 0U);
  Journal journal = opened(pulled / "a.greenline");
  fs::remove(pulled / "a.greenline-wal");
  events_.push_back(a_card(19));
  ASSERT_TRUE(journal.append(events_.back()));
  ASSERT_TRUE(journal.flush());
  EXPECT_EQ(journal.read_all(), events_);
}

// What one file holds by itself; nothing until it is whole, and knows it.
std::vector<Event> in_the_file_alone(const fs::path& file) {
  const Folder elsewhere;
  write_bytes(elsewhere / "a.greenline", bytes_of(file));
  const auto saved = read_saved(elsewhere / "a.greenline");
  if (!saved || saved->missing.anything()) return {};
  return saved->events;
}

TEST_F(LostLog, IsInTheFileAfterAQuietTime) {
  Journal journal = opened(file_, {.fold_after = 20ms});
  write(journal, 10);
  wait_until([&] { return fs::file_size(log_) == 0; });
  wait_until([&] { return in_the_file_alone(file_) == events_; });
  write(journal, 1);
  wait_until([&] { return fs::file_size(log_) == 0; });
}

TEST_F(LostLog, IsInTheFileWhenAPhaseIsEntered) {
  Journal journal = opened(file_);
  write(journal, 10);
  events_.push_back(an_event(100, PhaseEntered{"listen"}));
  ASSERT_TRUE(journal.append(events_.back()));
  wait_until([&] { return fs::file_size(log_) == 0; });
  ASSERT_TRUE(journal.flush());
  EXPECT_EQ(journal.read_all(), events_);
}

TEST_F(LostLog, IsToldByTheFileThatWasCopiedWithoutIt) {
  Journal journal = opened(file_);
  write(journal, 18);
  const Folder home;
  write_bytes(home / "a.greenline", bytes_of(file_));
  const auto saved = read_saved(home / "a.greenline");
  ASSERT_TRUE(saved) << saved.error().detail;
  EXPECT_THAT(saved->events, testing::IsEmpty());
  EXPECT_EQ(saved->missing, (Missing{18, true}));
  EXPECT_EQ(opened(home / "a.greenline").missing(), (Missing{18, true}));
}

TEST_F(LostLog, IsToldUntilSomethingNewIsWritten) {
  const Folder home;
  {
    Journal journal = opened(file_);
    write(journal, 5);
    write_bytes(home / "a.greenline", bytes_of(file_));
  }
  { EXPECT_TRUE(opened(home / "a.greenline").missing().anything()); }
  {
    Journal journal = opened(home / "a.greenline");
    EXPECT_EQ(journal.missing().events, 5U);
    ASSERT_TRUE(journal.append(a_card(9)));
  }
  EXPECT_EQ(opened(home / "a.greenline").missing(), Missing{});
}

TEST_F(LostLog, IsNoLossAfterErasing) {
  {
    Journal journal = opened(file_);
    write(journal, 10);
    ASSERT_TRUE(journal.erase({events_[3].id, events_[4].id}));
    EXPECT_EQ(in_the_file_alone(file_).size(), 8U);
    fs::remove(log_);
    write(journal, 1);
    EXPECT_EQ(journal.read_all()->size(), 9U) << "what was erased must not come back from memory";
  }
  EXPECT_EQ(opened(file_).read_all()->size(), 9U);
}

}  // namespace
}  // namespace greenline::journal
