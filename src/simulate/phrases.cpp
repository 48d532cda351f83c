// What simulated people say, read from a file of phrases.
#include "content/phrases.h"

#include "files/read.h"
#include "simulate/simulation.h"

namespace greenline::simulate {
namespace {

// Of the language, or of its base language: "fr" for "fr-CA".
const Phrases* lists_in(std::string_view language, const content::Phrases& known) {
  while (!language.empty()) {
    if (const auto found = known.find(language); found != known.end()) return &found->second;
    const auto dash = language.rfind('-');
    language = dash == std::string_view::npos ? std::string_view{} : language.substr(0, dash);
  }
  return nullptr;
}

std::string no_phrases_in(const std::string& language, const content::Phrases& known) {
  std::string sentence = "The simulation's people do not write in \"" + language + "\". They write in";
  std::vector<std::string> tags;
  for (const auto& [tag, lists] : known) {
    sentence.append(" ").append(tag);
    tags.push_back(tag);
  }
  const std::string near = content::nearest_spelling(language, tags);
  return sentence + "." + (near.empty() ? "" : " Did you mean \"" + near + "\"?");
}

}  // namespace

tl::expected<Tongues, std::string> tongues_of(const content::Phrases& known, std::span<const std::string> languages) {
  Tongues tongues;
  for (const std::string& language : languages) {
    const Phrases* lists = lists_in(language, known);
    if (lists == nullptr) return tl::unexpected(no_phrases_in(language, known));
    tongues.push_back({language, *lists});
  }
  return tongues;
}

tl::expected<Tongues, std::string> load_phrases(const std::filesystem::path& file, std::span<const std::string> languages) {
  const auto text = files::read_whole(file, content::max_file_bytes);
  if (!text)
    return tl::unexpected("The simulation's phrases cannot be read: " + file.string() + ": found " + text.error().found + ".");
  const auto known = content::parse_phrases(*text, file.string());
  if (!known) return tl::unexpected(content::to_text(known.error().front()));
  return tongues_of(*known, languages);
}

tl::expected<Tongues, std::string> load_phrases(const std::filesystem::path& file, const std::string& language) {
  return load_phrases(file, std::span(&language, 1));
}

}  // namespace greenline::simulate
