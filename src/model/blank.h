// Whether words show anything: what every "is it empty?" about people's words and packs' texts asks.
#pragma once
#include <string_view>

namespace greenline::model {

// True when at least one character would be seen by itself: a letter, a digit, a sign, an emoji. False for spaces of any width,
// line breaks, controls, zero-width and other invisible characters, fillers, and combining marks that have nothing to stand on;
// for what is no UTF-8, too. O(length); reads all of a text that shows nothing.
[[nodiscard]] bool shows_something(std::string_view utf8);

}  // namespace greenline::model
