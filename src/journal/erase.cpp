// Rows taken out and the rest moved up in one transaction; then every place where their bytes could linger is written over.
#include "journal/erase.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <unordered_set>

#include "files/descriptor.h"
#include "journal/head.h"
#include "journal/journal.h"
#include "journal/recover.h"
#include "journal/tally.h"
#include "journal/wal_file.h"

namespace greenline::journal {
namespace {

namespace fs = std::filesystem;
using Ids = std::unordered_set<model::EventId, model::IdHash>;

int find_rows(sqlite3* connection, const Ids& ids, std::vector<std::int64_t>& erased, std::vector<std::int64_t>& kept) {
  Statement select;
  int code = prepare(connection, "SELECT seq, id FROM event ORDER BY seq", select);
  if (code != SQLITE_OK) return code;
  while ((code = sqlite3_step(select.get())) == SQLITE_ROW) {
    model::EventId id;
    const auto bytes = column_bytes(select.get(), 1);
    std::copy_n(bytes.begin(), std::min(bytes.size(), id.bytes.size()), id.bytes.begin());
    (ids.contains(id) ? erased : kept).push_back(sqlite3_column_int64(select.get(), 0));
  }
  return code == SQLITE_DONE ? SQLITE_OK : code;
}

int run_with(sqlite3_stmt* statement, std::int64_t first, std::int64_t second) {
  sqlite3_bind_int64(statement, 1, first);
  if (sqlite3_bind_parameter_count(statement) == 2) sqlite3_bind_int64(statement, 2, second);
  const int code = sqlite3_step(statement);
  sqlite3_reset(statement);
  return code == SQLITE_DONE ? SQLITE_OK : code;
}

int take_out(sqlite3* connection, const std::vector<std::int64_t>& erased, const std::vector<std::int64_t>& kept) {
  Statement take, move;
  int code = prepare(connection, "DELETE FROM event WHERE seq = ?1", take);
  if (code == SQLITE_OK) code = prepare(connection, "UPDATE event SET seq = ?1 WHERE seq = ?2", move);
  for (std::size_t i = 0; i < erased.size() && code == SQLITE_OK; ++i) code = run_with(take.get(), erased[i], 0);
  for (std::size_t i = 0; i < kept.size() && code == SQLITE_OK; ++i) {
    const auto seq = static_cast<std::int64_t>(i) + 1;
    if (kept[i] != seq) code = run_with(move.get(), seq, kept[i]);
  }
  return code;
}

int take_out_in_one_go(sqlite3* connection, const Ids& ids, std::int64_t& left) {
  std::vector<std::int64_t> erased, kept;
  int code = execute(connection, "BEGIN IMMEDIATE");
  if (code == SQLITE_OK) code = find_rows(connection, ids, erased, kept);
  if (code == SQLITE_OK && !erased.empty()) code = take_out(connection, erased, kept);
  // What the file should hold changes with it, or not at all.
  if (code == SQLITE_OK) code = store_tally(connection, {file_version, static_cast<std::int64_t>(kept.size()), false});
  if (code == SQLITE_OK) code = execute(connection, "COMMIT");
  if (code != SQLITE_OK) roll_back(connection);
  left = static_cast<std::int64_t>(kept.size());
  return code;
}

// All of them are overwritten before the first is removed. Those that are not there are passed over.
tl::expected<std::vector<ErasedFile>, Trouble> erase_files(const std::vector<fs::path>& files) {
  std::vector<ErasedFile> erased;
  for (const fs::path& path : files) {
    std::error_code error;
    if (!fs::is_regular_file(fs::symlink_status(path, error))) continue;
    erased.push_back({path, fs::file_size(path, error)});
    if (auto overwritten = overwrite_with_zeros(path); !overwritten) return tl::unexpected(overwritten.error());
  }
  for (const ErasedFile& gone : erased) {
    std::error_code error;
    fs::remove(gone.file, error);
    if (error) return tl::unexpected(trouble_from_errno(error.value(), gone.file, "removing"));
    const files::Descriptor folder(gone.file.parent_path(), O_RDONLY | O_DIRECTORY);
    if (!folder.is_open() || ::fsync(folder.get()) != 0) {
      return tl::unexpected(trouble_from_errno(errno, gone.file, "removing"));
    }
  }
  return erased;
}

// Also what an earlier try overwrote and could not remove.
bool is_ours_to_erase(const fs::path& file) {
  constexpr std::size_t looked_at = 4096;
  std::array<std::uint8_t, looked_at> first{};
  std::error_code error;
  const bool whole = files::Descriptor(file, O_RDONLY | O_NONBLOCK).read_at(0, first);
  const bool zeros = whole && std::ranges::all_of(first, [](std::uint8_t b) { return b == 0; });
  const bool named_so = file.extension() == ".greenline";
  if (named_so && (zeros || fs::file_size(file, error) == 0)) return true;
  const auto saved = read_saved(file);
  return saved || saved.error().fault == Fault::newer_version || saved.error().fault == Fault::locked ||
         holds_rows_of_ours(file);
}

// As SQLite locks a file to write it; of the open file, so that it goes with the descriptor alone.
bool hold_against_others(const files::Descriptor& file) {
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  lock.l_start = 0x40000000;
  lock.l_len = 512;
  return ::fcntl(file.get(), F_OFD_SETLK, &lock) == 0 || (errno != EAGAIN && errno != EACCES);
}

}  // namespace

tl::expected<std::int64_t, Trouble> erase_rows(sqlite3* connection, const std::vector<model::EventId>& ids,
                                               const fs::path& file) {
  std::int64_t left = 0;
  int code = take_out_in_one_go(connection, Ids(ids.begin(), ids.end()), left);
  if (code != SQLITE_OK) return tl::unexpected(trouble_from_sqlite(connection, code, file));
  // The log first: zeros over the erased rows reach the file's own pages, and the log forgets the rows as they were written.
  if (auto scrubbed = scrub_wal(connection, file); !scrubbed) return tl::unexpected(scrubbed.error());
  // Rebalancing can leave copies of a row in the unused part of a page, which secure_delete does not see; VACUUM writes every
  // page anew. Its working copy is in memory (temp_store), never in a file of its own.
  code = execute(connection, "VACUUM");
  if (code != SQLITE_OK) return tl::unexpected(trouble_from_sqlite(connection, code, file));
  if (auto scrubbed = scrub_wal(connection, file); !scrubbed) return tl::unexpected(scrubbed.error());
  return left;
}

tl::expected<void, Trouble> erase_file(Connection connection, const fs::path& file) {
  // The connection must not write any more. Who opens the file from here on finds zeros, and refuses it.
  sqlite3_db_config(connection.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  auto erased = erase_files({file, wal_of(file)});
  if (!erased) return tl::unexpected(erased.error());
  return {};
}

tl::expected<std::vector<ErasedFile>, Trouble> erase_saved(const fs::path& given, const std::vector<fs::path>& companions) {
  std::error_code error;
  fs::path file = fs::weakly_canonical(fs::absolute(given, error), error);
  if (error) file = given;
  const fs::file_status status = fs::status(file, error);
  if (!fs::exists(status)) return tl::unexpected(trouble_from_errno(ENOENT, file, "opening"));
  if (!fs::is_regular_file(status)) return tl::unexpected(Trouble{Fault::cannot_open, file, "it is not a file"});
  if (!is_ours_to_erase(file)) return tl::unexpected(Trouble{Fault::not_ours, file, "it is no convening"});
  const files::Descriptor held(file, O_RDWR | O_NONBLOCK | O_NOFOLLOW);
  if (!held.is_open()) return tl::unexpected(trouble_from_errno(errno, file, "opening"));
  if (!hold_against_others(held)) return tl::unexpected(Trouble{Fault::locked, file, "it is open"});
  // The file itself goes last: as long as it is there, what is left can be erased by asking again.
  std::vector<fs::path> files;
  for (const char* end : {"-wal", "-wal.broken", "-journal", "-shm"}) files.emplace_back(file.native() + end);
  files.insert(files.end(), companions.begin(), companions.end());
  files.push_back(file);
  return erase_files(files);
}

}  // namespace greenline::journal
