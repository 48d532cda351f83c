// Every question that is asked of a file before it is written to, in the order in which a wrong answer is least harmful.
#include "journal/open_file.h"

#include <cerrno>
#include <cstring>
#include <optional>

#include "files/descriptor.h"
#include "journal/head.h"
#include "journal/make_file.h"
#include "journal/private_file.h"
#include "journal/sound.h"
#include "journal/wal_file.h"

namespace greenline::journal {
namespace {

namespace fs = std::filesystem;
using Refused = tl::unexpected<Trouble>;

bool has_bytes(const fs::path& path) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  return !error && size > 0;
}

fs::path folder_of(const fs::path& file) { return file.has_parent_path() ? file.parent_path() : fs::path("."); }

// An effective-user check, as the kernel makes it for open().
bool writable(const fs::path& path) { return ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0; }

tl::expected<void, Trouble> folder_is_usable(const fs::path& file) {
  std::error_code error;
  if (!fs::is_directory(folder_of(file), error)) return Refused({Fault::cannot_open, file, "there is no such folder"});
  if (!writable(folder_of(file))) return Refused({Fault::read_only, file, std::strerror(errno)});
  return {};
}

// Whether a new file must be made first.
tl::expected<bool, Trouble> is_absent(const fs::path& file) {
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (status.type() == fs::file_type::none) return Refused({Fault::cannot_open, file, error.message()});
  const bool there = fs::exists(status);
  if (there && !fs::is_regular_file(status)) return Refused({Fault::cannot_open, file, "it is not a file"});
  if (has_bytes(file)) {
    // Only a program that writes without a write-ahead log leaves this; SQLite would play it back into the file.
    if (has_bytes(file.native() + "-journal"))
      return Refused({Fault::damaged, file, "an unfinished change of another program"});
    return false;
  }
  // SQLite would mix an old log into a new file, or throw it away.
  if (has_bytes(wal_of(file))) return Refused({Fault::damaged, file, "its write-ahead log is there without it"});
  return true;
}

// Read through SQLite's own descriptor: closing another one on the same file would let go of this process's locks (POSIX).
bool read_header(sqlite3* connection, Header& header) {
  sqlite3_file* opened = nullptr;
  if (sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &opened) != SQLITE_OK) return false;
  if (opened == nullptr || opened->pMethods == nullptr) return false;
  return opened->pMethods->xRead(opened, header.data(), static_cast<int>(header.size()), 0) == SQLITE_OK;
}

// The lock is SQLite's own exclusive lock on the file. It goes when the process goes, however it goes; it leaves no file of its
// own behind; it also keeps out every other SQLite program, which a flock on a side file would not; and with it the log's index
// lives in memory, so no -shm file is needed and the folder may be on a stick or a share. What it costs: nobody else can read
// the file while a convening is open.
int take_lock(sqlite3* connection) {
  const int code = execute(connection, "PRAGMA locking_mode=EXCLUSIVE; PRAGMA temp_store=MEMORY;");
  return code == SQLITE_OK ? execute(connection, "SELECT count(*) FROM sqlite_master") : code;
}

bool holds_lock(sqlite3* connection) {
  constexpr int exclusive = 4;  // SQLITE_LOCK_EXCLUSIVE
  int state = 0;
  return sqlite3_file_control(connection, "main", SQLITE_FCNTL_LOCKSTATE, &state) == SQLITE_OK && state == exclusive;
}

std::uint64_t bytes_in(const fs::path& file) {
  std::error_code absent;
  std::uint64_t bytes = 0;
  for (const fs::path& path : {file, wal_of(file)}) {
    if (const auto size = fs::file_size(path, absent); !absent) bytes += size;
  }
  return bytes;
}

// Before SQLite reads anything the head is looked at, so that the file of another program is not touched, not even by a lock.
tl::expected<void, Trouble> checked(sqlite3* connection, const fs::path& file, OpenFile& opened) {
  Header header{};
  const bool whole = read_header(connection, header);
  if (auto ours = head_is_ours(header, whole, file); !ours) return Refused(ours.error());
  if (auto usable = folder_is_usable(file); !usable) return Refused(usable.error());
  if (!writable(file)) return Refused({Fault::read_only, file, std::strerror(errno)});
  if (sqlite3_db_readonly(connection, "main") == 1) return Refused({Fault::read_only, file, "it cannot be written"});
  const OnlyLooking looking(connection, bytes_in(file));
  if (const int code = take_lock(connection); code != SQLITE_OK) return Refused(trouble_in_ours(connection, code, file));
  if (auto damage = damage_in_wal(file)) return Refused({Fault::damaged, file, *damage});
  const auto rows = contents_are_sound(connection, file);
  if (!rows) return Refused(rows.error());
  opened.rows = *rows;
  opened.tally = read_tally(connection);
  return {};
}

int ready_for_writing(sqlite3* connection) {
  sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
  // Moving the log into the file is the journal thread's, after it has acknowledged (writer.cpp), not part of a commit.
  return execute(connection,
                 "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA wal_autocheckpoint=0;");
}

}  // namespace

Missing missing_in(const std::optional<Tally>& tally, std::int64_t rows, bool log_there) {
  if (!tally) return {};
  return {tally->events > rows ? static_cast<std::size_t>(tally->events - rows) : 0, tally->log_in_use && !log_there};
}

tl::expected<OpenFile, Trouble> open_or_make(const fs::path& file) {
  const auto absent = is_absent(file);
  if (!absent) return Refused(absent.error());
  if (*absent) {
    if (auto usable = folder_is_usable(file); !usable) return Refused(usable.error());
    if (auto made = make_file(file); !made) return Refused(made.error());
  }
  std::error_code ignored;
  const bool log_was_there = fs::exists(wal_of(file), ignored);
  sqlite3* raw = nullptr;
  int code = sqlite3_open_v2(file.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  OpenFile opened{Connection(raw), 0, std::nullopt, {}, false};
  if (code != SQLITE_OK) return Refused(trouble_from_sqlite(raw, code, file));
  sqlite3_db_config(raw, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  distrust(raw);

  const auto sound = checked(raw, file, opened);
  if (sound) code = ready_for_writing(raw);
  if (sound && code == SQLITE_OK) {
    opened.open_to_others = !make_private(file);
    opened.missing = missing_in(opened.tally, opened.rows, log_was_there);
    return opened;
  }
  Trouble trouble = sound ? trouble_from_sqlite(raw, code, file) : sound.error();
  // SQLite makes an empty log as soon as it reads. It is removed while the lock is still held: it is nobody else's.
  if (!log_was_there && holds_lock(raw) && !has_bytes(wal_of(file))) fs::remove(wal_of(file), ignored);
  return Refused(std::move(trouble));
}

}  // namespace greenline::journal
