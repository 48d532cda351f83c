// Graphemes and normal forms by ICU.
#include "text/graphemes.h"

#include <unicode/brkiter.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>

#include "text/close_text.h"
#include "text/text.h"

namespace greenline::text {
namespace {

// What `use` says of an iterator over the words' graphemes; its offsets are bytes. Each call makes its iterator (about 10 µs):
// these run once a key press.
template <class Use>
std::size_t by_grapheme(std::string_view words, Use use, std::size_t otherwise) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, CloseText> text(
      utext_openUTF8(nullptr, words.data(), static_cast<std::int64_t>(words.size()), &status));
  const std::unique_ptr<icu::BreakIterator> breaks(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status) || !breaks) return otherwise;
  breaks->setText(text.get(), status);
  if (U_FAILURE(status)) return otherwise;
  const std::int32_t at = use(*breaks);
  return at == icu::BreakIterator::DONE ? otherwise : std::min(static_cast<std::size_t>(at), words.size());
}

}  // namespace

std::string readable(std::string_view words) {
  std::string text(words);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(words.data());
  const auto size = static_cast<std::int32_t>(words.size());
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t from = at;
    UChar32 character = 0;
    U8_NEXT(bytes, at, size, character);
    if (character <= 0) std::fill(text.begin() + from, text.begin() + at, '?');
  }
  return text;
}

std::string in_one_ink(std::string text) {
  constexpr UChar32 first_tone = 0x1F3FB, last_tone = 0x1F3FF;
  constexpr std::string_view shows_nothing = "\U000E0020";  // a tag: as long, and of the same grapheme
  auto* bytes = reinterpret_cast<std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  UChar32 before = 0;
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t from = at;
    UChar32 character = 0;
    U8_NEXT(bytes, at, size, character);
    const bool tone = character >= first_tone && character <= last_tone;
    if (tone && u_hasBinaryProperty(before, UCHAR_EMOJI_MODIFIER_BASE) != 0) {
      std::copy(shows_nothing.begin(), shows_nothing.end(), text.begin() + from);
    }
    if (character != 0xFE0F) before = character;
  }
  return text;
}

std::size_t grapheme_at(std::string_view words, std::size_t byte_offset) {
  if (byte_offset >= words.size()) return words.size();
  const auto at = static_cast<std::int32_t>(byte_offset);
  return by_grapheme(
      words, [&](icu::BreakIterator& breaks) { return breaks.isBoundary(at) != 0 ? at : breaks.preceding(at); }, 0);
}

std::size_t previous_grapheme(std::string_view words, std::size_t byte_offset) {
  if (byte_offset == 0 || words.empty()) return 0;
  const auto at = static_cast<std::int32_t>(std::min(byte_offset, words.size()));
  return by_grapheme(
      words, [&](icu::BreakIterator& breaks) { return breaks.preceding(at); }, 0);
}

std::size_t next_grapheme(std::string_view words, std::size_t byte_offset) {
  if (byte_offset >= words.size()) return words.size();
  const auto at = static_cast<std::int32_t>(byte_offset);
  return by_grapheme(
      words, [&](icu::BreakIterator& breaks) { return breaks.following(at); }, words.size());
}

std::string normalised(std::string_view words) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* composing = icu::Normalizer2::getNFCInstance(status);
  const icu::UnicodeString wide =
      icu::UnicodeString::fromUTF8(icu::StringPiece(words.data(), static_cast<std::int32_t>(words.size())));
  std::string text;
  if (U_SUCCESS(status)) composing->normalize(wide, status).toUTF8String(text);
  if (U_FAILURE(status)) wide.toUTF8String(text.erase());
  return text;
}

}  // namespace greenline::text
