#include "content/local_text.h"

#include <algorithm>

namespace greenline::content {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool letters(std::string_view part) { return std::all_of(part.begin(), part.end(), is_letter); }
bool digits(std::string_view part) { return std::all_of(part.begin(), part.end(), is_digit); }

bool is_variant(std::string_view part) { return part.size() >= 5 || (part.size() == 4 && is_digit(part[0])); }

std::string_view text_in(const LocalText& text, std::string_view language) {
  const auto found = text.find(language);
  return found == text.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace

std::string_view only_in_language(const LocalText& text, std::string_view language) {
  for (std::string_view tag = language; !tag.empty(); tag = tag.substr(0, tag.rfind('-') == tag.npos ? 0 : tag.rfind('-')))
    if (const auto words = text_in(text, tag); !words.empty()) return words;
  return {};
}

std::string_view in_language(const LocalText& text, std::string_view language) {
  if (const auto words = only_in_language(text, language); !words.empty()) return words;
  if (const auto words = text_in(text, "en"); !words.empty()) return words;
  return text.empty() ? std::string_view() : std::string_view(text.begin()->second);
}

bool is_language_tag(std::string_view tag) {
  // The stages of RFC 5646, 2.1, in the order in which they may follow.
  enum Stage { language, extended, script, region, variant, extension, private_use } stage = language;
  bool wants_more = false;  // after a singleton
  bool first = true;
  if (tag.empty() || tag.size() > 64) return false;
  while (true) {
    const std::size_t end = tag.find('-');
    const std::string_view part = tag.substr(0, end);
    const bool alphanumeric = std::all_of(part.begin(), part.end(), [](char c) { return is_letter(c) || is_digit(c); });
    if (part.empty() || part.size() > 8 || !alphanumeric) return false;
    const bool is_private = part == "x" || part == "X";
    if (first) {
      if (is_private)
        stage = private_use;
      else if (!letters(part) || part.size() < 2)
        return false;
      wants_more = is_private;
      first = false;
    } else if (stage == private_use) {
      wants_more = false;
    } else if (part.size() == 1) {
      if (wants_more) return false;
      stage = is_private ? private_use : extension;
      wants_more = true;
    } else if (stage == extension) {
      wants_more = false;
    } else if (part.size() == 3 && letters(part) && stage <= extended) {
      stage = extended;
    } else if (part.size() == 4 && letters(part) && stage < script) {
      stage = script;
    } else if (((part.size() == 2 && letters(part)) || (part.size() == 3 && digits(part))) && stage < region) {
      stage = region;
    } else if (is_variant(part)) {
      stage = variant;
    } else {
      return false;
    }
    if (end == tag.npos) return !wants_more;
    tag.remove_prefix(end + 1);
  }
}

}  // namespace greenline::content
