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

bool has_any(std::string_view text) {
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    if (without_spaces(character_at(text, at))) return true;
    U8_FWD_1(text.data(), at, size);
  }
  return false;
}

}  // namespace

std::vector<int> dictionary_breaks(std::string_view text) {
  std::vector<int> breaks;
  if (!has_any(text)) return breaks;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, CloseText> bytes(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
  const std::unique_ptr<icu::BreakIterator> lines(icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status) || !lines) return breaks;
  lines->setText(bytes.get(), status);
  if (U_FAILURE(status)) return breaks;
  for (std::int32_t at = lines->next(); at != icu::BreakIterator::DONE; at = lines->next()) {
    if (at <= 0 || static_cast<std::size_t>(at) >= text.size()) continue;
    if (without_spaces(character_before(text, at)) && without_spaces(character_at(text, at))) breaks.push_back(at);
  }
  return breaks;
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
