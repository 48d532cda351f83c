// A convening's file and its log, changed in any places: what can be read of it is some of what was written, or it is refused.
//
// The bytes are changes: five each, of which the first says in which of the two files and how (a byte set, a run of zeros, a
// page put in another's place, the end cut off), two where, two what.
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "journal/builders.h"
#include "journal/journal.h"

namespace {

using namespace greenline;
namespace fs = std::filesystem;

constexpr std::size_t page = 4096;

void must(bool holds) {
  if (!holds) std::abort();
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}
void write_bytes(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

// A convening as a pulled plug leaves it: some of it in the file, some in the log.
struct Written {
  fs::path folder = fs::temp_directory_path() / ("greenline-fuzz-image-" + std::to_string(::getpid()));
  fs::path file = folder / "a.greenline", log = folder / "a.greenline-wal";
  std::string file_bytes, log_bytes;
  std::set<std::string> events;  // their ids as text

  Written() {
    fs::create_directories(folder);
    const fs::path made = folder / "made.greenline";
    add(made, 1, 60);
    auto journal = journal::Journal::open(made, {});
    must(journal.has_value());
    append(*journal, 61, 90);
    file_bytes = bytes_of(made);
    log_bytes = bytes_of(made.string() + "-wal");
    must(!log_bytes.empty());
  }
  void add(const fs::path& made, std::uint64_t from, std::uint64_t to) {
    auto journal = journal::Journal::open(made, {});
    must(journal.has_value());
    append(*journal, from, to);
  }
  void append(journal::Journal& journal, std::uint64_t from, std::uint64_t to) {
    for (std::uint64_t number = from; number <= to; ++number) {
      const model::Event event = journal::CardBuilder(number);
      must(journal.append(event));
      events.insert(model::to_text(event.id));
    }
    must(journal.flush());
  }
};

void change(std::string& bytes, int how, std::size_t where, std::size_t what) {
  if (bytes.empty()) return;
  const std::size_t at = where * 4 % bytes.size() + what % 4;
  const std::size_t pages = std::max<std::size_t>(bytes.size() / page, 1);
  if (at >= bytes.size()) return;
  switch (how) {
    case 0: bytes[at] = static_cast<char>(what >> 2); break;
    case 1: std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), std::min(what % page, bytes.size() - at), '\0'); break;
    case 2: bytes.replace(where % pages * page, page, bytes.substr(what % pages * page, page)); break;
    default: bytes.resize(at);
  }
}

template <class Read>
void must_be_some_of(const Written& written, const Read& read) {
  if (!read) return;
  for (const model::Event& event : read->events) must(written.events.contains(model::to_text(event.id)));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Written written;
  std::string file = written.file_bytes, log = written.log_bytes;
  for (std::size_t i = 0; i + 5 <= std::min<std::size_t>(size, 200); i += 5) {
    std::string& changed = data[i] % 2 == 0 ? file : log;
    change(changed, data[i] / 2 % 4, data[i + 1] + 256U * data[i + 2], data[i + 3] + 256U * data[i + 4]);
  }
  write_bytes(written.file, file);
  write_bytes(written.log, log);
  must_be_some_of(written, journal::read_saved(written.file));
  must_be_some_of(written, journal::read_what_can_be_read(written.file));
  return 0;
}
