// How many events a journal file should hold, written in the file itself.
//
// Everything that SQLite writes goes into the log first, so a file whose log was left behind could not know that something is
// missing. So a table of one row has a page to itself, and its bytes are written over in place, past SQLite: after each commit,
// once the log that holds it is on the disk. The count is therefore never more than what was kept. SQLite itself writes that
// page only when events are erased, with the new count. The bytes lie in the last sector of their page, which a disk writes
// whole or not at all; a checksum proves them. A power cut may leave an older count (it is synced with the first commit after
// the log was emptied, and when the log is emptied again), so `log_in_use` says that there may be more in the log than the
// count tells.
//
//   row of `tally`   blob of 28 bytes, big-endian: "GrnlTaly" · file version (4) · 1 while the log holds more than the file (4)
//   ·
//                    events (8) · CRC-32C of all before it (4)
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "journal/sqlite.h"

namespace greenline::journal {

inline constexpr std::size_t tally_bytes = 28;
inline constexpr const char* sql_create_tally = "CREATE TABLE tally(one INTEGER PRIMARY KEY, bytes BLOB NOT NULL)";

struct Tally {
  std::int64_t version = 0;
  std::int64_t events = 0;
  bool log_in_use = false;
};

[[nodiscard]] std::array<std::uint8_t, tally_bytes> encode_tally(const Tally&);
// The tally that lies somewhere in these bytes, and where; nothing when none proves itself.
struct FoundTally {
  Tally tally;
  std::size_t at = 0;
};
[[nodiscard]] std::optional<FoundTally> find_tally(std::span<const std::uint8_t> bytes);

// What the file and its log say together; nothing in a file from before there were tallies.
[[nodiscard]] std::optional<Tally> read_tally(sqlite3*);
// Makes or replaces the row, through SQLite. Within a transaction of the caller's, or in one of its own. SQLite's code.
[[nodiscard]] int store_tally(sqlite3*, const Tally&);

// The place in the file where the tally's bytes lie, to be written over. Its log must hold no frame of that page.
class TallyPlace {
 public:
  [[nodiscard]] static std::optional<TallyPlace> find(sqlite3*);
  // False when the disk refused; what was there before is then still proven, or nothing is.
  bool write(sqlite3*, const Tally&, bool sync) const;

 private:
  std::int64_t offset_ = 0;
};

}  // namespace greenline::journal
