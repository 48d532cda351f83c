// A moving picture (APNG) as a page shows it.
#pragma once
#include <filesystem>
#include <vector>

#include "render/png.h"

namespace greenline::picture {

struct Played {
  render::Picture picture;  // all of what is seen
  int stands_ms = 0;
};
// One after another; none when the file is not one that can be shown. Writes beside the file while it reads.
[[nodiscard]] std::vector<Played> played(const std::filesystem::path&);

}  // namespace greenline::picture
