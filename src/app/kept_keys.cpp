#include "app/kept_keys.h"

#include <algorithm>
#include <map>
#include <sstream>
#include <system_error>
#include <utility>

#include "content/load.h"
#include "content/shown.h"
#include "files/read.h"
#include "files/write.h"
#include "journal/folders.h"

namespace greenline::app {
namespace {

using interact::HostKey;
using interact::KeyMap;
using platform::KeyChord;

constexpr std::size_t most_keys_bytes = 64 << 10;
constexpr std::size_t most_key_troubles = 20;  // that are told
constexpr std::string_view no_act = "nothing";

std::string trimmed_key_words(std::string_view text) {
  constexpr std::string_view blanks = " \t\r";
  const auto from = text.find_first_not_of(blanks);
  if (from == std::string_view::npos) return {};
  return std::string(text.substr(from, text.find_last_not_of(blanks) - from + 1));
}

// "Read next", "read-next" and "READ_NEXT" are one act.
std::string as_act(std::string word) {
  std::ranges::transform(word, word.begin(), [](char c) {
    if (c == ' ' || c == '-') return '_';
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return word;
}

std::vector<std::string> act_names() {
  std::vector<std::string> names;
  for (const HostKey key : interact::all_host_keys) names.emplace_back(name_of(key));
  names.emplace_back(no_act);
  return names;
}

// A file's lines, gathered until all have been read.
class Lines {
 public:
  void read(const std::string& line, int number) {
    const std::string whole = trimmed_key_words(line.substr(0, line.find('#')));
    if (whole.empty()) return;
    const auto colon = whole.find_first_of(":=");
    if (colon == std::string::npos) return trouble({KeyTrouble::What::no_colon, number, whole, {}});
    const std::string word = trimmed_key_words(std::string_view(whole).substr(0, colon)), act = as_act(word);
    const auto known = interact::host_key_called(act);
    if (!known && act != no_act)
      return trouble({KeyTrouble::What::unknown_act, number, word, content::nearest_spelling(act, act_names())});
    if (known) own_.emplace_back(*known);
    std::istringstream keys(whole.substr(colon + 1));
    for (std::string key; std::getline(keys, key, ',');)
      if (const std::string name = trimmed_key_words(key); !name.empty()) give(name, known, number);
  }

  [[nodiscard]] KeptKeys taken() {
    KeptKeys kept;
    std::erase_if(kept.map.entries,
                  [&](const KeyMap::Entry& entry) { return entry.act && std::ranges::find(own_, *entry.act) != own_.end(); });
    for (const auto& [chord, act] : given_) kept.map.give(chord, act);
    kept.troubles = std::move(troubles_);
    return kept;
  }

 private:
  void give(const std::string& name, std::optional<HostKey> act, int number) {
    const auto chord = platform::chord_from_text(name);
    if (!chord)
      return trouble({KeyTrouble::What::unknown_key, number, name, content::nearest_spelling(name, platform::key_names())});
    if (interact::is_kept(*chord)) return trouble({KeyTrouble::What::kept_key, number, to_text(*chord), {}});
    const auto [before, first] = in_line_.try_emplace(to_text(*chord), number);
    if (!first) return trouble({KeyTrouble::What::twice, number, to_text(*chord), {}, before->second});
    given_.emplace_back(*chord, act);
  }
  void trouble(KeyTrouble one) {
    if (troubles_.size() < most_key_troubles) troubles_.push_back(std::move(one));
  }

  std::vector<HostKey> own_;  // acts that have a line
  std::vector<std::pair<KeyChord, std::optional<HostKey>>> given_;
  std::map<std::string, int> in_line_;
  std::vector<KeyTrouble> troubles_;
};

}  // namespace

KeptKeys keys_from_text(std::string_view text) {
  Lines lines;
  std::istringstream all{std::string(text)};
  int number = 0;
  for (std::string line; std::getline(all, line);) lines.read(line, ++number);
  return lines.taken();
}

std::string to_text(const KeyMap& map) {
  const KeyMap usual = KeyMap::usual();
  const auto keys_of = [](const KeyMap& of, std::optional<HostKey> act) {
    std::string keys;
    for (const KeyMap::Entry& entry : of.entries)
      if (entry.act == act) keys += (keys.empty() ? "" : ", ") + to_text(entry.key);
    return keys;
  };
  std::string text =
      "# Which key does what for the host: an act, a colon, and its keys with commas between them. An act that has no line "
      "has\n"
      "# its usual keys. The room check shows what a button of a clicker or a pedal is called, and writes this file as well.\n"
      "# Acts:";
  for (const std::string& name : act_names()) text += (text.back() == ':' ? " " : ", ") + name;
  text += "\n";
  for (const HostKey act : interact::all_host_keys)
    if (const std::string keys = keys_of(map, act); keys != keys_of(usual, act))
      text += std::string(name_of(act)) + ":" + (keys.empty() ? "" : " ") + keys + "\n";
  if (const std::string none = keys_of(map, std::nullopt); !none.empty()) text += std::string(no_act) + ": " + none + "\n";
  return text;
}

std::string told(const KeyTrouble& trouble, const content::Strings& strings, const std::string& language) {
  using enum KeyTrouble::What;
  const auto say = [&](const std::string& key, std::initializer_list<std::string_view> with) {
    return content::filled(strings("keys." + key, language), with);
  };
  const std::string line = std::to_string(trouble.line), word = content::shown(trouble.word);
  const std::string meant = trouble.nearest.empty() ? std::string() : " " + say("meant", {trouble.nearest});
  switch (trouble.what) {
    case no_colon: return say("no_colon", {line, word});
    case unknown_act: {
      std::string acts;
      for (const std::string& name : act_names()) acts += (acts.empty() ? "" : ", ") + name;
      return say("unknown_act", {line, word}) + (meant.empty() ? " " + say("acts", {acts}) : meant);
    }
    case unknown_key: return say("unknown_key", {line, word}) + (meant.empty() ? " " + say("press_it", {}) : meant);
    case kept_key: return say("kept_key", {line, word});
    case twice: return say("twice", {line, word, std::to_string(trouble.before)});
    case unreadable: return say("unreadable", {word});
  }
  return {};
}

std::optional<std::filesystem::path> keys_file() {
  const auto base = journal::base_folder("XDG_CONFIG_HOME", ".config");
  if (!base) return std::nullopt;
  return *base / "greenline" / "keys";
}

KeptKeys read_keys(const std::filesystem::path& file) {
  std::error_code unknown;
  if (!std::filesystem::exists(file, unknown)) return {};
  const auto text = files::read_whole(file, most_keys_bytes);
  if (text) return keys_from_text(*text);
  KeptKeys usual;
  usual.troubles.push_back({KeyTrouble::What::unreadable, 0, text.error().found, {}});
  return usual;
}

tl::expected<void, std::string> keep_keys(const std::filesystem::path& file, const KeyMap& map) {
  if (const std::error_code trouble = journal::make_own_folder(file.parent_path())) return tl::unexpected(trouble.message());
  return files::write_whole(file, to_text(map), files::Readers::owner);
}

}  // namespace greenline::app
