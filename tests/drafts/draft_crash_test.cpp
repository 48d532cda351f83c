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

#include "drafts/draft_builders.h"
#include "drafts/draft_keeper.h"
#include "journal/folder.h"
#include "thorough.h"

namespace greenline::drafts {
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

// How long a writing takes is the disk's business, so the moments are counted in writings: after a few whole ones, somewhere in
// the next. Where the disk is so quick that few kills fall between making a file and moving it into place, more are tried.
TEST(DraftCrash, FindsAWholeFileWhereverAWritingWasKilled) {
  const Folder folder;
  const fs::path file = folder / "a.drafts";
  std::mt19937 random(std::random_device{}());
  const int least_rounds = by_day_or_night(20, 60);
  constexpr int most_rounds = 2000, half_written_wanted = 6;
  std::chrono::microseconds a_writing{0};  // the last time it was measured
  int rounds_with_drafts = 0, left_half_written = 0;
  for (int round = 0; round < least_rounds || (left_half_written < half_written_wanted && round < most_rounds); ++round) {
    const SharedNumber written;
    const int whole_ones = static_cast<int>(random() % 5);
    killed(
        [&] {
          const auto began = std::chrono::steady_clock::now();
          while (*written < whole_ones) std::this_thread::sleep_for(50us);
          if (whole_ones > 0) {
            a_writing =
                std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began) / whole_ones;
          }
          std::this_thread::sleep_for(a_writing * static_cast<int>(random() % 100) / 100);
        },
        [&] {
          for (int number = 1;; ++number) {
            if (write_drafts(file, writing(number))) return;
            *written = number;
          }
        });
    if (folder.contents().contains(".a.drafts.new")) ++left_half_written;
    if (writing_found(file) != 0) ++rounds_with_drafts;
    ASSERT_LE(folder.contents().size(), 1U) << "loading takes away what was half written";
  }
  EXPECT_GT(rounds_with_drafts, least_rounds / 6);
  EXPECT_GE(left_half_written, 1) << "hardly a kill fell into a writing";
}

// It promises half a second; the second half is for a machine that does much else.
TEST(DraftCrash, KeepsWhatWasKeptASecondBeforeTheKill) {
  const Folder folder;
  const fs::path file = folder / "a.drafts";
  std::mt19937 random(std::random_device{}());
  for (int round = 0; round < by_day_or_night(3, 8); ++round) {
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
}  // namespace greenline::drafts
