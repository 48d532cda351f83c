// Which keyboards are offered, and how fine they are.
#include "ui/offered.h"

#include <algorithm>

namespace greenline::ui {

std::vector<Offered> offered_keyboards(const Setting& setting, const Keyboards& keyboards) {
  std::vector<Offered> offered;
  for (const std::string& language : setting.languages) {
    const KeyboardLayout* layout = keyboards.find(language);
    if (layout != nullptr && std::ranges::find(offered, layout, &Offered::layout) == offered.end()) {
      offered.push_back({language, layout});
    }
  }
  return offered;
}

const KeyboardLayout& keyboard_for(std::string_view language, const Setting& setting, const Keyboards& keyboards) {
  if (const KeyboardLayout* own = keyboards.find(language)) return *own;
  if (const auto offered = offered_keyboards(setting, keyboards); !offered.empty()) return *offered.front().layout;
  const KeyboardLayout* english = keyboards.find("en");
  return english != nullptr ? *english : keyboards.by_language.begin()->second;
}

std::string first_language(const Setting& setting, const Keyboards& keyboards) {
  const auto offered = offered_keyboards(setting, keyboards);
  const KeyboardLayout* own = keyboards.find(setting.language);
  // Of a language that has no keyboard, words come from a keyboard that is plugged in.
  const bool fits = offered.empty() || std::ranges::find(offered, own, &Offered::layout) != offered.end() ||
                    std::ranges::find(setting.languages, setting.language) != setting.languages.end();
  return fits ? setting.language : offered.front().language;
}

float finest_pitch(const Measures& m, const Setting& setting, const Keyboards& keyboards) {
  std::size_t columns = keyboard_for(setting.language, setting, keyboards).columns();
  for (const Offered& offered : offered_keyboards(setting, keyboards)) columns = std::max(columns, offered.layout->columns());
  return m.inner_width() / static_cast<float>(columns);
}

model::Phrase phrase_in(const content::LocalText& text, std::string_view language, const Surroundings& s) {
  const std::string_view words = words_in(text, language, s);
  for (const std::string_view tag : {language, std::string_view(s.setting.language)})
    if (content::only_in_language(text, tag) == words) return {std::string(words), std::string(tag)};
  return {std::string(words), {}};
}

std::string_view words_in(const content::LocalText& text, std::string_view language, const Surroundings& s) {
  const std::string_view own = content::only_in_language(text, language);
  return own.empty() ? content::in_language(text, s.setting.language) : own;
}

}  // namespace greenline::ui
