// A pack that is a .zip.
#include <sys/stat.h>
#include <zip.h>

#include <algorithm>
#include <map>
#include <memory>

#include "content/pack_names.h"
#include "content/problem.h"
#include "content/reader.h"
#include "content/zip_directory.h"

namespace greenline::content {
namespace {

using Archive = std::shared_ptr<zip_t>;

struct CloseEntry {
  void operator()(zip_file_t* entry) const { (void)zip_fclose(entry); }
};

// What an entry is by the system that packed it; empty: a plain file or a folder.
std::string_view other_than_file(zip_t* archive, zip_uint64_t index) {
  zip_uint8_t system = 0;
  zip_uint32_t attributes = 0;
  if (zip_file_get_external_attributes(archive, index, 0, &system, &attributes) != 0) return {};
  if (system != ZIP_OPSYS_UNIX && system != ZIP_OPSYS_OS_X) return {};
  switch ((attributes >> 16) & S_IFMT) {
    case 0:
    case S_IFREG:
    case S_IFDIR: return {};
    case S_IFLNK: return "a link to somewhere else";
    case S_IFIFO: return "a pipe";
    case S_IFSOCK: return "a socket";
    default: return "a device";
  }
}

bool ends_in_zip(std::string_view name) {
  constexpr std::string_view end = ".zip";
  return name.size() >= end.size() &&
         std::equal(end.begin(), end.end(), name.end() - static_cast<std::ptrdiff_t>(end.size()),
                    [](char a, char b) { return a == b || (b >= 'A' && b <= 'Z' && a == b - 'A' + 'a'); });
}

// Why an entry cannot be in a pack, or nothing.
std::optional<Said> refused_entry(const zip_stat_t& entry, std::string_view name) {
  if (ends_in_zip(name))
    return Said{Problem::zip_in_zip, "a zip in the zip", "the pack's files themselves",
                "Unpack it once, and take the zip that lies inside."};
  if (entry.encryption_method != ZIP_EM_NONE)
    return Said{Problem::locked_zip, "an entry that is locked with a password", "a zip without a password"};
  if (entry.comp_method != ZIP_CM_STORE && entry.comp_method != ZIP_CM_DEFLATE)
    return Said{Problem::locked_zip, "an entry packed in a way that few programs know",
                "a zip as every system makes it (deflate)"};
  return std::nullopt;
}

// Counts what all files of one pack have given so far.
struct Given {
  std::size_t bytes = 0;
};

tl::expected<std::string, Said> unpack(zip_t* archive, zip_uint64_t index, std::size_t most_bytes, Given& given) {
  const std::unique_ptr<zip_file_t, CloseEntry> entry(zip_fopen_index(archive, index, 0));
  const auto damaged = [](std::string found) {
    return tl::unexpected(
        Said{Problem::not_a_zip, std::move(found), "a zip that is whole", "Make the zip anew, or copy it again."});
  };
  if (!entry) return damaged(zip_strerror(archive));
  std::string bytes;
  constexpr std::size_t step = std::size_t{64} << 10;
  while (true) {
    const std::size_t before = bytes.size();
    bytes.resize(before + step);
    const zip_int64_t got = zip_fread(entry.get(), bytes.data() + before, step);
    if (got < 0) return damaged(zip_file_strerror(entry.get()));
    bytes.resize(before + static_cast<std::size_t>(got));
    given.bytes += static_cast<std::size_t>(got);
    if (bytes.size() > most_bytes)
      return tl::unexpected(Said{Problem::too_large, "more than " + std::to_string(most_bytes) + " bytes as they come out",
                                 "at most " + std::to_string(most_bytes) + " bytes"});
    if (given.bytes > max_pack_bytes)
      return tl::unexpected(Said{Problem::too_much,
                                 "more than " + std::to_string(max_pack_bytes >> 20) + " MB as they come out",
                                 "at most " + std::to_string(max_pack_bytes >> 20) + " MB in all"});
    if (got == 0) break;
  }
  if (bytes.starts_with("PK\3\4"))
    return tl::unexpected(Said{Problem::zip_in_zip, "a zip in the zip", "the pack's files themselves",
                               "Unpack it once, and take the zip that lies inside."});
  return bytes;
}

// Its files by their names; what cannot be in a pack is told.
tl::expected<std::map<std::string, std::size_t>, Diagnostics> names_of(zip_t* archive, PackSource& source) {
  PackNames names(source.name);
  Diagnostics wrong;
  const zip_int64_t entries = zip_get_num_entries(archive, 0);
  for (zip_int64_t i = 0; i < entries; ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    const char* written = zip_get_name(archive, index, ZIP_FL_ENC_GUESS);  // CP437 comes as UTF-8
    zip_stat_t entry{};
    if (written == nullptr || zip_stat_index(archive, index, 0, &entry) != 0) continue;
    const std::string_view name = written;
    if (const auto other = other_than_file(archive, index); !other.empty()) {
      names.add_other(name, other);
      continue;
    }
    if (name.ends_with('/') || name.ends_with('\\')) {
      // A folder; but one that leads out of the pack says what the rest is for.
      if (name.starts_with('/') || name.find("..") != name.npos) (void)names.add(name, 0);
      continue;
    }
    if (auto refused = refused_entry(entry, name)) wrong.push_back(whole_file(source.shown_path(written), *std::move(refused)));
    if (!names.add(name, static_cast<std::size_t>(index))) break;
  }
  auto sorted = names.sorted(source.told);
  if (!sorted) return sorted;
  if (!wrong.empty()) return tl::unexpected(std::move(wrong));
  return sorted;
}

}  // namespace

tl::expected<PackSource, Diagnostics> open_zip(const std::filesystem::path& path) {
  PackSource source{path.string(), {}, {}, {}};
  const auto refuse = [&](Said said) { return tl::unexpected(Diagnostics{whole_file(source.name, std::move(said))}); };
  const auto look = look_into_zip(path);
  if (!look) return refuse(look.error());
  if (look->declared_bytes > max_pack_bytes)
    return refuse({Problem::too_much, std::to_string(look->declared_bytes >> 20) + " MB when it is unpacked",
                   "at most " + std::to_string(max_pack_bytes >> 20) + " MB in all"});
  int trouble = 0;
  const Archive archive(zip_open(path.c_str(), ZIP_RDONLY, &trouble), [](zip_t* open) {
    if (open != nullptr) zip_discard(open);
  });
  if (!archive)
    return refuse({Problem::not_a_zip, "a zip that is damaged", "a zip that is whole", "Make the zip anew, or copy it again."});
  auto keys = names_of(archive.get(), source);
  if (!keys) return tl::unexpected(std::move(keys.error()));
  for (const auto& [name, key] : *keys) source.files.push_back(name);
  source.read = [archive, keys = *std::move(keys), pack = source.name, given = std::make_shared<Given>()](
                    const std::string& file, std::size_t most_bytes) -> tl::expected<std::string, Diagnostic> {
    auto bytes = unpack(archive.get(), keys.at(file), most_bytes, *given);
    if (!bytes) return tl::unexpected(whole_file(pack + "/" + file, std::move(bytes.error())));
    return *std::move(bytes);
  };
  return source;
}

}  // namespace greenline::content
