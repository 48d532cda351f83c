// The picture that lies under a canvas's regions: a map of the village, a drawing with circles.
//
// A canvas's file names it (`picture`, a file of its pack). Whoever loads the canvas writes the picture's bytes into the text
// that a convening carries (`picture_data`), so that a convening shows its ground wherever it is opened. Hence the bounds.
#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "content/canvas.h"

namespace greenline::content {

inline constexpr std::size_t max_ground_bytes = std::size_t{2} << 20;  // of the file
inline constexpr int max_ground_side = 4096;                           // pixels
inline constexpr int max_ground_pixels = 10'000'000;                   // in all: decoding takes 12 bytes each

struct CanvasPicture {
  std::string bytes;          // PNG or JPEG, as the file has them: only their head has been looked at
  int width = 0, height = 0;  // pixels
};

// What it has to be, in words.
[[nodiscard]] std::string ground_expected();
// Null when it is no PNG or JPEG, or beyond the bounds.
[[nodiscard]] std::shared_ptr<const CanvasPicture> ground_from(std::string bytes);
// It lies in the middle of every layout, as large as it fits.
void lay_under(Canvas&, std::shared_ptr<const CanvasPicture>);
// A sound canvas's text with the picture in it.
[[nodiscard]] std::string with_picture_data(std::string_view canvas_text, const CanvasPicture&);

}  // namespace greenline::content
