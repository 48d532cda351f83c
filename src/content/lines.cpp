#include "content/lines.h"

#include <algorithm>

namespace greenline::content {

Lines::Lines(std::string_view text) : text_(text) {
  starts_.push_back(0);
  for (std::size_t at = 0; at < text.size(); ++at)
    if (text[at] == '\n') starts_.push_back(at + 1);
}

TextPosition Lines::position(std::size_t byte_offset) const {
  const auto next = std::ranges::upper_bound(starts_, byte_offset);
  const auto line = static_cast<std::size_t>(next - starts_.begin());
  const std::size_t from = starts_[line - 1], to = std::min(byte_offset, text_.size());
  const std::string_view before = text_.substr(from, to - std::min(from, to));
  const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  return {static_cast<int>(line), static_cast<int>(std::ranges::count_if(before, begins)) + 1};
}

}  // namespace greenline::content
