// Where one grapheme ends and the next begins (ICU, UAX 29), also in bytes that are not UTF-8.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace greenline::text {

// The words with each byte that is not UTF-8, and each NUL, replaced by one '?': the same length, so offsets stay true.
[[nodiscard]] std::string readable(std::string_view words);

// The words as one ink can show them: a tone of skin after the picture that it belongs to would be a swatch of its own beside
// it, so it shows nothing. The same length too.
[[nodiscard]] std::string in_one_ink(std::string readable_words);

// The nearest grapheme boundary at or before the offset; offsets beyond the end are the end.
[[nodiscard]] std::size_t grapheme_at(std::string_view words, std::size_t byte_offset);

}  // namespace greenline::text
