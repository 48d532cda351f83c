// A pack that is a folder.
#include <algorithm>
#include <memory>
#include <system_error>

#include "content/pack_names.h"
#include "content/problem.h"
#include "content/reader.h"
#include "files/kind.h"
#include "files/read.h"

namespace greenline::content {
namespace {

namespace fs = std::filesystem;

std::string_view kind_in_words(fs::file_type type) {
  switch (type) {
    case fs::file_type::symlink: return "a link to somewhere else";
    case fs::file_type::fifo: return "a pipe";
    case fs::file_type::socket: return "a socket";
    case fs::file_type::block:
    case fs::file_type::character: return "a device";
    default: return "something that is not a file";
  }
}

// The folders to look into yet, as paths in the pack.
void walk(const fs::path& top, PackNames& names, std::vector<std::string>& written, Diagnostics& wrong) {
  std::vector<fs::path> folders{fs::path()};
  while (!folders.empty()) {
    const fs::path here = std::move(folders.back());
    folders.pop_back();
    std::error_code trouble;
    fs::directory_iterator at(top / here, trouble);
    for (; !trouble && at != fs::directory_iterator(); at.increment(trouble)) {
      std::error_code unknown;
      const fs::file_type type = at->symlink_status(unknown).type();
      const fs::path path = here / at->path().filename();
      if (type == fs::file_type::directory) {
        const std::string name = path.filename().string();
        if (name.starts_with('.') || name == "__MACOSX") continue;  // whatever lies in it is nobody's work
        if (std::distance(path.begin(), path.end()) < static_cast<std::ptrdiff_t>(max_pack_folders)) folders.push_back(path);
      } else if (type == fs::file_type::regular) {
        if (!names.add(path.string(), written.size())) return;
        written.push_back(path.string());
      } else {
        names.add_other(path.string(), kind_in_words(type));
      }
    }
    if (trouble)
      wrong.push_back(whole_file((top / here).string(), {Problem::unreadable, trouble.message(), "a folder that can be read"}));
  }
}

}  // namespace

bool PackSource::has(const std::string& file) const { return std::ranges::binary_search(files, file); }

tl::expected<PackSource, Diagnostics> open_folder(const fs::path& top) {
  PackSource source{top.string(), {}, {}, {}};
  while (source.name.size() > 1 && source.name.ends_with('/')) source.name.pop_back();
  PackNames names(source.name);
  auto written = std::make_shared<std::vector<std::string>>();
  Diagnostics wrong;
  walk(top, names, *written, wrong);
  if (!wrong.empty()) return tl::unexpected(std::move(wrong));
  auto sorted = names.sorted(source.told);
  if (!sorted) return tl::unexpected(std::move(sorted.error()));
  for (const auto& [name, key] : *sorted) source.files.push_back(name);
  source.read = [top, written, keys = *std::move(sorted), pack = source.name](
                    const std::string& file, std::size_t most_bytes) -> tl::expected<std::string, Diagnostic> {
    auto bytes = files::read_whole(top / written->at(keys.at(file)), most_bytes);
    if (bytes) return *std::move(bytes);
    const bool large = bytes.error().expected.starts_with("at most");
    return tl::unexpected(whole_file(pack + "/" + file, {large ? Problem::too_large : Problem::unreadable,
                                                         std::move(bytes.error().found), std::move(bytes.error().expected)}));
  };
  return source;
}

bool is_pack(const fs::path& path) {
  std::error_code trouble;
  if (!fs::is_directory(path, trouble)) {
    std::string extension = path.extension().string();
    std::ranges::transform(extension, extension.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return extension == ".zip";
  }
  if (fs::exists(path / "pack.json", trouble)) return true;
  // Else one folder in it, with nothing beside that but what systems leave lying about.
  fs::path inner;
  for (fs::directory_iterator at(path, trouble); !trouble && at != fs::directory_iterator(); at.increment(trouble)) {
    const std::string name = at->path().filename().string();
    if (name.starts_with('.') || name == "__MACOSX") continue;
    std::error_code unknown;
    if (!inner.empty() || at->symlink_status(unknown).type() != fs::file_type::directory) return false;
    inner = at->path();
  }
  return !inner.empty() && fs::exists(inner / "pack.json", trouble);
}

tl::expected<PackSource, Diagnostics> open_pack(const fs::path& path) {
  std::error_code trouble;
  return fs::is_directory(path, trouble) ? open_folder(path) : open_zip(path);
}

}  // namespace greenline::content
