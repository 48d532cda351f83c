// The slips of people who write JSON by hand: read as they were meant, and told each.
//
// A comment, a comma too many or forgotten, a quote left out or inside of a text, curly quotes, a space that is none, a decimal
// comma, a byte-order mark, UTF-16 from Notepad: all of these have one meaning that nobody could mistake. So the rest of the
// file is looked at as if they were not there, and one look tells all that is wrong in it. What could mean two things is left
// as it is.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/problem.h"

namespace greenline::content {

struct Slip {
  std::size_t at = 0;     // byte offset in the text as UTF-8
  std::size_t bytes = 0;  // that are taken out there
  std::string write;      // and what stands in their place
  Problem problem{};
};

struct Mended {
  std::string utf8;         // the text, where it was in UTF-16; else empty
  std::string text;         // without its slips; empty where nothing was changed
  std::vector<Slip> slips;  // in the order of the text
  // Where an offset into `text` stands in the text as it was (as UTF-8).
  [[nodiscard]] std::size_t original(std::size_t at) const;
  [[nodiscard]] bool changed() const { return !map_.empty(); }

 private:
  friend Mended mend(std::string_view);
  std::vector<std::pair<std::size_t, std::size_t>> map_;  // offset after a slip, mended and original
};

inline constexpr std::size_t max_slips = 10000;  // what comes after so many is not mended

// What the names of mended copies end in; such copies are no part of a pack.
inline constexpr std::string_view mended_end = ".mended.json";

// O(bytes). Whatever the bytes: what is not UTF-8 is not looked at.
[[nodiscard]] Mended mend(std::string_view text);

[[nodiscard]] bool is_slip(Problem);  // one that is mended

struct SlipWords {
  std::string found, expected, mend;
};
// How a slip is told.
[[nodiscard]] SlipWords words_of(const Slip&, std::string_view text);

}  // namespace greenline::content
