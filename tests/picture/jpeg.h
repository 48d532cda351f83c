// Golden pictures are kept as JPEG: a tenth of the size of PNG under the ground's grain, and far inside the tolerance.
#pragma once
#include <filesystem>

#include "render/png.h"

namespace greenline::picture {

[[nodiscard]] bool write_jpeg(const std::filesystem::path&, const render::Picture&);
[[nodiscard]] render::Picture read_jpeg(const std::filesystem::path&);  // of size 0 when it cannot be read

}  // namespace greenline::picture
