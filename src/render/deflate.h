// Bytes packed as PNG packs them (zlib's format, RFC 1950).
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace greenline::render {

enum class Packing { quickly /* to be kept in memory */, tightly /* to be kept in a file */ };

// Empty when there is no memory for it.
[[nodiscard]] std::string deflated(std::string_view bytes, Packing);
// Nothing when they are not packed, or not so many.
[[nodiscard]] std::optional<std::string> inflated(std::string_view packed, std::size_t size);

}  // namespace greenline::render
