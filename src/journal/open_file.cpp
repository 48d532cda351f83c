// Every question that is asked of a file before it is written to, in the order in which a wrong answer is least harmful.
#include "journal/open_file.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstring>
#include <optional>

#include "journal/file_descriptor.h"
#include "journal/make_file.h"
#include "journal/page_scan.h"
#include "journal/recover.h"
#include "journal/rows.h"
#include "journal/wal_file.h"

namespace greenline::journal {
namespace {

namespace fs = std::filesystem;
using Refused = tl::unexpected<Trouble>;

constexpr char sqlite_magic[] = "SQLite format 3";  // with its final zero: 16 bytes (fileformat2.html, 1.3)
constexpr std::size_t user_version_offset = 60, application_id_offset = 68, header_bytes = 100;

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
using Header = std::array<std::uint8_t, header_bytes>;
bool read_header(sqlite3* connection, Header& header) {
  sqlite3_file* opened = nullptr;
  if (sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &opened) != SQLITE_OK) return false;
  if (opened == nullptr || opened->pMethods == nullptr) return false;
  return opened->pMethods->xRead(opened, header.data(), static_cast<int>(header.size()), 0) == SQLITE_OK;
}

tl::expected<void, Trouble> version_is_ours(std::int64_t application, std::int64_t version, const fs::path& file) {
  if (application != application_id) return Refused({Fault::not_ours, file, "it belongs to another program"});
  if (version > file_version) return Refused({Fault::newer_version, file, "file version " + std::to_string(version)});
  return {};
}

// A bit that the disk turned over makes a version that nobody wrote.
bool is_flipped_bit_away(std::int64_t version) {
  return std::popcount(static_cast<std::uint64_t>(version ^ file_version)) == 1;
}

// As make_file.cpp makes them. Another value in a file that is ours was not written by anybody.
bool layout_is_ours(const Header& header) {
  const bool page_size = header[16] == page_bytes >> 8 && header[17] == 0;
  const bool written_as_log_or_not = (header[18] == 1 || header[18] == 2) && header[18] == header[19];
  return page_size && written_as_log_or_not;
}

// Before SQLite reads anything, so that the file of another program is not touched, not even by a lock. What the head says is
// believed only as far as the rows agree: one flipped bit in it must not make a stranger of a convening.
tl::expected<void, Trouble> header_is_ours(sqlite3* connection, const fs::path& file) {
  Header header{};
  const bool whole = read_header(connection, header);
  const bool sqlite = whole && std::memcmp(header.data(), sqlite_magic, sizeof sqlite_magic) == 0;
  const auto application = static_cast<std::int64_t>(big_endian_32(header.data() + application_id_offset));
  const auto version = static_cast<std::int64_t>(big_endian_32(header.data() + user_version_offset));
  if (!sqlite || application != application_id) {
    if (holds_rows_of_ours(file)) return Refused({Fault::damaged, file, "its first bytes"});
    return Refused({Fault::not_ours, file, sqlite ? "it belongs to another program" : "it is no SQLite file"});
  }
  if (version == file_version && layout_is_ours(header)) return {};
  if (version > file_version && !is_flipped_bit_away(version)) return version_is_ours(application, version, file);
  return Refused({Fault::damaged, file, "its first bytes"});
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

std::optional<std::string> quick_check(sqlite3* connection) {
  Statement check;
  if (prepare(connection, "PRAGMA quick_check(1)", check) != SQLITE_OK) return sqlite3_errmsg(connection);
  if (sqlite3_step(check.get()) != SQLITE_ROW) return sqlite3_errmsg(connection);
  const auto answer = column_bytes(check.get(), 0);
  const std::string text(answer.begin(), answer.end());
  if (text == "ok") return std::nullopt;
  return text;
}

// In a file whose head is ours, what SQLite cannot make sense of is damage, whatever SQLite calls it; unless the system
// refused.
Trouble trouble_in_ours(sqlite3* connection, int code, const fs::path& file) {
  Trouble trouble = trouble_from_sqlite(connection, code, file);
  const bool senseless = trouble.fault == Fault::io && (code & 0xFF) != SQLITE_IOERR;
  if (trouble.fault == Fault::not_ours || senseless) trouble.fault = Fault::damaged;
  return trouble;
}

tl::expected<std::int64_t, Trouble> contents_are_sound(sqlite3* connection, const fs::path& file) {
  // Asked again with the lock held: the log may say otherwise than the file's first page.
  const auto application = whole_number(connection, "PRAGMA application_id");
  const auto version = whole_number(connection, "PRAGMA user_version");
  if (!application) return Refused(trouble_in_ours(connection, application.error(), file));
  if (!version) return Refused(trouble_in_ours(connection, version.error(), file));
  if (auto ours = version_is_ours(*application, *version, file); !ours) return Refused(ours.error());
  if (auto damage = damage_in_wal(file)) return Refused({Fault::damaged, file, *damage});
  if (auto damage = quick_check(connection)) return Refused({Fault::damaged, file, *damage});
  auto rows = check_rows(connection, file);
  // Whatever SQLite calls it, a table that cannot be read in a file of ours is damage.
  if (!rows && rows.error().fault == Fault::io && sqlite3_system_errno(connection) == 0) rows.error().fault = Fault::damaged;
  return rows;
}

tl::expected<std::int64_t, Trouble> checked(sqlite3* connection, const fs::path& file) {
  if (auto ours = header_is_ours(connection, file); !ours) return Refused(ours.error());
  if (auto usable = folder_is_usable(file); !usable) return Refused(usable.error());
  if (!writable(file)) return Refused({Fault::read_only, file, std::strerror(errno)});
  if (sqlite3_db_readonly(connection, "main") == 1) return Refused({Fault::read_only, file, "it cannot be written"});
  if (const int code = take_lock(connection); code != SQLITE_OK) return Refused(trouble_in_ours(connection, code, file));
  return contents_are_sound(connection, file);
}

int ready_for_writing(sqlite3* connection) {
  sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
  // Moving the log into the file is the journal thread's, after it has acknowledged (writer.cpp), not part of a commit.
  return execute(connection,
                 "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA wal_autocheckpoint=0;");
}

}  // namespace

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
  OpenFile opened{Connection(raw), 0};
  if (code != SQLITE_OK) return Refused(trouble_from_sqlite(raw, code, file));
  sqlite3_db_config(raw, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);

  const auto rows = checked(raw, file);
  if (rows) code = ready_for_writing(raw);
  if (rows && code == SQLITE_OK) {
    opened.rows = *rows;
    return opened;
  }
  Trouble trouble = rows ? trouble_from_sqlite(raw, code, file) : rows.error();
  // SQLite makes an empty log as soon as it reads. It is removed while the lock is still held: it is nobody else's.
  if (!log_was_there && holds_lock(raw) && !has_bytes(wal_of(file))) fs::remove(wal_of(file), ignored);
  return Refused(std::move(trouble));
}

}  // namespace greenline::journal
