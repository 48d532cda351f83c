#include "drafts/draft_keeper.h"

#include <pthread.h>

#include <utility>

namespace greenline::drafts {

using Clock = std::chrono::steady_clock;

DraftKeeper::DraftKeeper(std::filesystem::path file, void (*wake)(void*), void* wake_context)
    : file_(std::move(file)), wake_(wake), wake_context_(wake_context), thread_([this] { run(); }) {}

DraftKeeper::~DraftKeeper() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  work_.notify_all();
  thread_.join();
}

void DraftKeeper::keep(std::vector<ui::Draft> drafts) {
  std::optional<std::vector<ui::Draft>> newest(std::move(drafts));
  {
    const std::lock_guard lock(mutex_);
    newest_.swap(newest);
  }
  work_.notify_all();
}

std::optional<DraftTrouble> DraftKeeper::trouble() const {
  const std::lock_guard lock(mutex_);
  return trouble_;
}

void DraftKeeper::tell(std::optional<DraftTrouble> now) {
  {
    const std::lock_guard lock(mutex_);
    if (trouble_ == now) return;
    trouble_ = std::move(now);
  }
  if (wake_ != nullptr) wake_(wake_context_);
}

void DraftKeeper::run() {
  pthread_setname_np(pthread_self(), "drafts");
  std::optional<std::vector<ui::Draft>> unwritten;  // taken from the loop and not on the disk
  Clock::time_point next_write = Clock::now();
  std::unique_lock lock(mutex_);
  for (;;) {
    const auto something_new = [this] { return stopping_ || newest_.has_value(); };
    if (unwritten) {
      work_.wait_for(lock, retry_after, something_new);
    } else {
      work_.wait(lock, something_new);
    }
    work_.wait_until(lock, next_write, [this] { return stopping_; });
    const bool last_try = stopping_;
    if (newest_) unwritten = std::exchange(newest_, std::nullopt);
    lock.unlock();
    if (unwritten) {
      next_write = Clock::now() + pace;
      std::optional<DraftTrouble> refused = write_drafts(file_, *unwritten);
      if (!refused || refused->fault != DraftTrouble::Fault::not_written) unwritten.reset();
      tell(std::move(refused));
    }
    if (last_try) return;
    lock.lock();
  }
}

}  // namespace greenline::drafts
