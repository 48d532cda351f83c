#include "harvest/markup.h"

namespace greenline::harvest {

std::string escaped(std::string_view words) {
  std::string safe;
  safe.reserve(words.size());
  for (const char c : words) {
    switch (c) {
      case '&': safe += "&amp;"; break;
      case '<': safe += "&lt;"; break;
      case '>': safe += "&gt;"; break;
      case '"': safe += "&quot;"; break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') safe += c;
    }
  }
  return safe;
}

std::string in_markdown(std::string_view words) {
  std::string safe;
  for (const char c : words) {
    if (c == '\n' || c == '\r' || c == '\t') {
      safe += ' ';
      continue;
    }
    if (std::string_view("\\`*_{}[]<>#|~!&").find(c) != std::string_view::npos) safe += '\\';
    safe += c;
  }
  // What would begin a list or a heading at the head of a line.
  if (!safe.empty() && (safe.front() == '-' || safe.front() == '+')) safe.insert(0, 1, '\\');
  std::size_t digits = 0;
  while (digits < safe.size() && safe[digits] >= '0' && safe[digits] <= '9') ++digits;
  if (digits > 0 && digits < safe.size() && (safe[digits] == '.' || safe[digits] == ')')) safe.insert(digits, 1, '\\');
  return safe;
}

}  // namespace greenline::harvest
