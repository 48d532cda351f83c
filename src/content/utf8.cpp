#include "content/utf8.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace greenline::content {
namespace {

// Bytes of the well-formed character at the front; 0 when there is none.
std::size_t well_formed(std::string_view text) {
  const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
  const auto follows = [&](std::size_t at) { return byte(at) >= 0x80 && byte(at) <= 0xBF; };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const unsigned low = first == 0xE0 ? 0xA0 : 0x80, high = first == 0xED ? 0x9F : 0xBF;
    return byte(1) >= low && byte(1) <= high && follows(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const unsigned low = first == 0xF0 ? 0x90 : 0x80, high = first == 0xF4 ? 0x8F : 0xBF;
    return byte(1) >= low && byte(1) <= high && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

std::size_t first_ill_formed(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t step = well_formed(text.substr(at));
    if (step == 0) return at;
    at += step;
  }
  return text.size();
}

std::size_t character_bytes(std::string_view text) { return text.empty() ? 0 : std::max<std::size_t>(1, well_formed(text)); }

char32_t first_code_point(std::string_view text) {
  const auto byte = [&](std::size_t at) { return static_cast<char32_t>(static_cast<unsigned char>(text[at])); };
  switch (character_bytes(text)) {
    case 1: return byte(0);
    case 2: return ((byte(0) & 0x1F) << 6) | (byte(1) & 0x3F);
    case 3: return ((byte(0) & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F);
    default: return ((byte(0) & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) | (byte(3) & 0x3F);
  }
}

void append_utf8(std::string& to, unsigned code_point) {
  const auto tail = [&](unsigned shift) { to += static_cast<char>(0x80 | ((code_point >> shift) & 0x3F)); };
  if (code_point < 0x80) {
    to += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    to += static_cast<char>(0xC0 | (code_point >> 6));
    tail(0);
  } else if (code_point < 0x10000) {
    to += static_cast<char>(0xE0 | (code_point >> 12));
    tail(6);
    tail(0);
  } else {
    to += static_cast<char>(0xF0 | (code_point >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

std::string shortened(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  std::size_t at = 0;
  for (std::size_t next = 0; next <= bytes; next = at + character_bytes(text.substr(at))) at = next;
  return std::string(text.substr(0, at)) + "…";
}

std::string to_nfc(std::string_view text) {
  UErrorCode trouble = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(trouble);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  if (U_SUCCESS(trouble))
    nfc->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr, trouble);
  return U_SUCCESS(trouble) ? out : std::string(text);
}

std::string as_sorted(std::string_view text) {
  UErrorCode trouble = U_ZERO_ERROR;
  const icu::Normalizer2* apart = icu::Normalizer2::getNFDInstance(trouble);
  if (U_FAILURE(trouble)) return std::string(text);
  const icu::UnicodeString all = apart->normalize(
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size()))), trouble);
  if (U_FAILURE(trouble)) return std::string(text);
  icu::UnicodeString letters;
  for (std::int32_t at = 0; at < all.length(); at = all.moveIndex32(at, 1))
    if (u_charType(all.char32At(at)) != U_NON_SPACING_MARK) letters.append(all.char32At(at));
  std::string out;
  letters.foldCase().toUTF8String(out);
  return out;
}

}  // namespace greenline::content
