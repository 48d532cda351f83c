// The words of the interface, by language: assets/strings/<tag>.json, a flat map from key to sentence.
#pragma once
#include <filesystem>
#include <initializer_list>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "content/load.h"

namespace greenline::content {

// The sentences of one language, key to sentence.
using Sentences = std::map<std::string, std::string, std::less<>>;
[[nodiscard]] tl::expected<Sentences, Diagnostics> parse_strings(std::string_view text, const std::string& file);

// What a sentence that a language's file leaves out is to look like: whoever writes code or translates sees the gap at once, a
// room reads plain English. A language without a file is not half translated: it speaks English, unmarked.
enum class Gaps { marked /* ⟦place it⟧ */, quiet };
#ifdef NDEBUG
inline constexpr Gaps gaps_in_this_build = Gaps::quiet;
#else
inline constexpr Gaps gaps_in_this_build = Gaps::marked;
#endif

// "{0}, then {1}" with its blanks filled in.
[[nodiscard]] std::string filled(std::string_view sentence, std::span<const std::string_view> with);
[[nodiscard]] inline std::string filled(std::string_view sentence, std::initializer_list<std::string_view> with) {
  return filled(sentence, std::span(with.begin(), with.size()));
}

class Strings {
 public:
  // Reads every language in the folder. English is the measure: another language may leave a key out, not add one or take a
  // different number of `{0}`.
  [[nodiscard]] static tl::expected<Strings, Diagnostics> load(const std::filesystem::path& folder, Gaps = gaps_in_this_build);
  // The sentence in `language`, else in English, else the key itself. `{0}` in it is left for the caller.
  [[nodiscard]] std::string_view operator()(std::string_view key, std::string_view language) const;
  // Every sentence by key, marked gaps among them.
  [[nodiscard]] const std::map<std::string, LocalText, std::less<>>& all() const { return by_key_; }
  // Whether there is a file for `language` or its base language.
  [[nodiscard]] bool speaks(std::string_view language) const;
  // A language's name in that language: "français".
  [[nodiscard]] std::string_view language_name(std::string_view language) const { return (*this)("language.name", language); }

 private:
  void mark_gaps(const std::string& language);
  std::map<std::string, LocalText, std::less<>> by_key_;
};

}  // namespace greenline::content
