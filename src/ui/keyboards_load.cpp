// Reads keyboards and refuses what is not one, with the file and the place in it.
#include <algorithm>
#include <array>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "files/read.h"

#include "ui/keyboard.h"

namespace greenline::ui {
namespace {

using Json = nlohmann::json;
using Trouble = tl::unexpected<std::string>;

Trouble trouble(const std::string& file, const std::string& where, const std::string& expected) {
  return Trouble(file + ": " + where + ": expected " + expected + ".");
}

bool is_text(const Json& value, std::size_t most_bytes) {
  if (!value.is_string()) return false;
  const auto& text = value.get_ref<const std::string&>();
  return !text.empty() && text.size() <= most_bytes &&
         std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

bool is_key(const Json& value) { return is_text(value, max_key_bytes); }

// A list of 1 to `most` texts, each of which one key can write.
tl::expected<std::vector<std::string>, std::string> read_keys(const Json& value, std::size_t most, const std::string& file,
                                                              const std::string& where) {
  if (!value.is_array() || value.empty() || value.size() > most || !std::ranges::all_of(value, is_key)) {
    return trouble(file, where, "a list of 1 to " + std::to_string(most) + " texts that a key can write");
  }
  return value.get<std::vector<std::string>>();
}

tl::expected<KeyRows, std::string> read_rows(const Json& keyboard, const char* name, const std::string& file) {
  const std::string where = std::string("/") + name;
  const auto found = keyboard.find(name);
  if (found == keyboard.end() || !found->is_array() || found->empty() || found->size() > max_keyboard_rows) {
    return trouble(file, where, "a list of 1 to " + std::to_string(max_keyboard_rows) + " rows");
  }
  KeyRows rows;
  for (const Json& row : *found) {
    // The last row shares its width with shift and delete.
    const std::size_t beside = rows.size() + 1 == found->size() ? 2 : 0;
    auto keys = read_keys(row, max_keyboard_columns - beside, file, where + "/" + std::to_string(rows.size()));
    if (!keys) return Trouble(keys.error());
    rows.push_back(std::move(*keys));
  }
  return rows;
}

bool same_shape(const KeyRows& a, const KeyRows& b) {
  return std::ranges::equal(a, b, [](const auto& row, const auto& other) { return row.size() == other.size(); });
}

tl::expected<void, std::string> read_holds(const Json& keyboard, const std::string& file, KeyboardLayout& layout) {
  const auto found = keyboard.find("holds");
  if (found == keyboard.end()) return {};
  if (!found->is_object() || found->size() > 256) return trouble(file, "/holds", "an object of at most 256 keys");
  for (const auto& [key, alternates] : found->items()) {
    auto texts = read_keys(alternates, max_key_holds, file, "/holds/" + key);
    if (!texts) return Trouble(texts.error());
    layout.holds.emplace(key, std::move(*texts));
  }
  return {};
}

tl::expected<void, std::string> read_joins(const Json& keyboard, const std::string& file, KeyboardLayout& layout) {
  const auto found = keyboard.find("joins");
  if (found == keyboard.end()) return {};
  if (!found->is_object() || found->size() > 256) return trouble(file, "/joins", "an object of at most 256 pairs");
  for (const auto& [pair, joined] : found->items()) {
    if (pair.empty() || !is_key(joined))
      return trouble(file, "/joins/" + pair, "a letter and a key, and what they are together");
    layout.joins.emplace(pair, joined.get<std::string>());
  }
  return {};
}

tl::expected<void, std::string> read_names(const Json& keyboard, const std::string& file, KeyboardLayout& layout) {
  const auto language = keyboard.find("language");
  if (language == keyboard.end() || !is_key(*language)) return trouble(file, "/language", "a language tag such as \"fr\"");
  layout.language = language->get<std::string>();
  const auto name = keyboard.find("name");
  if (name == keyboard.end() || !is_text(*name, max_keyboard_name_bytes)) {
    return trouble(file, "/name", "the keyboard's name as those who write it know it, such as \"français\"");
  }
  layout.name = name->get<std::string>();
  if (const auto size = keyboard.find("letter_size"); size != keyboard.end()) {
    const double read = size->is_number() ? size->get<double>() : 0;
    if (read < 0.5 || read > 1.5) return trouble(file, "/letter_size", "a number from 0.5 to 1.5");
    layout.letter_size = static_cast<float>(read);
  }
  const auto labels = keyboard.find("labels");
  if (labels == keyboard.end()) return {};
  for (const auto& [key, label] : {std::pair("letters", &layout.letters_key), {"numbers", &layout.numbers_key}}) {
    const auto says = labels->find(key);
    if (says == labels->end() || !is_key(*says))
      return trouble(file, "/labels", "a text for \"letters\" and one for \"numbers\"");
    *label = says->get<std::string>();
  }
  return {};
}

tl::expected<void, std::string> know_all_keys(const Json& keyboard, const std::string& file) {
  constexpr std::array known = {"$schema", "language", "name",         "labels", "letter_size", "letters",
                                "shifted", "symbols",  "beside_space", "holds",  "joins"};
  for (const auto& [key, value] : keyboard.items()) {
    if (std::ranges::find(known, key) == known.end()) return trouble(file, "/" + key, "a key that a keyboard has");
  }
  return {};
}

std::size_t widest(const KeyRows& page, std::size_t beside_last) {
  std::size_t most = 0;
  for (const auto& row : page) most = std::max(most, row.size());
  return page.empty() ? 0 : std::max(most, page.back().size() + beside_last);
}

}  // namespace

std::size_t KeyboardLayout::columns() const {
  constexpr std::size_t least = 10;
  return std::max({least, widest(letters, shifted.empty() ? 1 : 2), widest(symbols, 1)});
}

std::size_t KeyboardLayout::rows() const { return std::max(letters.size(), symbols.size()) + 1; }

tl::expected<KeyboardLayout, std::string> parse_keyboard(std::string_view text, const std::string& file) {
  if (text.size() > max_keyboard_file_bytes)
    return Trouble(file + ": a keyboard is smaller than 256 KiB; this file is larger.");
  const Json keyboard = Json::parse(text, nullptr, false);
  if (!keyboard.is_object()) return Trouble(file + ": this is not a JSON object. Compare it with assets/keyboards/en.json.");
  KeyboardLayout layout;
  if (auto known = know_all_keys(keyboard, file); !known) return Trouble(known.error());
  if (auto names = read_names(keyboard, file, layout); !names) return Trouble(names.error());

  auto letters = read_rows(keyboard, "letters", file);
  if (!letters) return Trouble(letters.error());
  layout.letters = std::move(*letters);
  auto symbols = read_rows(keyboard, "symbols", file);
  if (!symbols) return Trouble(symbols.error());
  layout.symbols = std::move(*symbols);
  if (keyboard.contains("shifted")) {
    auto shifted = read_rows(keyboard, "shifted", file);
    if (!shifted) return Trouble(shifted.error());
    layout.shifted = std::move(*shifted);
    if (!same_shape(layout.letters, layout.shifted)) return trouble(file, "/shifted", "as many rows and keys as /letters has");
  }
  const auto beside = keyboard.find("beside_space");
  if (beside == keyboard.end() || !beside->is_array() || beside->size() != 3 || !std::ranges::all_of(*beside, is_key)) {
    return trouble(file, "/beside_space", "three texts: one before the space key, two after it");
  }
  for (std::size_t i = 0; i < 3; ++i) layout.beside_space[i] = (*beside)[i].get<std::string>();
  if (auto held = read_holds(keyboard, file, layout); !held) return Trouble(held.error());
  if (auto joined = read_joins(keyboard, file, layout); !joined) return Trouble(joined.error());
  return layout;
}

tl::expected<Keyboards, std::string> Keyboards::load(const std::filesystem::path& folder) {
  Keyboards keyboards;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    if (entry->path().extension() != ".json") continue;
    const std::string file = entry->path().string();
    const auto text = files::read_whole(entry->path(), max_keyboard_file_bytes);
    if (!text) return Trouble(file + ": found " + text.error().found + "; expected " + text.error().expected + ".");
    auto layout = parse_keyboard(*text, file);
    if (!layout) return Trouble(layout.error());
    const std::string language = layout->language;
    if (!keyboards.by_language.emplace(language, std::move(*layout)).second) {
      std::string trouble = file;
      trouble.append(": another file already has the keyboard of \"").append(language).append("\". Remove one of the two.");
      return Trouble(std::move(trouble));
    }
  }
  if (error) return Trouble(folder.string() + ": the folder of keyboards cannot be read: " + error.message() + ".");
  if (keyboards.by_language.empty()) return Trouble(folder.string() + ": there is no keyboard here. It should hold en.json.");
  return keyboards;
}

std::vector<std::string> Keyboards::languages() const {
  std::vector<std::string> tags;
  for (const auto& [language, layout] : by_language) tags.push_back(language);
  return tags;
}

const KeyboardLayout* Keyboards::find(std::string_view language) const {
  while (!language.empty()) {
    if (const auto found = by_language.find(language); found != by_language.end()) return &found->second;
    const auto dash = language.rfind('-');
    language = dash == std::string_view::npos ? std::string_view{} : language.substr(0, dash);
  }
  return nullptr;
}

}  // namespace greenline::ui
