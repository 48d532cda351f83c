#include "content/shown.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "content/utf8.h"

namespace greenline::content {
namespace {

using Range = std::pair<char32_t, char32_t>;  // of code points, both in it, by their first
constexpr std::array<Range, 19> unsafe = {{
    {0x00, 0x1F},        // what terminals obey
    {0x7F, 0x9F},        // delete, and the controls of one byte
    {0xAD, 0xAD},        // a hyphen that hides
    {0x34F, 0x34F},      // joins, and shows nothing
    {0x61C, 0x61C},      // turns what stands beside it
    {0x115F, 0x1160},    // letters without ink
    {0x17B4, 0x17B5},    // vowels without ink
    {0x180E, 0x180E},    // a separator of no width
    {0x200B, 0x200B},    // a space of no width
    {0x200E, 0x200F},    // turns what stands beside it
    {0x2028, 0x202E},    // new lines of other kinds; turns all that follows
    {0x2060, 0x206F},    // joins, isolates and turns
    {0x3164, 0x3164},    // a letter without ink
    {0xFEFF, 0xFEFF},    // a space of no width
    {0xFFA0, 0xFFA0},    // a letter without ink
    {0xFFF0, 0xFFFB},    // notes between lines
    {0x1BCA0, 0x1BCA3},  // shorthand's own joins
    {0x1D173, 0x1D17A},  // music's own joins
    {0xE0000, 0xE0FFF},  // tags
}};

enum class Keep { nothing, new_lines };
enum class As { braces, json };

std::string written_out(char32_t code, As as) {
  char out[24];
  const auto value = static_cast<unsigned>(code);
  if (as == As::braces)
    std::snprintf(out, sizeof out, "\\u{%x}", value);
  else if (value < 0x10000)
    std::snprintf(out, sizeof out, "\\u%04x", value);
  else
    std::snprintf(out, sizeof out, "\\u%04x\\u%04x", 0xD800 + ((value - 0x10000) >> 10), 0xDC00 + ((value - 0x10000) & 0x3FF));
  return out;
}

std::string safe(std::string_view words, Keep keep, As as) {
  std::string out;
  out.reserve(words.size());
  while (!words.empty()) {
    const std::string_view character = words.substr(0, character_bytes(words));
    words.remove_prefix(character.size());
    if (character.size() == 1 && static_cast<unsigned char>(character[0]) >= 0x80) {
      char byte[8];
      std::snprintf(byte, sizeof byte, "\\x%02x", static_cast<unsigned>(static_cast<unsigned char>(character[0])));
      out += byte;
      continue;
    }
    const char32_t code = first_code_point(character);
    if (code == '\n' && keep == Keep::new_lines)
      out += '\n';
    else if (code == '\n' && as == As::braces)
      out += "\\n";
    else if (code == '\t' && as == As::braces)
      out += "\\t";
    else if (is_unsafe_to_show(code))
      out += written_out(code, as);
    else
      out += character;
  }
  return out;
}

}  // namespace

bool is_unsafe_to_show(char32_t code) {
  const auto range =
      std::lower_bound(unsafe.begin(), unsafe.end(), code, [](const Range& one, char32_t asked) { return one.second < asked; });
  return range != unsafe.end() && range->first <= code;
}

std::string shown(std::string_view words) { return safe(words, Keep::nothing, As::braces); }
std::string shown_lines(std::string_view words) { return safe(words, Keep::new_lines, As::braces); }
std::string shown_json(std::string_view json) { return safe(json, Keep::new_lines, As::json); }

}  // namespace greenline::content
