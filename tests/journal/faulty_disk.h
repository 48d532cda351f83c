// A disk that fails when it is told to: SQLite's own file system layer with a fault injected into writes and syncs.
#pragma once
#include <sqlite3.h>

#include <atomic>

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
  [[nodiscard]] int operations() const;  // writes and syncs so far

  struct State {
    std::atomic<int> until_failure = 0, failures_left = 0, code = 0, unsynced = 0, operations = 0;
  };

 private:
  sqlite3_vfs vfs_{};
};

}  // namespace greenline::journal
