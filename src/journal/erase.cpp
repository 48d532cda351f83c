// Rows taken out and the rest moved up in one transaction; then every place where their bytes could linger is written over.
#include "journal/erase.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <unordered_set>

#include "journal/file_descriptor.h"
#include "journal/head.h"
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
  for (const fs::path& path : {file, wal_of(file)}) {
    if (auto overwritten = overwrite_with_zeros(path); !overwritten) return overwritten;
  }
  for (const fs::path& path : {wal_of(file), file}) {
    std::error_code error;
    fs::remove(path, error);
    if (error) return tl::unexpected(trouble_from_errno(error.value(), path, "removing"));
  }
  const FileDescriptor folder(file.parent_path(), O_RDONLY | O_DIRECTORY);
  if (!folder.is_open() || ::fsync(folder.get()) != 0) return tl::unexpected(trouble_from_errno(errno, file, "removing"));
  return {};
}

}  // namespace greenline::journal
