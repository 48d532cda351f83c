// A picture that somebody has, made ready to lie under a canvas's regions: upright, within the bounds of such pictures
// (content/canvas_picture.h), and written anew, so that nothing but what is seen leaves with it: no place, no time, no name of
// a camera.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <tl/expected.hpp>

#include "content/small_picture.h"

namespace greenline::cli {

inline constexpr std::size_t most_source_bytes = std::size_t{64} << 20;
inline constexpr long long most_source_pixels = 64'000'000;  // decoding takes 8 bytes each

struct ReadyPicture {
  std::string bytes;
  std::string ending;         // of its file's name: ".jpg"; ".png" for a drawing that is small enough as one
  int width = 0, height = 0;  // pixels
};
// `bytes`: a PNG or a JPEG. The error says what is the matter with it: "is neither a PNG nor a JPEG".
[[nodiscard]] tl::expected<ReadyPicture, std::string> ready_picture(const std::string& bytes);

inline constexpr int most_small_side = 384;
inline constexpr long long most_shown_pixels =
    12'000'000;  // of the picture that is made small: whoever brought it may mean harm
// Upright, to be shown among others; nothing where it cannot be read.
[[nodiscard]] std::optional<content::SmallPicture> small_picture(const std::string& bytes);

}  // namespace greenline::cli
