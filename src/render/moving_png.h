// Moving pictures as PNG files (APNG, https://www.w3.org/TR/png-3/#apng-frame-based-animation): whatever shows PNG shows at
// least the first picture.
//
// A page that shows one loads all of it at once, so it is small before anything else: 255 colours for all pictures (no pattern
// of dots: it would be most of the file), of each picture the smallest rectangle that changed, and there what nobody would see
// change stays as it was. The last picture stands longest, and is as exact as its colours are.
#pragma once
#include <filesystem>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "render/few_colours.h"
#include "render/png.h"

namespace greenline::render {

class MovingPng {
 public:
  // The next picture, of the same size as those before, and how long it stands; what is clear in it counts as opaque. A picture
  // like the one before lets that stand longer. False when it has another size or no pixels: then it is left out.
  [[nodiscard]] bool add(const Picture&, double stands_s);
  [[nodiscard]] std::size_t pictures() const { return kept_.size(); }  // unlike the one before each
  // Over and over from the beginning. Whole or not at all, like write_png. The error is a sentence.
  [[nodiscard]] tl::expected<void, std::string> write(const std::filesystem::path&);

 private:
  struct Part {
    int x = 0, y = 0, width = 0, height = 0;
    int stands_ms = 0;
    std::string data;  // packed: red, green and blue of each pixel; in a file, rows of numbers of colours
  };
  [[nodiscard]] std::vector<Part> parts_in_few_colours();
  [[nodiscard]] std::string palette() const;

  int width_ = 0, height_ = 0;
  std::string last_;  // red, green, blue
  std::vector<Part> kept_;
  FewColours colours_;
};

}  // namespace greenline::render
