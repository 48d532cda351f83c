// Keeps the newest drafts in a file beside the convening, on a thread of its own.
//
// The loop hands over all drafts there are whenever one changes; only the newest are written. A write begins within 300 ms of
// the change and no sooner than 300 ms after the one before, so somebody who types fast costs three small writes a second.
// While the disk refuses, the file stays as it was, `trouble()` says why, and it is tried again with the next change and every
// 3 s.
#pragma once
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "drafts/draft_disk.h"

namespace greenline::drafts {

class DraftKeeper {
 public:
  static constexpr std::chrono::milliseconds pace{300};
  static constexpr std::chrono::seconds retry_after{3};

  // Call `load_drafts` before: the first `keep` replaces the file. `wake` is called on the keeper's thread whenever `trouble()`
  // has changed, so that a sleeping loop looks; it may be null.
  explicit DraftKeeper(std::filesystem::path file, void (*wake)(void*) = nullptr, void* wake_context = nullptr);
  ~DraftKeeper();  // writes what is still waiting, with one try, and waits for it
  DraftKeeper(const DraftKeeper&) = delete;
  DraftKeeper& operator=(const DraftKeeper&) = delete;

  // All drafts there are now; none removes the file. Never waits for the disk.
  void keep(std::vector<ui::Draft>);
  // Why the file does not hold what was last kept, until it does.
  [[nodiscard]] std::optional<DraftTrouble> trouble() const;

 private:
  void run();
  void tell(std::optional<DraftTrouble>);

  const std::filesystem::path file_;
  void (*const wake_)(void*);
  void* const wake_context_;

  mutable std::mutex mutex_;
  std::condition_variable work_;
  std::optional<std::vector<ui::Draft>> newest_;  // handed over and not yet taken by the thread
  std::optional<DraftTrouble> trouble_;
  bool stopping_ = false;

  std::thread thread_;
};

}  // namespace greenline::drafts
