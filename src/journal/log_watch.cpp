// The log as it was, compared with the log as it is.
#include "journal/log_watch.h"

#include <sys/stat.h>

#include "files/descriptor.h"
#include "journal/page_scan.h"
#include "journal/wal_file.h"

namespace greenline::journal {

std::optional<LogWatch::Look> LogWatch::poll() const {
  const files::Descriptor wal(wal_, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
  struct stat status {};
  if (!wal.is_open() || ::fstat(wal.get(), &status) != 0) return std::nullopt;
  Look now{status.st_dev, status.st_ino, static_cast<std::uint64_t>(status.st_size), {}};
  (void)wal.read_at(0, now.first);  // a log that is shorter shows by its size
  return now;
}

void LogWatch::remember(int frames) {
  const auto now = poll();
  seen_ = now.value_or(Look{});  // of a log that is gone already: the next look says so
  frames_ = frames;
}

std::optional<std::string> LogWatch::harm() const {
  if (frames_ == 0) return std::nullopt;
  const auto now = poll();
  if (!now) return "its write-ahead log was taken away";
  if (now->inode != seen_.inode || now->device != seen_.device) return "its write-ahead log was replaced";
  const std::uint64_t needed = wal_header_bytes + static_cast<std::uint64_t>(frames_) * (wal_frame_header_bytes + page_bytes);
  if (now->bytes < needed) return "its write-ahead log was cut short";
  if (now->first != seen_.first) return "its write-ahead log was overwritten";
  return std::nullopt;
}

std::optional<std::string> LogWatch::harm_anywhere() const {
  if (frames_ == 0) return std::nullopt;
  if (auto found = harm()) return found;
  const Log log = read_log(files::Descriptor(wal_, O_RDONLY));
  if (log.damage || log.frames < static_cast<std::uint64_t>(frames_)) return "its write-ahead log was overwritten";
  return std::nullopt;
}

}  // namespace greenline::journal
