// The rows of a journal file: how one is written, and how all are read back.
#pragma once
#include <cstdint>
#include <filesystem>
#include <span>
#include <tl/expected.hpp>
#include <vector>

#include "journal/page_scan.h"
#include "journal/sqlite.h"
#include "model/event.h"

namespace greenline::journal {

// `seq` counts 1, 2, 3 … without a gap, erased rows included (the rest move up), so that a row that went missing is noticed.
// `bytes` is last, so that what spills onto further pages is never needed to check what stands before it.
inline constexpr const char* sql_create_rows =
    "CREATE TABLE event(seq INTEGER PRIMARY KEY, id BLOB NOT NULL, checksum INTEGER NOT NULL, bytes BLOB NOT NULL)";
inline constexpr const char* sql_insert_row = "INSERT INTO event(seq, id, checksum, bytes) VALUES(?1, ?2, ?3, ?4)";
inline constexpr const char* sql_select_rows = "SELECT seq, id, checksum, bytes FROM event ORDER BY seq";

inline constexpr std::int64_t most_events = 1'000'000'000;  // a number beyond is nobody's
inline constexpr std::uint64_t longest_row =
    (8U << 20) + page_bytes;  // the largest event is 200 strokes of 2,000 points: 4.8 million bytes

// An event on its way to the disk.
struct Pending {
  model::EventId id;
  std::vector<std::uint8_t> bytes;
  bool ends_chapter = false;  // a phase or an activity begins or ends with it: a good moment to leave one whole file
};

[[nodiscard]] std::uint32_t row_checksum(std::span<const std::uint8_t> id, std::span<const std::uint8_t> bytes);

// One transaction: all of them, or none and SQLite's code. `insert` is a prepared sql_insert_row.
[[nodiscard]] int write_group(sqlite3*, sqlite3_stmt* insert, std::span<const Pending> group, std::int64_t first_seq);

struct Reading {
  std::vector<model::Event> events;  // in the order written
  std::size_t from_newer = 0;        // rows that only a newer Greenline can read; they stay in the file
};
// A row that does not pass its checks is Fault::damaged, and the detail says which.
[[nodiscard]] tl::expected<Reading, Trouble> read_rows(sqlite3*, const std::filesystem::path& file);
// The same checks without making events: how many rows there are.
[[nodiscard]] tl::expected<std::int64_t, Trouble> check_rows(sqlite3*, const std::filesystem::path& file);

}  // namespace greenline::journal
