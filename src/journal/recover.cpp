// Reading what can still be read of a damaged journal file, without touching it.
//
// It does not go through SQLite: it looks at every page of the file and at every frame of its write-ahead log by itself, takes
// every row whose checksum proves it, and drops what it sees twice. So neither a broken header nor a broken inner page hides
// the rows on the pages around it.
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <unordered_map>
#include <unordered_set>

#include "journal/event_codec.h"
#include "journal/file_descriptor.h"
#include "journal/journal.h"
#include "journal/page_scan.h"
#include "journal/sqlite.h"
#include "journal/wal_file.h"

namespace greenline::journal {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t frame_bytes = wal_frame_header_bytes + page_bytes;
constexpr std::size_t file_header_bytes = 100;  // on the first page, before the page's own header
constexpr std::int64_t furthest_seq = 1'000'000'000;

std::uint64_t size_of(const FileDescriptor& file) {
  struct stat status {};
  if (!file.is_open() || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) return 0;
  return static_cast<std::uint64_t>(status.st_size);
}

using Page = std::array<std::uint8_t, page_bytes>;

// A journal file and its log as one heap of pages.
struct Pages {
  FileDescriptor file, log;
  std::uint64_t in_file = 0, in_log = 0;
  std::unordered_map<std::uint32_t, std::uint64_t> newest_in_log;  // page number to frame

  explicit Pages(const fs::path& path) : file(path, O_RDONLY | O_NONBLOCK), log(wal_of(path), O_RDONLY | O_NONBLOCK) {
    in_file = (size_of(file) + page_bytes - 1) / page_bytes;
    const std::uint64_t log_size = size_of(log);
    in_log = log_size < wal_header_bytes ? 0 : (log_size - wal_header_bytes) / frame_bytes;
    for (std::uint64_t frame = 0; frame < in_log; ++frame) {
      std::array<std::uint8_t, 4> number{};
      if (log.read_at(wal_header_bytes + frame * frame_bytes, number)) newest_in_log[big_endian_32(number.data())] = frame;
    }
  }
  // A last page that was cut short is filled up with zeros.
  bool from_file(std::uint64_t index, std::span<std::uint8_t, page_bytes> into) const {
    std::ranges::fill(into, std::uint8_t{0});
    if (index >= in_file) return false;
    if (file.read_at(index * page_bytes, into)) return true;
    return index + 1 == in_file;
  }
  bool from_log(std::uint64_t frame, std::span<std::uint8_t, page_bytes> into) const {
    return frame < in_log && log.read_at(wal_header_bytes + frame * frame_bytes + wal_frame_header_bytes, into);
  }
  std::uint32_t number_of_frame(std::uint64_t frame) const {
    std::array<std::uint8_t, 4> number{};
    return log.read_at(wal_header_bytes + frame * frame_bytes, number) ? big_endian_32(number.data()) : 0;
  }
};

struct FoundEvent {
  std::int64_t seq;
  model::Event event;
};

struct Heap {
  std::unordered_set<model::EventId, model::IdHash> seen;
  std::vector<FoundEvent> events;
  std::size_t from_newer = 0;
  std::int64_t furthest = 0;

  void take(const FoundRow& row) {
    if (row.seq > furthest_seq) return;
    furthest = std::max(furthest, row.seq);
    if (!row.sound) return;
    model::EventId id;
    std::memcpy(id.bytes.data(), row.id.data(), id.bytes.size());
    if (!seen.insert(id).second) return;
    if (auto event = decode(row.bytes)) {
      events.push_back({row.seq, std::move(*event)});
    } else if (is_from_newer(row.bytes)) {
      ++from_newer;
    }
  }
};

void scan(const Pages& pages, Heap& heap) {
  const FetchPage newest = [&](std::uint32_t number, std::span<std::uint8_t, page_bytes> into) {
    const auto in_log = pages.newest_in_log.find(number);
    return in_log != pages.newest_in_log.end() ? pages.from_log(in_log->second, into) : pages.from_file(number - 1U, into);
  };
  const FetchPage file_only = [&](std::uint32_t number, std::span<std::uint8_t, page_bytes> into) {
    return pages.from_file(number - 1U, into);
  };
  Page page{};
  for (std::uint64_t frame = pages.in_log; frame-- > 0;) {
    if (!pages.from_log(frame, page)) continue;
    const std::size_t header_at = pages.number_of_frame(frame) == 1 ? file_header_bytes : 0;
    for (const FoundRow& row : rows_on_page(page, header_at, newest)) heap.take(row);
  }
  for (std::uint64_t index = 0; index < pages.in_file; ++index) {
    if (!pages.from_file(index, page)) continue;
    const std::size_t header_at = index == 0 ? file_header_bytes : 0;
    for (const FoundRow& row : rows_on_page(page, header_at, newest)) heap.take(row);
    if (pages.in_log == 0) continue;
    for (const FoundRow& row : rows_on_page(page, header_at, file_only)) heap.take(row);
  }
}

}  // namespace

tl::expected<Salvage, Trouble> read_what_can_be_read(const fs::path& given) {
  std::error_code error;
  fs::path file = fs::weakly_canonical(fs::absolute(given, error), error);
  if (error) file = given;
  errno = 0;
  const Pages pages(file);
  if (!pages.file.is_open() && !pages.log.is_open()) return tl::unexpected(trouble_from_errno(ENOENT, file, "reading"));
  Heap heap;
  scan(pages, heap);
  std::ranges::stable_sort(heap.events, {}, &FoundEvent::seq);
  Salvage salvage;
  salvage.from_newer = heap.from_newer;
  const auto whole = heap.events.size() + heap.from_newer;
  const auto furthest = static_cast<std::size_t>(heap.furthest);
  salvage.bad_rows = furthest > whole ? furthest - whole : 0;
  salvage.events.reserve(heap.events.size());
  for (FoundEvent& found : heap.events) salvage.events.push_back(std::move(found.event));
  return salvage;
}

fs::path fresh_name_beside(const fs::path& file) {
  const auto taken = [](const fs::path& path) {
    std::error_code error;
    // Of a name that cannot be looked at, nothing is known: it counts as free, and opening it says what is wrong.
    return fs::exists(fs::symlink_status(path, error)) || fs::exists(fs::symlink_status(wal_of(path), error));
  };
  for (int number = 2;; ++number) {
    fs::path name =
        file.parent_path() / (file.stem().string() + " (" + std::to_string(number) + ")" + file.extension().string());
    if (!taken(name)) return name;
  }
}

}  // namespace greenline::journal
