// SQLite's file methods with a memory, and the states that it allows.
#include "crash/power_cut_disk.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>
#include <string_view>

namespace greenline::journal {
namespace {

using Kind = PowerCutDisk::Operation::Kind;

// SQLite calls plain functions, so what they share has to stand here; a test makes one disk at a time.
PowerCutDisk* the_disk = nullptr;
sqlite3_vfs* usual_vfs = nullptr;
std::mutex files_mutex;
std::map<sqlite3_file*, std::string> names;
sqlite3_io_methods remembering;
const sqlite3_io_methods* usual = nullptr;

std::string name_of(sqlite3_file* file) {
  const std::lock_guard lock(files_mutex);
  return names[file];
}

int remember_write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset) {
  the_disk->remember({Kind::write, name_of(file), static_cast<std::uint64_t>(offset),
                      std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(count))});
  return usual->xWrite(file, bytes, count, offset);
}
int remember_truncate(sqlite3_file* file, sqlite3_int64 size) {
  the_disk->remember({Kind::truncate, name_of(file), static_cast<std::uint64_t>(size), {}});
  return usual->xTruncate(file, size);
}
int remember_sync(sqlite3_file* file, int flags) {
  const int code = usual->xSync(file, flags);
  if (code == SQLITE_OK) the_disk->remember({Kind::sync, name_of(file), 0, {}});
  return code;
}

int remember_open(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* out_flags) {
  const int code = usual_vfs->xOpen(usual_vfs, name, file, flags, out_flags);
  if (code != SQLITE_OK || file->pMethods == nullptr || (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL)) == 0) return code;
  const std::lock_guard lock(files_mutex);
  names[file] = std::filesystem::path(name).filename().string();
  // SQLite has one set of methods for a file that it locks and one for a log; they differ in locking alone, which a log never
  // asks for.
  if ((flags & SQLITE_OPEN_MAIN_DB) != 0) {
    usual = file->pMethods;
    remembering = *usual;
    remembering.xWrite = remember_write;
    remembering.xTruncate = remember_truncate;
    remembering.xSync = remember_sync;
    file->pMethods = &remembering;
  } else {
    static sqlite3_io_methods of_logs;
    of_logs = *file->pMethods;
    of_logs.xWrite = remember_write;
    of_logs.xTruncate = remember_truncate;
    of_logs.xSync = remember_sync;
    file->pMethods = &of_logs;
  }
  return code;
}

constexpr std::size_t sector = 512;

void put(std::string& file, std::uint64_t at, std::string_view bytes) {
  if (file.size() < at + bytes.size()) file.resize(at + bytes.size(), '\0');
  file.replace(at, bytes.size(), bytes);
}

// Those sectors of a write that arrive.
void put_some(std::string& file, const PowerCutDisk::Operation& write, const std::function<bool()>& arrives) {
  for (std::uint64_t at = write.at; at < write.at + write.bytes.size();) {
    const std::uint64_t end = std::min((at / sector + 1) * sector, write.at + write.bytes.size());
    if (arrives()) put(file, at, std::string_view(write.bytes).substr(at - write.at, end - at));
    at = end;
  }
}

}  // namespace

PowerCutDisk::PowerCutDisk() {
  sqlite3_initialize();
  the_disk = this;
  usual_vfs = sqlite3_vfs_find(nullptr);
  vfs_ = *usual_vfs;
  vfs_.zName = "power-cut";
  vfs_.xOpen = remember_open;
  sqlite3_vfs_register(&vfs_, 1);
}

PowerCutDisk::~PowerCutDisk() {
  sqlite3_vfs_unregister(&vfs_);
  sqlite3_vfs_register(usual_vfs, 1);
  the_disk = nullptr;
}

void PowerCutDisk::begin(std::map<std::string, std::string> before) {
  const std::lock_guard lock(mutex_);
  before_ = std::move(before);
  remembering_ = true;
}

void PowerCutDisk::end() {
  const std::lock_guard lock(mutex_);
  remembering_ = false;
}

void PowerCutDisk::remember(Operation operation) {
  const std::lock_guard lock(mutex_);
  if (remembering_) operations_.push_back(std::move(operation));
}

void PowerCutDisk::acknowledged(std::size_t events) { remember({Kind::acknowledged, {}, events, {}}); }

std::size_t PowerCutDisk::operations() const {
  const std::lock_guard lock(mutex_);
  return operations_.size();
}

PowerCutDisk::State PowerCutDisk::cut_after(std::size_t operations, std::mt19937& random) const {
  const std::lock_guard lock(mutex_);
  State state{before_, 0};
  std::map<std::string, std::size_t> last_sync;
  for (std::size_t i = 0; i < operations; ++i) {
    if (operations_[i].kind == Kind::sync) last_sync[operations_[i].file] = i;
  }
  // Of what was not synced: nothing, everything, or some of it.
  const unsigned share = std::array{0U, 100U, 50U, 10U, 90U}[random() % 5];
  const auto arrives = [&] { return random() % 100 < share; };
  for (std::size_t i = 0; i < operations; ++i) {
    const Operation& operation = operations_[i];
    if (operation.kind == Kind::acknowledged) state.acknowledged = operation.at;
    if (operation.kind != Kind::write && operation.kind != Kind::truncate) continue;
    std::string& file = state.files[operation.file];
    const auto synced = last_sync.find(operation.file);
    const bool safe = synced != last_sync.end() && i < synced->second;
    if (operation.kind == Kind::truncate) {
      if (safe || arrives()) file.resize(operation.at, '\0');
    } else if (safe) {
      put(file, operation.at, operation.bytes);
    } else {
      put_some(file, operation, arrives);
    }
  }
  return state;
}

}  // namespace greenline::journal
