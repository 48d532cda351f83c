// Golden pictures are kept as JPEG: a tenth of the size of PNG under the ground's grain, and far inside the tolerance.
#pragma once
#include <filesystem>

#include "render/png.h"

namespace greenline::picture {

inline constexpr int fine = 92, small = 55;  // of 100; a small one is a third as large, and text in it has a faint halo
[[nodiscard]] bool write_jpeg(const std::filesystem::path&, const render::Picture&, int quality = fine);
// What would be read of it, were it written so: two pictures of one quality differ by what they show, not by their halos.
[[nodiscard]] render::Picture through_jpeg(const render::Picture&, int quality);
[[nodiscard]] render::Picture read_jpeg(const std::filesystem::path&);  // of size 0 when it cannot be read

}  // namespace greenline::picture
