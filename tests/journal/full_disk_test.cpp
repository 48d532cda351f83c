// A disk without room: events wait, the trouble has a name, and all is well again by itself when there is room.
#include <gtest/gtest.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "journal/builders.h"
#include "journal/folder.h"
#include "journal/journal.h"

namespace greenline::journal {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

void let_files_grow_to(rlim_t bytes) {
  rlimit limit{};
  getrlimit(RLIMIT_FSIZE, &limit);
  limit.rlim_cur = bytes;
  setrlimit(RLIMIT_FSIZE, &limit);
}

bool comes_true(const std::function<bool()>& what) {
  for (const auto end = std::chrono::steady_clock::now() + 300s; std::chrono::steady_clock::now() < end;) {
    if (what()) return true;
    std::this_thread::sleep_for(10ms);
  }
  return false;
}

// Fills the disk while a journal is open, then makes room. What was wrong, or nothing.
std::string through_a_full_disk(const fs::path& file, const std::function<void()>& fill,
                                const std::function<void()>& make_room) {
  const auto events = cards(1, 3000);
  {
    auto journal = Journal::open(file, {});
    if (!journal) return "not opened: " + journal.error().detail;
    for (std::size_t i = 0; i < 100; ++i) {
      if (!journal->append(events[i])) return "not appended";
    }
    if (!journal->flush()) return "trouble before the disk was full: " + journal->trouble()->detail;
    if (journal->acknowledged().size() != 100) return "not acknowledged";

    fill();
    for (std::size_t i = 100; i < events.size(); ++i) {
      if (!journal->append(events[i])) return "not appended";
    }
    if (journal->flush()) return "all was written to a full disk";
    const auto trouble = journal->trouble();
    if (!trouble || trouble->fault != Fault::disk_full) return "the trouble is not that the disk is full";
    const std::size_t safe = journal->acknowledged().size();
    if (safe + journal->waiting() != events.size() - 100) return "an event is neither safe nor waiting";
    if (auto read = journal->read_all(); !read || read->size() != 100 + safe) return "the file does not hold what is safe";

    make_room();
    if (!comes_true([&] { return journal->waiting() == 0; })) return "nothing was written when room returned";
    if (journal->trouble()) return "the trouble did not end";
    if (journal->acknowledged().size() != events.size() - 100 - safe) return "not all was acknowledged in the end";
  }
  auto again = Journal::open(file, {});
  if (!again) return "not reopened: " + again.error().detail;
  return again->read_all() == events ? "" : "what came back is not what was written";
}

TEST(FullDisk, KeepsEventsWaitingUntilThereIsRoom) {
  const Folder folder;
  EXPECT_EQ(in_another_process([&] {
              signal(SIGXFSZ, SIG_IGN);  // a file at its limit then fails to grow, as on a full disk
              return through_a_full_disk(
                  folder / "a.greenline", [] { let_files_grow_to(100'000); }, [] { let_files_grow_to(RLIM_INFINITY); });
            }),
            "");
}

TEST(FullDisk, IsToldWhenANewFileFindsNoRoom) {
  const Folder folder;
  EXPECT_EQ(in_another_process([&]() -> std::string {
              signal(SIGXFSZ, SIG_IGN);
              let_files_grow_to(5000);
              const auto journal = Journal::open(folder / "a.greenline", {});
              return journal ? "opened" : std::string(to_text(journal.error().fault));
            }),
            "disk_full");
  EXPECT_TRUE(folder.contents().empty()) << "half a file was left";
}

TEST(FullDisk, DoesNotHoldUpTheEnd) {
  const Folder folder;
  EXPECT_EQ(in_another_process([&]() -> std::string {
              signal(SIGXFSZ, SIG_IGN);
              auto journal = Journal::open(folder / "a.greenline", {});
              if (!journal || !journal->append(a_card(1)) || !journal->flush()) return "not opened";
              let_files_grow_to(1000);
              for (const auto& event : cards(2, 100)) {
                if (!journal->append(event)) return "not appended";
              }
              { const Journal ending = std::move(*journal); }  // comes back, although nothing can be written
              return "";
            }),
            "");
  auto again = Journal::open(folder / "a.greenline", {});
  ASSERT_TRUE(again) << again.error().detail;
  EXPECT_EQ(again->read_all(), cards(1, 1));
}

// Away from the others, with the right to mount. Somebody who is not root is, in there, the user that they are outside.
bool apart() {
  if (unshare(CLONE_NEWNS) == 0) return true;
  const std::string user = std::to_string(geteuid()) + " " + std::to_string(geteuid()) + " 1",
                    group = std::to_string(getegid()) + " " + std::to_string(getegid()) + " 1";
  if (unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
  write_bytes("/proc/self/setgroups", "deny");
  write_bytes("/proc/self/uid_map", user);
  write_bytes("/proc/self/gid_map", group);
  return true;
}

// A small disk of its own, seen by this process alone. False where the system does not allow it.
bool mount_small_disk(const fs::path& at) {
  if (!apart() || mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return false;
  return mount("small", at.c_str(), "tmpfs", 0, "size=1m") == 0;
}

constexpr const char* no_mount = "no mount";

TEST(FullDisk, KeepsEventsWaitingOnARealDiskWithoutRoom) {
  const Folder folder;
  const std::string wrong = in_another_process([&]() -> std::string {
    if (!mount_small_disk(folder.path())) return no_mount;
    const fs::path ballast = folder / "ballast";
    return through_a_full_disk(
        folder / "a.greenline", [&] { write_bytes(ballast, std::string(2 << 20, 'b')); }, [&] { fs::remove(ballast); });
  });
  if (wrong == no_mount) GTEST_SKIP() << "this system lets nobody mount a disk; the same is tested with a file size limit";
  EXPECT_EQ(wrong, "");
}

TEST(ReadOnlyDisk, IsToldAsSuch) {
  const Folder folder;
  const std::string wrong = in_another_process([&]() -> std::string {
    if (!mount_small_disk(folder.path())) return no_mount;
    if (auto journal = Journal::open(folder / "a.greenline", {}); !journal || !journal->append(a_card(1))) return "not made";
    if (mount("small", folder.path().c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) != 0) return "not remounted";
    const Contents before = folder.contents();
    const auto existing = Journal::open(folder / "a.greenline", {});
    if (existing || existing.error().fault != Fault::read_only) return "an existing file";
    const auto fresh = Journal::open(folder / "b.greenline", {});
    if (fresh || fresh.error().fault != Fault::read_only) return "a new file";
    return folder.contents() == before ? "" : "something changed";
  });
  if (wrong == no_mount) GTEST_SKIP() << "this system lets nobody mount a disk; the same is tested with permissions";
  EXPECT_EQ(wrong, "");
}

}  // namespace
}  // namespace greenline::journal
