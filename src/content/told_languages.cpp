#include "content/told_languages.h"

#include <unicode/locid.h>

#include <algorithm>

namespace greenline::content {
namespace {

// Calls `each(text, is_prompt)` for every text that a room sees. A host's notes are none.
template <class Each>
void each_text_of(const Activity& activity, Each each) {
  for (const LocalText* text : {&activity.title, &activity.harvest.what, &activity.harvest.how, &activity.harvest.why})
    each(*text, false);
  for (const Phase& phase : activity.phases) {
    each(phase.title, false);
    each(phase.mode_words, false);
    each(phase.prompt, true);
    each(phase.thread_prompt, true);
    for (const auto& [region, prompt] : phase.region_prompts) each(prompt, true);
    for (const LocalText& word : phase.thread_words) each(word, false);
  }
}

}  // namespace

std::vector<ToldLanguage> told_languages(const Activity& activity) {
  std::vector<ToldLanguage> told;
  for (const std::string& tag : activity.languages) {
    ToldLanguage one{tag, 0, 0, {}};
    each_text_of(activity, [&](const LocalText& text, bool is_prompt) {
      if (text.empty() || !only_in_language(text, tag).empty()) return;
      ++(is_prompt ? one.prompts_missing : one.others_missing);
    });
    if (one.prompts_missing + one.others_missing > 0) {
      std::vector<std::string> others;
      if (const auto declared = activity.fallback.find(tag); declared != activity.fallback.end()) others = declared->second;
      others.insert(others.end(), activity.languages.begin(), activity.languages.end());
      const auto another = std::ranges::find_if(others, [&](const std::string& other) { return other != tag; });
      if (another != others.end()) one.shown_in = *another;
    }
    told.push_back(std::move(one));
  }
  return told;
}

std::string language_in_words(const std::string& tag, const std::string& in_language) {
  UErrorCode wrong = U_ZERO_ERROR;
  const icu::Locale language = icu::Locale::forLanguageTag(tag, wrong),
                    reader = icu::Locale::forLanguageTag(in_language, wrong);
  if (U_FAILURE(wrong) != 0 || language.isBogus() != 0 || language.getLanguage()[0] == '\0') return tag;
  icu::UnicodeString name;
  language.getDisplayName(reader, name);
  std::string words;
  name.toUTF8String(words);
  return words.empty() ? tag : words;
}

}  // namespace greenline::content
