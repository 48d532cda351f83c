// Whether the atlases of texts have moved: then what others drew must be drawn again.
#pragma once
#include <array>
#include <cstdint>
#include <utility>

#include "text/text.h"

namespace greenline::app {

class AtlasWatch {
 public:
  [[nodiscard]] bool moved(const text::Engine& engine) {  // since it was asked last
    const text::AtlasImage letters = engine.atlas(), pictures = engine.pictures();
    const auto side = [](int texels) { return static_cast<std::uint32_t>(texels); };
    const std::array<std::uint32_t, 5> now{letters.generation, side(letters.width), side(letters.height), side(pictures.width),
                                           side(pictures.height)};
    return std::exchange(was_, now) != now;
  }

 private:
  std::array<std::uint32_t, 5> was_{};
};

}  // namespace greenline::app
