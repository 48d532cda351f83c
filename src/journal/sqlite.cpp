// SQLite's codes as faults, and the few calls that everything here makes.
#include "journal/sqlite.h"

#include <cerrno>
#include <cstring>
#include <string_view>

#include "journal/rows.h"

namespace greenline::journal {
namespace {

// A limit on file size or a quota is a full disk to the person in the room.
bool is_full(int system_error) { return system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG; }

// The last error of the file itself or of its log. SQLite's own sqlite3_system_errno may by then be that of a later call.
int file_error(sqlite3* connection, int which_file) {
  sqlite3_file* file = nullptr;
  int error = 0;
  if (sqlite3_file_control(connection, "main", which_file, &file) != SQLITE_OK) return 0;
  if (file == nullptr || file->pMethods == nullptr) return 0;
  return file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &error) == SQLITE_OK ? error : 0;
}

int system_error_of(sqlite3* connection, int code) {
  if (connection == nullptr || ((code & 0xFF) != SQLITE_IOERR && (code & 0xFF) != SQLITE_CANTOPEN)) return 0;
  for (const int which_file : {SQLITE_FCNTL_JOURNAL_POINTER, SQLITE_FCNTL_FILE_POINTER}) {
    if (const int error = file_error(connection, which_file); is_full(error)) return error;
  }
  return sqlite3_system_errno(connection);
}

Fault fault_of(int code, int system_error) {
  switch (code & 0xFF) {
    case SQLITE_FULL: return Fault::disk_full;
    case SQLITE_READONLY: return Fault::read_only;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return Fault::locked;
    case SQLITE_CORRUPT:
    case SQLITE_TOOBIG:     // a row that no convening has (distrust)
    case SQLITE_INTERRUPT:  // reading it would never end (OnlyLooking)
    case SQLITE_AUTH: return Fault::damaged;
    case SQLITE_NOTADB: return Fault::not_ours;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return is_full(system_error) ? Fault::disk_full : system_error == EROFS ? Fault::read_only : Fault::cannot_open;
    default: return is_full(system_error) ? Fault::disk_full : Fault::io;
  }
}

// SQLite asks before it prepares anything.
int only_looking(void*, int action, const char* subject, const char*, const char*, const char*) {
  switch (action) {
    case SQLITE_SELECT: return SQLITE_OK;
    case SQLITE_FUNCTION: return SQLITE_OK;  // those that reach further than a value are not allowed to a schema (distrust)
    case SQLITE_PRAGMA: return SQLITE_OK;    // they come from here, never from a file
    case SQLITE_READ: {
      const std::string_view table = subject != nullptr ? subject : "";
      return table == "event" || table == "tally" || table == "sqlite_master" ? SQLITE_OK : SQLITE_DENY;
    }
    default: return SQLITE_DENY;
  }
}

constexpr int steps_between_looks = 1000;

int out_of_steps(void* steps_left) {
  auto& left = *static_cast<std::uint64_t*>(steps_left);
  if (left < steps_between_looks) return 1;
  left -= steps_between_looks;
  return 0;
}

}  // namespace

void distrust(sqlite3* connection) {
  for (const int setting : {SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_VIEW,
                            SQLITE_DBCONFIG_WRITABLE_SCHEMA, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION}) {
    sqlite3_db_config(connection, setting, 0, nullptr);
  }
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  struct Limit {
    int of, most;
  };
  for (const auto& [of, most] :
       {Limit{SQLITE_LIMIT_LENGTH, static_cast<int>(longest_row)}, Limit{SQLITE_LIMIT_SQL_LENGTH, 4096},
        Limit{SQLITE_LIMIT_COLUMN, 16}, Limit{SQLITE_LIMIT_EXPR_DEPTH, 32}, Limit{SQLITE_LIMIT_COMPOUND_SELECT, 4},
        Limit{SQLITE_LIMIT_VDBE_OP, 10'000}, Limit{SQLITE_LIMIT_ATTACHED, 1},  // VACUUM attaches the file it writes
        Limit{SQLITE_LIMIT_TRIGGER_DEPTH, 1}, Limit{SQLITE_LIMIT_WORKER_THREADS, 0}}) {
    sqlite3_limit(connection, of, most);
  }
}

OnlyLooking::OnlyLooking(sqlite3* connection, std::uint64_t file_bytes)
    : connection_(connection), steps_left_(10'000'000 + 16 * file_bytes) {
  // A row has 28 bytes at the least, and takes fewer than a hundred steps to check and to read.
  sqlite3_set_authorizer(connection, only_looking, nullptr);
  sqlite3_progress_handler(connection, steps_between_looks, out_of_steps, &steps_left_);
}

OnlyLooking::~OnlyLooking() {
  sqlite3_set_authorizer(connection_, nullptr, nullptr);
  sqlite3_progress_handler(connection_, 0, nullptr, nullptr);
}

Trouble trouble_from_sqlite(sqlite3* connection, int code, const std::filesystem::path& file) {
  const int system_error = system_error_of(connection, code);
  std::string detail = sqlite3_errstr(code);
  if (system_error != 0) detail += std::string(": ") + std::strerror(system_error);
  return {fault_of(code, system_error), file, std::move(detail)};
}

Trouble trouble_from_errno(int error, const std::filesystem::path& file, const std::string& doing) {
  Fault fault = Fault::io;
  if (is_full(error)) fault = Fault::disk_full;
  if (error == EROFS) fault = Fault::read_only;
  if (error == EACCES || error == EPERM || error == ENOENT || error == ENOTDIR || error == EISDIR || error == ELOOP ||
      error == ENAMETOOLONG) {
    fault = Fault::cannot_open;
  }
  return {fault, file, doing + ": " + std::strerror(error)};
}

int execute(sqlite3* connection, const char* sql) { return sqlite3_exec(connection, sql, nullptr, nullptr, nullptr); }

void roll_back(sqlite3* connection) {
  if (sqlite3_get_autocommit(connection) == 0) sqlite3_exec(connection, "ROLLBACK", nullptr, nullptr, nullptr);
}

int prepare(sqlite3* connection, const char* sql, Statement& into) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(connection, sql, -1, &statement, nullptr);
  into.reset(statement);
  return code;
}

tl::expected<std::int64_t, int> whole_number(sqlite3* connection, const char* sql) {
  Statement statement;
  if (const int code = prepare(connection, sql, statement); code != SQLITE_OK) return tl::unexpected(code);
  const int code = sqlite3_step(statement.get());
  if (code != SQLITE_ROW) return tl::unexpected(code == SQLITE_DONE ? SQLITE_ERROR : code);
  return sqlite3_column_int64(statement.get(), 0);
}

std::span<const std::uint8_t> column_bytes(sqlite3_stmt* statement, int column) {
  const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement, column));
  const int size = sqlite3_column_bytes(statement, column);
  if (data == nullptr || size <= 0) return {};
  return {data, static_cast<std::size_t>(size)};
}

int bind_bytes(sqlite3_stmt* statement, int parameter, std::span<const std::uint8_t> bytes) {
  return sqlite3_bind_blob64(statement, parameter, bytes.data(), bytes.size(), SQLITE_STATIC);
}

}  // namespace greenline::journal
