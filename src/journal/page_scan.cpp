// Cells of a table-leaf page, put together with what spilled, and believed only when the row's checksum agrees.
#include "journal/page_scan.h"

#include <algorithm>
#include <array>
#include <optional>

#include "journal/file_descriptor.h"
#include "journal/rows.h"

namespace greenline::journal {
namespace {

constexpr std::uint8_t table_leaf = 0x0D;
constexpr std::size_t leaf_header_bytes = 8;
constexpr std::uint64_t longest_row = 8U << 20;  // the largest event is 200 strokes of 2,000 points: 4.8 million bytes
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

// Columns seq, id, checksum, bytes, as rows.h has them.
bool read_record(std::span<const std::uint8_t> payload, FoundRow& row) {
  Cursor in{payload};
  const std::uint64_t header_size = in.varint();
  const std::uint64_t seq_type = in.varint(), id_type = in.varint(), checksum_type = in.varint(), bytes_type = in.varint();
  const auto checksum_bytes = integer_bytes(checksum_type);
  const bool ours = !in.failed && header_size == in.at && seq_type == 0 && id_type == 12 + 2 * bytes_of_id && checksum_bytes &&
                    bytes_type >= 12 && bytes_type % 2 == 0;
  if (!ours) return false;
  const auto id = in.take(bytes_of_id);
  const auto checksum = integer(checksum_type, in.take(*checksum_bytes));
  const auto bytes = in.take((bytes_type - 12) / 2);
  if (in.failed || row_checksum(id, bytes) != checksum) return false;
  row.id.assign(id.begin(), id.end());
  row.bytes.assign(bytes.begin(), bytes.end());
  return true;
}

std::optional<FoundRow> row_of_cell(std::span<const std::uint8_t> cell, const FetchPage& fetch) {
  Cursor in{cell};
  const std::uint64_t size = in.varint();
  FoundRow row;
  row.seq = static_cast<std::int64_t>(in.varint());
  if (in.failed || size > longest_row || row.seq <= 0) return std::nullopt;
  const auto local = in.take(local_bytes(size));
  if (in.failed) return std::nullopt;
  if (local.size() == size) {
    row.sound = read_record(local, row);
    return row;
  }
  const auto next = in.take(4);
  if (in.failed) return std::nullopt;
  std::vector<std::uint8_t> payload(local.begin(), local.end());
  row.sound = append_spilled(payload, size, big_endian_32(next.data()), fetch) && read_record(payload, row);
  return row;
}

}  // namespace

std::vector<FoundRow> rows_on_page(std::span<const std::uint8_t, page_bytes> page, std::size_t header_at,
                                   const FetchPage& fetch) {
  std::vector<FoundRow> rows;
  if (header_at + leaf_header_bytes > page.size() || page[header_at] != table_leaf) return rows;
  const std::size_t cells = static_cast<std::size_t>(page[header_at + 3] << 8 | page[header_at + 4]);
  const std::size_t pointers_at = header_at + leaf_header_bytes;
  for (std::size_t i = 0; i < cells && pointers_at + 2 * i + 2 <= page.size(); ++i) {
    const std::uint8_t* pointer = page.data() + pointers_at + 2 * i;
    const std::size_t at = static_cast<std::size_t>(pointer[0] << 8 | pointer[1]);
    if (at < pointers_at || at >= page.size()) continue;
    if (auto row = row_of_cell(page.subspan(at), fetch)) rows.push_back(std::move(*row));
  }
  return rows;
}

}  // namespace greenline::journal
