#include "app/in_use.h"

#include <algorithm>
#include <set>
#include <sstream>
#include <utility>
#include <vector>

#include "files/private_file.h"
#include "files/read.h"
#include "journal/folders.h"
#include "journal/journal.h"
#include "station/catalogue.h"

namespace greenline::app {
namespace {

namespace fs = std::filesystem;

// A line each: the activity's fingerprint, a space, the folder.
constexpr const char* elsewhere_name = "elsewhere";
constexpr std::size_t most_elsewhere_bytes = std::size_t{1} << 20;

struct Elsewhere {
  std::string pack;
  fs::path folder;
  friend bool operator==(const Elsewhere&, const Elsewhere&) = default;
};

std::vector<Elsewhere> read_elsewhere(const fs::path& convenings) {
  std::vector<Elsewhere> all;
  const auto text = files::read_whole(convenings / elsewhere_name, most_elsewhere_bytes);
  if (!text) return all;
  std::istringstream lines(*text);
  for (std::string line; std::getline(lines, line);)
    if (const std::size_t space = line.find(' '); space != line.npos && space + 1 < line.size())
      all.push_back({line.substr(0, space), line.substr(space + 1)});
  return all;
}

// Its activity was opened and has been closed.
bool is_closed(const fs::path& file) {
  const auto saved = journal::read_saved(file);
  if (!saved) return false;
  model::Convening convening;
  for (const model::Event& event : saved->events) apply(convening, event);
  return !convening.activity.value && convening.activity.event != model::EventId{};
}

bool used_in(const fs::path& folder, const std::set<std::string>& packs) {
  const auto catalogue = station::read_catalogue(folder);
  if (!catalogue) return true;
  std::error_code trouble;
  return std::ranges::any_of(*catalogue, [&](const auto& entry) {
    const fs::path file = folder / entry.first;
    return packs.contains(entry.second.pack) && fs::exists(file, trouble) && !is_closed(file);
  });
}

// Whether the folder was deleted, rather than that its disk is not there: then what it lies in is there.
bool is_gone(const fs::path& folder) {
  std::error_code trouble;
  return !fs::exists(folder, trouble) && !trouble && fs::exists(folder.parent_path(), trouble);
}

}  // namespace

shelf::InUse in_use_in(fs::path convenings) {
  return [folder = std::move(convenings)](const content::WholePack& pack) {
    std::set<std::string> its;
    for (const content::Pack& one : pack.activities) its.insert(content::fingerprint(one));
    if (used_in(folder, its)) return true;
    return std::ranges::any_of(read_elsewhere(folder), [&](const Elsewhere& other) {
      std::error_code trouble;
      if (!its.contains(other.pack)) return false;
      return fs::is_directory(other.folder, trouble) ? used_in(other.folder, its) : !is_gone(other.folder);
    });
  };
}

tl::expected<void, std::string> note_elsewhere(const fs::path& convenings, const fs::path& kept_in, const std::string& pack) {
  const Elsewhere here{pack, kept_in.parent_path()};
  std::error_code trouble;
  if (here.folder.empty() || fs::equivalent(here.folder, convenings, trouble)) return {};
  if (here.folder.string().find('\n') != std::string::npos) return tl::unexpected(std::string("a folder of two lines"));
  std::vector<Elsewhere> all = read_elsewhere(convenings);
  if (std::ranges::find(all, here) != all.end()) return {};
  std::erase_if(all, [](const Elsewhere& one) { return is_gone(one.folder); });
  all.push_back(here);
  std::string text;
  for (const Elsewhere& one : all) text += one.pack + ' ' + one.folder.string() + '\n';
  if (const std::error_code refused = journal::make_own_folder(convenings)) return tl::unexpected(refused.message());
  return files::write_private_file(convenings / elsewhere_name, text);
}

}  // namespace greenline::app
