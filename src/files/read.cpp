#include "files/read.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "files/descriptor.h"
#include "files/kind.h"

namespace greenline::files {
namespace {

tl::unexpected<NotRead> not_read(std::string found, std::string expected = "a file that can be read") {
  return tl::unexpected(NotRead{std::move(found), std::move(expected)});
}

tl::unexpected<NotRead> too_long(std::size_t bytes, std::size_t most) {
  return not_read(std::to_string(bytes) + " bytes", "at most " + std::to_string(most) + " bytes");
}

}  // namespace

tl::expected<std::string, NotRead> read_whole(const std::filesystem::path& path, std::size_t most_bytes) {
  const Stands stands = stands_for(path);
  if (stands.why != 0) return not_read(reason_of(stands.why));
  if (stands.kind != Kind::plain) return not_read(std::string(to_text(stands.kind)));
  // It may be another thing by now: opening must not wait even then.
  const Descriptor file(path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
  struct stat now {};
  if (!file.is_open() || ::fstat(file.get(), &now) != 0) return not_read(reason_of(errno));
  if (!S_ISREG(now.st_mode)) return not_read("something that is not a file");
  if (now.st_size > 0 && static_cast<std::size_t>(now.st_size) > most_bytes)
    return too_long(static_cast<std::size_t>(now.st_size), most_bytes);
  std::string bytes;
  constexpr std::size_t step = std::size_t{64} << 10;
  std::size_t ask = std::min(most_bytes, static_cast<std::size_t>(now.st_size)) + 1;  // and one more: is this the end?
  while (true) {
    const std::size_t before = bytes.size();
    bytes.resize(before + ask);
    const ssize_t got = ::read(file.get(), bytes.data() + before, ask);
    if (got < 0 && errno == EINTR) {
      bytes.resize(before);
      continue;
    }
    if (got < 0) return not_read(reason_of(errno));
    bytes.resize(before + static_cast<std::size_t>(got));
    if (bytes.size() > most_bytes) return too_long(bytes.size(), most_bytes);
    if (got == 0) return bytes;
    ask = std::min(step, most_bytes - bytes.size() + 1);
  }
}

}  // namespace greenline::files
