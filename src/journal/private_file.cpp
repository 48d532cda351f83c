// Permissions of what a convening is kept in.
#include "journal/private_file.h"

#include <sys/stat.h>

#include <cerrno>

#include "files/descriptor.h"
#include "journal/wal_file.h"

namespace greenline::journal {
namespace {

namespace fs = std::filesystem;

bool is_closed_to_others(const fs::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return errno == ENOENT;
  if ((status.st_mode & 0077U) == 0) return true;
  return ::chmod(path.c_str(), 0600) == 0 && ::stat(path.c_str(), &status) == 0 && (status.st_mode & 0077U) == 0;
}

}  // namespace

bool make_private(const fs::path& file) {
  const bool file_is = is_closed_to_others(file);
  return is_closed_to_others(wal_of(file)) && file_is;
}

bool begin_private(const fs::path& file) { return files::Descriptor(file, O_RDWR | O_CREAT | O_EXCL, 0600).is_open(); }

}  // namespace greenline::journal
