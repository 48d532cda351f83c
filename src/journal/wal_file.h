// The write-ahead log beside a journal file: whether it is whole, and making its bytes unreadable.
//
// SQLite reads the log up to the first frame that does not check and takes the rest for a torn last write. After a power cut
// that is right. After a bad sector in the middle it would drop, in silence, events that had been acknowledged, and the next
// write would cover them. With synchronous=FULL a transaction begins only when the one before it is on the disk, so only the
// last one can be torn: two commits beyond a bad frame mean damage. (Format: sqlite.org/fileformat2.html, section 4.)
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>

#include "files/descriptor.h"
#include "journal/sqlite.h"

namespace greenline::journal {

inline constexpr std::size_t wal_header_bytes = 32;
inline constexpr std::size_t wal_frame_header_bytes = 24;

[[nodiscard]] std::filesystem::path wal_of(const std::filesystem::path& file);
// What a log adds to its file. An absent, empty or torn log is sound.
struct Log {
  std::unordered_map<std::uint32_t, std::uint64_t>
      page_at;                            // number of a page, to where its newest committed bytes lie in the log
  std::uint32_t pages = 0;                // of the file with its log; 0: nothing is committed in the log
  std::uint64_t commits = 0, frames = 0;  // that count
  std::optional<std::string> damage;      // what is damaged, or nothing
};
// Writes nothing. O(log).
[[nodiscard]] Log read_log(const files::Descriptor& wal);
// What is damaged, or nothing. An absent, empty or torn log is sound. Writes nothing. O(log).
[[nodiscard]] std::optional<std::string> damage_in_wal(const std::filesystem::path& file);

// Moves the log into the file, then overwrites the log's bytes with zeros and empties it, so that the words in it are not
// left in the blocks that the file system takes back. The connection must hold the file's lock and be in no transaction.
[[nodiscard]] tl::expected<void, Trouble> scrub_wal(sqlite3*, const std::filesystem::path& file);

// Overwrites a file with zeros and waits until they are on the disk. No file is no failure.
[[nodiscard]] tl::expected<void, Trouble> overwrite_with_zeros(const std::filesystem::path& file);

}  // namespace greenline::journal
