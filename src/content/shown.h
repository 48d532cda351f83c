// Words that came from a file, a name or a device, made safe to show: on a terminal, in a log, on the wall's edge.
//
// What a terminal would obey (control characters, the C1 ones too), what turns or hides other letters (direction overrides,
// isolates and marks, zero-width characters but the two joiners that scripts write with, tags, line separators) and bytes that
// are not UTF-8 are written out: ESC as \u{1b}, a stray byte as \xff. Everything else stays as it is. O(bytes).
#pragma once
#include <string>
#include <string_view>

namespace greenline::content {

[[nodiscard]] std::string shown(std::string_view words);        // on one line: new lines and tabs are written out too
[[nodiscard]] std::string shown_lines(std::string_view words);  // new lines stay: for whole answers of several lines
// JSON text with the same characters as \u001b escapes, so that it reads back as the same values.
[[nodiscard]] std::string shown_json(std::string_view json);

// Whether a code point is one of those that are written out. A new line and a tab are.
[[nodiscard]] bool is_unsafe_to_show(char32_t code_point);

}  // namespace greenline::content
