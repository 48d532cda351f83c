// The head of a file, weighed against what lies behind it.
#include "journal/head.h"

#include <bit>
#include <cstring>
#include <string>

#include "files/descriptor.h"
#include "journal/big_endian.h"
#include "journal/page_scan.h"
#include "journal/recover.h"

namespace greenline::journal {
namespace {

constexpr char sqlite_magic[] = "SQLite format 3";  // with its final zero: 16 bytes
constexpr std::size_t user_version_offset = 60, application_id_offset = 68;

tl::unexpected<Trouble> refused(Fault fault, const std::filesystem::path& file, std::string detail) {
  return tl::unexpected(Trouble{fault, file, std::move(detail)});
}

// A bit that the disk turned over makes a version that nobody wrote: the tally, with its checksum, knows.
bool is_a_flipped_bit(std::int64_t version, const std::filesystem::path& file) {
  if (std::popcount(static_cast<std::uint64_t>(version ^ file_version)) != 1) return false;
  const auto tally = tally_in(file);
  return !tally || tally->version <= file_version;
}

// As make_file.cpp makes them. Another value in a file that is ours was not written by anybody.
bool layout_is_ours(const Header& header) {
  const bool page_size = header[16] == page_bytes >> 8 && header[17] == 0;
  const bool written_as_log_or_not = (header[18] == 1 || header[18] == 2) && header[18] == header[19];
  return page_size && written_as_log_or_not;
}

}  // namespace

tl::expected<void, Trouble> version_is_ours(std::int64_t application, std::int64_t version, const std::filesystem::path& file) {
  if (application != application_id) return refused(Fault::not_ours, file, "it belongs to another program");
  if (version > file_version) return refused(Fault::newer_version, file, "file version " + std::to_string(version));
  return {};
}

tl::expected<void, Trouble> head_is_ours(const Header& header, bool whole, const std::filesystem::path& file) {
  const bool sqlite = whole && std::memcmp(header.data(), sqlite_magic, sizeof sqlite_magic) == 0;
  const auto application = static_cast<std::int64_t>(big_endian_32(header.data() + application_id_offset));
  const auto version = static_cast<std::int64_t>(big_endian_32(header.data() + user_version_offset));
  if (!sqlite || application != application_id) {
    if (holds_rows_of_ours(file)) return refused(Fault::damaged, file, "its first bytes");
    return refused(Fault::not_ours, file, sqlite ? "it belongs to another program" : "it is no SQLite file");
  }
  if (version == file_version && layout_is_ours(header)) return {};
  if (version > file_version && !is_a_flipped_bit(version, file)) return version_is_ours(application, version, file);
  return refused(Fault::damaged, file, "its first bytes");
}

}  // namespace greenline::journal
