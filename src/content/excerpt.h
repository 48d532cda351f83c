// The line of a file that a problem is in, made ready to be shown with a caret under the place.
#pragma once
#include <cstddef>
#include <string_view>

#include "content/diagnostic.h"

namespace greenline::content {

// The line around `at`, a byte offset into well-formed or any other bytes; long lines are cut on both sides. The place is as
// wide as the word, number or text that begins there. O(length of the line up to a few hundred bytes).
[[nodiscard]] Excerpt excerpt_of(std::string_view text, std::size_t at);

// Bytes of the quoted text, number or word that begins there; 1 for any other sign.
[[nodiscard]] std::size_t token_bytes(std::string_view text, std::size_t at);

}  // namespace greenline::content
