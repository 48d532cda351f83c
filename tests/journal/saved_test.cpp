// A saved convening is read as it lies there: nothing is written, nothing in it runs, and it ends.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "journal/builders.h"
#include "journal/folder.h"
#include "journal/journal.h"
#include "journal/page_scan.h"

namespace greenline::journal {
namespace {

namespace fs = std::filesystem;
using namespace model;

class SavedFile : public testing::Test {
 protected:
  Folder folder_;
  fs::path file_ = folder_ / "a.greenline";

  void make(std::uint64_t count) {
    auto journal = Journal::open(file_, {});
    ASSERT_TRUE(journal);
    for (const auto& event : cards(1, count)) ASSERT_TRUE(journal->append(event));
  }
  // As a pulled plug leaves it: 100 events in the file and 40 in the log.
  void make_with_log() {
    const Folder elsewhere;
    auto journal = Journal::open(elsewhere / "a.greenline", {});
    ASSERT_TRUE(journal);
    for (std::uint64_t i = 1; i <= 140; ++i) {
      ASSERT_TRUE(journal->append(i == 100 ? an_event(100, PhaseEntered{"gather"}) : a_card(i).event()));
      ASSERT_TRUE(journal->flush());
    }
    for (const auto& [name, bytes] : elsewhere.contents()) write_bytes(folder_ / name, bytes);
  }
  std::string fault() const {
    const auto saved = read_saved(file_);
    return saved ? "read" : std::string(to_text(saved.error().fault));
  }
  // The same for somebody who may write neither the file nor its folder: what it holds, and that nothing changed.
  void expect_read_without_writing(std::size_t events) {
    const Contents before = folder_.contents();
    for (const auto& entry : fs::directory_iterator(folder_.path())) fs::permissions(entry.path(), fs::perms(0444));
    fs::permissions(folder_.path(), fs::perms(0555));
    EXPECT_EQ(in_another_process([&]() -> std::string {
                obey_permission_bits();
                const auto saved = read_saved(file_);
                if (!saved) return std::string(to_text(saved.error().fault)) + ": " + saved.error().detail;
                return saved->events.size() == events && saved->missing == Missing{} ? ""
                                                                                     : std::to_string(saved->events.size());
              }),
              "");
    fs::permissions(folder_.path(), fs::perms(0700));
    EXPECT_TRUE(folder_.contents() == before);
  }
};

TEST_F(SavedFile, IsReadWhereNothingMayBeWritten) {
  make(50);
  expect_read_without_writing(50);
}

TEST_F(SavedFile, IsReadWithItsLogWhereNothingMayBeWritten) {
  make_with_log();
  ASSERT_GT(fs::file_size(folder_ / "a.greenline-wal"), 0U);
  expect_read_without_writing(140);
}

TEST_F(SavedFile, IsTheSameThroughTheWallAndThroughReading) {
  make_with_log();
  const auto saved = read_saved(file_);
  ASSERT_TRUE(saved);
  auto journal = Journal::open(file_, {});
  ASSERT_TRUE(journal);
  EXPECT_EQ(journal->read_all(), saved->events);
}

TEST_F(SavedFile, IsNotReadWhileAWallWritesIt) {
  make(5);
  EXPECT_EQ(in_another_process([&]() -> std::string {
              auto journal = Journal::open(file_, {});
              if (!journal) return "not opened";
              return in_another_process([&] { return fault(); });
            }),
            "locked");
}

TEST_F(SavedFile, IsNoPipeSocketDeviceOrFolder) {
  ASSERT_EQ(mkfifo(file_.c_str(), 0600), 0);
  EXPECT_EQ(fault(), "cannot_open");
  EXPECT_FALSE(is_convening(file_));
  fs::remove(file_);
  fs::create_directory(file_);
  EXPECT_EQ(fault(), "cannot_open");
  fs::remove(file_);
  fs::create_symlink("/dev/zero", file_);
  EXPECT_EQ(fault(), "cannot_open");
  EXPECT_FALSE(is_convening(file_));
  fs::remove(file_);
  const int listening = socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un name{};
  name.sun_family = AF_UNIX;
  ASSERT_EQ(chdir(folder_.path().c_str()), 0);
  std::strcpy(name.sun_path, "a.greenline");
  ASSERT_EQ(bind(listening, reinterpret_cast<const sockaddr*>(&name), sizeof name), 0);
  EXPECT_EQ(fault(), "cannot_open");
  close(listening);
  ASSERT_EQ(chdir("/"), 0);
}

TEST_F(SavedFile, IsKnownAsAConveningThoughItsFirstBytesAreGone) {
  make(30);
  overwrite(file_, 0, std::string(100, '\x5A'));
  fs::rename(file_, folder_ / "photo");
  EXPECT_TRUE(is_convening(folder_ / "photo"));
  write_bytes(folder_ / "pack.json", R"({"greenline": "activity"})");
  EXPECT_FALSE(is_convening(folder_ / "pack.json"));
}

TEST_F(SavedFile, OfAnOlderGreenlineHasNothingMissing) {
  make(30);
  run_sql(file_, "DROP TABLE tally");
  const auto saved = read_saved(file_);
  ASSERT_TRUE(saved) << saved.error().detail;
  EXPECT_EQ(saved->events, cards(1, 30));
  EXPECT_EQ(saved->missing, Missing{});
  { ASSERT_TRUE(Journal::open(file_, {})->append(a_card(31))); }
  EXPECT_EQ(read_saved(file_)->events, cards(1, 31));
}

// Files made to do harm: each is refused by reading and by opening alike, at once, and stays as it is.
class Crafted : public SavedFile {
 protected:
  void expect_refused(Fault expected) {
    const Contents before = folder_.contents();
    const auto saved = read_saved(file_);
    ASSERT_FALSE(saved) << "it was read";
    EXPECT_EQ(to_text(saved.error().fault), to_text(expected)) << saved.error().detail;
    const auto journal = Journal::open(file_, {});
    ASSERT_FALSE(journal) << "it was opened";
    EXPECT_EQ(to_text(journal.error().fault), to_text(expected)) << journal.error().detail;
    EXPECT_TRUE(folder_.contents() == before);
  }
  // Changes the file as another program can, past what SQLite guards.
  void craft(const std::string& sql) {
    make(30);
    run_sql(file_, sql);
  }
};

TEST_F(Crafted, ViewInPlaceOfTheRowsNeverRuns) {
  craft(
      "ALTER TABLE event RENAME TO e2; CREATE VIEW event AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) "
      "SELECT i AS seq, x'00' AS id, 0 AS checksum, x'' AS bytes FROM n WHERE i < 0");
  expect_refused(Fault::damaged);
  EXPECT_EQ(read_what_can_be_read(file_)->events, cards(1, 30)) << "its rows are there all the same";
}

TEST_F(Crafted, TriggerNeverRuns) {
  craft("CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM event WHERE seq < new.seq; END");
  expect_refused(Fault::damaged);
}

TEST_F(Crafted, IndexWithAnExpressionNeverRuns) {
  craft("CREATE INDEX i ON event(hex(bytes))");
  expect_refused(Fault::damaged);
}

TEST_F(Crafted, SecondTableIsNotOurs) {
  craft("CREATE TABLE more(x)");
  expect_refused(Fault::damaged);
}

TEST_F(Crafted, TableOfOtherColumnsIsNotRead) {
  craft(
      "DROP TABLE event; CREATE TABLE event(seq INTEGER PRIMARY KEY, id BLOB NOT NULL, checksum INTEGER NOT NULL, "
      "bytes BLOB NOT NULL DEFAULT (randomblob(1)))");
  expect_refused(Fault::damaged);
}

TEST_F(Crafted, RowOfAnyLengthIsNotTakenIntoMemory) {
  craft("INSERT INTO event VALUES(31, x'00000000000070000000000000000031', 0, zeroblob(12000000))");
  expect_refused(Fault::damaged);
  EXPECT_EQ(read_what_can_be_read(file_)->events, cards(1, 30));
}

// Pages that name one another would be walked for ever.
TEST_F(Crafted, TreeThatEndsInItselfEnds) {
  make(2000);
  std::string root = bytes_of(file_).substr(page_bytes, page_bytes);
  ASSERT_EQ(root[0], '\x05') << "no inner page";
  // Its rightmost child is itself.
  overwrite(file_, page_bytes + 8, std::string("\x00\x00\x00\x02", 4));
  expect_refused(Fault::damaged);
}

TEST_F(Crafted, FileOfNothingButASizeEnds) {
  make(30);
  fs::resize_file(file_, std::uint64_t{1} << 36);
  const auto saved = read_saved(file_);
  EXPECT_FALSE(saved);
}

}  // namespace
}  // namespace greenline::journal
