// One sentence in several languages.
#pragma once
#include <map>
#include <string>
#include <string_view>

namespace greenline::content {

using LocalText = std::map<std::string, std::string, std::less<>>;  // BCP 47 tag to UTF-8, NFC

// The text in `language`, else in its base language ("fr" for "fr-CA"), else in English, else the first; "" when there is none.
// The view lives as long as `text` is unchanged.
[[nodiscard]] std::string_view in_language(const LocalText& text, std::string_view language);

// The text in `language` or in its base language, never in another; "" when there is none. For a language shown beside another.
[[nodiscard]] std::string_view only_in_language(const LocalText& text, std::string_view language);

// Whether `tag` has the shape of a BCP 47 tag (RFC 5646, 2.1): "en", "fr-CA", "zh-Hant", "hur", "x-local".
[[nodiscard]] bool is_language_tag(std::string_view tag);

}  // namespace greenline::content
