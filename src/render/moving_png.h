// Moving pictures as PNG files (APNG, https://www.w3.org/TR/png-3/#apng-frame-based-animation): whatever shows PNG shows at
// least the first picture.
#pragma once
#include <filesystem>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "render/png.h"

namespace greenline::render {

class MovingPng {
 public:
  // The next picture, of the same size as those before, and how long it stands. Kept is what changed; a picture like the one
  // before lets that stand longer. False when it has another size or no pixels: then it is left out.
  [[nodiscard]] bool add(const Picture&, double stands_s);
  [[nodiscard]] std::size_t frames() const { return frames_.size(); }
  // Over and over from the beginning. Whole or not at all, like write_png. The error is a sentence.
  [[nodiscard]] tl::expected<void, std::string> write(const std::filesystem::path&) const;

 private:
  struct Frame {
    int x = 0, y = 0, width = 0, height = 0;
    int stands_ms = 0;
    std::string data;  // compressed
  };
  [[nodiscard]] bool keep(int x, int y, const Picture& part, int stands_ms);
  Picture last_;
  std::vector<Frame> frames_;
};

}  // namespace greenline::render
