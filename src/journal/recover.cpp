// Reading what can still be read of a damaged journal file, without touching it.
//
// It does not go through SQLite: it looks at every page of the file and at every frame of its write-ahead log by itself, takes
// every row whose checksum proves it, and drops what it sees twice. So neither a broken header nor a broken inner page hides
// the rows on the pages around it.
#include "journal/recover.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <map>
#include <set>
#include <unordered_map>

#include "files/descriptor.h"
#include "journal/big_endian.h"
#include "journal/event_codec.h"
#include "journal/event_format.h"
#include "journal/journal.h"
#include "journal/page_scan.h"
#include "journal/rows.h"
#include "journal/sqlite.h"
#include "journal/wal_file.h"

namespace greenline::journal {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t frame_bytes = wal_frame_header_bytes + page_bytes;
constexpr std::size_t file_header_bytes = 100;  // on the first page, before the page's own header
constexpr std::uint64_t first_pages = 2048;     // 8 MB
constexpr std::uint64_t most_pages = 1U << 20;  // 4 GB: no convening comes near it, and a file of nothing but a size ends

std::uint64_t size_of(const files::Descriptor& file) {
  struct stat status {};
  if (!file.is_open() || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) return 0;
  return static_cast<std::uint64_t>(status.st_size);
}

using Page = std::array<std::uint8_t, page_bytes>;

// A journal file and its log as one heap of pages.
struct Pages {
  files::Descriptor file, log;
  std::uint64_t in_file = 0, in_log = 0;
  std::unordered_map<std::uint32_t, std::uint64_t> newest_in_log;  // page number to frame

