// UTF-16 as Notepad saves it ("Unicode").
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace greenline::content {

// The same text in UTF-8, without its mark; nothing when the bytes do not look like UTF-16 of either order. Halves of
// characters become U+FFFD.
[[nodiscard]] std::optional<std::string> from_utf16(std::string_view bytes);

}  // namespace greenline::content
