// The journal's thread, from its first wait to its last write.
#include "journal/writer.h"

#include <pthread.h>

#include <chrono>

#include "journal/wal_file.h"

namespace greenline::journal {
namespace {

constexpr auto retry_after = std::chrono::seconds(1);
constexpr int long_log_frames = 1000;  // 4 MB: what SQLite itself takes as its measure

int remember_frames(void* context, sqlite3*, const char*, int frames) {
  *static_cast<int*>(context) = frames;
  return SQLITE_OK;
}

}  // namespace

Journal::Writer::Writer(std::filesystem::path path, const Options& given, OpenFile&& opened)
    : file(std::move(path)), options(given), connection(std::move(opened.connection)), rows(opened.rows) {
  sqlite3_wal_hook(connection.get(), remember_frames, &frames_in_log);
  thread_ = std::thread([this] { run(); });
}

Journal::Writer::~Writer() {
  stop();
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
  insert.reset();
  return std::move(connection);
}

void Journal::Writer::run() {
  pthread_setname_np(pthread_self(), "journal");
  std::vector<Pending> group;
  std::unique_lock lock(queue_mutex);
  for (;;) {
    if (group.empty()) {
      work.wait(lock, [&] { return stopping || !queue.empty(); });
      if (queue.empty()) return;
      group.swap(queue);
    }
    const std::uint64_t this_try = ++tries_begun;
    const bool last_try = stopping;
    lock.unlock();
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
    if (!refused) move_long_log_into_file();
    lock.lock();
    if (!refused) continue;
    if (last_try) return;  // nothing of it was acknowledged, so nothing of it was shown as placed
    work.wait_for(lock, retry_after, [&] { return stopping || hurry; });
    hurry = false;
  }
}

std::optional<Trouble> Journal::Writer::write(const std::vector<Pending>& group) {
  const std::lock_guard lock(connection_mutex);
  // Writing into a file that somebody removed would succeed, and be lost.
  int moved = 0;
  sqlite3_file_control(connection.get(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  if (moved != 0) return Trouble{Fault::io, file, "the file was moved or removed"};
  int code = insert ? SQLITE_OK : prepare(connection.get(), sql_insert_row, insert);
  if (code == SQLITE_OK) code = write_group(connection.get(), insert.get(), group, rows + 1);
  if (code != SQLITE_OK) return trouble_from_sqlite(connection.get(), code, file);
  rows += static_cast<std::int64_t>(group.size());
  return std::nullopt;
}

// After acknowledging, so that nobody waits for it. If it fails the events stay durable in the log, and it is tried again after
// the next group.
void Journal::Writer::move_long_log_into_file() {
  const std::lock_guard lock(connection_mutex);
  if (frames_in_log < long_log_frames) return;
  sqlite3_wal_checkpoint_v2(connection.get(), "main", SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
}

// One file is left, with the log's words wiped. If that fails the log stays beside the file and the next opening reads it.
void Journal::Writer::close_tidily() {
  insert.reset();
  if (!connection) return;
  int moved = 0;
  sqlite3_file_control(connection.get(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  if (moved != 0 || !scrub_wal(connection.get(), file)) {
    sqlite3_db_config(connection.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  }
  connection.reset();
}

}  // namespace greenline::journal
