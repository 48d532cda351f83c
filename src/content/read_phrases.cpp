// Reads phrases, as strictly as all else.
#include <algorithm>
#include <array>
#include <iterator>

#include "content/phrases.h"
#include "content/problem.h"
#include "content/reader.h"

namespace greenline::content {
namespace {

constexpr std::size_t most_phrases = 500;  // in one list
constexpr std::array<std::string_view, 7> kinds = {"any", "thread_words", "gatherings", "question", "offer", "story", "thanks"};

PhraseLists read_lists(const Value& value, const std::vector<std::string>& known) {
  PhraseLists lists;
  const auto members = value.members("lists of phrases, by region or by kind");
  for (const Value& member : members.value_or(std::vector<Value>())) {
    if (!known.empty() && std::ranges::find(known, member.key()) == known.end())
      member.reading().report_key(member.node(), {.problem = Problem::unknown_region,
                                                  .found = "phrases for " + as_found(member.key()),
                                                  .expected = one_of_text(known),
                                                  .nearest = member.reading().nearest(member.key(), known)});
    const auto list = member.list(1, most_phrases, "what people say");
    for (const Value& item : list.value_or(std::vector<Value>()))
      if (auto words = item.text()) lists[member.key()].push_back(*std::move(words));
  }
  return lists;
}

}  // namespace

std::span<const std::string_view> kinds_of_phrases() { return kinds; }

void add_names_of_phrases(const Pack& pack, std::set<std::string>& names) {
  const std::string own = pack.activity.id + "/";
  for (const Region& region : pack.canvas.regions) {
    names.insert(region.id);
    names.insert(own + region.id);
  }
  for (const std::string_view kind : kinds) names.insert(own + std::string(kind));
}

tl::expected<Phrases, Diagnostics> parse_phrases(std::string_view text, const std::string& file,
                                                 std::span<const std::string> names, Diagnostics* remarks) {
  Reading reading(text, file);
  Phrases made;
  const auto root = reading.root();
  auto object = root ? root->object("phrases") : std::nullopt;
  if (!object || !is_kind(*object, "phrases")) return tl::unexpected(reading.take());
  std::vector<std::string> known;
  if (!names.empty()) known.assign(kinds.begin(), kinds.end());
  known.insert(known.end(), names.begin(), names.end());
  if (const auto value = object->must_have("languages", "phrases by language")) {
    const auto languages = value->members("phrases by language");
    for (const Value& language : languages.value_or(std::vector<Value>())) {
      if (!is_language_tag(language.key()))
        reading.report_key(language.node(),
                           {Problem::bad_language, "the language " + as_found(language.key()), "a language tag",
                            "Languages are named as in BCP 47: \"en\", \"fr-CA\", \"pa\", \"zh-Hant\"."});
      made[language.key()] = read_lists(language, known);
    }
  }
  object->close();
  if (!reading.clean()) return tl::unexpected(reading.take());
  if (remarks != nullptr) std::ranges::move(reading.take(), std::back_inserter(*remarks));
  return made;
}

}  // namespace greenline::content
