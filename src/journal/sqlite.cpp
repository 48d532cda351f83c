// SQLite's codes as faults, and the few calls that everything here makes.
#include "journal/sqlite.h"

#include <cerrno>
#include <cstring>

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
    case SQLITE_CORRUPT: return Fault::damaged;
    case SQLITE_NOTADB: return Fault::not_ours;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return is_full(system_error) ? Fault::disk_full : system_error == EROFS ? Fault::read_only : Fault::cannot_open;
    default: return is_full(system_error) ? Fault::disk_full : Fault::io;
  }
}

}  // namespace

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
