// Files that cannot be opened: each says why in its own way, and nothing that is there changes, nor does anything new appear.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "journal/builders.h"
#include "journal/folder.h"
#include "journal/journal.h"

namespace greenline::journal {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t one_page = 4096;

void make_journal(const fs::path& file, std::uint64_t count = 2000) {
  auto journal = Journal::open(file, {});
  ASSERT_TRUE(journal) << journal.error().detail;
  for (const auto& event : cards(1, count)) ASSERT_TRUE(journal->append(event));
  ASSERT_TRUE(journal->flush());
}

// A journal as a pulled plug leaves it: its latest events are still in the log beside it.
void make_journal_with_log(const Folder& folder) {
  const Folder elsewhere;
  make_journal(elsewhere / "a.greenline", 1000);
  auto journal = Journal::open(elsewhere / "a.greenline", {});
  ASSERT_TRUE(journal);
  for (std::uint64_t group = 0; group < 10; ++group) {
    for (const auto& event : cards(1001 + 10 * group, 10)) ASSERT_TRUE(journal->append(event));
    ASSERT_TRUE(journal->flush());
  }
  for (const auto& [name, bytes] : elsewhere.contents()) write_bytes(folder / name, bytes);
  ASSERT_GT(fs::file_size(folder / "a.greenline-wal"), 10 * one_page);
}

class Refusal : public testing::Test {
 protected:
  Folder folder_;
  fs::path file_ = folder_ / "a.greenline";

