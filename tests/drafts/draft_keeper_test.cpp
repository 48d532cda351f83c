// The newest drafts are on the disk soon, whole, at any moment, whatever the disk says.
#include "drafts/draft_keeper.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <atomic>
#include <functional>
#include <set>

#include "drafts/draft_builders.h"
#include "journal/folder.h"

namespace greenline::drafts {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using journal::Folder;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr auto long_enough = 20s;  // for a machine that does much else; nothing waits as long when all is well

bool comes_true(const std::function<bool()>& what) {
  for (const auto end = Clock::now() + long_enough; Clock::now() < end; std::this_thread::sleep_for(2ms)) {
    if (what()) return true;
  }
  return what();
}

TEST(DraftKeeper, LiesBesideTheConvening) { EXPECT_EQ(drafts_beside("/a/room.greenline"), "/a/room.greenline.drafts"); }

TEST(DraftKeeper, KeepsTheNewestAndOnlyForItsOwner) {
  const Folder folder;
  const fs::path file = folder / "a.drafts";
  const mode_t before = umask(0);
  DraftKeeper keeper(file);
  for (int i = 0; i < 1000; ++i) keeper.keep({a_draft("word " + std::to_string(i))});
  EXPECT_TRUE(comes_true([&] { return drafts_in(file) == Drafts{a_draft("word 999")}; }));
  umask(before);
  EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_FALSE(keeper.trouble());
  EXPECT_THAT(folder.contents(), SizeIs(1));
}

TEST(DraftKeeper, WritesAtItsPaceThoughSomethingChangesAllTheTime) {
  const Folder folder;
  const fs::path file = folder / "a.drafts";
  DraftKeeper keeper(file);
  std::set<std::string> seen;
  const auto begun = Clock::now();
  int changes = 0;
  while (Clock::now() < begun + 1500ms) {
    keeper.keep({a_draft(std::to_string(++changes))});
    if (const Drafts drafts = drafts_in(file); !drafts.empty()) seen.insert(drafts[0].words);
    std::this_thread::sleep_for(1ms);
  }
  const auto paces = (Clock::now() - begun) / DraftKeeper::pace + 1;
  EXPECT_GE(seen.size(), 2U) << "it waited for a pause";
  EXPECT_LE(static_cast<long>(seen.size()), paces) << "of " << changes << " changes";
}

TEST(DraftKeeper, WritesWhatWaitsWhenItEnds) {
  const Folder folder;
  {
    DraftKeeper keeper(folder / "a.drafts");
    keeper.keep({a_draft("one")});
    ASSERT_TRUE(comes_true([&] { return fs::exists(folder / "a.drafts"); }));
    keeper.keep({a_draft("two")});  // within the pace
  }
  EXPECT_EQ(drafts_in(folder / "a.drafts"), Drafts{a_draft("two")});
}

TEST(DraftKeeper, RemovesTheFileWhenNothingIsLeftToKeep) {
  const Folder folder;
  {
    DraftKeeper keeper(folder / "a.drafts");
    keeper.keep({a_draft("one")});
    ASSERT_TRUE(comes_true([&] { return fs::exists(folder / "a.drafts"); }));
    keeper.keep({});
    EXPECT_TRUE(comes_true([&] { return !fs::exists(folder / "a.drafts"); }));
    keeper.keep({});
  }
  EXPECT_THAT(folder.contents(), IsEmpty());
}

TEST(DraftKeeper, TellsWhatTheSystemSaidUntilItWorksAndThenWritesUnasked) {
  const Folder folder;
  const fs::path room = folder / "room";
  std::atomic<int> woken = 0;
  DraftKeeper keeper(
      room / "a.drafts", [](void* count) { ++*static_cast<std::atomic<int>*>(count); }, &woken);
  keeper.keep({a_draft("one")});
  ASSERT_TRUE(comes_true([&] { return keeper.trouble().has_value(); }));
  EXPECT_EQ(keeper.trouble()->fault, DraftTrouble::Fault::not_written);
  EXPECT_EQ(keeper.trouble()->file, room / "a.drafts");
  EXPECT_THAT(keeper.trouble()->detail, HasSubstr("No such file or directory"));
  EXPECT_TRUE(comes_true([&] { return woken == 1; }));
  fs::create_directory(room);
  EXPECT_TRUE(comes_true([&] { return drafts_in(room / "a.drafts") == Drafts{a_draft("one")}; }));
  EXPECT_TRUE(comes_true([&] { return !keeper.trouble() && woken == 2; }));
}

TEST(DraftKeeper, SaysWhenADraftCannotBeKeptAndKeepsTheOthers) {
  const Folder folder;
  DraftKeeper keeper(folder / "a.drafts");
  keeper.keep({a_draft("caf\xE9"), a_draft("two")});
  ASSERT_TRUE(comes_true([&] { return keeper.trouble().has_value(); }));
  EXPECT_EQ(keeper.trouble()->fault, DraftTrouble::Fault::left_out);
  EXPECT_EQ(drafts_in(folder / "a.drafts"), Drafts{a_draft("two")});
  keeper.keep({a_draft("two")});
  EXPECT_TRUE(comes_true([&] { return !keeper.trouble(); }));
}

// A disk that is full for this process: no file may grow beyond `bytes`.
void fill_disk(rlim_t bytes) {
  signal(SIGXFSZ, SIG_IGN);
  rlimit limit{};
  getrlimit(RLIMIT_FSIZE, &limit);
  limit.rlim_cur = bytes;
  if (setrlimit(RLIMIT_FSIZE, &limit) != 0) std::abort();
}

TEST(DraftKeeper, LeavesTheOldFileWholeOnAFullDiskAndWritesWhenThereIsRoom) {
  const Folder folder;
  const fs::path file = folder / "a.drafts";
  const Drafts small{a_draft("one")}, large{a_draft(std::string(1500, 'w')), a_draft(std::string(1500, 'v'))};
  EXPECT_EQ(journal::in_another_process([&]() -> std::string {
              DraftKeeper keeper(file);
              keeper.keep(small);
              if (!comes_true([&] { return drafts_in(file) == small; })) return "the first was not written";
              fill_disk(2000);
              keeper.keep(large);
              if (!comes_true([&] { return keeper.trouble().has_value(); })) return "a full disk was not told";
              if (keeper.trouble()->detail.find("File too large") == std::string::npos) return keeper.trouble()->detail;
              if (drafts_in(file) != small) return "the old file is not whole";
              if (folder.contents().size() != 1) return "something half written takes up room";
              fill_disk(RLIM_INFINITY);
              if (!comes_true([&] { return drafts_in(file) == large; })) return "it was not tried again";
              return comes_true([&] { return !keeper.trouble(); }) ? "" : "the trouble stays";
            }),
            "");
}

}  // namespace
}  // namespace greenline::drafts
