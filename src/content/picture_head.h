// How large a picture is, from the front of its file: PNG and JPEG. Nothing is decoded.
#pragma once
#include <optional>
#include <string_view>

namespace greenline::content {

struct PictureHead {
  int width = 0, height = 0;  // pixels
};
// Formats: PNG (W3C, 11.2.1: IHDR), JPEG (ITU-T T.81, B.2.2: the frame header). O(the file's markers).
[[nodiscard]] std::optional<PictureHead> picture_head(std::string_view bytes);
// What a file is that has no such front, in words: "a GIF", "a PNG that is damaged"; never empty.
[[nodiscard]] std::string_view picture_kind(std::string_view bytes);

}  // namespace greenline::content
