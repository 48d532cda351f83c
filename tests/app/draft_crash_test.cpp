// Killed with SIGKILL at random moments: the file of drafts is always whole, and not old.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <functional>
#include <random>
#include <thread>

#include "app/draft_builders.h"
#include "app/draft_keeper.h"
#include "journal/folder.h"

namespace greenline::app {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using journal::Folder;

// Runs `work` in another process and kills it when `until` returns.
void killed(const std::function<void()>& until, const std::function<void()>& work) {
  const pid_t process = fork();
  ASSERT_GE(process, 0);
  if (process == 0) {
    work();
    _exit(1);
  }
  until();
  kill(process, SIGKILL);
  int status = 0;
  waitpid(process, &status, 0);
  ASSERT_TRUE(WIFSIGNALED(status)) << "it ended by itself";
}

// All drafts of one writing say the same number, so that a mixture would be seen. Every seventh writing is of nothing.
Drafts writing(int number) {
  Drafts drafts(static_cast<std::size_t>(number % 7), a_draft(std::to_string(number)));
  for (ui::Draft& draft : drafts) draft.ink.assign(20, model::Stroke(50, {0.5F, 0.25F, 0.01F}));
  return drafts;
}

// The number of the writing that lies there, or 0; fails when it is not one of them, whole.
int writing_found(const fs::path& file) {
  const DraftsFound found = load_drafts(file);
  EXPECT_FALSE(found.trouble) << found.trouble->detail;
  if (found.drafts.empty()) return 0;
  const int number = std::stoi(found.drafts[0].words);
  EXPECT_EQ(found.drafts, writing(number));
  return number;
}

TEST(DraftCrash, FindsAWholeFileWhereverAWritingWasKilled) {
  const Folder folder;
  const fs::path file = folder / "a.drafts";
  std::mt19937 random(std::random_device{}());
  int rounds_with_drafts = 0, left_half_written = 0;
  for (int round = 0; round < 60; ++round) {
    killed([&] { std::this_thread::sleep_for(std::chrono::microseconds(random() % 30'000)); },
           [&] {
             for (int number = 1;; ++number) {
               if (write_drafts(file, writing(number))) return;
             }
           });
    if (folder.contents().contains(".a.drafts.new")) ++left_half_written;
    if (writing_found(file) != 0) ++rounds_with_drafts;
    EXPECT_LE(folder.contents().size(), 1U) << "loading takes away what was half written";
  }
  EXPECT_GT(rounds_with_drafts, 10);
  EXPECT_GT(left_half_written, 5) << "no kill fell into a writing";
}

// A number that two processes see.
class SharedNumber {
 public:
  SharedNumber()
      : number_(static_cast<std::atomic<int>*>(
            mmap(nullptr, sizeof(std::atomic<int>), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0))) {}
  ~SharedNumber() { munmap(number_, sizeof(std::atomic<int>)); }
  SharedNumber(const SharedNumber&) = delete;
  SharedNumber& operator=(const SharedNumber&) = delete;
  std::atomic<int>& operator*() const { return *number_; }

 private:
  std::atomic<int>* number_;
};

// It promises half a second; the second half is for a machine that does much else.
TEST(DraftCrash, KeepsWhatWasKeptASecondBeforeTheKill) {
  const Folder folder;
  const fs::path file = folder / "a.drafts";
  std::mt19937 random(std::random_device{}());
  for (int round = 0; round < 8; ++round) {
    const SharedNumber kept;
    int a_second_before = 0;
    killed(
        [&] {
          std::this_thread::sleep_for(std::chrono::milliseconds(100 + random() % 400));
          a_second_before = *kept;
          std::this_thread::sleep_for(1s);
        },
        [&] {
          DraftKeeper keeper(file);
          for (int number = 1;; number += number % 7 == 6 ? 2 : 1) {  // never of nothing
            keeper.keep(writing(number));
            *kept = number;
            std::this_thread::sleep_for(1ms);
          }
        });
    EXPECT_GT(a_second_before, 0);
    EXPECT_GE(writing_found(file), a_second_before);
  }
}

}  // namespace
}  // namespace greenline::app
