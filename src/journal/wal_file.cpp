// Walks a write-ahead log's frames as SQLite does, and looks at what lies beyond the place where SQLite would stop.
#include "journal/wal_file.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <vector>

#include "files/descriptor.h"
#include "journal/big_endian.h"
#include "journal/page_scan.h"

namespace greenline::journal {
namespace {

constexpr std::uint32_t wal_magic = 0x377F0682;  // its lowest bit: checksums are of big-endian words
constexpr std::uint32_t smallest_page = 512, largest_page = 65536;

struct Checksum {
  std::uint32_t a = 0, b = 0;
  friend bool operator==(const Checksum&, const Checksum&) = default;
};

struct WalHeader {
  bool sound = false;
  bool big_endian_words = false;
  std::uint32_t page_size = 0;
  std::uint64_t salts = 0;
  Checksum checksum;
};

std::uint32_t word(const std::uint8_t* p, bool big_endian) {
  const std::uint32_t value = big_endian_32(p);
  return big_endian ? value : __builtin_bswap32(value);
}

std::uint64_t both(const std::uint8_t* p) { return std::uint64_t{big_endian_32(p)} << 32 | big_endian_32(p + 4); }

Checksum continued(Checksum c, std::span<const std::uint8_t> bytes, bool big_endian) {
  for (std::size_t i = 0; i + 8 <= bytes.size(); i += 8) {
    c.a += word(bytes.data() + i, big_endian) + c.b;
    c.b += word(bytes.data() + i + 4, big_endian) + c.a;
  }
  return c;
}

WalHeader parsed(const std::array<std::uint8_t, wal_header_bytes>& bytes) {
  WalHeader header;
  const std::uint32_t magic = big_endian_32(bytes.data());
  header.big_endian_words = (magic & 1U) != 0;
  header.page_size = big_endian_32(bytes.data() + 8);
  header.salts = both(bytes.data() + 16);
  header.checksum = continued({}, std::span(bytes).first(24), header.big_endian_words);
  const bool page_size_sound = header.page_size >= smallest_page && header.page_size <= largest_page;
  const Checksum written{big_endian_32(bytes.data() + 24), big_endian_32(bytes.data() + 28)};
  header.sound = (magic & ~1U) == wal_magic && page_size_sound && header.checksum == written;
  return header;
}

// Frames up to the last commit before the first that does not check. True when commits lie beyond that one.
bool read_frames(const files::Descriptor& wal, const WalHeader& header, Log& log) {
  std::vector<std::uint8_t> frame(wal_frame_header_bytes + header.page_size);
  std::unordered_map<std::uint32_t, std::uint64_t> uncommitted;
  Checksum running = header.checksum;
  bool all_well = true;
  std::size_t beyond = 0;
  for (std::uint64_t offset = wal_header_bytes; wal.read_at(offset, frame); offset += frame.size()) {
    const bool this_generation = both(frame.data() + 8) == header.salts;
    if (all_well) {
      running = continued(running, std::span(frame).first(8), header.big_endian_words);
      running = continued(running, std::span(frame).subspan(wal_frame_header_bytes), header.big_endian_words);
      all_well = this_generation && running == Checksum{big_endian_32(frame.data() + 16), big_endian_32(frame.data() + 20)};
    }
    const std::uint32_t pages_after_commit = big_endian_32(frame.data() + 4);
    if (!all_well && this_generation && pages_after_commit != 0) ++beyond;
    if (!all_well) continue;
    uncommitted[big_endian_32(frame.data())] = offset + wal_frame_header_bytes;
    if (pages_after_commit == 0) continue;
    for (const auto& [page, at] : uncommitted) log.page_at[page] = at;
    uncommitted.clear();
    log.pages = pages_after_commit;
    ++log.commits;
    log.frames = (offset - wal_header_bytes) / frame.size() + 1;
  }
  return beyond >= 2;
}

tl::expected<void, Trouble> write_zeros(int fd, std::uint64_t from, std::uint64_t to, const std::filesystem::path& file) {
  const std::vector<std::uint8_t> zeros(std::size_t{1} << 16);
  while (from < to) {
    const std::size_t part = static_cast<std::size_t>(std::min<std::uint64_t>(zeros.size(), to - from));
    const ssize_t written = ::pwrite(fd, zeros.data(), part, static_cast<off_t>(from));
    if (written <= 0) return tl::unexpected(trouble_from_errno(errno, file, "overwriting"));
    from += static_cast<std::uint64_t>(written);
  }
  if (::fsync(fd) != 0) return tl::unexpected(trouble_from_errno(errno, file, "overwriting"));
  return {};
}

}  // namespace

std::filesystem::path wal_of(const std::filesystem::path& file) { return file.native() + "-wal"; }

Log read_log(const files::Descriptor& wal) {
  Log log;
  std::array<std::uint8_t, wal_header_bytes> bytes{};
  if (!wal.is_open() || !wal.read_at(0, bytes)) return log;  // the header reaches the disk before any frame does
  // Made longer but never written (a power cut), or scrubbed.
  if (std::ranges::all_of(bytes, [](std::uint8_t b) { return b == 0; })) return log;
  const WalHeader header = parsed(bytes);
  // The header lies in one sector of the disk, which is written whole or not at all.
  if (!header.sound || header.page_size != page_bytes) {
    log.damage = "the header of its write-ahead log";
  } else if (read_frames(wal, header, log)) {
    log.damage = "the middle of its write-ahead log";
  }
  return log;
}

std::optional<std::string> damage_in_wal(const std::filesystem::path& file) {
  return read_log(files::Descriptor(wal_of(file), O_RDONLY)).damage;
}

tl::expected<void, Trouble> overwrite_with_zeros(const std::filesystem::path& file) {
  const files::Descriptor opened(file, O_WRONLY | O_NOFOLLOW);
  if (!opened.is_open() && errno == ENOENT) return {};
  struct stat status {};
  if (!opened.is_open() || ::fstat(opened.get(), &status) != 0) {
    return tl::unexpected(trouble_from_errno(errno, file, "overwriting"));
  }
  const auto size = static_cast<std::uint64_t>(status.st_size);
  // The header first: after a power cut in between, a log without one is empty; a log with holes in it would look damaged.
  const std::uint64_t header = std::min<std::uint64_t>(size, smallest_page);
  if (auto written = write_zeros(opened.get(), 0, header, file); !written) return written;
  return write_zeros(opened.get(), header, size, file);
}

tl::expected<void, Trouble> scrub_wal(sqlite3* connection, const std::filesystem::path& file) {
  int frames = -1, moved = -1;
  const int code = sqlite3_wal_checkpoint_v2(connection, "main", SQLITE_CHECKPOINT_PASSIVE, &frames, &moved);
  if (code != SQLITE_OK) return tl::unexpected(trouble_from_sqlite(connection, code, file));
  if (frames != moved) return tl::unexpected(Trouble{Fault::io, file, "the write-ahead log could not be moved into the file"});
  // All that the log says is in the file and on the disk, so SQLite reads no frame of it again.
  if (auto zeroed = overwrite_with_zeros(wal_of(file)); !zeroed) return zeroed;
  const int emptied = sqlite3_wal_checkpoint_v2(connection, "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  if (emptied != SQLITE_OK) return tl::unexpected(trouble_from_sqlite(connection, emptied, file));
  return {};
}

}  // namespace greenline::journal
