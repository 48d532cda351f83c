// What the loop may rely on: acknowledged is durable, the order is kept, nothing waits for the disk.
#include "journal/journal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "journal/builders.h"
#include "journal/event_codec.h"
#include "journal/event_format.h"
#include "journal/faulty_disk.h"
#include "journal/folder.h"
#include "journal/rows.h"

namespace greenline::journal {
namespace {

namespace fs = std::filesystem;
using namespace model;

Journal opened(const fs::path& file, const Journal::Options& options = {}) {
  auto journal = Journal::open(file, options);
  if (!journal) {
    ADD_FAILURE() << to_text(journal.error().fault) << ": " << journal.error().detail;
    std::abort();
  }
  return std::move(*journal);
}

void append_all(Journal& journal, const std::vector<Event>& events) {
  for (const Event& event : events) ASSERT_TRUE(journal.append(event));
}

std::vector<EventId> ids_of(const std::vector<Event>& events) {
  std::vector<EventId> ids;
  for (const Event& event : events) ids.push_back(event.id);
  return ids;
}

TEST(Journal, GivesBackEveryKindOfEventAfterReopening) {
  const Folder folder;
  const auto events = one_of_every_kind();
  {
    Journal journal = opened(folder / "a.greenline");
    append_all(journal, events);
  }
  EXPECT_EQ(opened(folder / "a.greenline").read_all(), events);
}

TEST(Journal, KeepsTheOrderOfManyGroupsAndManyOpenings) {
  const Folder folder;
  std::vector<Event> all;
  for (std::uint64_t opening = 0; opening < 4; ++opening) {
    Journal journal = opened(folder / "a.greenline");
    for (std::uint64_t group = 0; group < 5; ++group) {
      const auto events = cards(1000 * opening + 100 * group, 37);
      append_all(journal, events);
      ASSERT_TRUE(journal.flush());
      all.insert(all.end(), events.begin(), events.end());
    }
  }
  EXPECT_EQ(opened(folder / "a.greenline").read_all(), all);
}

TEST(Journal, AcknowledgesEveryEventOnceInOrder) {
  const Folder folder;
  Journal journal = opened(folder / "a.greenline");
  const auto events = cards(1, 500);
  append_all(journal, events);
  ASSERT_TRUE(journal.flush());
  EXPECT_EQ(journal.acknowledged(), ids_of(events));
  EXPECT_THAT(journal.acknowledged(), testing::IsEmpty());
  EXPECT_EQ(journal.waiting(), 0U);
  EXPECT_FALSE(journal.trouble());
}

TEST(Journal, HoldsAnAcknowledgedEventInItsFilesWithoutBeingClosed) {
  const Folder folder, elsewhere;
  Journal journal = opened(folder / "a.greenline");
  std::vector<Event> events;
  for (std::uint64_t i = 1; i <= 30; ++i) {
    events.push_back(a_card(i));
    ASSERT_TRUE(journal.append(events.back()));
    while (journal.acknowledged().empty()) std::this_thread::yield();
    for (const auto& [name, bytes] : folder.contents()) write_bytes(elsewhere / name, bytes);
    const auto again = opened(elsewhere / "a.greenline").read_all();
    ASSERT_TRUE(again) << again.error().detail;
    ASSERT_EQ(*again, events) << again->size() << " came back of " << events.size();
    for (const auto& entry : fs::directory_iterator(elsewhere.path())) fs::remove(entry.path());
  }
}

struct SyncWitness {
  FaultyDisk* disk = nullptr;
  std::atomic<int> groups = 0, unsynced_groups = 0;
  static void wake(void* self) {
    auto& witness = *static_cast<SyncWitness*>(self);
    ++witness.groups;
    if (witness.disk->unsynced_log_writes() != 0) ++witness.unsynced_groups;
  }
};

TEST(Journal, WaitsForTheDiskBeforeItAcknowledges) {
  const Folder folder;
  FaultyDisk disk;
  SyncWitness witness{&disk, {}, {}};
  Journal journal = opened(folder / "a.greenline", {1000, &SyncWitness::wake, &witness});
  for (std::uint64_t i = 1; i <= 20; ++i) {
    ASSERT_TRUE(journal.append(a_card(i)));
    ASSERT_TRUE(journal.flush());
  }
  EXPECT_EQ(witness.unsynced_groups, 0);
  EXPECT_GE(witness.groups, 19);
}

TEST(Journal, WritesWhatGatheredDuringACommitAsOneGroup) {
  const Folder folder;
  FaultyDisk disk;
  Journal journal = opened(folder / "a.greenline");
  append_all(journal, cards(1, 1));
  ASSERT_TRUE(journal.flush());
  const int before = disk.log_syncs();
  disk.hold_log_syncs();
  append_all(journal, cards(2, 1));
  disk.wait_until_one_is_held();
  append_all(journal, cards(3, 2000));
  disk.go_on();
  ASSERT_TRUE(journal.flush());
  EXPECT_EQ(disk.log_syncs() - before, 2) << "one for the first event, one for all that came meanwhile";
}

TEST(Journal, KeepsEveryEventThroughEveryFailingOperation) {
  for (const int code : {SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC}) {
    for (int count = 1; count <= 16; ++count) {
      const Folder folder;
      FaultyDisk disk;
      std::vector<Event> events;
      {
        Journal journal = opened(folder / "a.greenline");
        disk.fail_from(count, code, 2);
        for (std::uint64_t group = 0; group < 5; ++group) {
          const auto more = cards(100 * group + 1, 10);
          events.insert(events.end(), more.begin(), more.end());
          append_all(journal, more);
          // The writer tries again by itself, so between two questions it may have succeeded.
          for (int refused = 0; !journal.flush(); ++refused) ASSERT_LT(refused, 1000);
        }
        ASSERT_EQ(journal.acknowledged(), ids_of(events));
      }
      ASSERT_EQ(opened(folder / "a.greenline").read_all(), events) << "operation " << count << " failed with " << code;
    }
  }
}

TEST(Journal, AcknowledgesNothingWhileTheDiskRefuses) {
  const Folder folder;
  FaultyDisk disk;
  Journal journal = opened(folder / "a.greenline");
  disk.fail_from(1, SQLITE_IOERR_WRITE, 1'000'000);
  append_all(journal, cards(1, 10));
  EXPECT_FALSE(journal.flush());
  EXPECT_THAT(journal.acknowledged(), testing::IsEmpty());
  EXPECT_EQ(journal.waiting(), 10U);
  ASSERT_TRUE(journal.trouble());
  EXPECT_EQ(journal.trouble()->fault, Fault::io);
}

TEST(Journal, RefusesMoreThanItsQueueHoldsAndTakesMoreWhenThereIsRoom) {
  const Folder folder;
  FaultyDisk disk;
  Journal journal = opened(folder / "a.greenline", {10, nullptr, nullptr});
  disk.fail_from(1, SQLITE_IOERR_WRITE, 1'000'000);
  append_all(journal, cards(1, 10));
  EXPECT_EQ(journal.turned_away(), 0U);
  EXPECT_FALSE(journal.append(a_card(11)));
  EXPECT_EQ(journal.turned_away(), 1U);
  disk.fail_from(1, SQLITE_OK, 0);
  ASSERT_TRUE(journal.flush());
  EXPECT_TRUE(journal.append(a_card(11)));
  ASSERT_TRUE(journal.flush());
  EXPECT_EQ(journal.read_all(), cards(1, 11));
}

TEST(Journal, RefusesAnEventThatCouldNotBeReadBack) {
  const Folder folder;
  Journal journal = opened(folder / "a.greenline");
  EXPECT_FALSE(journal.append(a_card(1).saying(std::string(max_words_bytes + 1, 'w'))));
  EXPECT_EQ(journal.turned_away(), 1U);
  EXPECT_EQ(journal.waiting(), 0U);
}

TEST(Journal, SaysSoWhenItsFileWasRemoved) {
  const Folder folder;
  Journal journal = opened(folder / "a.greenline");
  fs::remove(folder / "a.greenline");
  ASSERT_TRUE(journal.append(a_card(1)));
  EXPECT_FALSE(journal.flush());
  EXPECT_EQ(journal.trouble()->fault, Fault::io);
  EXPECT_THAT(journal.acknowledged(), testing::IsEmpty());
}

TEST(Journal, LeavesOneFileWhenItCloses) {
  const Folder folder;
  {
    Journal journal = opened(folder / "a.greenline");
    append_all(journal, cards(1, 50));
  }
  EXPECT_THAT(folder.contents(), testing::ElementsAre(testing::Key("a.greenline")));
}

TEST(Journal, KeepsItsLogShort) {
  const Folder folder;
  Journal journal = opened(folder / "a.greenline");
  for (std::uint64_t group = 0; group < 150; ++group) {  // 6 MB in all
    for (std::uint64_t i = 0; i < 20; ++i) {
      ASSERT_TRUE(journal.append(a_card(20 * group + i).saying(std::string(max_words_bytes, 'w'))));
    }
    ASSERT_TRUE(journal.flush());
  }
  EXPECT_LT(fs::file_size(folder / "a.greenline-wal"), 5U << 20);
}

TEST(Journal, FollowsALinkToItsFile) {
  const Folder folder, elsewhere;
  { append_all(*std::make_unique<Journal>(opened(elsewhere / "real.greenline")), cards(1, 3)); }
  fs::create_symlink(elsewhere / "real.greenline", folder / "link.greenline");
  EXPECT_EQ(opened(folder / "link.greenline").read_all(), cards(1, 3));
  EXPECT_EQ(folder.contents().size(), 1U);
}

TEST(Journal, KeepsRowsThatOnlyANewerGreenlineCanRead) {
  const Folder folder;
  const fs::path file = folder / "a.greenline";
  { append_all(*std::make_unique<Journal>(opened(file)), cards(1, 3)); }
  auto bytes = encode(a_card(4));
  // The kind, in the second place of the map: from 24 on it has a byte to itself.
  bytes[2] = 0x18;
  bytes.insert(bytes.begin() + 3, static_cast<std::uint8_t>(last_known_kind + 1));
  std::string hex;
  for (const std::uint8_t b : bytes) hex += "0123456789abcdef"[b >> 4], hex += "0123456789abcdef"[b & 15];
  const auto checksum = row_checksum(id_number<EventId>(4).bytes, bytes);
  run_sql(file,
          "INSERT INTO event VALUES(4, x'00000000000070000000000000000004', " + std::to_string(checksum) + ", x'" + hex + "')");
  {
    Journal journal = opened(file);
    EXPECT_EQ(journal.read_all(), cards(1, 3));
    EXPECT_EQ(journal.rows_from_newer(), 1U);
    append_all(journal, cards(5, 1));
  }
  Journal journal = opened(file);
  EXPECT_EQ(journal.read_all()->size(), 4U);
  EXPECT_EQ(journal.rows_from_newer(), 1U);
}

TEST(Journal, ReopensALongConveningInAFewPassesOverItsFile) {
  const Folder folder;
  const fs::path file = folder / "a.greenline";
  const auto events = cards(1, 40'000);
  { append_all(*std::make_unique<Journal>(opened(file)), events); }
  FaultyDisk disk;
  EXPECT_EQ(opened(file).read_all(), events);
  // Its pages are checked, its rows are checked, its events are made: whatever the number of events, no page is asked for again
  // and again.
  EXPECT_LE(disk.bytes_read(), 4 * static_cast<std::int64_t>(fs::file_size(file)));
}

}  // namespace
}  // namespace greenline::journal
