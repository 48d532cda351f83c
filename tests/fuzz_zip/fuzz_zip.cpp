// Any bytes as a pack's zip: opened, listed, read to its bounds, or refused with reasons.
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "content/pack_source.h"

namespace {

using namespace greenline::content;

// A file that is in memory alone.
class InMemory {
 public:
  InMemory(const std::uint8_t* data, std::size_t size) : file_(::memfd_create("fuzz", MFD_CLOEXEC)) {
    for (std::size_t at = 0; at < size;) {
      const ssize_t written = ::write(file_, data + at, size - at);
      if (written <= 0) std::abort();
      at += static_cast<std::size_t>(written);
    }
  }
  ~InMemory() { (void)::close(file_); }
  InMemory(const InMemory&) = delete;
  InMemory& operator=(const InMemory&) = delete;
  [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }

 private:
  int file_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const InMemory file(data, size);
  const auto source = open_zip(file.path());
  if (!source) {
    if (source.error().empty()) std::abort();
    for (const Diagnostic& one : source.error())
      if (to_text(one).empty()) std::abort();
    return 0;
  }
  std::size_t bytes = 0;
  for (const std::string& name : source->files) {
    if (name.empty() || name.front() == '/' || ("/" + name + "/").find("/../") != name.npos) std::abort();
    const auto read = source->read(name, max_file_bytes);
    if (read && read->size() > max_file_bytes) std::abort();
    if (read) bytes += read->size();
  }
  if (bytes > max_pack_bytes) std::abort();
  return 0;
}
