// UTF-8 as far as reading a file needs it.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace greenline::content {

// The offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7), or the size when all is.
[[nodiscard]] std::size_t first_ill_formed(std::string_view text);
// Bytes of the first character of a well-formed text; 1 for anything else that is not empty.
[[nodiscard]] std::size_t character_bytes(std::string_view text);
// The first character of a well-formed text that is not empty.
[[nodiscard]] char32_t first_code_point(std::string_view text);
// Whether a word may begin or go on with this byte: a letter of English, or part of any character beyond ASCII.
[[nodiscard]] constexpr bool may_be_of_a_word(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || static_cast<unsigned char>(byte) >= 0x80;
}
void append_utf8(std::string& to, unsigned code_point);
// At most `bytes` from the front, ending between characters, with "…" when something was left off.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t bytes);
// The text in Unicode's Normalization Form C; well-formed UTF-8 is expected.
[[nodiscard]] std::string to_nfc(std::string_view text);
// What words are compared by that stand in the order of the alphabet: É beside e, whatever the language.
[[nodiscard]] std::string as_sorted(std::string_view text);

}  // namespace greenline::content
