// The rows on one page of a SQLite file, read without SQLite, for recovery. (Format: sqlite.org/fileformat2.html, 1.6 and 2.)
#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace greenline::journal {

inline constexpr std::size_t page_bytes = 4096;  // every journal file is made with pages of this size

// Fills `into` with the page of that number; false when there is none.
using FetchPage = std::function<bool(std::uint32_t page_number, std::span<std::uint8_t, page_bytes> into)>;

struct FoundRow {
  std::int64_t seq = 0;
  std::vector<std::uint8_t> id, bytes;
  bool sound = false;     // its checksum proves it; `id` and `bytes` are filled only then
  std::uint8_t kind = 0;  // of a row that is not sound: its EventKind, where its first bytes still tell; 0 where they do not
};

// Whether a row of that id and checksum was found already: a long one is then not put together again.
using KnownRow = std::function<bool(std::span<const std::uint8_t> id, std::uint32_t checksum)>;

// Every row that a page holds: those that the page names, then those that lie in it unnamed because the page's own head or one
// of its pointers is damaged. Never reads outside `page`, whatever is in it; `fetch` is asked for the pages that long rows
// spill onto, at most as many as the row's length needs.
[[nodiscard]] std::vector<FoundRow> rows_on_page(std::span<const std::uint8_t, page_bytes> page, std::size_t header_at,
                                                 const FetchPage& fetch, const KnownRow& known);

}  // namespace greenline::journal
