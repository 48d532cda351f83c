// Pictures as JPEG: a tenth of the bytes where the eye sees no difference.
#pragma once
#include <cstdint>
#include <span>
#include <string>

namespace greenline::paper {

// Rows top down, three bytes a pixel: red, green, blue. Empty when it could not be encoded.
[[nodiscard]] std::string jpeg(int width, int height, std::span<const std::uint8_t> rgb);

}  // namespace greenline::paper
