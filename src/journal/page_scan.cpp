// Cells of a table-leaf page, put together with what spilled, and believed only when the row's checksum agrees.
#include "journal/page_scan.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>

#include "files/descriptor.h"
#include "journal/big_endian.h"
#include "journal/rows.h"

namespace greenline::journal {
namespace {

constexpr std::uint8_t table_leaf = 0x0D;
constexpr std::size_t leaf_header_bytes = 8;
constexpr std::size_t bytes_of_id = 16;

struct Cursor {
  std::span<const std::uint8_t> bytes;
  std::size_t at = 0;
  bool failed = false;

  std::uint8_t byte() {
    if (at < bytes.size()) return bytes[at++];
    failed = true;
    return 0;
  }
  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (int i = 0; i < 8; ++i) {
      const std::uint8_t b = byte();
      value = value << 7 | (b & 0x7FU);
      if ((b & 0x80U) == 0) return value;
    }
    return value << 8 | byte();
  }
  std::span<const std::uint8_t> take(std::uint64_t count) {
    if (count > bytes.size() - at) {
      failed = true;
      return {};
    }
    const auto taken = bytes.subspan(at, static_cast<std::size_t>(count));
    at += taken.size();
    return taken;
  }
};

// How much of a payload lies on its leaf page (fileformat2.html, 1.6).
std::size_t local_bytes(std::uint64_t payload) {
  constexpr std::uint64_t most = page_bytes - 35, least = (page_bytes - 12) * 32 / 255 - 23, spill = page_bytes - 4;
  if (payload <= most) return static_cast<std::size_t>(payload);
  const std::uint64_t local = least + (payload - least) % spill;
  return static_cast<std::size_t>(local <= most ? local : least);
}

bool append_spilled(std::vector<std::uint8_t>& payload, std::uint64_t size, std::uint32_t next, const FetchPage& fetch) {
  std::array<std::uint8_t, page_bytes> page{};
  while (payload.size() < size) {
    if (next == 0 || !fetch(next, page)) return false;
    const std::size_t part = static_cast<std::size_t>(std::min<std::uint64_t>(size - payload.size(), page_bytes - 4));
    payload.insert(payload.end(), page.begin() + 4, page.begin() + 4 + static_cast<std::ptrdiff_t>(part));
    next = big_endian_32(page.data());
  }
  return true;
}

// Bytes of an integer column by its serial type; nothing for another type.
std::optional<std::size_t> integer_bytes(std::uint64_t type) {
  constexpr std::array<std::size_t, 10> sizes{0, 1, 2, 3, 4, 6, 8, 0, 0, 0};
  if (type == 0 || type == 7 || type > 9) return std::nullopt;
  return sizes[type];
}

std::int64_t integer(std::uint64_t type, std::span<const std::uint8_t> bytes) {
  if (type >= 8) return static_cast<std::int64_t>(type - 8);  // the constants 0 and 1
  std::uint64_t value = !bytes.empty() && (bytes[0] & 0x80U) != 0 ? ~std::uint64_t{0} : 0;
  for (const std::uint8_t b : bytes) value = value << 8 | b;
  return static_cast<std::int64_t>(value);
}

// Columns seq, id, checksum, bytes, as rows.h has them. What stands before `bytes` is always on the leaf page.
struct RowHead {
  std::span<const std::uint8_t> id;
  std::uint32_t checksum = 0;
  std::size_t bytes_at = 0;  // in the payload
  std::uint64_t bytes_count = 0;
};

std::optional<RowHead> row_head(std::span<const std::uint8_t> payload) {
  Cursor in{payload};
  const std::uint64_t header_size = in.varint();
  const std::uint64_t seq_type = in.varint(), id_type = in.varint(), checksum_type = in.varint(), bytes_type = in.varint();
  const auto checksum_bytes = integer_bytes(checksum_type);
  const bool ours = !in.failed && header_size == in.at && seq_type == 0 && id_type == 12 + 2 * bytes_of_id && checksum_bytes &&
                    bytes_type >= 12 && bytes_type % 2 == 0;
  if (!ours) return std::nullopt;
  RowHead head;
  head.id = in.take(bytes_of_id);
  const auto checksum = integer(checksum_type, in.take(*checksum_bytes));
  if (in.failed || checksum < 0 || checksum > UINT32_MAX) return std::nullopt;
  head.checksum = static_cast<std::uint32_t>(checksum);
  head.bytes_at = in.at;
  head.bytes_count = (bytes_type - 12) / 2;
  return head;
}

// An event begins with a map of four, or five where somebody did it: its kind, then its id (event_format.h).
std::uint8_t kind_told_by(std::span<const std::uint8_t> bytes) {
  if (bytes.size() < 6 || (bytes[0] != 0xA4 && bytes[0] != 0xA5) || bytes[1] != 0x00) return 0;
  const std::size_t kind_at = bytes[2] == 0x18 ? 3 : 2;  // from 24 on it has a byte to itself
  if (bytes[2] > 0x18 || bytes[kind_at + 1] != 0x01 || bytes[kind_at + 2] != 0x50) return 0;
  return bytes[kind_at];
}

// False where not even the row's head can be read.
bool prove(std::span<const std::uint8_t> payload, FoundRow& row) {
  const auto head = row_head(payload);
  if (!head) return false;
  const auto bytes = payload.subspan(head->bytes_at);
  if (bytes.size() < head->bytes_count || row_checksum(head->id, bytes.first(head->bytes_count)) != head->checksum) {
    row.kind = kind_told_by(bytes);
    return true;
  }
  row.sound = true;
  row.id.assign(head->id.begin(), head->id.end());
  row.bytes.assign(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(head->bytes_count));
  return true;
}

struct Sources {
  const FetchPage& fetch;
  const KnownRow& known;
};

// Nothing where no row can begin, or where the row is known already.
std::optional<FoundRow> row_of_cell(std::span<const std::uint8_t> cell, const Sources& from) {
  Cursor in{cell};
  const std::uint64_t size = in.varint();
  FoundRow row;
  row.seq = static_cast<std::int64_t>(in.varint());
  if (in.failed || size > longest_row || row.seq <= 0) return std::nullopt;
  const auto local = in.take(local_bytes(size));
  if (in.failed) return std::nullopt;
  if (local.size() == size) return prove(local, row) ? std::optional(std::move(row)) : std::nullopt;
  const auto next = in.take(4);
  if (in.failed) return std::nullopt;
  const auto head = row_head(local);
  if (!head) return std::nullopt;
  if (from.known(head->id, head->checksum)) return std::nullopt;
  std::vector<std::uint8_t> payload(local.begin(), local.end());
  if (append_spilled(payload, size, big_endian_32(next.data()), from.fetch)) {
    (void)prove(payload, row);
  } else {
    row.kind = kind_told_by(local.subspan(head->bytes_at));
  }
  return row;
}

// Where on the page a cell begins, to what lies in it. Cells grow downwards, so the first row has the greatest place.
using Found = std::map<std::size_t, FoundRow, std::greater<>>;

void add_named_rows(std::span<const std::uint8_t, page_bytes> page, std::size_t header_at, const Sources& from, Found& found) {
  if (header_at + leaf_header_bytes > page.size() || page[header_at] != table_leaf) return;
  const std::size_t cells = static_cast<std::size_t>(page[header_at + 3] << 8 | page[header_at + 4]);
  const std::size_t pointers_at = header_at + leaf_header_bytes;
  for (std::size_t i = 0; i < cells && pointers_at + 2 * i + 2 <= page.size(); ++i) {
    const std::uint8_t* pointer = page.data() + pointers_at + 2 * i;
    const std::size_t at = static_cast<std::size_t>(pointer[0] << 8 | pointer[1]);
    if (at < pointers_at || at >= page.size() || found.contains(at)) continue;
    if (auto row = row_of_cell(page.subspan(at), from)) found.emplace(at, std::move(*row));
  }
}

std::size_t varint_bytes(std::uint64_t value) {
  std::size_t count = 1;
  while (count < 9 && (value >>= 7) != 0) ++count;
  return count;
}

// Where the cell begins whose record's header is at `header`: before it stand the payload's size, which the header tells too,
// and the number of the row.
std::optional<std::size_t> cell_before(std::span<const std::uint8_t, page_bytes> page, std::size_t header) {
  const auto head = row_head(page.subspan(header));
  if (!head) return std::nullopt;
  const std::uint64_t size = head->bytes_at + head->bytes_count;
  for (std::size_t seq_bytes = 1; seq_bytes <= 5; ++seq_bytes) {
    const std::size_t before = seq_bytes + varint_bytes(size);
    if (before > header) break;
    Cursor in{page.subspan(header - before, before)};
    if (in.varint() == size && in.varint() > 0 && !in.failed && in.at == before) return header - before;
  }
  return std::nullopt;
}

// A record of ours has after its header's size the types of `seq` (none: it is the row's number) and of `id`: 0, 44.
void add_unnamed_rows(std::span<const std::uint8_t, page_bytes> page, const Sources& from, Found& found) {
  constexpr std::uint8_t id_type = 12 + 2 * bytes_of_id;
  for (std::size_t at = 3; at + 2 < page.size(); ++at) {
    if (page[at + 1] != 0 || page[at + 2] != id_type) continue;
    const auto cell = cell_before(page, at);
    if (!cell || found.contains(*cell)) continue;
    if (auto row = row_of_cell(page.subspan(*cell), from); row && row->sound) found.emplace(*cell, std::move(*row));
  }
}

// The number of a row is the one thing that its checksum does not prove. Rows follow one another without a gap.
void mend_numbers(std::vector<FoundRow>& rows) {
  for (std::size_t i = 1; i + 1 < rows.size(); ++i) {
    if (rows[i - 1].seq + 2 == rows[i + 1].seq) rows[i].seq = rows[i - 1].seq + 1;
  }
}

}  // namespace

std::vector<FoundRow> rows_on_page(std::span<const std::uint8_t, page_bytes> page, std::size_t header_at,
                                   const FetchPage& fetch, const KnownRow& known) {
  Found found;
  const Sources from{fetch, known};
  add_named_rows(page, header_at, from, found);
  add_unnamed_rows(page, from, found);
  std::vector<FoundRow> rows;
  rows.reserve(found.size());
  for (auto& [at, row] : found) rows.push_back(std::move(row));
  mend_numbers(rows);
  return rows;
}

}  // namespace greenline::journal
