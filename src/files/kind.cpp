#include "files/kind.h"

#include <sys/stat.h>

#include <cerrno>
#include <system_error>

namespace greenline::files {

Stands stands_for(const std::filesystem::path& path) noexcept {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0) {
    const int why = errno;
    if (why == ENOENT || why == ENOTDIR) return {Kind::absent, 0};
    return {Kind::unknown, why};
  }
  switch (found.st_mode & S_IFMT) {
    case S_IFREG: return {Kind::plain, 0};
    case S_IFDIR: return {Kind::folder, 0};
    case S_IFIFO: return {Kind::pipe, 0};
    case S_IFSOCK: return {Kind::socket, 0};
    case S_IFCHR: return {Kind::device, 0};
    case S_IFBLK: return {Kind::disk, 0};
    default: return {Kind::unknown, 0};
  }
}

std::string_view to_text(Kind kind) {
  switch (kind) {
    case Kind::absent: return "no such file";
    case Kind::plain: return "a file";
    case Kind::folder: return "a folder";
    case Kind::pipe: return "a pipe";
    case Kind::socket: return "a socket";
    case Kind::device: return "a device";
    case Kind::disk: return "a disk";
    case Kind::unknown: break;
  }
  return "something that is not a file";
}

std::string reason_of(int number) {
  switch (number) {
    case ENOSPC: return "the disk is full";
    case EDQUOT: return "there is no room left for this user";
    case EFBIG: return "the file may not grow so large here";
    case EROFS: return "what it lies on can only be read";
    case EACCES:
    case EPERM: return "you may not";
    case ENOENT: return "its folder is not there";
    case ENOTDIR: return "its folder is no folder";
    case ELOOP: return "its link leads in a circle";
    case EPIPE: return "nobody reads from it any more";
    case ENXIO: return "nobody reads from it";
    default: return std::generic_category().message(number);
  }
}

}  // namespace greenline::files
