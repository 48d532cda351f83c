#include "station/keeping.h"

#include <pthread.h>

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>
#include <utility>

namespace greenline::station {

tl::expected<OpenedJournal, journal::Trouble> open_and_read(const std::filesystem::path& file, const Ears& ears) {
  auto opened = journal::Journal::open(file, {.wake = ears.wake, .wake_context = ears.wake_context});
  if (!opened) return tl::unexpected(opened.error());
  auto events = opened->read_all();
  if (!events) return tl::unexpected(events.error());
  return OpenedJournal{std::move(*opened), std::move(*events)};
}

std::vector<model::EventId> append_all(journal::Journal& journal, const std::vector<model::Event>& events) {
  std::vector<model::EventId> lost;
  for (const model::Event& event : events) {
    if (journal.append(event) || (journal.flush() && journal.append(event))) continue;
    lost.push_back(event.id);
  }
  return lost;
}

// Tries to open the file until it can be opened. The loop and this thread meet under one mutex.
struct Keeping::Later {
  static constexpr std::chrono::seconds retry_after{1};

  Later(NextTry next_try, journal::Trouble why, const Ears& told)
      : try_again(std::move(next_try)), ears(told), trouble(std::move(why)), thread([this] { run(); }) {}
  ~Later() {
    {
      const std::lock_guard lock(mutex);
      stopping = true;
    }
    changed.notify_all();
    thread.join();
  }

  void run() {
    pthread_setname_np(pthread_self(), "opening");
    std::unique_lock lock(mutex);
    for (;;) {
      changed.wait_for(lock, retry_after, [this] { return stopping || hurry; });
      if (stopping) return;
      hurry = false;
      ++tries_begun;
      lock.unlock();
      auto tried = try_again();
      lock.lock();
      ++tries_ended;
      const bool done = tried.has_value();
      if (done) {
        opened.emplace(std::move(*tried));
      } else {
        trouble = std::move(tried.error());
      }
      changed.notify_all();
      lock.unlock();
      if (ears.wake != nullptr) ears.wake(ears.wake_context);
      if (done) return;
      lock.lock();
    }
  }

  // True when a try that begins from now on, or one before, opened the file.
  bool try_now() {
    std::unique_lock lock(mutex);
    const std::uint64_t begun = tries_begun;
    hurry = true;
    changed.notify_all();
    changed.wait(lock, [&] { return opened.has_value() || tries_ended > begun; });
    return opened.has_value();
  }

  const NextTry try_again;
  const Ears ears;
  std::vector<model::Event> meanwhile;  // the loop's

  std::mutex mutex;
  std::condition_variable changed;
  journal::Trouble trouble;
  std::optional<OpenedJournal> opened;
  std::uint64_t tries_begun = 0, tries_ended = 0;
  bool hurry = false, stopping = false;

  std::thread thread;  // last: it uses all of the above
};

Keeping::Keeping() = default;
Keeping::Keeping(journal::Journal journal) : journal_(std::move(journal)) {}
Keeping::Keeping(NextTry next_try, journal::Trouble why, const Ears& ears)
    : later_(std::make_unique<Later>(std::move(next_try), std::move(why), ears)) {}
Keeping::Keeping(Keeping&&) noexcept = default;
Keeping& Keeping::operator=(Keeping&&) noexcept = default;
Keeping::~Keeping() = default;

bool Keeping::append(const model::Event& event) {
  if (journal_) return journal_->append(event);
  if (!later_) {
    kept_in_memory_.push_back(event.id);
    return true;
  }
  if (later_->meanwhile.size() >= most_waiting) return false;
  later_->meanwhile.push_back(event);
  return true;
}

std::vector<model::EventId> Keeping::acknowledged() {
  auto kept = journal_ ? journal_->acknowledged() : std::exchange(kept_in_memory_, {});
  kept_ += kept.size();
  return kept;
}

KeepingState Keeping::state() const {
  const std::size_t waiting = journal_ ? journal_->waiting() : later_ ? later_->meanwhile.size() : 0;
  return {waiting, kept_, trouble().has_value()};
}

std::optional<journal::Trouble> Keeping::trouble() const {
  if (journal_) return journal_->trouble();
  if (!later_) return std::nullopt;
  const std::lock_guard lock(later_->mutex);
  return later_->trouble;
}

bool Keeping::flush() {
  if (journal_) return journal_->flush();
  if (later_) (void)later_->try_now();
  return later_ == nullptr;
}

void Keeping::forget_waiting(const std::function<bool(const model::Event&)>& unwanted) {
  if (later_) std::erase_if(later_->meanwhile, unwanted);
}

std::optional<Keeping::Arrived> Keeping::arrived() {
  if (!later_) return std::nullopt;
  std::optional<OpenedJournal> opened;
  {
    const std::lock_guard lock(later_->mutex);
    opened = std::exchange(later_->opened, std::nullopt);
  }
  if (!opened) return std::nullopt;
  std::vector<model::Event> meanwhile = std::move(later_->meanwhile);
  later_.reset();
  return Arrived{std::move(*opened), std::move(meanwhile)};
}

}  // namespace greenline::station
