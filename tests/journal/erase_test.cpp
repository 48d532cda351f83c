// Erased means erased: not a byte of what was said is left in the file, its log or its free pages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "journal/builders.h"
#include "journal/faulty_disk.h"
#include "journal/folder.h"
#include "journal/journal.h"

namespace greenline::journal {
namespace {

namespace fs = std::filesystem;
using namespace model;

const std::string secret = "what was said in confidence";

// Long enough to spill onto pages of its own, in every second one.
std::string secret_words(std::uint64_t number) {
  std::string words = secret + " " + std::to_string(number) + ".";
  while (number % 2 == 0 && words.size() + secret.size() + 1 < max_words_bytes) words += " " + secret;
  return words;
}

std::vector<Stroke> long_drawing() { return {Stroke(1500, InkPoint{0.25F, 0.125F, 0.5F})}; }

class Erase : public testing::Test {
 protected:
  Folder folder_;
  fs::path file_ = folder_ / "a.greenline";
  std::vector<Event> kept_;
  std::vector<EventId> erased_;

  Journal opened() {
    auto journal = Journal::open(file_, {});
    EXPECT_TRUE(journal) << journal.error().detail;
    return std::move(*journal);
  }

  // Secrets among other cards, written over several openings, so that they stand in the file and in the log.
  void write_secrets(std::uint64_t each_opening = 120) {
    for (std::uint64_t opening = 0; opening < 3; ++opening) {
      Journal journal = opened();
      for (std::uint64_t i = 0; i < each_opening; ++i) write_one(journal, 1000 * opening + i + 1);
    }
  }
  void write_one(Journal& journal, std::uint64_t number) {
    const bool to_be_erased = number % 3 == 0;
    const Event event = to_be_erased ? a_card(number).saying(secret_words(number)).drawn(long_drawing()) : a_card(number);
    ASSERT_TRUE(journal.append(event));
    ASSERT_TRUE(number % 10 != 0 || journal.flush());
    if (to_be_erased) {
      erased_.push_back(event.id);
    } else {
      kept_.push_back(event);
    }
  }
  std::vector<std::string> files_that_tell() {
    std::vector<std::string> telling;
    const std::string ink("\x00\x00\x80\x3E\x00\x00\x00\x3E\x00\x00\x00\x3F", 12);  // a point of the drawing
    for (const auto& [name, bytes] : folder_.contents()) {
      if (bytes.find(secret) != std::string::npos || bytes.find(ink) != std::string::npos) telling.push_back(name);
    }
    return telling;
  }
};

TEST_F(Erase, LeavesNoByteOfWhatWasSaid) {
  write_secrets();
  Journal journal = opened();
  for (std::uint64_t i = 5001; i <= 5060; ++i) write_one(journal, i);
  ASSERT_TRUE(journal.flush());
  ASSERT_THAT(files_that_tell(), testing::ElementsAre("a.greenline", "a.greenline-wal"));

  ASSERT_TRUE(journal.erase(erased_));

  EXPECT_THAT(files_that_tell(), testing::IsEmpty());
  EXPECT_EQ(journal.read_all(), kept_);
}

TEST_F(Erase, KeepsTheRestInOrderAndTakesMore) {
  write_secrets();
  {
    Journal journal = opened();
    ASSERT_TRUE(journal.erase(erased_));
    ASSERT_TRUE(journal.append(a_card(9000)));
  }
  kept_.push_back(a_card(9000));
  EXPECT_EQ(opened().read_all(), kept_);
  EXPECT_THAT(files_that_tell(), testing::IsEmpty());
}

TEST_F(Erase, WritesWhatIsQueuedFirst) {
  write_secrets();
  Journal journal = opened();
  for (std::uint64_t i = 5001; i <= 5009; ++i) write_one(journal, i);
  ASSERT_TRUE(journal.erase(erased_));
  EXPECT_EQ(journal.read_all(), kept_);
}

TEST_F(Erase, MakesTheFileSmaller) {
  write_secrets();
  const auto before = fs::file_size(file_);
  ASSERT_TRUE(opened().erase(erased_));
  EXPECT_LT(fs::file_size(file_), before / 2);
}

TEST_F(Erase, LeavesNoMoreToSalvageThanToRead) {
  write_secrets();
  ASSERT_TRUE(opened().erase(erased_));
  const auto salvage = read_what_can_be_read(file_);
  ASSERT_TRUE(salvage);
  EXPECT_EQ(salvage->events, kept_);
  EXPECT_EQ(salvage->lost.total(), 0U);
}

TEST_F(Erase, FinishesWhenAskedAgainAfterAnyFailure) {
  write_secrets(3);
  for (int count = 1;; ++count) {
    const Folder copy;
    write_bytes(copy / "a.greenline", bytes_of(file_));
    FaultyDisk disk;
    auto journal = Journal::open(copy / "a.greenline", {});
    ASSERT_TRUE(journal);
    disk.fail_from(count, SQLITE_IOERR_WRITE, 1);
    const bool done_at_once = journal->erase(erased_).has_value();
    disk.fail_from(1, SQLITE_OK, 0);
    ASSERT_TRUE(journal->erase(erased_));
    for (const auto& [name, bytes] : copy.contents()) ASSERT_EQ(bytes.find(secret), std::string::npos) << name << count;
    ASSERT_EQ(journal->read_all(), kept_);
    if (done_at_once) break;
    ASSERT_LT(count, 500) << "it never succeeds";
  }
}

TEST_F(Erase, OfEverythingRemovesTheFiles) {
  write_secrets();
  Journal journal = opened();
  ASSERT_TRUE(journal.append(a_card(6000)));
  ASSERT_TRUE(Journal::erase_all(std::move(journal)));
  EXPECT_THAT(folder_.contents(), testing::IsEmpty());
}

TEST_F(Erase, OfEverythingOverwritesBeforeItRemoves) {
  write_secrets();
  Journal journal = opened();
  for (std::uint64_t i = 5001; i <= 5060; ++i) write_one(journal, i);
  ASSERT_TRUE(journal.flush());
  // A second name for the same bytes shows what is left of them.
  fs::create_hard_link(file_, folder_ / "same-file");
  fs::create_hard_link(folder_ / "a.greenline-wal", folder_ / "same-log");
  ASSERT_TRUE(Journal::erase_all(std::move(journal)));
  EXPECT_THAT(folder_.contents(), testing::SizeIs(2));
  EXPECT_THAT(files_that_tell(), testing::IsEmpty());
  for (const auto& [name, bytes] : folder_.contents()) EXPECT_EQ(bytes.find_first_not_of('\0'), std::string::npos) << name;
}

TEST_F(Erase, CanStartANewFileInTheSamePlace) {
  write_secrets();
  ASSERT_TRUE(Journal::erase_all(opened()));
  EXPECT_EQ(opened().read_all(), std::vector<Event>{});
}

}  // namespace
}  // namespace greenline::journal
