// ICU's dictionaries find the words; zero width spaces tell Pango.
#include "text/dictionary_breaks.h"

#include <unicode/brkiter.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>

#include "text/close_text.h"

namespace greenline::text {
namespace {

bool without_spaces(UChar32 character) {
  const bool lao = character >= 0x0E80 && character <= 0x0EFF, myanmar = character >= 0x1000 && character <= 0x109F;
  return lao || myanmar || (character >= 0x1780 && character <= 0x17FF);
}

UChar32 character_before(std::string_view text, std::int32_t at) {
  UChar32 character = 0;
  U8_PREV(reinterpret_cast<const std::uint8_t*>(text.data()), 0, at, character);
  return character;
}

UChar32 character_at(std::string_view text, std::int32_t at) {
  UChar32 character = 0;
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), at, static_cast<std::int32_t>(text.size()), character);
  return character;
}

bool is_han_or_kana(UChar32 character) {
  return (character >= 0x3041 && character <= 0x30FF) || (character >= 0x3400 && character <= 0x9FFF) ||
         (character >= 0x20000 && character <= 0x2FFFF);
}

template <class Is>
bool has_any(std::string_view text, Is is) {
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    if (is(character_at(text, at))) return true;
    U8_FWD_1(text.data(), at, size);
  }
  return false;
}

// Tells of each part of the text between two breaks.
template <class Create, class Tell>
void each_break(std::string_view text, Create create, Tell tell) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, CloseText> bytes(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
  const std::unique_ptr<icu::BreakIterator> breaks(create(icu::Locale::getRoot(), status));
  if (U_FAILURE(status) || !breaks) return;
  breaks->setText(bytes.get(), status);
  if (U_FAILURE(status)) return;
  std::int32_t from = breaks->first();
  for (std::int32_t to = breaks->next(); to != icu::BreakIterator::DONE; from = to, to = breaks->next()) tell(from, to);
}

}  // namespace

std::vector<int> dictionary_breaks(std::string_view text) {
  std::vector<int> breaks;
  if (!has_any(text, without_spaces)) return breaks;
  each_break(text, icu::BreakIterator::createLineInstance, [&](std::int32_t, std::int32_t at) {
    if (at <= 0 || static_cast<std::size_t>(at) >= text.size()) return;
    if (without_spaces(character_before(text, at)) && without_spaces(character_at(text, at))) breaks.push_back(at);
  });
  return breaks;
}

std::vector<int> inside_words(std::string_view text) {
  std::vector<int> inside;
  if (!has_any(text, is_han_or_kana)) return inside;
  each_break(text, icu::BreakIterator::createWordInstance, [&](std::int32_t from, std::int32_t to) {
    while (from < to) {
      U8_FWD_1(text.data(), from, to);
      if (from < to && is_han_or_kana(character_at(text, from))) inside.push_back(from);
    }
  });
  return inside;
}

std::string with_breaks(std::string_view text, const std::vector<int>& breaks) {
  std::string out;
  out.reserve(text.size() + breaks.size() * kBreakBytes);
  std::size_t from = 0;
  for (const int at : breaks) {
    out.append(text.substr(from, static_cast<std::size_t>(at) - from)).append("\u200B");
    from = static_cast<std::size_t>(at);
  }
  return out.append(text.substr(from));
}

int with_breaks(int offset, const std::vector<int>& breaks) {
  const auto before = std::upper_bound(breaks.begin(), breaks.end(), offset) - breaks.begin();
  return offset + static_cast<int>(before) * kBreakBytes;
}

int without_breaks(int offset, const std::vector<int>& breaks) {
  int inserted = 0;
  for (const int at : breaks) {
    const int stands = at + inserted;  // where this break begins
    if (stands >= offset) break;
    inserted += std::min(kBreakBytes, offset - stands);
  }
  return offset - inserted;
}

}  // namespace greenline::text
