#include "content/zip_directory.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "content/pack_source.h"
#include "content/problem.h"
#include "files/descriptor.h"
#include "files/kind.h"

namespace greenline::content {
namespace {

constexpr std::uint64_t max_zip_bytes = std::uint64_t{256} << 20;
constexpr std::size_t end_bytes = 22, central_bytes = 46, local_bytes = 30, longest_remark = 65535;
constexpr std::size_t max_directory_bytes = max_pack_files * 1024;

using Bytes = std::vector<std::uint8_t>;

std::uint32_t number_at(std::span<const std::uint8_t> bytes, std::size_t at, std::size_t width) {
  std::uint32_t number = 0;
  for (std::size_t i = width; i-- > 0;) number = number << 8 | bytes[at + i];
  return number;
}

bool is_signature(std::span<const std::uint8_t> bytes, std::size_t at, std::string_view sign) {
  return at + 4 <= bytes.size() && bytes[at] == 'P' && bytes[at + 1] == 'K' &&
         bytes[at + 2] == static_cast<std::uint8_t>(sign[0]) && bytes[at + 3] == static_cast<std::uint8_t>(sign[1]);
}

Said damaged(std::string found) {
  return {Problem::not_a_zip, std::move(found), "a zip that is whole", "Make the zip anew, or copy it again."};
}

struct Stretch {  // of the archive's bytes that an entry takes, at least
  std::uint64_t from = 0, to = 0;
};

tl::expected<ZipLook, Said> walk_directory(std::span<const std::uint8_t> directory, std::size_t entries) {
  ZipLook look{entries, 0};
  std::vector<Stretch> stretches;
  std::size_t at = 0;
  for (std::size_t entry = 0; entry < entries; ++entry) {
    if (at + central_bytes > directory.size() || !is_signature(directory, at, "\1\2"))
      return tl::unexpected(damaged("a directory that breaks off"));
    const std::uint64_t packed = number_at(directory, at + 20, 4), unpacked = number_at(directory, at + 24, 4);
    const std::size_t name = number_at(directory, at + 28, 2);
    const std::uint64_t local = number_at(directory, at + 42, 4);
    if (packed == 0xFFFFFFFF || unpacked == 0xFFFFFFFF || local == 0xFFFFFFFF)
      return tl::unexpected(Said{Problem::too_much, "an entry of 4 GB or more",
                                 "at most " + std::to_string(max_pack_bytes >> 20) + " MB in all"});
    stretches.push_back({local, local + local_bytes + name + packed});
    look.declared_bytes += unpacked;
    at += central_bytes + name + number_at(directory, at + 30, 2) + number_at(directory, at + 32, 2);
  }
  std::ranges::sort(stretches, {}, &Stretch::from);
  for (std::size_t i = 1; i < stretches.size(); ++i)
    if (stretches[i].from < stretches[i - 1].to)
      return tl::unexpected(Said{Problem::overlapping, "two entries that share the same bytes", "entries one after another"});
  return look;
}

}  // namespace

tl::expected<ZipLook, Said> look_into_zip(const std::filesystem::path& path) {
  const files::Stands stands = files::stands_for(path);
  if (stands.why != 0)
    return tl::unexpected(Said{Problem::unreadable, files::reason_of(stands.why), "a file that can be read"});
  if (stands.kind != files::Kind::plain)
    return tl::unexpected(Said{Problem::unreadable, std::string(to_text(stands.kind)), "a pack: a folder or a .zip"});
  const files::Descriptor file(path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
  struct stat now {};
  if (!file.is_open() || ::fstat(file.get(), &now) != 0 || !S_ISREG(now.st_mode))
    return tl::unexpected(Said{Problem::unreadable, "no such file", "a file that can be read"});
  const auto size = static_cast<std::uint64_t>(now.st_size);
  if (size == 0) return tl::unexpected(Said{Problem::empty_file, "nothing in it", "a zip"});
  if (size > max_zip_bytes)
    return tl::unexpected(
        Said{Problem::too_large, std::to_string(size >> 20) + " MB", "at most " + std::to_string(max_zip_bytes >> 20) + " MB"});
  Bytes tail(static_cast<std::size_t>(std::min<std::uint64_t>(size, end_bytes + longest_remark)));
  if (!file.read_at(size - tail.size(), tail)) return tl::unexpected(damaged("a file that cannot be read to its end"));
  std::size_t end = tail.size() < end_bytes ? 0 : tail.size() - end_bytes + 1;
  while (end > 0 && !is_signature(tail, end - 1, "\5\6")) --end;
  if (end == 0) return tl::unexpected(damaged("no directory at its end: it is no zip, or it was not copied to its end"));
  --end;
  const std::size_t entries = number_at(tail, end + 10, 2);
  const std::uint64_t bytes = number_at(tail, end + 12, 4), from = number_at(tail, end + 16, 4);
  if (entries > max_pack_files || bytes > max_directory_bytes)
    return tl::unexpected(Said{Problem::too_many_files,
                               entries > max_pack_files ? std::to_string(entries) + " entries or more"
                                                        : "a directory of " + std::to_string(bytes) + " bytes",
                               "at most " + std::to_string(max_pack_files) + " files in a pack"});
  if (from > size || bytes > size - from) return tl::unexpected(damaged("a directory that lies beyond the end"));
  Bytes directory(static_cast<std::size_t>(bytes));
  if (!file.read_at(from, directory)) return tl::unexpected(damaged("a directory that cannot be read"));
  return walk_directory(directory, entries);
}

}  // namespace greenline::content
