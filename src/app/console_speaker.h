// What may be said in the language of a console.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>

#include "content/local_text.h"
#include "content/strings.h"

namespace greenline::app {

struct ConsoleSpeaker {
  const content::Strings& strings;
  const std::string& language;
  [[nodiscard]] std::string operator()(const std::string& key, std::initializer_list<std::string_view> with = {}) const {
    return content::filled(strings("console." + key, language), with);
  }
  [[nodiscard]] std::string of(const content::LocalText& text) const {
    return std::string(content::in_language(text, language));
  }
};

}  // namespace greenline::app
