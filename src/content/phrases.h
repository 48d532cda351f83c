// What simulated people say, for rehearsing: content/simulation/phrases.json, and a pack's own phrases.json.
#pragma once
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/load.h"

namespace greenline::content {

// By region id, and under the names of `kinds_of_phrases`; for one activity alone with its id before it: "arrivals/field".
using PhraseLists = std::map<std::string, std::vector<std::string>, std::less<>>;
using Phrases = std::map<std::string, PhraseLists, std::less<>>;  // by language, a BCP 47 tag

// "any", "thread_words", "gatherings", "question", "offer", "story", "thanks".
[[nodiscard]] std::span<const std::string_view> kinds_of_phrases();

// What lists for this activity may be called by, besides the kinds.
void add_names_of_phrases(const Pack&, std::set<std::string>& names);

// `names`: what lists may be called by, besides the kinds; empty: nobody knows, and every name will do.
[[nodiscard]] tl::expected<Phrases, Diagnostics> parse_phrases(std::string_view text, const std::string& file,
                                                               std::span<const std::string> names = {},
                                                               Diagnostics* remarks = nullptr);

}  // namespace greenline::content
