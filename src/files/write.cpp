#include "files/write.h"

#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <utility>

#include "files/kind.h"

namespace greenline::files {
namespace {

namespace fs = std::filesystem;
using Done = tl::expected<void, std::string>;

constexpr int most_links = 40;   // as the system itself follows
constexpr int most_names = 100;  // tried for a new file

tl::unexpected<std::string> refused(int number) { return tl::unexpected(reason_of(number)); }

mode_t mode_for(Readers readers) { return readers == Readers::owner ? 0600 : 0666; }

// Where a chain of links ends, whether anything is there or not.
tl::expected<fs::path, std::string> end_of_links(fs::path path) {
  for (int i = 0; i < most_links; ++i) {
    std::error_code error;
    if (!fs::is_symlink(fs::symlink_status(path, error))) return path;
    const fs::path to = fs::read_symlink(path, error);
    if (error) return refused(error.value());
    path = to.is_absolute() ? to : path.parent_path() / to;
  }
  return refused(ELOOP);
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) {
      if (written == 0) errno = ENOSPC;
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool to_the_disk(int file) { return ::fsync(file) == 0 || errno == EINVAL || errno == EROFS || errno == ENOTSUP; }

// A pipe or a device of characters, ready to be written into.
tl::expected<Descriptor, std::string> open_to_pour(const fs::path& path) {
  Descriptor file(path, O_WRONLY | O_NONBLOCK | O_NOCTTY);
  struct stat now {};
  if (!file.is_open() || ::fstat(file.get(), &now) != 0) return refused(errno);
  if (!S_ISFIFO(now.st_mode) && !S_ISCHR(now.st_mode)) return tl::unexpected(std::string("it has become something else"));
  if (::isatty(file.get()) != 0) return tl::unexpected(std::string("a terminal cannot show it"));
  // Somebody reads: from here on waiting for them is right.
  const int flags = ::fcntl(file.get(), F_GETFL);
  if (flags < 0 || ::fcntl(file.get(), F_SETFL, flags & ~O_NONBLOCK) != 0) return refused(errno);
  return file;
}

tl::expected<Descriptor, std::string> open_in_place(const fs::path& path, Readers readers) {
  Descriptor file(path, O_WRONLY | O_CREAT | O_NONBLOCK | O_NOCTTY, mode_for(readers));
  struct stat now {};
  if (!file.is_open() || ::fstat(file.get(), &now) != 0) return refused(errno);
  if (!S_ISREG(now.st_mode)) return tl::unexpected(std::string("it has become something else"));
  if (::ftruncate(file.get(), 0) != 0) return refused(errno);
  return file;
}

Done write_in_place(const fs::path& path, std::string_view bytes, Readers readers) {
  auto file = open_in_place(path, readers);
  if (!file) return tl::unexpected(file.error());
  if (!write_all(file->get(), bytes) || !to_the_disk(file->get()) || !file->close()) return refused(errno);
  return {};
}

struct Beside {
  fs::path path;
  Descriptor file;
};

// A new file of a name that nothing has, in the same folder; nothing where that may not be.
tl::expected<Beside, std::string> new_beside(const fs::path& path, Readers readers) {
  for (int i = 0; i < most_names; ++i) {
    std::uint64_t random = 0;
    if (::getrandom(&random, sizeof random, 0) != sizeof random) return refused(errno);
    char name[40];
    std::snprintf(name, sizeof name, ".greenline-%016llx", static_cast<unsigned long long>(random));
    fs::path beside = path.parent_path() / name;
    Descriptor file(beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode_for(readers));
    if (file.is_open()) return Beside{std::move(beside), std::move(file)};
    if (errno != EEXIST) return refused(errno);
  }
  return refused(EEXIST);
}

// As the old file was; false when it cannot be made so.
bool like(int file, const struct stat& old) {
  struct stat now {};
  if (::fstat(file, &now) != 0) return false;
  if ((now.st_uid != old.st_uid || now.st_gid != old.st_gid) && ::fchown(file, old.st_uid, old.st_gid) != 0) return false;
  return ::fchmod(file, old.st_mode & 07777) == 0;
}

// Written beside and put in its place. `old`: of the file that is there; null when there is none.
Done replace(const fs::path& path, const struct stat* old, std::string_view bytes, Readers readers) {
  auto made = new_beside(path, readers);
  if (!made) return old != nullptr ? write_in_place(path, bytes, readers) : Done(tl::unexpected(made.error()));
  const auto give_up = [&](int number) {
    ::unlink(made->path.c_str());
    return number;
  };
  if (old != nullptr && !like(made->file.get(), *old)) {
    give_up(0);
    return write_in_place(path, bytes, readers);
  }
  if (!write_all(made->file.get(), bytes) || !to_the_disk(made->file.get()) || !made->file.close())
    return refused(give_up(errno));
  if (::rename(made->path.c_str(), path.c_str()) != 0) {
    const int why = give_up(errno);
    if (old != nullptr && (why == EBUSY || why == EXDEV || why == EPERM || why == EACCES))
      return write_in_place(path, bytes, readers);
    return refused(why);
  }
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  const Descriptor of_names(folder, O_RDONLY | O_DIRECTORY);
  if (of_names.is_open())
    (void)to_the_disk(of_names.get());  // the name is there already; a folder that cannot be synced is none of ours
  return {};
}

// What a plain file's name, or the name of none, leads to.
struct Target {
  fs::path path;
  bool in_place = false;  // only through the name that was given, or it has other names
  bool there = false;
  struct stat old {};
};

tl::expected<Target, std::string> target_of(const fs::path& named) {
  Target target;
  struct stat given {};
  target.there = ::stat(named.c_str(), &given) == 0;
  auto end = end_of_links(named);
  if (!end) return tl::unexpected(end.error());
  target.path = *std::move(end);
  if (!target.there) return target;
  // Links of the system's own (/proc/self/fd) may lead to a name that the file no longer has.
  const bool same =
      ::stat(target.path.c_str(), &target.old) == 0 && target.old.st_dev == given.st_dev && target.old.st_ino == given.st_ino;
  if (!same) target.path = named;
  target.old = given;
  target.in_place = !same || given.st_nlink > 1;
  return target;
}

Done refuse_kind(const Stands& stands) {
  if (stands.why != 0) return refused(stands.why);
  return tl::unexpected(std::string(to_text(stands.kind)) + " is in its place");
}

}  // namespace

Done write_whole(const fs::path& named, std::string_view bytes, Readers readers) {
  const Stands stands = stands_for(named);
  if (stands.kind == Kind::pipe || stands.kind == Kind::device) {
    auto file = open_to_pour(named);
    if (!file) return tl::unexpected(file.error());
    if (!write_all(file->get(), bytes) || !file->close()) return refused(errno);
    return {};
  }
  if (stands.kind != Kind::plain && stands.kind != Kind::absent) return refuse_kind(stands);
  const auto target = target_of(named);
  if (!target) return tl::unexpected(target.error());
  if (target->in_place) return write_in_place(target->path, bytes, readers);
  if (target->there && ::access(target->path.c_str(), W_OK) != 0) return refused(errno);
  return replace(target->path, target->there ? &target->old : nullptr, bytes, readers);
}

tl::expected<Stream, std::string> Stream::begin(const fs::path& named, Readers readers) {
  const Stands stands = stands_for(named);
  const bool poured = stands.kind == Kind::pipe || stands.kind == Kind::device;
  if (!poured && stands.kind != Kind::plain && stands.kind != Kind::absent) return tl::unexpected(refuse_kind(stands).error());
  auto file = poured ? open_to_pour(named) : open_in_place(named, readers);
  if (!file) return tl::unexpected(file.error());
  return Stream(*std::move(file));
}

bool Stream::write(std::string_view bytes) {
  if (!trouble_.empty()) return false;
  if (!write_all(file_.get(), bytes)) trouble_ = reason_of(errno);
  return trouble_.empty();
}

bool Stream::finish() {
  if (trouble_.empty() && file_.is_open() && !to_the_disk(file_.get())) trouble_ = reason_of(errno);
  if (!file_.close() && trouble_.empty()) trouble_ = reason_of(errno);
  return trouble_.empty();
}

}  // namespace greenline::files
