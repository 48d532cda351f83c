#include "content/fall_back.h"

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "content/load_one.h"

namespace greenline::content {
namespace {

void fill_in(LocalText& text, const Activity& activity) {
  if (text.empty()) return;
  const LocalText written = text;
  for (const std::string& language : activity.languages) {
    if (!only_in_language(written, language).empty()) continue;
    std::vector<std::string> others;
    if (const auto declared = activity.fallback.find(language); declared != activity.fallback.end()) others = declared->second;
    others.insert(others.end(), activity.languages.begin(), activity.languages.end());
    for (const std::string& other : others)
      if (const auto words = only_in_language(written, other); !words.empty()) {
        text[language] = words;
        break;
      }
  }
}

}  // namespace

void fill_in_languages(Activity& activity, Canvas& canvas) {
  for (LocalText* text : {&activity.title, &activity.harvest.what, &activity.harvest.how, &activity.harvest.why, &canvas.title})
    fill_in(*text, activity);
  for (Phase& phase : activity.phases) {
    for (LocalText* text : {&phase.title, &phase.prompt, &phase.mode_words, &phase.host_note, &phase.thread_prompt})
      fill_in(*text, activity);
    for (auto& [region, prompt] : phase.region_prompts) fill_in(prompt, activity);
    for (LocalText& word : phase.thread_words) fill_in(word, activity);
  }
  for (Region& region : canvas.regions)
    for (LocalText* text : {&region.label, &region.help, &region.prompt}) fill_in(*text, activity);
  if (canvas.green_line)
    for (LocalText* text : {&canvas.green_line->above, &canvas.green_line->below}) fill_in(*text, activity);
}

// A convening carries an activity's text alone, so what the pack declares for it is written into that text.
std::string with_fallback(const std::string& text, const Fallback& fallback) {
  if (fallback.empty()) return text;
  nlohmann::ordered_json map;
  for (const auto& [language, others] : fallback) map[language] = others;
  return with_member(text, "fallback", map.dump());
}

// What of it is about these languages alone.
Fallback of_these(const Fallback& fallback, const std::vector<std::string>& languages) {
  const auto offered = [&](const std::string& tag) { return std::ranges::find(languages, tag) != languages.end(); };
  Fallback kept;
  for (const auto& [language, others] : fallback)
    for (const std::string& other : others)
      if (offered(language) && offered(other)) kept[language].push_back(other);
  return kept;
}

}  // namespace greenline::content
