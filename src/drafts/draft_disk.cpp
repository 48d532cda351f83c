#include "drafts/draft_disk.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "drafts/draft_file.h"
#include "files/descriptor.h"
#include "files/private_file.h"

namespace greenline::drafts {
namespace {

namespace fs = std::filesystem;
using Fault = DraftTrouble::Fault;
using Refusal = std::optional<DraftTrouble>;
using files::Descriptor;

// Of a system call that has just failed.
DraftTrouble refused(const fs::path& file, const std::string& doing) {
  return {Fault::not_written, file, doing + ": " + std::strerror(errno)};
}

Refusal refusal_of(const tl::expected<void, std::string>& done, const fs::path& file) {
  if (done) return std::nullopt;
  return DraftTrouble{Fault::not_written, file, done.error()};
}

Refusal take_away(const fs::path& file) {
  if (::unlink(file.c_str()) == 0) return refusal_of(files::sync_folder_of(file), file);
  if (errno == ENOENT) return std::nullopt;
  return refused(file, "removing the file");
}

std::string told(const std::vector<content::Diagnostic>& wrong) {
  const std::string more = wrong.size() > 1 ? " (and " + std::to_string(wrong.size() - 1) + " more)" : "";
  return wrong.empty() ? more : to_text(wrong.front()) + more;
}

// The error is in the system's words.
tl::expected<std::string, std::string> bytes_of(const files::Descriptor& opened) {
  struct stat about {};
  if (::fstat(opened.get(), &about) != 0) return tl::unexpected(std::string(std::strerror(errno)));
  if (!S_ISREG(about.st_mode)) return tl::unexpected(std::string("it is not a file"));
  const auto size = static_cast<std::uintmax_t>(about.st_size);
  if (size > max_drafts_bytes) return tl::unexpected("it has " + std::to_string(size) + " bytes");
  std::string bytes(static_cast<std::size_t>(size), '\0');
  errno = 0;
  if (opened.read_at(0, {reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()})) return bytes;
  return tl::unexpected(std::string(errno != 0 ? std::strerror(errno) : "it breaks off"));
}

// Gives the file a name that nothing has: `end`, or the first of `end`-2, `end`-3 … that is free. Gives back that name.
tl::expected<fs::path, DraftTrouble> set_aside(const fs::path& file, const std::string& end) {
  constexpr int most_names = 1000;
  for (int number = 1; number <= most_names; ++number) {
    const fs::path name = file.native() + end + (number > 1 ? "-" + std::to_string(number) : "");
    int done = ::renameat2(AT_FDCWD, file.c_str(), AT_FDCWD, name.c_str(), RENAME_NOREPLACE);
    if (done != 0 && (errno == EINVAL || errno == ENOSYS)) {  // a file system that cannot promise it
      std::error_code ignored;
      if (fs::exists(fs::symlink_status(name, ignored))) continue;
      done = ::rename(file.c_str(), name.c_str());
    }
    if (done == 0) return name;
    if (errno != EEXIST) break;
  }
  return tl::unexpected(refused(file, "setting the damaged file aside"));
}

DraftsFound set_aside_and_keep(const fs::path& file, DraftsRead read, std::string detail) {
  const auto aside = set_aside(file, read.from_newer ? ".newer" : ".damaged");
  if (!aside) return {std::move(read.drafts), aside.error()};
  Refusal trouble = write_drafts(file, read.drafts);
  if (!trouble) trouble = DraftTrouble{read.from_newer ? Fault::newer_version : Fault::damaged, *aside, std::move(detail)};
  return {std::move(read.drafts), trouble};
}

}  // namespace

std::string_view to_text(DraftTrouble::Fault fault) {
  switch (fault) {
    case Fault::not_written: return "not_written";
    case Fault::left_out: return "left_out";
    case Fault::damaged: return "damaged";
    case Fault::newer_version: return "newer_version";
  }
  return "not_written";
}

fs::path drafts_beside(const fs::path& convening) { return convening.native() + ".drafts"; }

std::optional<DraftTrouble> write_drafts(const fs::path& file, const std::vector<ui::Draft>& drafts) {
  if (drafts.empty()) return take_away(file);
  const DraftsWritten written = encode_drafts(drafts, file.string());
  if (auto wrong = refusal_of(files::write_private_file(file, written.text), file)) return wrong;
  if (written.left_out.empty()) return std::nullopt;
  return DraftTrouble{Fault::left_out, file, told(written.left_out)};
}

DraftsFound load_drafts(const fs::path& file) {
  ::unlink(files::scaffold_beside(file).c_str());  // half written when the program was killed; the file is whole without it
  const files::Descriptor opened(file, O_RDONLY | O_NONBLOCK);
  if (!opened.is_open() && errno == ENOENT) return {};
  if (!opened.is_open()) return set_aside_and_keep(file, {}, std::string("opening: ") + std::strerror(errno));
  const auto bytes = bytes_of(opened);
  if (!bytes) return set_aside_and_keep(file, {}, "reading: " + bytes.error());
  DraftsRead read = decode_drafts(*bytes, file.string());
  if (read.wrong.empty()) return {std::move(read.drafts), std::nullopt};
  std::string detail = told(read.wrong);
  return set_aside_and_keep(file, std::move(read), std::move(detail));
}

DraftsSeen look_at_drafts(const fs::path& file) {
  const files::Descriptor opened(file, O_RDONLY | O_NONBLOCK);
  if (!opened.is_open()) return {{}, errno == ENOENT};
  const auto bytes = bytes_of(opened);
  if (!bytes) return {{}, false};
  DraftsRead read = decode_drafts(*bytes, file.string());
  return {std::move(read.drafts), read.wrong.empty()};
}

}  // namespace greenline::drafts
