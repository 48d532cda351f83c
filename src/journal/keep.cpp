// What the journal's thread does to its file: opening it, writing a group, moving the log into it, writing the log again.
#include <algorithm>
#include <system_error>
#include <unordered_set>
#include <utility>

#include "journal/head.h"
#include "journal/wal_file.h"
#include "journal/writer.h"

namespace greenline::journal {
namespace {

namespace fs = std::filesystem;

constexpr int long_log_frames = 1000;  // 4 MB: what SQLite itself takes as its measure

int remember_frames(void* context, sqlite3*, const char*, int frames) {
  *static_cast<int*>(context) = frames;
  return SQLITE_OK;
}

bool was_moved(sqlite3* connection) {
  int moved = 0;
  sqlite3_file_control(connection, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  return moved != 0;
}

// All that the log holds is in the file and on the disk, and the log is empty. SQLite's code.
int empty_log(sqlite3* connection) {
  return sqlite3_wal_checkpoint_v2(connection, "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
}

int ids_in(sqlite3* connection, std::unordered_set<model::EventId, model::IdHash>& ids) {
  Statement select;
  int code = prepare(connection, "SELECT id FROM event", select);
  if (code != SQLITE_OK) return code;
  while ((code = sqlite3_step(select.get())) == SQLITE_ROW) {
    model::EventId id;
    const auto bytes = column_bytes(select.get(), 0);
    std::copy_n(bytes.begin(), std::min(bytes.size(), id.bytes.size()), id.bytes.begin());
    ids.insert(id);
  }
  return code == SQLITE_DONE ? SQLITE_OK : code;
}

}  // namespace

void Journal::Writer::take_over(OpenFile&& opened) {
  connection = std::move(opened.connection);
  rows_ = opened.rows;
  open_to_others = opened.open_to_others;
  log_is_told_ = false;
  watch_.forget();
  sqlite3_wal_hook(connection.get(), remember_frames, &frames_in_log_);
  int code = SQLITE_OK;
  // A file from before there were tallies, or one whose tally was damaged, gets one.
  if (!opened.tally) code = store_tally(connection.get(), {file_version, rows_, false});
  // What the log holds from an earlier opening is in no memory here.
  if (code == SQLITE_OK) code = empty_log(connection.get());
  memory_is_whole_ = code == SQLITE_OK;
  frames_in_log_ = 0;
  // Where it could not be emptied (a full disk) the tally's page may stand in it, and must be left alone.
  tally_place_ = code == SQLITE_OK ? TallyPlace::find(connection.get()) : std::nullopt;
}

// The log as it is now may still hold a part; where it is worse than cut short it is set aside until all is written again.
std::optional<Trouble> Journal::Writer::write_again() {
  close_untidily();
  const fs::path aside = wal_of(file).native() + ".broken";
  auto opened = open_or_make(file);
  if (!opened && opened.error().fault == Fault::damaged && memory_is_whole_) {
    std::error_code error;
    fs::rename(wal_of(file), aside, error);
    if (!error) opened = open_or_make(file);
  }
  if (!opened) return opened.error();
  const bool whole_before = memory_is_whole_;
  take_over(std::move(*opened));
  memory_is_whole_ = memory_is_whole_ || whole_before;
  if (auto refused = add_what_only_memory_holds()) return refused;
  ++times_written_again;
  if (move_log_into_file()) {
    std::error_code ignored;
    if (fs::exists(aside, ignored) && overwrite_with_zeros(aside)) fs::remove(aside, ignored);
  }
  return std::nullopt;
}

std::optional<Trouble> Journal::Writer::add_what_only_memory_holds() {
  std::unordered_set<model::EventId, model::IdHash> there;
  int code = ids_in(connection.get(), there);
  std::vector<Pending> gone;
  for (const Pending& kept : only_in_log_) {
    if (!there.contains(kept.id)) gone.push_back(kept);
  }
  Statement insert;
  if (code == SQLITE_OK) code = prepare(connection.get(), sql_insert_row, insert);
  if (code == SQLITE_OK && !gone.empty()) code = write_group(connection.get(), insert.get(), gone, rows_ + 1);
  if (code != SQLITE_OK) {
    auto refused = trouble_from_sqlite(connection.get(), code, file);
    insert.reset();
    close_untidily();
    return refused;
  }
  rows_ += static_cast<std::int64_t>(gone.size());
  watch_.remember(frames_in_log_);
  return std::nullopt;
}

// Nothing when the log is as it was left, or could be written again.
std::optional<Trouble> Journal::Writer::mend(bool look_at_all) {
  if (!connection) return write_again();
  const auto harm = look_at_all ? watch_.harm_anywhere() : watch_.harm();
  if (!harm) return std::nullopt;
  if (was_moved(connection.get())) return Trouble{Fault::io, file, "the file was moved or removed"};
  return write_again();
}

std::optional<Trouble> Journal::Writer::write(std::vector<Pending>& group) {
  const std::lock_guard lock(connection_mutex);
  if (auto harmed = mend(false)) return harmed;
  // Writing into a file that somebody removed would succeed, and be lost.
  if (was_moved(connection.get())) return Trouble{Fault::io, file, "the file was moved or removed"};
  // What an earlier try left in memory alone has been written by now.
  if (group.front().bytes.empty()) return std::nullopt;
  int code = insert_ ? SQLITE_OK : prepare(connection.get(), sql_insert_row, insert_);
  if (code == SQLITE_OK) code = write_group(connection.get(), insert_.get(), group, rows_ + 1);
  if (code != SQLITE_OK) return trouble_from_sqlite(connection.get(), code, file);
  rows_ += static_cast<std::int64_t>(group.size());
  for (Pending& written : group) only_in_log_.push_back({written.id, std::exchange(written.bytes, {}), false});
  log_in_use_ = wrote_ = true;
  last_commit_ = Clock::now();
  if (auto harmed = mend(false)) return harmed;  // the group is written again with all else that only memory holds
  watch_.remember(frames_in_log_);
  // Should the disk refuse this, nothing is lost that only the tally knows: the events are in the log.
  if (tally_place_) {
    const bool synced = tally_place_->write(connection.get(), {file_version, rows_, true}, !log_is_told_);
    log_is_told_ = log_is_told_ || synced;
  }
  return std::nullopt;
}

void Journal::Writer::fold_if_due(bool ends_chapter) {
  const std::lock_guard lock(connection_mutex);
  // If it fails the events stay durable in the log, and it is tried again after the next group or the next quiet time.
  if (connection && (ends_chapter || frames_in_log_ >= long_log_frames)) (void)fold();
}

bool Journal::Writer::fold() {
  last_fold_try_ = Clock::now();
  if (mend(true) || !connection) return false;
  return move_log_into_file();
}

bool Journal::Writer::move_log_into_file() {
  if (empty_log(connection.get()) != SQLITE_OK) return false;
  only_in_log_.clear();
  memory_is_whole_ = true;
  watch_.forget();
  frames_in_log_ = 0;
  if (!tally_place_) tally_place_ = TallyPlace::find(connection.get());
  if (tally_place_) (void)tally_place_->write(connection.get(), {file_version, rows_, false}, true);
  log_in_use_ = log_is_told_ = false;
  return true;
}

void Journal::Writer::close_untidily() {
  insert_.reset();
  if (connection) sqlite3_db_config(connection.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  connection.reset();
  watch_.forget();
}

// One file is left, with the log's words wiped. If that fails the log stays beside the file and the next opening reads it.
void Journal::Writer::close_tidily() {
  insert_.reset();
  const bool harmed = mend(true).has_value();
  if (!connection) return;
  if (harmed || was_moved(connection.get()) || !scrub_wal(connection.get(), file)) return close_untidily();
  // A file that was only looked at still says what it misses.
  if (tally_place_ && wrote_) (void)tally_place_->write(connection.get(), {file_version, rows_, false}, true);
  connection.reset();
}

}  // namespace greenline::journal
