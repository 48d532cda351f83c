#include "files/private_file.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "files/descriptor.h"

namespace greenline::files {
namespace {

namespace fs = std::filesystem;
using files::Descriptor;
using Done = tl::expected<void, std::string>;

// Of a system call that has just failed.
tl::unexpected<std::string> failed(const char* doing) {
  return tl::unexpected(std::string(doing) + ": " + std::strerror(errno));
}

fs::path folder_holding(const fs::path& file) { return file.has_parent_path() ? file.parent_path() : fs::path("."); }

bool write_every_byte(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

Done write_beside(const fs::path& scaffold, std::string_view bytes) {
  if (::unlink(scaffold.c_str()) != 0 && errno != ENOENT) return failed("removing what was half written");
  const files::Descriptor made(scaffold, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, S_IRUSR | S_IWUSR);
  if (!made.is_open()) return failed("making the file");
  if (!write_every_byte(made.get(), bytes)) return failed("writing");
  if (::fsync(made.get()) != 0) return failed("waiting for the disk");
  return {};
}

}  // namespace

fs::path scaffold_beside(const fs::path& file) { return folder_holding(file) / ("." + file.filename().string() + ".new"); }

Done sync_folder_of(const fs::path& file) {
  const files::Descriptor folder(folder_holding(file), O_RDONLY | O_DIRECTORY);
  if (folder.is_open() && ::fsync(folder.get()) == 0) return {};
  return failed("waiting for the disk");
}

Done write_private_file(const fs::path& file, std::string_view bytes) {
  const fs::path scaffold = scaffold_beside(file);
  Done done = write_beside(scaffold, bytes);
  if (done && ::rename(scaffold.c_str(), file.c_str()) != 0) done = failed("moving the new file into place");
  if (done) return sync_folder_of(file);
  ::unlink(scaffold.c_str());  // a full disk gets its room back
  return done;
}

}  // namespace greenline::files
