// Pictures of the wall, as pages take them.
#pragma once
#include <span>
#include <vector>

#include "paper/paper.h"
#include "render/png.h"

namespace greenline::cli {

// Good as long as the picture is.
[[nodiscard]] inline paper::Pixels on_paper(const render::Picture& picture) {
  return {picture.width, picture.height, picture.rgba};
}
[[nodiscard]] inline std::vector<paper::Pixels> on_paper(std::span<const render::Picture> pictures) {
  std::vector<paper::Pixels> all;
  all.reserve(pictures.size());
  for (const render::Picture& picture : pictures) all.push_back(on_paper(picture));
  return all;
}

}  // namespace greenline::cli
