// The tally's bytes, through SQLite and past it.
#include "journal/tally.h"

#include <algorithm>
#include <string>
#include <vector>

#include "files/descriptor.h"
#include "journal/big_endian.h"
#include "journal/checksum.h"
#include "journal/page_scan.h"
#include "journal/rows.h"

namespace greenline::journal {
namespace {

constexpr std::array<std::uint8_t, 8> tally_magic{'G', 'r', 'n', 'l', 'T', 'a', 'l', 'y'};

void put(std::uint8_t* at, std::uint64_t value, int bytes) {
  for (int i = bytes - 1; i >= 0; --i, value >>= 8) at[i] = static_cast<std::uint8_t>(value);
}

std::optional<Tally> decoded_tally(std::span<const std::uint8_t> bytes) {
  if (bytes.size() < tally_bytes || !std::ranges::equal(bytes.first(8), tally_magic)) return std::nullopt;
  if (crc32c(bytes.first(24)) != big_endian_32(bytes.data() + 24)) return std::nullopt;
  const std::uint64_t events = std::uint64_t{big_endian_32(bytes.data() + 16)} << 32 | big_endian_32(bytes.data() + 20);
  if (events > most_events) return std::nullopt;
  return Tally{big_endian_32(bytes.data() + 8), static_cast<std::int64_t>(events), big_endian_32(bytes.data() + 12) != 0};
}

sqlite3_file* file_of(sqlite3* connection) {
  sqlite3_file* file = nullptr;
  if (sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK) return nullptr;
  return file != nullptr && file->pMethods != nullptr ? file : nullptr;
}

}  // namespace

std::array<std::uint8_t, tally_bytes> encode_tally(const Tally& tally) {
  std::array<std::uint8_t, tally_bytes> bytes{};
  std::ranges::copy(tally_magic, bytes.begin());
  put(bytes.data() + 8, static_cast<std::uint64_t>(tally.version), 4);
  put(bytes.data() + 12, tally.log_in_use ? 1 : 0, 4);
  put(bytes.data() + 16, static_cast<std::uint64_t>(tally.events), 8);
  put(bytes.data() + 24, crc32c(std::span(bytes).first(24)), 4);
  return bytes;
}

std::optional<FoundTally> find_tally(std::span<const std::uint8_t> bytes) {
  for (auto at = bytes.begin();; ++at) {
    at = std::search(at, bytes.end(), tally_magic.begin(), tally_magic.end());
    if (at == bytes.end()) return std::nullopt;
    const auto place = static_cast<std::size_t>(at - bytes.begin());
    if (const auto tally = decoded_tally(bytes.subspan(place))) return FoundTally{*tally, place};
  }
}

std::optional<Tally> read_tally(sqlite3* connection) {
  Statement select;
  if (prepare(connection, "SELECT bytes FROM tally WHERE one = 1", select) != SQLITE_OK) return std::nullopt;
  if (sqlite3_step(select.get()) != SQLITE_ROW) return std::nullopt;
  return decoded_tally(column_bytes(select.get(), 0));
}

int store_tally(sqlite3* connection, const Tally& tally) {
  const auto bytes = encode_tally(tally);
  Statement insert;
  int code = execute(connection, (std::string("CREATE TABLE IF NOT EXISTS ") + (sql_create_tally + 13)).c_str());
  if (code == SQLITE_OK) code = prepare(connection, "INSERT OR REPLACE INTO tally(one, bytes) VALUES(1, ?1)", insert);
  if (code == SQLITE_OK) code = bind_bytes(insert.get(), 1, bytes);
  if (code == SQLITE_OK) code = sqlite3_step(insert.get());
  return code == SQLITE_DONE ? SQLITE_OK : code;
}

std::optional<TallyPlace> TallyPlace::find(sqlite3* connection) {
  const auto root = whole_number(connection, "SELECT rootpage FROM sqlite_schema WHERE name = 'tally'");
  sqlite3_file* file = file_of(connection);
  if (!root || *root < 2 || file == nullptr) return std::nullopt;
  std::vector<std::uint8_t> page(page_bytes);
  const std::int64_t page_at = (*root - 1) * static_cast<std::int64_t>(page_bytes);
  if (file->pMethods->xRead(file, page.data(), static_cast<int>(page.size()), page_at) != SQLITE_OK) return std::nullopt;
  const auto found = find_tally(page);
  if (!found) return std::nullopt;
  TallyPlace place;
  place.offset_ = page_at + static_cast<std::int64_t>(found->at);
  return place;
}

bool TallyPlace::write(sqlite3* connection, const Tally& tally, bool sync) const {
  sqlite3_file* file = file_of(connection);
  if (file == nullptr) return false;
  const auto bytes = encode_tally(tally);
  if (file->pMethods->xWrite(file, bytes.data(), static_cast<int>(bytes.size()), offset_) != SQLITE_OK) return false;
  return !sync || file->pMethods->xSync(file, SQLITE_SYNC_NORMAL) == SQLITE_OK;
}

}  // namespace greenline::journal
