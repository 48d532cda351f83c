// A new journal file: built beside its place, then moved there.
#include "journal/make_file.h"

#include <cerrno>
#include <cstdio>
#include <string>

#include "files/descriptor.h"
#include "journal/head.h"
#include "journal/private_file.h"
#include "journal/rows.h"
#include "journal/sqlite.h"
#include "journal/tally.h"

namespace greenline::journal {
namespace {

namespace fs = std::filesystem;

// The name under which a file is built; whatever is left of it after this call is removed.
struct Scaffold {
  fs::path path;
  explicit Scaffold(const fs::path& file)
      : path(file.parent_path() / ("." + file.filename().string() + ".new-" + std::to_string(::getpid()))) {
    remove();  // left by a process of the same number that was killed; nothing of a convening was ever in it
  }
  ~Scaffold() { remove(); }
  Scaffold(const Scaffold&) = delete;
  Scaffold& operator=(const Scaffold&) = delete;
  void remove() const {
    for (const char* end : {"", "-journal", "-wal", "-shm"}) {
      std::error_code ignored;
      fs::remove(path.native() + end, ignored);
    }
  }
};

tl::expected<void, Trouble> build(const fs::path& path, const fs::path& file) {
  sqlite3* raw = nullptr;
  int code = sqlite3_open_v2(path.c_str(), &raw,
                             SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  const Connection connection(raw);
  const std::string set_up =
      "PRAGMA page_size=4096; PRAGMA synchronous=FULL; BEGIN; PRAGMA application_id=" + std::to_string(application_id) +
      "; PRAGMA user_version=" + std::to_string(file_version) + "; " + sql_create_rows + ";";
  if (code == SQLITE_OK) code = execute(raw, set_up.c_str());
  if (code == SQLITE_OK) code = store_tally(raw, {file_version, 0, false});
  if (code == SQLITE_OK) code = execute(raw, "COMMIT; PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL;");
  if (code != SQLITE_OK) return tl::unexpected(trouble_from_sqlite(raw, code, file));
  return {};
}

tl::expected<void, Trouble> synced(const fs::path& path, int flags, const fs::path& file) {
  const files::Descriptor opened(path, flags);
  if (opened.is_open() && ::fsync(opened.get()) == 0) return {};
  return tl::unexpected(trouble_from_errno(errno, file, "waiting for the disk"));
}

tl::expected<void, Trouble> move_into_place(const fs::path& from, const fs::path& to) {
  std::error_code ignored;
  const bool empty_file_there = fs::exists(to, ignored) && fs::file_size(to, ignored) == 0;
  if (!empty_file_there) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return {};
    if (errno == EEXIST) return {};
    const bool can_not_promise = errno == EINVAL || errno == ENOSYS;  // a file system without that flag
    if (!can_not_promise) return tl::unexpected(trouble_from_errno(errno, to, "moving the new file into place"));
    if (fs::exists(to, ignored)) return {};
  }
  if (::rename(from.c_str(), to.c_str()) == 0) return {};
  return tl::unexpected(trouble_from_errno(errno, to, "moving the new file into place"));
}

}  // namespace

tl::expected<void, Trouble> make_file(const fs::path& file) {
  const Scaffold scaffold(file);
  if (!begin_private(scaffold.path)) return tl::unexpected(trouble_from_errno(errno, file, "making the file"));
  if (auto built = build(scaffold.path, file); !built) return built;
  if (auto safe = synced(scaffold.path, O_RDONLY, file); !safe) return safe;
  if (auto moved = move_into_place(scaffold.path, file); !moved) return moved;
  return synced(file.parent_path(), O_RDONLY | O_DIRECTORY, file);
}

}  // namespace greenline::journal
