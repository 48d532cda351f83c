#include "app/open_mark.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cstdlib>
#include <string>

namespace greenline::app {

void OpenMark::set(bool open) {
  if (open == open_) return;
  open_ = open;
  file_ = files::Descriptor();
  const char* folder = std::getenv("XDG_RUNTIME_DIR");
  if (!open || folder == nullptr || *folder != '/') return;
  file_ = files::Descriptor(std::string(folder) + "/greenline-open", O_RDWR | O_CREAT | O_NOFOLLOW, S_IRUSR | S_IWUSR);
  if (file_.is_open()) ::flock(file_.get(), LOCK_SH | LOCK_NB);
}

}  // namespace greenline::app
