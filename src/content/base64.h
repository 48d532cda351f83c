// Bytes as letters that any text can hold. Format: RFC 4648, section 4, with its padding.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace greenline::content {

[[nodiscard]] std::string base64(std::string_view bytes);
// Nothing when anything in it is not of that form.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace greenline::content
