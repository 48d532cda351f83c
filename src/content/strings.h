// The words of the interface, by language: assets/strings/<tag>.json, a flat map from key to sentence.
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "content/load.h"

namespace greenline::content {

// The sentences of one language, key to sentence.
using Sentences = std::map<std::string, std::string, std::less<>>;
[[nodiscard]] tl::expected<Sentences, Diagnostics> parse_strings(std::string_view text, const std::string& file);

class Strings {
 public:
  // Reads every language in the folder. English is the measure: another language may leave a key out, not add one or take a
  // different number of `{0}`.
  [[nodiscard]] static tl::expected<Strings, Diagnostics> load(const std::filesystem::path& folder);
  // The sentence in `language`, else in English, else the key itself. `{0}` in it is left for the caller.
  [[nodiscard]] std::string_view operator()(std::string_view key, std::string_view language) const;
  [[nodiscard]] const std::map<std::string, LocalText, std::less<>>& all() const { return by_key_; }
  // A language's name in that language: "français".
  [[nodiscard]] std::string_view language_name(std::string_view language) const { return (*this)("language.name", language); }

 private:
  std::map<std::string, LocalText, std::less<>> by_key_;
};

}  // namespace greenline::content
