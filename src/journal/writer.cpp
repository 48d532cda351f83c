// The journal's thread, from its first wait to its last write. What it does to the file is in keep.cpp.
#include "journal/writer.h"

#include <pthread.h>

#include <algorithm>
#include <chrono>

#include "journal/erase.h"
#include "journal/wal_file.h"

namespace greenline::journal {
namespace {

constexpr auto retry_after = std::chrono::seconds(1);
constexpr auto look_every = std::chrono::milliseconds(500);

}  // namespace

Journal::Writer::Writer(std::filesystem::path path, const Options& given, OpenFile&& opened)
    : file(std::move(path)), options(given), watch_(wal_of(file)) {
  missing = opened.missing;
  take_over(std::move(opened));
  thread_ = std::thread([this] { run(); });
}

Journal::Writer::~Writer() {
  stop();
  const std::lock_guard lock(connection_mutex);
  close_tidily();
}

void Journal::Writer::stop() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(queue_mutex);
    stopping = true;
  }
  work.notify_all();
  thread_.join();
}

Connection Journal::Writer::stop_and_give_up() {
  {
    const std::lock_guard lock(queue_mutex);
    waiting -= queue.size();
    queue.clear();
  }
  stop();
  insert_.reset();
  only_in_log_.clear();
  return std::move(connection);
}

tl::expected<void, Trouble> Journal::Writer::erase(const std::vector<model::EventId>& ids) {
  const std::lock_guard lock(connection_mutex);
  if (auto harmed = mend(true)) return tl::unexpected(*harmed);
  if (!connection) return tl::unexpected(Trouble{Fault::io, file, "it is not open"});
  const auto left = erase_rows(connection.get(), ids, file);
  // Whether or not all of it could be done: what memory holds must not bring back what was to be erased.
  std::erase_if(only_in_log_, [&](const Pending& kept) { return std::ranges::find(ids, kept.id) != ids.end(); });
  if (!left) return tl::unexpected(left.error());
  only_in_log_.clear();
  watch_.forget();
  frames_in_log_ = 0;
  rows_ = *left;
  tally_place_ = TallyPlace::find(connection.get());
  log_in_use_ = log_is_told_ = false;
  return {};
}

// While the log holds something it is looked at now and then, and folded in when all has been quiet.
void Journal::Writer::wait_for_work(std::unique_lock<std::mutex>& queue_lock) {
  const auto something_to_do = [&] { return stopping || !queue.empty(); };
  while (!something_to_do()) {
    if (!log_in_use_) {
      work.wait(queue_lock, something_to_do);
      return;
    }
    if (work.wait_for(queue_lock, std::min<std::chrono::milliseconds>(look_every, options.fold_after), something_to_do)) return;
    queue_lock.unlock();
    look_after_log();
    queue_lock.lock();
  }
}

void Journal::Writer::look_after_log() {
  std::optional<Trouble> harmed;
  bool was_harmed = false;
  {
    const std::lock_guard lock(connection_mutex);
    const std::size_t before = times_written_again;
    harmed = mend(false);
    was_harmed = harmed.has_value() || times_written_again != before;
    const auto now = Clock::now();
    if (!harmed && now - last_commit_ >= options.fold_after && now - last_fold_try_ >= options.fold_after) (void)fold();
  }
  if (was_harmed) tell(std::move(harmed));
}

void Journal::Writer::tell(std::optional<Trouble> now) {
  {
    const std::lock_guard lock(queue_mutex);
    trouble = std::move(now);
  }
  if (options.wake != nullptr) options.wake(options.wake_context);
}

void Journal::Writer::run() {
  pthread_setname_np(pthread_self(), "journal");
  std::vector<Pending> group;
  std::unique_lock lock(queue_mutex);
  for (;;) {
    if (group.empty()) {
      wait_for_work(lock);
      if (queue.empty()) return;
      group.swap(queue);
    }
    const std::uint64_t this_try = ++tries_begun;
    const bool last_try = stopping;
    lock.unlock();
    const bool ends_chapter = std::ranges::any_of(group, &Pending::ends_chapter);
    std::optional<Trouble> refused = write(group);
    lock.lock();
    if (!refused) {
      for (const Pending& written : group) acknowledged.push_back(written.id);
      waiting -= group.size();
      group.clear();
    }
    trouble = refused;
    tries_ended = this_try;
    settled.notify_all();
    lock.unlock();
    if (options.wake != nullptr) options.wake(options.wake_context);
    if (!refused) fold_if_due(ends_chapter);
    lock.lock();
    if (!refused) continue;
    if (last_try) return;  // nothing of it was acknowledged, so nothing of it was shown as placed
    work.wait_for(lock, retry_after, [&] { return stopping || hurry; });
    hurry = false;
  }
}

}  // namespace greenline::journal
