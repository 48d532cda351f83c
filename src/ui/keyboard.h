// On-screen keyboards as data: assets/keyboards/<tag>.json. Which letters stand where is the language's business, not ours.
#pragma once
#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace greenline::ui {

// Bounds on what is read; a file beyond them is refused.
inline constexpr std::size_t max_keyboard_file_bytes = 256 << 10;
inline constexpr std::size_t max_keyboard_rows = 5;
inline constexpr std::size_t max_keyboard_columns = 12;
inline constexpr std::size_t max_key_bytes = 24;
inline constexpr std::size_t max_keyboard_name_bytes = 60;
inline constexpr std::size_t max_key_holds = 9;  // a strip of them fits over one row

using KeyRows = std::vector<std::vector<std::string>>;  // what each key writes, top down

struct KeyboardLayout {
  std::string language;
  std::string name;                      // as those who write it know it: "ਪੰਜਾਬੀ"
  std::string letters_key, numbers_key;  // what the key says that turns the page; empty: the interface's own words
  float letter_size = 1;                 // of its keys beside Latin letters: some scripts are drawn smaller in the same em
  KeyRows letters;
  KeyRows shifted;  // the same shape as `letters`; empty where the script has no capitals
  KeyRows symbols;
  std::array<std::string, 3> beside_space;                             // one before it, two after it
  std::map<std::string, std::vector<std::string>, std::less<>> holds;  // offered while the key of that text is held
  // What stands written when a key follows a letter, where the two together are one letter: Gurmukhi's ੳ and the sign ੁ are ਉ.
  std::map<std::string, std::string, std::less<>> joins;

  // Of its widest row, with shift and delete; at least ten.
  [[nodiscard]] std::size_t columns() const;
  [[nodiscard]] std::size_t rows() const;  // with the one that holds the space key
};

struct Keyboards {
  std::map<std::string, KeyboardLayout, std::less<>> by_language;  // never empty when loaded

  // Every *.json in the folder. The error is a sentence that names the file and what to do.
  [[nodiscard]] static tl::expected<Keyboards, std::string> load(const std::filesystem::path& folder);
  [[nodiscard]] std::vector<std::string> languages() const;
  // The keyboard of this language, of its base language ("fr" for "fr-CA"), or null.
  [[nodiscard]] const KeyboardLayout* find(std::string_view language) const;
};

// One keyboard from text in memory; `file` is only for the error. Never throws, whatever the bytes.
[[nodiscard]] tl::expected<KeyboardLayout, std::string> parse_keyboard(std::string_view text, const std::string& file);

}  // namespace greenline::ui
