// Glyphs that fonts keep as pictures in colours (CBDT: emoji), brought to the size that is asked for.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "text/handles.h"

namespace greenline::text {

struct Picture {
  int width = 0, height = 0;  // pixels
  int left = 0, top = 0;      // of its top left from the pen on the baseline, y down
  // Red, green, blue, alpha; rows top down. The colours are not multiplied with alpha; what cannot be seen has their mean, so
  // that edges stay clean where the picture is turned.
  std::vector<std::uint8_t> rgba;
};

// Whether the face has pictures and no outlines.
[[nodiscard]] bool holds_pictures(FT_Face);

// The glyph at this em; nothing where the face has none or cannot be read. From the font's own size (109 px in Noto Color
// Emoji) each pixel is the mean of those it covers; enlarged it is soft. About 0.2 ms.
[[nodiscard]] std::optional<Picture> picture_of(FT_Face, std::uint32_t glyph, float size_px);

}  // namespace greenline::text
