#include "content/read_languages.h"

#include <algorithm>

#include "content/problem.h"

namespace greenline::content {

void read_tags(const std::optional<std::vector<Value>>& list, const std::string& each_once, std::vector<std::string>& tags) {
  for (const Value& item : list.value_or(std::vector<Value>())) {
    auto tag = item.language();
    if (!tag) continue;
    if (std::find(tags.begin(), tags.end(), *tag) != tags.end())
      item.wrong(Problem::twice_in_list, each_once);
    else
      tags.push_back(*std::move(tag));
  }
}

void read_fallback(Object& object, const std::vector<std::string>& languages, Fallback& fallback) {
  const auto value = object.may_have("fallback");
  const auto members = value ? value->members("a language, and a list of those that stand in for it") : std::nullopt;
  const auto offered = [&](const Value& at, const std::string& tag) {
    if (std::ranges::find(languages, tag) != languages.end()) return true;
    at.reading().report(at.node(), {.problem = Problem::not_offered,
                                    .found = as_found(tag),
                                    .expected = "one of its \"languages\": " + one_of_text(languages),
                                    .nearest = at.reading().nearest(tag, languages)});
    return false;
  };
  for (const Value& member : members.value_or(std::vector<Value>())) {
    if (!offered(member, member.key())) continue;
    const auto others = member.list(1, max_languages, "the languages that stand in for it");
    std::vector<std::string> tags;
    read_tags(others, "each language once", tags);
    std::erase_if(tags, [&](const std::string& tag) { return !offered(member, tag); });
    fallback[member.key()] = std::move(tags);
  }
}

}  // namespace greenline::content
