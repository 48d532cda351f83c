// The writing process: its work, and its end.
#include "crash/writer_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <random>
#include <thread>

#include "journal/builders.h"
#include "journal/journal.h"

namespace greenline::journal {

using Clock = std::chrono::steady_clock;

WriterProcess::WriterProcess(const std::function<void(const Telling&)>& work) {
  int ends[2];
  if (pipe(ends) != 0) return;
  process_ = fork();
  if (process_ == 0) {
    close(ends[0]);
    work([&](const std::vector<model::EventId>& ids) {
      const std::size_t size = ids.size() * sizeof(model::EventId);
      if (size > 0 && write(ends[1], ids.data(), size) != static_cast<ssize_t>(size)) _exit(2);
    });
    _exit(0);
  }
  close(ends[1]);
  told_ = ends[0];
}

WriterProcess::~WriterProcess() {
  if (process_ > 0) {
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
  }
  close(told_);
}

bool WriterProcess::listen(int timeout_ms, std::vector<std::uint8_t>& heard) const {
  pollfd waiting{told_, POLLIN, 0};
  if (poll(&waiting, 1, timeout_ms) <= 0) return true;
  std::uint8_t part[4096];
  const ssize_t got = read(told_, part, sizeof part);
  if (got > 0) heard.insert(heard.end(), part, part + got);
  return got > 0;
}

std::vector<model::EventId> WriterProcess::killed_after(std::size_t wanted, std::chrono::microseconds time, bool& killed) {
  std::vector<std::uint8_t> heard;
  while (heard.size() < wanted * sizeof(model::EventId) && listen(-1, heard)) {}
  const auto end = Clock::now() + time;
  // Whole milliseconds are for listening; the last part of one is waited for exactly, so that the kill falls anywhere.
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
    if (left.count() < 1 || !listen(static_cast<int>(left.count()), heard)) break;
  }
  std::this_thread::sleep_until(end);
  kill(process_, SIGKILL);
  int status = 0;
  waitpid(process_, &status, 0);
  process_ = -1;
  killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
  for (std::size_t before = heard.size() + 1; before != heard.size();) {
    before = heard.size();
    (void)listen(0, heard);
  }
  std::vector<model::EventId> ids(heard.size() / sizeof(model::EventId));
  if (!ids.empty()) std::memcpy(ids.data(), heard.data(), ids.size() * sizeof(model::EventId));
  return ids;
}

void write_for_ever(const std::filesystem::path& file, unsigned seed, const Telling& tell) {
  std::mt19937 random(seed);
  for (;;) {
    auto journal = Journal::open(file, {});
    if (!journal) _exit(3);
    const auto written = journal->read_all();
    if (!written) _exit(4);
    std::uint64_t next = written->size() + 1;
    for (auto groups = random() % 12 + 1; groups > 0; --groups) {
      for (auto events = random() % 30 + 1; events > 0; --events) {
        if (!journal->append(a_card(next++))) _exit(5);
        tell(journal->acknowledged());
      }
      if (random() % 2 == 0) std::this_thread::sleep_for(std::chrono::microseconds(random() % 3000));
    }
    if (!journal->flush()) _exit(6);
    tell(journal->acknowledged());
  }
}

}  // namespace greenline::journal
