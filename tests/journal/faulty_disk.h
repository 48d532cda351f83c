// A disk that fails when it is told to: SQLite's own file system layer with a fault injected into writes and syncs.
#pragma once
#include <sqlite3.h>

#include <atomic>
#include <cstdint>

namespace greenline::journal {

// While one lives it is SQLite's default for files that are opened. One at a time; make it before the journal.
class FaultyDisk {
 public:
  FaultyDisk();
  ~FaultyDisk();
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;

  // From the `count`th write or sync on (1 is the next), each fails with `code`, `times` times. A failing write leaves half of
  // its bytes.
  void fail_from(int count, int code, int times);
  // The writes to a write-ahead log that no sync has followed yet.
  [[nodiscard]] int unsynced_log_writes() const;
  [[nodiscard]] int log_syncs() const;            // of a write-ahead log, so far
  [[nodiscard]] std::int64_t bytes_read() const;  // of every file, so far

  // From now on a log's sync waits until `go_on`, however quick the disk is.
  void hold_log_syncs();
  void wait_until_one_is_held();
  void go_on();

  struct State {
    std::atomic<int> until_failure = 0, failures_left = 0, code = 0, unsynced = 0, log_syncs = 0;
    std::atomic<std::int64_t> bytes_read = 0;
    std::atomic<bool> holding = false, held = false;
  };

 private:
  sqlite3_vfs vfs_{};
};

}  // namespace greenline::journal
