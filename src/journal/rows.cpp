// Rows written in one transaction, and read back with every checksum compared.
#include "journal/rows.h"

#include <algorithm>

#include "journal/checksum.h"
#include "journal/event_codec.h"

namespace greenline::journal {
namespace {

int insert_all(sqlite3_stmt* insert, std::span<const Pending> group, std::int64_t seq) {
  for (const Pending& pending : group) {
    sqlite3_bind_int64(insert, 1, seq++);
    int code = bind_bytes(insert, 2, pending.id.bytes);
    sqlite3_bind_int64(insert, 3, row_checksum(pending.id.bytes, pending.bytes));
    if (code == SQLITE_OK) code = bind_bytes(insert, 4, pending.bytes);
    if (code == SQLITE_OK) code = sqlite3_step(insert);
    sqlite3_reset(insert);
    if (code != SQLITE_DONE) return code;
  }
  return SQLITE_OK;
}

// Steps through every row; `with_row` gets its id and bytes, and returns what is wrong with them or null.
template <class WithRow>
tl::expected<std::int64_t, Trouble> each_row(sqlite3* connection, const std::filesystem::path& file, WithRow&& with_row) {
  Statement select;
  if (const int code = prepare(connection, sql_select_rows, select); code != SQLITE_OK) {
    return tl::unexpected(trouble_from_sqlite(connection, code, file));
  }
  std::int64_t seq = 0;
  int code = SQLITE_ROW;
  while ((code = sqlite3_step(select.get())) == SQLITE_ROW) {
    ++seq;
    const auto id = column_bytes(select.get(), 1);
    const auto bytes = column_bytes(select.get(), 3);
    const char* wrong = nullptr;
    if (sqlite3_column_int64(select.get(), 0) != seq) wrong = "it is missing";
    if (wrong == nullptr && row_checksum(id, bytes) != sqlite3_column_int64(select.get(), 2)) wrong = "its checksum differs";
    if (wrong == nullptr) wrong = with_row(id, bytes);
    if (wrong != nullptr) {
      return tl::unexpected(Trouble{Fault::damaged, file, "row " + std::to_string(seq) + ": " + wrong});
    }
  }
  if (code != SQLITE_DONE) return tl::unexpected(trouble_from_sqlite(connection, code, file));
  return seq;
}

}  // namespace

std::uint32_t row_checksum(std::span<const std::uint8_t> id, std::span<const std::uint8_t> bytes) {
  return crc32c(bytes, crc32c(id));
}

int write_group(sqlite3* connection, sqlite3_stmt* insert, std::span<const Pending> group, std::int64_t first_seq) {
  int code = execute(connection, "BEGIN IMMEDIATE");
  if (code == SQLITE_OK) code = insert_all(insert, group, first_seq);
  if (code == SQLITE_OK) code = execute(connection, "COMMIT");
  if (code != SQLITE_OK) roll_back(connection);
  return code;
}

tl::expected<Reading, Trouble> read_rows(sqlite3* connection, const std::filesystem::path& file) {
  Reading reading;
  const auto read = each_row(connection, file, [&](auto id, auto bytes) -> const char* {
    auto event = decode(bytes);
    if (!event) {
      if (!is_from_newer(bytes)) return "it is no event";
      ++reading.from_newer;
      return nullptr;
    }
    if (!std::ranges::equal(id, event->id.bytes)) return "it has the id of another";
    reading.events.push_back(std::move(*event));
    return nullptr;
  });
  if (!read) return tl::unexpected(read.error());
  return reading;
}

tl::expected<std::int64_t, Trouble> check_rows(sqlite3* connection, const std::filesystem::path& file) {
  return each_row(connection, file, [](auto, auto) -> const char* { return nullptr; });
}

}  // namespace greenline::journal