  explicit Pages(const fs::path& path) : file(path, O_RDONLY | O_NONBLOCK), log(wal_of(path), O_RDONLY | O_NONBLOCK) {
    in_file = std::min((size_of(file) + page_bytes - 1) / page_bytes, most_pages);
    const std::uint64_t log_size = size_of(log);
    in_log = log_size < wal_header_bytes ? 0 : std::min((log_size - wal_header_bytes) / frame_bytes, most_pages);
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

using RowIds = std::unordered_map<model::EventId, std::uint32_t, model::IdHash>;  // to the row's checksum

// What was found so far, each row once.
struct Heap {
  RowIds seen;
  std::vector<FoundEvent> events;
  std::set<std::int64_t> proven;                // numbers of rows, with those that only a newer Greenline can read
  std::map<std::int64_t, std::uint8_t> broken;  // numbers of rows that cannot be read, to the kind that they still tell
  std::size_t from_newer = 0;
  std::optional<Tally> tally;  // how many events the file says it should hold

  [[nodiscard]] bool knows(std::span<const std::uint8_t> id, std::uint32_t checksum) const {
    const auto found = seen.find(as_id(id));
    return found != seen.end() && found->second == checksum;
  }
  void take(const FoundRow& row) {
    if (row.seq > most_events) return;
    if (!row.sound) {
      std::uint8_t& kind = broken[row.seq];
      if (kind == 0) kind = row.kind;
      return;
    }
    if (!seen.emplace(as_id(row.id), row_checksum(row.id, row.bytes)).second) return;
    if (auto event = decode(row.bytes)) {
      events.push_back({row.seq, std::move(*event)});
      proven.insert(row.seq);
    } else if (is_from_newer(row.bytes)) {
      ++from_newer;
      proven.insert(row.seq);
    } else {
      broken.emplace(row.seq, std::uint8_t{0});
    }
  }
  static model::EventId as_id(std::span<const std::uint8_t> bytes) {
    model::EventId id;
    std::copy_n(bytes.begin(), std::min(bytes.size(), id.bytes.size()), id.bytes.begin());
    return id;
  }
};

// Looks at every page. What long rows spill onto is fetched a bounded number of times in all, so that a file made to do harm,
// with a million names for one endless row, ends as soon as any other.
class Scan {
 public:
  Scan(const Pages& pages, Heap& heap)
      : pages_(pages), heap_(heap), fetches_left_(10'000 + 4 * (pages.in_file + pages.in_log)) {}

  void all() {
    Page page{};
    for (std::uint64_t frame = pages_.in_log; frame-- > 0;) {
      if (pages_.from_log(frame, page)) take(page, pages_.number_of_frame(frame) == 1, newest_);
    }
    for (std::uint64_t index = 0; index < pages_.in_file; ++index) {
      if (!pages_.from_file(index, page)) continue;
      take(page, index == 0, newest_);
      if (pages_.in_log != 0) take(page, index == 0, file_only_);
    }
  }
  // Whether one of the first pages holds a row.
  [[nodiscard]] bool any(std::uint64_t among_pages) {
    Page page{};
    for (std::uint64_t i = 0; i < among_pages && heap_.seen.empty(); ++i) {
      if (pages_.from_file(i, page)) take(page, i == 0, newest_);
      if (pages_.from_log(i, page)) take(page, pages_.number_of_frame(i) == 1, newest_);
      if (i >= pages_.in_file && i >= pages_.in_log) break;
    }
    return !heap_.seen.empty();
  }
  [[nodiscard]] std::size_t pages_without_rows() const { return without_rows_; }

 private:
  void take(const Page& page, bool first, const FetchPage& fetch) {
    // The newest copy of the tally is in the file itself, which is looked at last.
    if (const auto found = find_tally(page)) heap_.tally = found->tally;
    const auto rows = rows_on_page(page, first ? file_header_bytes : 0, fetch, known_);
    for (const FoundRow& row : rows) heap_.take(row);
    if (rows.empty()) ++without_rows_;
  }
  bool may_fetch() { return fetches_left_ > 0 && fetches_left_-- > 0; }

  const Pages& pages_;
  Heap& heap_;
  std::uint64_t fetches_left_;
  std::size_t without_rows_ = 0;
  KnownRow known_ = [this](auto id, std::uint32_t checksum) { return heap_.knows(id, checksum); };
  FetchPage newest_ = [this](std::uint32_t number, std::span<std::uint8_t, page_bytes> into) {
    if (!may_fetch()) return false;
    const auto in_log = pages_.newest_in_log.find(number);
    return in_log != pages_.newest_in_log.end() ? pages_.from_log(in_log->second, into) : pages_.from_file(number - 1U, into);
  };
  FetchPage file_only_ = [this](std::uint32_t number, std::span<std::uint8_t, page_bytes> into) {
    return may_fetch() && pages_.from_file(number - 1U, into);
  };
};

// The number of the last row. Numbers are the one thing that a row's checksum does not prove: one further on than the pages
// without rows could account for is none.
std::int64_t last_number(const Heap& heap, std::size_t pages_without_rows) {
  constexpr std::int64_t most_rows_on_page = 150;  // a row has 28 bytes at the least
  const std::int64_t room = most_rows_on_page * (static_cast<std::int64_t>(pages_without_rows) + 1);
  std::set<std::int64_t> numbers = heap.proven;
  for (const auto& [seq, kind] : heap.broken) numbers.insert(seq);
  while (numbers.size() > 1 && *numbers.rbegin() - *std::next(numbers.rbegin()) > room) numbers.erase(std::prev(numbers.end()));
  return numbers.empty() ? 0 : *numbers.rbegin();
}

std::size_t& place_in(Lost& lost, std::uint8_t kind) {
  switch (kind) {
    case model::CardMade::number: return lost.cards;
    case model::ThreadDrawn::number: return lost.threads;
    case model::GatheringMade::number: return lost.gatherings;
    case model::MarkerSet::number: return lost.markers;
    case model::NourishmentLeft::number: return lost.nourishments;
    default: return kind == 0 ? lost.unknown : lost.changes;
  }
}

Lost lost_among(const Heap& heap, std::size_t pages_without_rows) {
  // The tally of a file that was closed is exact; otherwise there is something to guess.
  const bool exact = heap.tally && !heap.tally->log_in_use;
  const std::int64_t guessed = exact ? 0 : last_number(heap, pages_without_rows);
  const auto last = static_cast<std::size_t>(std::max(heap.tally ? heap.tally->events : 0, guessed));
  const std::size_t whole = heap.events.size() + heap.from_newer;
  std::size_t missing = last > whole ? last - whole : 0;
  Lost lost;
  for (const auto& [seq, kind] : heap.broken) {
    if (missing == 0) break;
    if (heap.proven.contains(seq) || seq > static_cast<std::int64_t>(last)) continue;
    ++place_in(lost, kind);
    --missing;
  }
  lost.unknown += missing;
  return lost;
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
  Scan scan(pages, heap);
  scan.all();
  std::ranges::stable_sort(heap.events, {}, &FoundEvent::seq);
  Salvage salvage;
  salvage.from_newer = heap.from_newer;
  salvage.lost = lost_among(heap, scan.pages_without_rows());
  salvage.events.reserve(heap.events.size());
  for (FoundEvent& found : heap.events) salvage.events.push_back(std::move(found.event));
  return salvage;
}

bool holds_rows_of_ours(const fs::path& file) {
  const Pages pages(file);
  Heap heap;
  return Scan(pages, heap).any(first_pages);
}

std::optional<Tally> tally_in(const fs::path& file) {
  const Pages pages(file);
  Page page{};
  for (std::uint64_t i = 0; i < std::min(pages.in_file, first_pages); ++i) {
    if (!pages.from_file(i, page)) continue;
    if (const auto found = find_tally(page)) return found->tally;
  }
  return std::nullopt;
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
