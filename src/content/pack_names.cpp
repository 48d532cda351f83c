#include "content/pack_names.h"

#include <algorithm>
#include <set>

#include "content/problem.h"
#include "content/reader.h"
#include "content/utf8.h"

namespace greenline::content {
namespace {

constexpr std::size_t most_names_told = 20;

char lowered_letter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
std::string lowered_name(std::string name) {
  std::ranges::transform(name, name.begin(), lowered_letter);
  return name;
}

std::vector<std::string> parts_of(const std::string& name) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= name.size();) {
    const std::size_t to = std::min(name.find('/', from), name.size());
    parts.push_back(name.substr(from, to - from));
    from = to + 1;
  }
  return parts;
}

// What systems and programs leave lying about.
bool is_litter(const std::vector<std::string>& parts) {
  const std::string last = lowered_name(parts.back());
  return std::ranges::any_of(parts, [](const std::string& part) { return part == "__MACOSX" || part.starts_with('.'); }) ||
         last == "thumbs.db" || last == "desktop.ini" || last.ends_with('~');
}

bool has_controls(std::string_view name) {
  return std::ranges::any_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

}  // namespace

void PackNames::refuse(Problem problem, std::string_view name, std::string found, std::string expected) {
  if (wrong_.size() >= most_names_told) return;
  wrong_.push_back(whole_file(pack_ + "/" + shortened(name, 120), {problem, std::move(found), std::move(expected)}));
}

void PackNames::add_other(std::string_view written, std::string_view what) {
  if (is_litter(parts_of(std::string(written)))) return;
  refuse(Problem::not_a_file, written, std::string(what), "a plain file");
}

bool PackNames::add(std::string_view written, std::size_t key) {
  if (files_.size() + passed_over_.size() >= max_pack_files) {
    wrong_.push_back(whole_file(pack_, {Problem::too_many_files, "more than " + std::to_string(max_pack_files) + " files",
                                        "at most " + std::to_string(max_pack_files) + " files in a pack"}));
    return false;
  }
  if (first_ill_formed(written) != written.size() || has_controls(written)) {
    refuse(Problem::outside_pack, written, "the name " + as_found(written), "a name in letters that can be shown");
    return true;
  }
  std::string name = to_nfc(written);
  if (name.find('\\') != name.npos) {
    if (backslashed_.empty()) backslashed_ = name;
    std::ranges::replace(name, '\\', '/');
  }
  while (name.starts_with("./")) name.erase(0, 2);
  const auto parts = parts_of(name);
  const auto leads_out = [](const std::string& part) { return part == ".." || part == "." || part.empty(); };
  if (name.starts_with('/') || (name.size() > 1 && name[1] == ':') || std::ranges::any_of(parts, leads_out)) {
    refuse(Problem::outside_pack, name, "the name " + as_found(name), "a name that stays in the pack");
  } else if (name.size() > max_pack_path_bytes || parts.size() > max_pack_folders) {
    refuse(
        Problem::outside_pack, name,
        "a name of " + std::to_string(name.size()) + " bytes in " + std::to_string(parts.size() - 1) + " folders",
        "at most " + std::to_string(max_pack_path_bytes) + " bytes and " + std::to_string(max_pack_folders - 1) + " folders");
  } else if (is_litter(parts)) {
    if (std::ranges::find(parts, ".vscode") == parts.end()) passed_over_.push_back(name);  // that is what new-pack writes
  } else if (!files_.emplace(name, key).second) {
    refuse(Problem::name_twice, name, "two files of this name", "each name once");
  }
  return true;
}

// "our-pack/pack.json" and all else in "our-pack/": that folder is only round it.
void PackNames::unwrap(Diagnostics& told) {
  if (files_.empty() || files_.contains("pack.json")) return;
  const std::string front = files_.begin()->first.substr(0, files_.begin()->first.find('/') + 1);
  const auto is_in_it = [&](const auto& file) { return file.first.starts_with(front); };
  if (front.empty() || !std::ranges::all_of(files_, is_in_it) || !files_.contains(front + "pack.json")) return;
  std::map<std::string, std::size_t> unwrapped;
  for (const auto& [name, key] : files_) unwrapped.emplace(name.substr(front.size()), key);
  files_ = std::move(unwrapped);
  told.push_back(whole_file(pack_, {Problem::names_mended, "the folder " + as_found(front) + " round everything",
                                    "the pack's files themselves; it was looked into"}));
}

tl::expected<std::map<std::string, std::size_t>, Diagnostics> PackNames::sorted(Diagnostics& told) {
  if (!wrong_.empty()) return tl::unexpected(std::move(wrong_));
  unwrap(told);
  std::set<std::string> seen;
  for (const auto& [name, key] : files_)
    if (!seen.insert(lowered_name(name)).second)
      refuse(Problem::name_twice, name, "two files whose names differ only in small and large letters", "each name once");
  if (!wrong_.empty()) return tl::unexpected(std::move(wrong_));
  if (!backslashed_.empty())
    told.push_back(whole_file(pack_, {Problem::names_mended, "names with backslashes, such as " + as_found(backslashed_),
                                      "slashes between folders; they were read as such"}));
  if (!passed_over_.empty()) {
    std::string names;
    for (std::size_t at = 0; at < std::min<std::size_t>(passed_over_.size(), 5); ++at)
      names += (at > 0 ? ", " : "") + as_found(passed_over_[at]);
    if (passed_over_.size() > 5) names += " and " + std::to_string(passed_over_.size() - 5) + " more";
    told.push_back(whole_file(pack_, {Problem::passed_over, names, "only what belongs to the pack; it was passed over"}));
  }
  return std::move(files_);
}

}  // namespace greenline::content
