// Prints what durability costs on this disk: acknowledging one event, many at once, and reopening a long convening.
// Usage: measure_journal [FOLDER]   (default: the current folder; measure on the disk that will be used)
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <filesystem>
#include <mutex>
#include <thread>

#include "journal/builders.h"
#include "journal/journal.h"

namespace {

using namespace greenline::journal;
using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point start) { return std::chrono::duration<double, std::milli>(Clock::now() - start).count(); }

double cpu_ms() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

struct Signal {
  std::mutex mutex;
  std::condition_variable changed;
  bool woken = false;
  static void wake(void* self) {
    auto& signal = *static_cast<Signal*>(self);
    const std::lock_guard lock(signal.mutex);
    signal.woken = true;
    signal.changed.notify_one();
  }
  void wait() {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return woken; });
    woken = false;
  }
};

// Each event waits for its acknowledgement: what one person's card costs.
void measure_one_at_a_time(const std::filesystem::path& file) {
  Signal signal;
  auto journal = Journal::open(file, {100000, &Signal::wake, &signal});
  if (!journal) return;
  std::vector<double> latencies_ms;
  for (std::uint64_t i = 0; i < 500; ++i) {
    const auto start = Clock::now();
    if (!journal->append(a_card(i))) return;
    while (journal->acknowledged().empty()) signal.wait();
    latencies_ms.push_back(ms_since(start));
  }
  std::ranges::sort(latencies_ms);
  std::printf("one at a time: append to acknowledged, median %.2f ms, p99 %.2f ms, most %.2f ms\n", latencies_ms[250],
              latencies_ms[495], latencies_ms[499]);
}

// A room full of hands: 120 events a second each arriving while others are being written.
void measure_group(const std::filesystem::path& file, std::uint64_t events) {
  auto journal = Journal::open(file, {});
  if (!journal) return;
  double most_append_ms = 0;
  const auto start = Clock::now();
  for (std::uint64_t i = 0; i < events; ++i) {
    const auto before = Clock::now();
    while (!journal->append(a_card(i))) std::this_thread::yield();
    most_append_ms = std::max(most_append_ms, ms_since(before));
  }
  if (!journal->flush()) return;
  const double all_ms = ms_since(start);
  std::printf("as fast as they come: %.0f events a second; the longest append %.3f ms\n",
              static_cast<double>(events) / all_ms * 1e3, most_append_ms);
}

void measure_reopening(const std::filesystem::path& file, const char* what) {
  const auto start = Clock::now();
  const double cpu = cpu_ms();
  auto journal = Journal::open(file, {});
  if (!journal) {
    std::printf("refused: %s\n", journal.error().detail.c_str());
    return;
  }
  const double open_ms = ms_since(start);
  const auto events = journal->read_all();
  std::printf("reopening %zu events (%s): open %.0f ms, with reading %.0f ms, CPU %.0f ms, file %.1f MB\n",
              events ? events->size() : 0, what, open_ms, ms_since(start), cpu_ms() - cpu,
              static_cast<double>(std::filesystem::file_size(file)) / 1e6);
  std::vector<greenline::model::EventId> some;
  for (std::size_t i = 0; events && i < events->size(); i += 1000) some.push_back((*events)[i].id);
  const auto erase_start = Clock::now();
  if (journal->erase(some)) std::printf("erasing %zu of them: %.0f ms\n", some.size(), ms_since(erase_start));
}

}  // namespace

int main(int argc, char** argv) {
  const std::filesystem::path folder =
      std::filesystem::path(argc > 1 ? argv[1] : ".") / ("measure-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  measure_one_at_a_time(folder / "one.greenline");
  measure_group(folder / "many.greenline", 100'000);
  measure_reopening(folder / "many.greenline", "words");
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("peak memory %ld MB\n", usage.ru_maxrss / 1024);
  std::filesystem::remove_all(folder);
}
