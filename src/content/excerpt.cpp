#include "content/excerpt.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>

#include "content/shown.h"
#include "content/utf8.h"

namespace greenline::content {
namespace {

constexpr std::size_t most_before = 60, most_after = 48;  // bytes of the line that are shown

bool ends_line(char c) { return c == '\n' || c == '\r'; }
bool is_noise(char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t'; }  // no text of anybody's goes on there
bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Columns of a terminal, about: marks take none, wide letters two.
int columns_of(std::string_view text) {
  int columns = 0;
  while (!text.empty()) {
    const std::size_t bytes = character_bytes(text);
    const auto code = static_cast<UChar32>(first_code_point(text));
    text.remove_prefix(bytes);
    const int type = u_charType(code);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) continue;
    const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
    columns += width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
  }
  return columns;
}

}  // namespace

std::size_t token_bytes(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 1;
  std::size_t end = at;
  if (text[at] == '"') {
    for (++end; end < text.size() && text[end] != '"' && !ends_line(text[end]); ++end)
      if (text[end] == '\\') ++end;
    return std::min(end + 1, text.size()) - at;
  }
  const auto is_of_word = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == '+';
  };
  while (end < text.size() && is_of_word(text[end])) ++end;
  return end > at ? end - at : std::max<std::size_t>(1, character_bytes(text.substr(at)));
}

Excerpt excerpt_of(std::string_view text, std::size_t at) {
  at = std::min(at, text.size());
  std::size_t from = at, to = at;
  while (from > 0 && !ends_line(text[from - 1]) && at - from < most_before) --from;
  while (to < text.size() && !ends_line(text[to]) && !is_noise(text[to]) && to - at < most_after) ++to;
  while (from > 0 && from < at && continues(text[from])) ++from;
  while (to < text.size() && to > at && continues(text[to])) --to;
  const bool cut_before = from > 0 && !ends_line(text[from - 1]), cut_after = to < text.size() && !ends_line(text[to]);
  while (!cut_before && from < at && (text[from] == ' ' || text[from] == '\t')) ++from;
  const std::size_t place = std::min(token_bytes(text, at), to > at ? to - at : 1);
  const std::string before = (cut_before ? "…" : "") + shown(text.substr(from, at - from));
  const std::string here = shown(text.substr(at, place));
  const std::string after = shown(text.substr(std::min(at + place, to), to - std::min(at + place, to)));
  return {before + here + after + (cut_after ? "…" : ""), columns_of(before), std::max(1, columns_of(here))};
}

}  // namespace greenline::content
