// The file system that shows SQLite one file, and the file.
#include "journal/image.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>

#include "journal/page_scan.h"

namespace greenline::journal {
namespace {

// The bytes that SQLite itself locks to read (fileformat2.html leaves them alone; os.h: PENDING_BYTE).
constexpr off_t shared_lock_at = 0x40000002, shared_lock_bytes = 510;
constexpr std::uint64_t largest_file = std::uint64_t{1} << 32;  // no convening comes near it

struct ImageFile {
  sqlite3_file base;
  const Image* image;
};

const Image& image_of(sqlite3_file* file) { return *reinterpret_cast<ImageFile*>(file)->image; }

int close_image(sqlite3_file*) { return SQLITE_OK; }
int read_image(sqlite3_file* file, void* into, int count, sqlite3_int64 offset) {
  const Image& image = image_of(file);
  const std::span<std::uint8_t> bytes(static_cast<std::uint8_t*>(into), static_cast<std::size_t>(count));
  const auto at = static_cast<std::uint64_t>(offset);
  if (!image.read_at(at, bytes)) return SQLITE_IOERR_READ;
  // A file that has been written with a log says so, and SQLite would look for that log.
  for (const std::uint64_t version_at : {18U, 19U}) {
    if (at <= version_at && version_at < at + bytes.size()) bytes[version_at - at] = 1;
  }
  return at + bytes.size() <= image.bytes() ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}
int write_image(sqlite3_file*, const void*, int, sqlite3_int64) { return SQLITE_READONLY; }
int truncate_image(sqlite3_file*, sqlite3_int64) { return SQLITE_READONLY; }
int sync_image(sqlite3_file*, int) { return SQLITE_OK; }
int size_of_image(sqlite3_file* file, sqlite3_int64* bytes) {
  *bytes = static_cast<sqlite3_int64>(image_of(file).bytes());
  return SQLITE_OK;
}
int lock_image(sqlite3_file*, int) { return SQLITE_OK; }
int check_image_lock(sqlite3_file*, int* locked) {
  *locked = 0;
  return SQLITE_OK;
}
int control_image(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sector_of_image(sqlite3_file*) { return static_cast<int>(page_bytes); }
int nature_of_image(sqlite3_file*) { return SQLITE_IOCAP_IMMUTABLE; }

constexpr sqlite3_io_methods image_methods{.iVersion = 1,
                                           .xClose = close_image,
                                           .xRead = read_image,
                                           .xWrite = write_image,
                                           .xTruncate = truncate_image,
                                           .xSync = sync_image,
                                           .xFileSize = size_of_image,
                                           .xLock = lock_image,
                                           .xUnlock = lock_image,
                                           .xCheckReservedLock = check_image_lock,
                                           .xFileControl = control_image,
                                           .xSectorSize = sector_of_image,
                                           .xDeviceCharacteristics = nature_of_image,
                                           .xShmMap = nullptr,
                                           .xShmLock = nullptr,
                                           .xShmBarrier = nullptr,
                                           .xShmUnmap = nullptr,
                                           .xFetch = nullptr,
                                           .xUnfetch = nullptr};

int open_image(sqlite3_vfs* vfs, sqlite3_filename, sqlite3_file* file, int flags, int* out_flags) {
  file->pMethods = nullptr;
  if ((flags & SQLITE_OPEN_MAIN_DB) == 0) return SQLITE_CANTOPEN;
  auto* opened = reinterpret_cast<ImageFile*>(file);
  opened->base.pMethods = &image_methods;
  opened->image = static_cast<const Image*>(vfs->pAppData);
  if (out_flags != nullptr) *out_flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB;
  return SQLITE_OK;
}
int delete_nothing(sqlite3_vfs*, const char*, int) { return SQLITE_READONLY; }
int nothing_else_there(sqlite3_vfs*, const char*, int, int* there) {
  *there = 0;
  return SQLITE_OK;
}
int same_name(sqlite3_vfs*, const char* name, int room, char* into) {
  if (std::strlen(name) + 1 > static_cast<std::size_t>(room)) return SQLITE_CANTOPEN;
  std::strcpy(into, name);
  return SQLITE_OK;
}

bool is_locked_by_a_wall(const files::Descriptor& file) {
  struct flock lock {};
  lock.l_type = F_RDLCK;
  lock.l_whence = SEEK_SET;
  lock.l_start = shared_lock_at;
  lock.l_len = shared_lock_bytes;
  // Of the open file, not of the process: it goes with the descriptor and no other.
  return ::fcntl(file.get(), F_OFD_SETLK, &lock) != 0 && (errno == EAGAIN || errno == EACCES);
}

Trouble unusable(const std::filesystem::path& file, std::string detail) {
  return {Fault::cannot_open, file, std::move(detail)};
}

}  // namespace

Image::Image(const std::filesystem::path& file) : file_(file, O_RDONLY | O_NONBLOCK | O_NOCTTY) {}

Image::Stamp Image::stamp_of(const files::Descriptor& file) {
  struct stat status {};
  if (!file.is_open() || ::fstat(file.get(), &status) != 0) return {};
  return {status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

bool Image::is_as_it_was() const { return stamp_of(file_) == file_stamp_ && stamp_of(wal_) == wal_stamp_; }

tl::expected<std::unique_ptr<Image>, Trouble> Image::open(const std::filesystem::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) return tl::unexpected(trouble_from_errno(errno, file, "opening"));
  // Asked before it is opened: opening a device or a pipe can already do something.
  if (!S_ISREG(status.st_mode)) return tl::unexpected(unusable(file, "it is not a file"));
  std::unique_ptr<Image> image(new Image(file));
  if (!image->file_.is_open()) return tl::unexpected(trouble_from_errno(errno, file, "opening"));
  image->wal_ = files::Descriptor(wal_of(file), O_RDONLY | O_NONBLOCK | O_NOCTTY);
  // A log that is there and may not be read is part of what the file says.
  if (!image->wal_.is_open() && errno != ENOENT) return tl::unexpected(trouble_from_errno(errno, wal_of(file), "opening"));
  if (::fstat(image->file_.get(), &status) != 0 || !S_ISREG(status.st_mode)) {
    return tl::unexpected(unusable(file, "it is not a file"));
  }
  if (is_locked_by_a_wall(image->file_)) return tl::unexpected(Trouble{Fault::locked, file, "it is being written"});
  if (image->wal_.is_open() && (::fstat(image->wal_.get(), &status) != 0 || !S_ISREG(status.st_mode))) image->wal_ = {};
  image->file_stamp_ = stamp_of(image->file_);
  image->wal_stamp_ = stamp_of(image->wal_);
  image->file_bytes_ = static_cast<std::uint64_t>(image->file_stamp_.bytes);
  if (image->file_bytes_ > largest_file) return tl::unexpected(unusable(file, "it is larger than any convening"));
  image->log_ = read_log(image->wal_);
  image->bytes_ = image->log_.pages > 0 ? std::uint64_t{image->log_.pages} * page_bytes : image->file_bytes_;
  if (image->bytes_ > 2 * largest_file) return tl::unexpected(unusable(file, "it is larger than any convening"));
  return image;
}

bool Image::read_page(std::uint64_t page, std::uint64_t within, std::span<std::uint8_t> into) const {
  const auto in_log = log_.page_at.find(static_cast<std::uint32_t>(page + 1));
  if (in_log != log_.page_at.end()) return wal_.read_at(in_log->second + within, into);
  const std::uint64_t at = page * page_bytes + within;
  const std::uint64_t there = at < file_bytes_ ? std::min<std::uint64_t>(into.size(), file_bytes_ - at) : 0;
  std::ranges::fill(into.subspan(there), std::uint8_t{0});
  return file_.read_at(at, into.first(there));
}

bool Image::read_at(std::uint64_t offset, std::span<std::uint8_t> into) const {
  while (!into.empty()) {
    const std::uint64_t within = offset % page_bytes;
    const std::size_t part = std::min<std::size_t>(into.size(), page_bytes - within);
    if (!read_page(offset / page_bytes, within, into.first(part))) return false;
    into = into.subspan(part);
    offset += part;
  }
  return true;
}

ImageConnection::ImageConnection(const Image& image) {
  sqlite3_initialize();
  sqlite3_vfs* usual = sqlite3_vfs_find(nullptr);
  if (usual == nullptr) return;
  name_ = "greenline-image-" + std::to_string(reinterpret_cast<std::uintptr_t>(this));
  vfs_ = *usual;  // its clock and its sleep
  vfs_.pNext = nullptr;
  vfs_.szOsFile = sizeof(ImageFile);
  vfs_.zName = name_.c_str();
  vfs_.pAppData = const_cast<Image*>(&image);
  vfs_.xOpen = open_image;
  vfs_.xDelete = delete_nothing;
  vfs_.xAccess = nothing_else_there;
  vfs_.xFullPathname = same_name;
  if (sqlite3_vfs_register(&vfs_, 0) != SQLITE_OK) return;
  sqlite3* raw = nullptr;
  code_ = sqlite3_open_v2("convening", &raw, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, vfs_.zName);
  connection_.reset(raw);
}

ImageConnection::~ImageConnection() {
  connection_.reset();
  sqlite3_vfs_unregister(&vfs_);
}

}  // namespace greenline::journal
