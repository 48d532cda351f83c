// Where words end in scripts that write no spaces: line breaks that Pango has no dictionary for, and those that it allows
// inside words.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace greenline::text {

// Byte offsets in valid UTF-8 at which a Khmer, Lao or Myanmar word ends and another begins; Thai is Pango's own. Nothing, at
// the cost of a scan, in words of other scripts.
[[nodiscard]] std::vector<int> dictionary_breaks(std::string_view text);

// Byte offsets in valid UTF-8 inside Chinese and Japanese words: a line may break there, but two halves of a word are harder to
// read. Nothing, at the cost of a scan, in words of other scripts.
[[nodiscard]] std::vector<int> inside_words(std::string_view text);

// The text with a zero width space at each of these offsets: where Pango then may break.
[[nodiscard]] std::string with_breaks(std::string_view text, const std::vector<int>& breaks);
inline constexpr int kBreakBytes = 3;  // of a zero width space

// Offsets in the words and in the words with breaks. A break belongs to what stands before it.
[[nodiscard]] int with_breaks(int offset, const std::vector<int>& breaks);
[[nodiscard]] int without_breaks(int offset, const std::vector<int>& breaks);

}  // namespace greenline::text
