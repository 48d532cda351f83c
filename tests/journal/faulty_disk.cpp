// SQLite's file methods, copied, with writes and syncs passing through here, and reads counted.
#include "journal/faulty_disk.h"

#include <mutex>

namespace greenline::journal {
namespace {

// SQLite calls plain functions, so what they share has to stand here; a test makes one disk at a time.
FaultyDisk::State state;
sqlite3_vfs* real_vfs = nullptr;
std::mutex methods_mutex;
// Files of three sorts, each with SQLite's own methods but for writes and syncs, which SQLite has in common for all.
sqlite3_io_methods database_methods, log_methods, other_methods;
int (*real_write)(sqlite3_file*, const void*, int, sqlite3_int64) = nullptr;
int (*real_sync)(sqlite3_file*, int) = nullptr;
int (*real_read)(sqlite3_file*, void*, int, sqlite3_int64) = nullptr;

int failure() {
  if (state.failures_left == 0) return SQLITE_OK;
  if (state.until_failure > 1) {
    --state.until_failure;
    return SQLITE_OK;
  }
  --state.failures_left;
  return state.code;
}

int read(sqlite3_file* file, void* bytes, int count, sqlite3_int64 offset) {
  state.bytes_read += count;
  return real_read(file, bytes, count, offset);
}

int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset) {
  if (file->pMethods == &log_methods) ++state.unsynced;
  if (const int code = failure(); code != SQLITE_OK) {
    real_write(file, bytes, count / 2, offset);
    return code;
  }
  return real_write(file, bytes, count, offset);
}

int sync(sqlite3_file* file, int flags) {
  if (file->pMethods == &log_methods) {
    ++state.log_syncs;
    state.held = true;
    state.held.notify_all();
    state.holding.wait(true);
  }
  if (const int code = failure(); code != SQLITE_OK) return code;
  const int code = real_sync(file, flags);
  if (code == SQLITE_OK && file->pMethods == &log_methods) state.unsynced = 0;
  return code;
}

int open(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* out_flags) {
  const int code = real_vfs->xOpen(real_vfs, name, file, flags, out_flags);
  if (code != SQLITE_OK || file->pMethods == nullptr) return code;
  const std::lock_guard lock(methods_mutex);
  sqlite3_io_methods& methods = (flags & SQLITE_OPEN_WAL) != 0       ? log_methods
                                : (flags & SQLITE_OPEN_MAIN_DB) != 0 ? database_methods
                                                                     : other_methods;
  if (methods.xWrite == nullptr) {
    real_write = file->pMethods->xWrite;
    real_sync = file->pMethods->xSync;
    real_read = file->pMethods->xRead;
    methods = *file->pMethods;
    methods.xWrite = write;
    methods.xSync = sync;
    methods.xRead = read;
  }
  file->pMethods = &methods;
  return code;
}

}  // namespace

FaultyDisk::FaultyDisk() {
  sqlite3_initialize();
  real_vfs = sqlite3_vfs_find(nullptr);
  vfs_ = *real_vfs;
  vfs_.zName = "faulty";
  vfs_.xOpen = open;
  sqlite3_vfs_register(&vfs_, 1);
  state.failures_left = 0;
  state.unsynced = 0;
  state.log_syncs = 0;
  state.bytes_read = 0;
  state.holding = false;
}

FaultyDisk::~FaultyDisk() {
  sqlite3_vfs_unregister(&vfs_);
  sqlite3_vfs_register(real_vfs, 1);
}

void FaultyDisk::fail_from(int count, int code, int times) {
  state.code = code;
  state.until_failure = count;
  state.failures_left = times;
}

int FaultyDisk::unsynced_log_writes() const { return state.unsynced; }
int FaultyDisk::log_syncs() const { return state.log_syncs; }
std::int64_t FaultyDisk::bytes_read() const { return state.bytes_read; }

void FaultyDisk::hold_log_syncs() {
  state.held = false;
  state.holding = true;
}
void FaultyDisk::wait_until_one_is_held() { state.held.wait(false); }
void FaultyDisk::go_on() {
  state.holding = false;
  state.holding.notify_all();
}

}  // namespace greenline::journal