  void expect_refused_and_untouched(Fault fault) {
    const Contents before = folder_.contents();
    const auto journal = Journal::open(file_, {});
    ASSERT_FALSE(journal) << "it was opened";
    EXPECT_EQ(to_text(journal.error().fault), to_text(fault)) << journal.error().detail;
    EXPECT_FALSE(journal.error().detail.empty());
    EXPECT_EQ(journal.error().file, file_);
    EXPECT_TRUE(folder_.contents() == before) << "something in the folder has changed";
  }
};

TEST_F(Refusal, OfAFileThatANewerGreenlineWrote) {
  make_journal(file_);
  run_sql(file_, "PRAGMA user_version = 2");
  expect_refused_and_untouched(Fault::newer_version);
}

TEST_F(Refusal, OfANewerVersionThatOnlyTheLogTells) {
  const Folder elsewhere;
  make_journal(elsewhere / "a.greenline");
  // As a newer Greenline leaves its file when it is killed: copied while it is still open.
  const std::string wrong = in_another_process([&]() -> std::string {
    sqlite3* connection = nullptr;
    if (sqlite3_open((elsewhere / "a.greenline").c_str(), &connection) != SQLITE_OK) return "not opened";
    if (sqlite3_exec(connection, "PRAGMA user_version = 2", nullptr, nullptr, nullptr) != SQLITE_OK) return "not set";
    for (const char* name : {"a.greenline", "a.greenline-wal"}) write_bytes(folder_ / name, bytes_of(elsewhere / name));
    return {};
  });
  ASSERT_EQ(wrong, "");
  expect_refused_and_untouched(Fault::newer_version);
}

TEST_F(Refusal, OfADatabaseOfAnotherProgram) {
  run_sql(file_, "CREATE TABLE notes(text); INSERT INTO notes VALUES('not ours')");
  expect_refused_and_untouched(Fault::not_ours);
}

TEST_F(Refusal, OfADatabaseOfAnotherProgramThatHasALog) {
  run_sql(file_, "PRAGMA journal_mode=WAL; CREATE TABLE notes(text); INSERT INTO notes VALUES('not ours')");
  expect_refused_and_untouched(Fault::not_ours);
}

TEST_F(Refusal, OfWhatIsNoDatabase) {
  write_bytes(file_, std::string(10'000, 'x'));
  expect_refused_and_untouched(Fault::not_ours);
}

TEST_F(Refusal, OfAFewBytes) {
  write_bytes(file_, "shopping list");
  expect_refused_and_untouched(Fault::not_ours);
}

TEST_F(Refusal, OfADamagedHeader) {
  make_journal(file_);
  overwrite(file_, 0, std::string(100, '\x5A'));
  expect_refused_and_untouched(Fault::damaged);
}

TEST_F(Refusal, OfADamagedHeaderBesideALog) {
  make_journal_with_log(folder_);
  overwrite(file_, 0, std::string(100, '\x5A'));
  expect_refused_and_untouched(Fault::damaged);
}

TEST_F(Refusal, OfADamagedMiddlePage) {
  make_journal(file_);
  ASSERT_GT(fs::file_size(file_), 40 * one_page);
  overwrite(file_, 20 * one_page, std::string(one_page, '\x5A'));
  expect_refused_and_untouched(Fault::damaged);
}

TEST_F(Refusal, OfADamagedPageBesideALog) {
  make_journal_with_log(folder_);
  overwrite(file_, 10 * one_page, std::string(one_page, '\x5A'));
  expect_refused_and_untouched(Fault::damaged);
}

TEST_F(Refusal, OfOneFlippedBitInSomebodysWords) {
  make_journal(file_);
  const std::string bytes = bytes_of(file_);
  const std::size_t at = bytes.find("words of card 777");
  ASSERT_NE(at, std::string::npos);
  overwrite(file_, at, "v");
  expect_refused_and_untouched(Fault::damaged);
}

TEST_F(Refusal, OfAFileThatWasCutShort) {
  make_journal(file_);
  fs::resize_file(file_, fs::file_size(file_) / 2);
  expect_refused_and_untouched(Fault::damaged);
}

TEST_F(Refusal, OfAFileWhoseTableIsGone) {
  make_journal(file_);
  run_sql(file_, "DROP TABLE event");
  expect_refused_and_untouched(Fault::damaged);
}

TEST_F(Refusal, OfAFileThatLostARow) {
  make_journal(file_);
  run_sql(file_, "DELETE FROM event WHERE seq = 1000");
  expect_refused_and_untouched(Fault::damaged);
}

TEST_F(Refusal, OfALogThatIsDamagedInTheMiddle) {
  make_journal_with_log(folder_);
  overwrite(folder_ / "a.greenline-wal", 32 + 24 + 200, std::string(64, '\x5A'));
  expect_refused_and_untouched(Fault::damaged);
}

TEST_F(Refusal, OfALogWhoseHeaderIsDamaged) {
  make_journal_with_log(folder_);
  overwrite(folder_ / "a.greenline-wal", 8, std::string(8, '\x5A'));
  expect_refused_and_untouched(Fault::damaged);
}

TEST_F(Refusal, OfALogThatLostItsFile) {
  make_journal_with_log(folder_);
  fs::remove(file_);
  expect_refused_and_untouched(Fault::damaged);
}

TEST_F(Refusal, OfALogWhoseFileWasEmptied) {
  make_journal_with_log(folder_);
  fs::resize_file(file_, 0);
  expect_refused_and_untouched(Fault::damaged);
}

TEST_F(Refusal, OfAFileThatAnotherProgramHalfChanged) {
  make_journal(file_);
  write_bytes(file_.native() + "-journal", "something to be rolled back");
  expect_refused_and_untouched(Fault::damaged);
}

TEST_F(Refusal, OfAFolderInItsPlace) {
  fs::create_directory(file_);
  expect_refused_and_untouched(Fault::cannot_open);
}

TEST_F(Refusal, OfAPipeInItsPlaceWithoutWaitingForIt) {
  ASSERT_EQ(mkfifo(file_.c_str(), 0644), 0);
  expect_refused_and_untouched(Fault::cannot_open);
}

TEST_F(Refusal, OfAFileInAFolderThatIsNotThere) {
  file_ = folder_ / "nowhere/a.greenline";
  expect_refused_and_untouched(Fault::cannot_open);
}

TEST_F(Refusal, OfAFileThatThisGreenlineHasOpen) {
  auto first = Journal::open(file_, {});
  ASSERT_TRUE(first);
  ASSERT_TRUE(first->append(a_card(1)));
  ASSERT_TRUE(first->flush());
  expect_refused_and_untouched(Fault::locked);
  ASSERT_TRUE(first->append(a_card(2)));
  EXPECT_TRUE(first->flush());
  EXPECT_EQ(first->read_all(), cards(1, 2));
}

// Another Greenline that has `file` open until it is killed.
struct OtherGreenline {
  pid_t process = -1;
  explicit OtherGreenline(const fs::path& file) {
    int pipe_ends[2];
    if (pipe(pipe_ends) != 0) return;
    process = fork();
    if (process == 0) {
      auto journal = Journal::open(file, {});
      const bool ready = journal && journal->append(a_card(1)) && journal->flush();
      if (write(pipe_ends[1], ready ? "y" : "n", 1) != 1) _exit(1);
      for (;;) pause();
    }
    char answer = 'n';
    EXPECT_EQ(read(pipe_ends[0], &answer, 1), 1);
    EXPECT_EQ(answer, 'y');
    close(pipe_ends[0]);
    close(pipe_ends[1]);
  }
  void end() {
    if (process > 0) {
      kill(process, SIGKILL);
      waitpid(process, nullptr, 0);
    }
    process = -1;
  }
  ~OtherGreenline() { end(); }
};

TEST_F(Refusal, OfAFileThatAnotherGreenlineHasOpenUntilThatIsGone) {
  OtherGreenline other(file_);
  expect_refused_and_untouched(Fault::locked);
  other.end();
  auto journal = Journal::open(file_, {});
  ASSERT_TRUE(journal) << journal.error().detail;
  EXPECT_EQ(journal->read_all(), cards(1, 1));
}

TEST_F(Refusal, OfAnotherProgramWhileGreenlineHasTheFileOpen) {
  OtherGreenline other(file_);
  sqlite3* connection = nullptr;
  ASSERT_EQ(sqlite3_open(file_.c_str(), &connection), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(connection, "DELETE FROM event", nullptr, nullptr, nullptr), SQLITE_BUSY);
  sqlite3_close(connection);
}

// What is found by somebody whom permission bits hold back, told from their process.
std::string fault_without_privileges(const fs::path& file) {
  return in_another_process([&]() -> std::string {
    obey_permission_bits();
    const auto journal = Journal::open(file, {});
    return journal ? "opened" : std::string(to_text(journal.error().fault));
  });
}

TEST_F(Refusal, OfAFileThatMayOnlyBeRead) {
  make_journal(file_, 10);
  fs::permissions(folder_.path(), fs::perms(0777));
  fs::permissions(file_, fs::perms(0444));
  const Contents before = folder_.contents();
  EXPECT_EQ(fault_without_privileges(file_), "read_only");
  EXPECT_TRUE(folder_.contents() == before);
}

TEST_F(Refusal, OfAFileInAFolderThatMayOnlyBeRead) {
  make_journal(file_, 10);
  fs::permissions(file_, fs::perms(0666));
  fs::permissions(folder_.path(), fs::perms(0555));
  const Contents before = folder_.contents();
  EXPECT_EQ(fault_without_privileges(file_), "read_only");
  EXPECT_TRUE(folder_.contents() == before);
}

TEST_F(Refusal, OfANewFileInAFolderThatMayOnlyBeRead) {
  fs::permissions(folder_.path(), fs::perms(0555));
  EXPECT_EQ(fault_without_privileges(file_), "read_only");
  EXPECT_THAT(folder_.contents(), testing::IsEmpty());
}

TEST_F(Refusal, OfAFileThatMayNotEvenBeRead) {
  make_journal(file_, 10);
  fs::permissions(file_, fs::perms::none);
  const std::string fault = fault_without_privileges(file_);
  fs::permissions(file_, fs::perms(0644));
  EXPECT_EQ(fault, "cannot_open");
}

TEST(NewFile, TakesThePlaceOfAnEmptyOne) {
  const Folder folder;
  write_bytes(folder / "a.greenline", "");
  make_journal(folder / "a.greenline", 5);
  auto journal = Journal::open(folder / "a.greenline", {});
  ASSERT_TRUE(journal);
  EXPECT_EQ(journal->read_all(), cards(1, 5));
}

TEST(NewFile, LeavesNothingElseInTheFolder) {
  const Folder folder;
  make_journal(folder / "a.greenline", 5);
  EXPECT_THAT(folder.contents(), testing::ElementsAre(testing::Key("a.greenline")));
}

TEST(NewFile, CanBeMadeByItsNameAlone) {
  const Folder folder;
  EXPECT_EQ(in_another_process([&]() -> std::string {
              fs::current_path(folder.path());
              return Journal::open("a.greenline", {}) ? "" : "not opened";
            }),
            "");
  EXPECT_THAT(folder.contents(), testing::ElementsAre(testing::Key("a.greenline")));
}

TEST(Fault, HasANameForEachSentence) {
  EXPECT_EQ(to_text(Fault::cannot_open), "cannot_open");
  EXPECT_EQ(to_text(Fault::read_only), "read_only");
  EXPECT_EQ(to_text(Fault::locked), "locked");
  EXPECT_EQ(to_text(Fault::damaged), "damaged");
  EXPECT_EQ(to_text(Fault::newer_version), "newer_version");
  EXPECT_EQ(to_text(Fault::not_ours), "not_ours");
  EXPECT_EQ(to_text(Fault::disk_full), "disk_full");
  EXPECT_EQ(to_text(Fault::io), "io");
}

}  // namespace
}  // namespace greenline::journal
