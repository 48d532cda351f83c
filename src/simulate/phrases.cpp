// What simulated people say, read from a file of phrases.
#include <nlohmann/json.hpp>
#include <optional>

#include "files/read.h"
#include "simulate/simulation.h"

namespace greenline::simulate {
namespace {

// Nothing when a list holds anything but words.
std::optional<Phrases> phrases_from(const nlohmann::json& lists) {
  Phrases phrases;
  for (const auto& [kind, list] : lists.items()) {
    if (!list.is_array()) return std::nullopt;
    for (const auto& words : list) {
      if (!words.is_string()) return std::nullopt;
      phrases[kind].push_back(words.get<std::string>());
    }
  }
  return phrases;
}

// Of the language, or of its base language: "fr" for "fr-CA".
const nlohmann::json* lists_in(std::string_view language, const nlohmann::json& known) {
  while (!language.empty()) {
    if (const auto found = known.find(language); found != known.end() && found->is_object()) return &*found;
    const auto dash = language.rfind('-');
    language = dash == std::string_view::npos ? std::string_view{} : language.substr(0, dash);
  }
  return nullptr;
}

std::string no_phrases_in(const std::string& language, const nlohmann::json& known) {
  std::string sentence = "The simulation's people do not write in \"" + language + "\". They write in";
  std::vector<std::string> tags;
  for (const auto& [tag, lists] : known.items()) {
    sentence.append(" ").append(tag);
    tags.push_back(tag);
  }
  const std::string near = content::nearest_spelling(language, tags);
  return sentence + "." + (near.empty() ? "" : " Did you mean \"" + near + "\"?");
}

}  // namespace

tl::expected<Tongues, std::string> load_phrases(const std::filesystem::path& file, std::span<const std::string> languages) {
  const auto text = files::read_whole(file, content::max_file_bytes);
  if (!text)
    return tl::unexpected("The simulation's phrases cannot be read: " + file.string() + ": found " + text.error().found + ".");
  const nlohmann::json all = nlohmann::json::parse(*text, nullptr, false);
  if (!all.is_object() || !all.contains("languages") || !all["languages"].is_object()) {
    return tl::unexpected("The simulation's phrases are not in the form expected: " + file.string());
  }
  const nlohmann::json& known = all["languages"];
  Tongues tongues;
  for (const std::string& language : languages) {
    const nlohmann::json* lists = lists_in(language, known);
    if (lists == nullptr) return tl::unexpected(no_phrases_in(language, known));
    auto phrases = phrases_from(*lists);
    if (!phrases)
      return tl::unexpected("The simulation's phrases in \"" + language + "\" are not lists of words: " + file.string());
    tongues.push_back({language, *std::move(phrases)});
  }
  return tongues;
}

tl::expected<Tongues, std::string> load_phrases(const std::filesystem::path& file, const std::string& language) {
  return load_phrases(file, std::span(&language, 1));
}

}  // namespace greenline::simulate
