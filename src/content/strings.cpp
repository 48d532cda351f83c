#include "content/strings.h"

#include <algorithm>

#include "content/file.h"
#include "content/problem.h"
#include "content/reader.h"

namespace greenline::content {
namespace {

// "{0}{1}" of "{0}, then {1}": what the caller fills in.
std::string blanks(std::string_view sentence) {
  std::vector<std::string> found;
  for (std::size_t at = sentence.find('{'); at != sentence.npos; at = sentence.find('{', at + 1))
    if (at + 2 < sentence.size() && sentence[at + 1] >= '0' && sentence[at + 1] <= '9' && sentence[at + 2] == '}')
      found.emplace_back(sentence.substr(at, 3));
  std::sort(found.begin(), found.end());
  std::string out;
  for (const std::string& blank : found) out += blank;
  return out;
}

bool is_key(std::string_view key) {
  const auto dot = key.find('.');
  const auto is_word = [](std::string_view word) {
    return !word.empty() && word.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789") == word.npos;
  };
  return dot != key.npos && is_word(key.substr(0, dot)) && is_word(key.substr(dot + 1));
}

bool read_sentences(Reading& reading, Sentences& out) {
  const auto root = reading.root();
  const auto members = root ? root->members("a sentence by key") : std::nullopt;
  if (!members) return false;
  for (const Value& member : *members) {
    if (!is_key(member.key()))
      reading.report_key(member.node(), {Problem::bad_sentence, "the key " + as_found(member.key()),
                                         "a key of two words in small letters: \"room.word\""});
    if (auto sentence = member.text()) out[member.key()] = *std::move(sentence);
  }
  if (!out.contains("language.name"))
    reading.report(root->node(),
                   {Problem::bad_sentence, "no \"language.name\"", "\"language.name\": the language's name in that language"});
  return reading.clean();
}

// A translation against English: no key of its own, the same blanks.
void compare(Reading& reading, const Sentences& english, const Sentences& other) {
  std::vector<std::string> known;
  for (const auto& [key, sentence] : english) known.push_back(key);
  for (const auto& [key, sentence] : other) {
    const NodeId node = reading.index().member(reading.index().root(), key);
    const auto in_english = english.find(key);
    if (in_english == english.end())
      reading.report_key(node, {.problem = Problem::bad_sentence,
                                .found = "the key " + as_found(key),
                                .expected = "a key that English has",
                                .nearest = reading.nearest(key, known)});
    else if (blanks(sentence) != blanks(in_english->second))
      reading.report(node, {Problem::bad_sentence, as_found(sentence),
                            "the same blanks as in English: " + in_quotes(blanks(in_english->second))});
  }
}

}  // namespace

tl::expected<Sentences, Diagnostics> parse_strings(std::string_view text, const std::string& file) {
  Reading reading(text, file);
  Sentences out;
  if (!read_sentences(reading, out)) return tl::unexpected(reading.take());
  return out;
}

std::string filled(std::string_view sentence, std::span<const std::string_view> with) {
  std::string out;
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    const bool is_blank = sentence[at] == '{' && at + 2 < sentence.size() && sentence[at + 2] == '}';
    const std::size_t which = is_blank ? static_cast<std::size_t>(sentence[at + 1] - '0') : with.size();
    if (which < with.size()) {
      out += with[which];
      at += 2;
    } else {
      out += sentence[at];
    }
  }
  return out;
}

void Strings::mark_gaps(const std::string& language) {
  for (auto& [key, sentence] : by_key_)
    if (!sentence.contains(language)) sentence[language] = "\u27E6" + std::string(in_language(sentence, "en")) + "\u27E7";
}

tl::expected<Strings, Diagnostics> Strings::load(const std::filesystem::path& folder, Gaps gaps) {
  Strings made;
  Diagnostics wrong;
  std::map<std::string, std::string> texts;
  for (const std::string& language : names_in(folder)) {
    const std::filesystem::path path = folder / (language + ".json");
    if (!is_language_tag(language))
      wrong.push_back(whole_file(path.string(), {Problem::bad_language, "the name " + as_found(language),
                                                 "a file called as its language is: \"fr.json\""}));
    auto text = read_file(path);
    if (text)
      texts[language] = *std::move(text);
    else
      wrong.push_back(text.error());
  }
  if (!texts.contains("en"))
    return tl::unexpected(Diagnostics{
        whole_file((folder / "en.json").string(), {Problem::unreadable, "no English", "the sentences of the interface"})});

  const auto english = parse_strings(texts["en"], (folder / "en.json").string());
  for (const auto& [language, text] : texts) {
    Reading reading(text, (folder / (language + ".json")).string());
    Sentences sentences;
    if (read_sentences(reading, sentences) && english) compare(reading, *english, sentences);
    for (auto& [key, sentence] : sentences) made.by_key_[key][language] = std::move(sentence);
    for (Diagnostic& diagnostic : reading.take()) wrong.push_back(std::move(diagnostic));
  }
  if (!wrong.empty()) return tl::unexpected(std::move(wrong));
  if (gaps == Gaps::marked)
    for (const auto& [language, text] : texts) made.mark_gaps(language);
  return made;
}

bool Strings::speaks(std::string_view language) const {
  const auto names = by_key_.find("language.name");
  return names != by_key_.end() && !only_in_language(names->second, language).empty();
}

std::string_view Strings::operator()(std::string_view key, std::string_view language) const {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? key : in_language(found->second, language);
}

}  // namespace greenline::content
