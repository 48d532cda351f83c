// Pictures to and from PNG files, and from JPEG.
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace greenline::render {

struct Picture {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgba;  // rows top down
};

// The error is a sentence.
[[nodiscard]] tl::expected<std::string, std::string> png_bytes(const Picture&);
// Whole or not at all, through links, and nothing beside it (files/write.h). The error is a sentence.
[[nodiscard]] tl::expected<void, std::string> write_png(const std::filesystem::path&, const Picture&);
[[nodiscard]] tl::expected<Picture, std::string> read_png(const std::filesystem::path&);
// PNG or JPEG, at most 16,384 pixels a side. Nothing when the bytes are neither, or broken. Takes width x height x 8 bytes
// meanwhile.
[[nodiscard]] std::optional<Picture> decoded(std::string_view bytes);

}  // namespace greenline::render
