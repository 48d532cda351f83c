#include "shelf/staging.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "files/kind.h"
#include "files/private_file.h"

namespace greenline::shelf {
namespace {

namespace fs = std::filesystem;
using Put = tl::expected<void, std::string>;

tl::unexpected<std::string> refused() { return tl::unexpected(files::reason_of(errno)); }

// A name beside `store`'s packs that nobody has.
fs::path fresh_in(const fs::path& store) {
  std::string name = (store / (std::string(coming_prefix) + "XXXXXX")).string();
  return ::mkdtemp(name.data()) != nullptr ? fs::path(name) : fs::path();
}

Put sync_folder(const fs::path& folder) {
  const files::Descriptor open(folder, O_RDONLY | O_DIRECTORY);
  if (!open.is_open() || ::fsync(open.get()) != 0) return refused();
  return {};
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

Turn::Turn(const fs::path& store, bool wait) {
  std::error_code ignored;
  if (wait) fs::create_directories(store, ignored);
  files::Descriptor open(store, O_RDONLY | O_DIRECTORY);
  if (!open.is_open()) return;
  while (::flock(open.get(), wait ? LOCK_EX : LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
    if (errno == EWOULDBLOCK) return;
    break;  // a file system without locks: nobody takes turns there
  }
  lock_ = std::move(open);
}

tl::expected<Staging, std::string> Staging::begin(const fs::path& store) {
  fs::path folder = fresh_in(store);
  if (folder.empty()) return refused();
  (void)::chmod(folder.c_str(), 0755);
  return Staging(std::move(folder));
}

Staging::~Staging() {
  std::error_code ignored;
  if (!folder_.empty()) fs::remove_all(folder_, ignored);
}

Put Staging::put(const std::string& file, const std::string& bytes) const {
  const fs::path path = folder_ / file;
  std::error_code trouble;
  fs::create_directories(path.parent_path(), trouble);
  if (trouble) return tl::unexpected(files::reason_of(trouble.value()));
  files::Descriptor made(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0644);
  if (!made.is_open() || !write_all(made.get(), bytes) || ::fsync(made.get()) != 0) return refused();
  // So that reading it again reads the disk.
  (void)::posix_fadvise(made.get(), 0, 0, POSIX_FADV_DONTNEED);
  if (!made.close()) return refused();
  return {};
}

Put Staging::sync() const {
  std::error_code trouble;
  for (fs::recursive_directory_iterator at(folder_, trouble), end; !trouble && at != end; at.increment(trouble))
    if (at->is_directory(trouble))
      if (auto done = sync_folder(at->path()); !done) return done;
  if (trouble) return tl::unexpected(files::reason_of(trouble.value()));
  return sync_folder(folder_);
}

Put Staging::move_to(const fs::path& place) {
  if (::renameat2(AT_FDCWD, folder_.c_str(), AT_FDCWD, place.c_str(), RENAME_NOREPLACE) == 0) {
    folder_.clear();
  } else if (errno == EEXIST && ::renameat2(AT_FDCWD, folder_.c_str(), AT_FDCWD, place.c_str(), RENAME_EXCHANGE) == 0) {
    // What was there is under our name now, and goes with us.
  } else {
    // A file system that knows neither: by way of a name that sweeping puts back.
    std::error_code ignored;
    const fs::path aside = place.parent_path() / (was_prefix + place.filename().string());
    fs::remove_all(aside, ignored);
    if (::rename(place.c_str(), aside.c_str()) != 0 && errno != ENOENT) return refused();
    if (::rename(folder_.c_str(), place.c_str()) != 0) {
      Put why = refused();
      (void)::rename(aside.c_str(), place.c_str());
      return why;
    }
    folder_ = aside;
  }
  return files::sync_folder_of(place);
}

Put take_away(const fs::path& folder) {
  const fs::path aside = fresh_in(folder.parent_path());
  if (aside.empty() || ::rename(folder.c_str(), aside.c_str()) != 0) {
    Put why = refused();
    std::error_code ignored;
    if (!aside.empty()) fs::remove(aside, ignored);
    return why;
  }
  Put done = files::sync_folder_of(folder);
  std::error_code ignored;  // what stays is swept
  fs::remove_all(aside, ignored);
  return done;
}

void sweep_store(const fs::path& store) {
  std::error_code trouble;
  std::vector<fs::path> coming, was;
  for (fs::directory_iterator at(store, trouble), end; !trouble && at != end; at.increment(trouble)) {
    const std::string name = at->path().filename().string();
    if (name.starts_with(coming_prefix)) coming.push_back(at->path());
    if (name.starts_with(was_prefix)) was.push_back(at->path());
  }
  for (const fs::path& aside : was) {
    const fs::path place = store / aside.filename().string().substr(std::string_view(was_prefix).size());
    if (::renameat2(AT_FDCWD, aside.c_str(), AT_FDCWD, place.c_str(), RENAME_NOREPLACE) == 0) continue;
    if (fs::exists(place, trouble)) {
      fs::remove_all(aside, trouble);
    } else {
      (void)::rename(aside.c_str(), place.c_str());
    }
  }
  for (const fs::path& folder : coming) fs::remove_all(folder, trouble);
}

}  // namespace greenline::shelf
