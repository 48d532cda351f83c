#include "station/catalogue.h"

#include <sys/file.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>
#include <vector>

#include "files/descriptor.h"
#include "files/private_file.h"
#include "journal/journal.h"

namespace greenline::station {
namespace {

namespace fs = std::filesystem;
using CatalogueJson = nlohmann::json;
using Unread = tl::unexpected<std::string>;

constexpr const char* catalogue_name = "convenings.json";

// A file of this folder, named by nothing else.
bool names_a_file(const std::string& name) {
  return !name.empty() && name != "." && name != ".." && name.find_first_of(std::string_view("/\0", 2)) == std::string::npos;
}

// The text under this key; empty when there is none. False for anything else.
bool take_text(const CatalogueJson& object, const char* key, std::string& into) {
  const auto at = object.find(key);
  if (at == object.end()) return true;
  if (!at->is_string()) return false;
  into = at->get<std::string>();
  return true;
}

std::optional<std::string> take_entry(const CatalogueJson& object, Catalogue& into) {
  std::string file;
  CatalogueEntry entry;
  const bool texts = object.is_object() && take_text(object, "file", file) && take_text(object, "activity", entry.activity) &&
                     take_text(object, "pack", entry.pack) && take_text(object, "goes_on_in", entry.goes_on_in) &&
                     take_text(object, "why", entry.why);
  if (!texts || !names_a_file(file)) return "a convening without a file's name";
  if (!entry.goes_on_in.empty() && (!names_a_file(entry.goes_on_in) || entry.goes_on_in == file)) {
    return "a convening that goes on in no file";
  }
  if (!into.emplace(std::move(file), std::move(entry)).second) return "a file that is told twice";
  return std::nullopt;
}

// "room (3).greenline" is the third after "room.greenline"; 0: it is none of its.
int number_after(const fs::path& file, const fs::path& one) {
  const std::string name = one.filename().string(), before = file.stem().string() + " (",
                    after = ")" + file.extension().string();
  if (name.size() <= before.size() + after.size() || !name.starts_with(before) || !name.ends_with(after)) return 0;
  const char* const first = name.data() + before.size();
  const char* const last = name.data() + name.size() - after.size();
  int number = 0;
  const auto read = std::from_chars(first, last, number);
  return read.ec == std::errc() && read.ptr == last && number >= 2 ? number : 0;
}

bool holds(const fs::path& file, const IsIt& is_it) {
  const auto read = journal::read_what_can_be_read(file);
  return read && !read->events.empty() && (!is_it || is_it(read->events));
}

}  // namespace

std::string encode_catalogue(const Catalogue& catalogue) {
  CatalogueJson list = CatalogueJson::array();
  for (const auto& [file, entry] : catalogue) {
    CatalogueJson object{{"file", file}};
    const auto put = [&](const char* key, const std::string& value) {
      if (!value.empty()) object[key] = value;
    };
    put("activity", entry.activity);
    put("pack", entry.pack);
    put("goes_on_in", entry.goes_on_in);
    put("why", entry.why);
    list.push_back(std::move(object));
  }
  const CatalogueJson whole{{"greenline", "convenings"}, {"version", catalogue_version}, {"convenings", std::move(list)}};
  return whole.dump(1, ' ', false, CatalogueJson::error_handler_t::replace) + "\n";
}

tl::expected<Catalogue, std::string> decode_catalogue(std::string_view text) {
  if (text.size() > max_catalogue_bytes) return Unread(std::to_string(text.size()) + " bytes");
  const CatalogueJson whole = CatalogueJson::parse(text, nullptr, false);
  if (whole.is_discarded() || !whole.is_object()) return Unread("it is not JSON");
  const auto says = whole.find("greenline");
  if (says == whole.end() || *says != "convenings") return Unread("it is no catalogue of convenings");
  const auto version = whole.find("version");
  if (version == whole.end() || !version->is_number_integer()) return Unread("it has no version");
  if (*version != catalogue_version) return Unread("a newer Greenline wrote it");
  const auto list = whole.find("convenings");
  if (list == whole.end() || !list->is_array()) return Unread("it has no convenings");
  Catalogue catalogue;
  for (const CatalogueJson& object : *list) {
    if (auto wrong = take_entry(object, catalogue)) return Unread(*std::move(wrong));
  }
  return catalogue;
}

fs::path catalogue_in(const fs::path& folder) { return folder / catalogue_name; }

tl::expected<Catalogue, std::string> read_catalogue(const fs::path& folder) {
  const fs::path file = catalogue_in(folder);
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (status.type() == fs::file_type::not_found) return Catalogue{};
  if (status.type() != fs::file_type::regular) return Unread(error ? error.message() : "it is not a file");
  const auto bytes = fs::file_size(file, error);
  if (error) return Unread(error.message());
  if (bytes > max_catalogue_bytes) return Unread(std::to_string(bytes) + " bytes");
  std::string text(static_cast<std::size_t>(bytes), '\0');
  errno = 0;
  std::ifstream in(file, std::ios::binary);
  if (!in.read(text.data(), static_cast<std::streamsize>(text.size()))) {
    return Unread(errno != 0 ? std::strerror(errno) : "it breaks off");
  }
  return decode_catalogue(text);
}

tl::expected<void, std::string> write_into_catalogue(const fs::path& folder, const std::string& file,
                                                     const CatalogueEntry& entry) {
  // Two walls in one folder take turns; the lock goes with the descriptor.
  const files::Descriptor turn(folder, O_RDONLY | O_DIRECTORY);
  if (!turn.is_open()) return Unread(std::strerror(errno));
  while (::flock(turn.get(), LOCK_EX) != 0) {
    if (errno != EINTR) break;  // a file system without locks: the folder tells what a catalogue would
  }
  auto catalogue = read_catalogue(folder);
  if (!catalogue && catalogue.error() == "a newer Greenline wrote it") return Unread(catalogue.error());
  if (!catalogue) catalogue.emplace();
  if (const auto known = catalogue->find(file); known != catalogue->end() && known->second == entry) return {};
  catalogue->insert_or_assign(file, entry);
  return files::write_private_file(catalogue_in(folder), encode_catalogue(*catalogue));
}

std::optional<fs::path> living_by_catalogue(const Catalogue& catalogue, const fs::path& file) {
  std::string name = file.filename().string();
  auto entry = catalogue.find(name);
  if (entry == catalogue.end()) return std::nullopt;
  std::set<std::string> passed{name};
  std::error_code error;
  while (entry != catalogue.end() && !entry->second.goes_on_in.empty()) {
    const std::string& next = entry->second.goes_on_in;
    if (!passed.insert(next).second || !fs::exists(file.parent_path() / next, error)) break;
    name = next;
    entry = catalogue.find(name);
  }
  return file.parent_path() / name;
}

std::optional<fs::path> living_by_looking(const fs::path& file, const IsIt& is_it) {
  std::vector<std::pair<int, fs::path>> numbered;
  std::error_code error;
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (const int number = number_after(file, at->path()); number > 0) numbered.emplace_back(number, at->path());
  }
  std::sort(numbered.rbegin(), numbered.rend());
  for (const auto& [number, path] : numbered) {
    if (holds(path, is_it)) return path;
  }
  return std::nullopt;
}

}  // namespace greenline::station
