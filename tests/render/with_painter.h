// A painter without a display, for the tests: draws sample walls and hands over the pixels.
#pragma once
#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "render/hand_painter.h"
#include "render/offscreen.h"
#include "render/painter.h"
#include "render/png.h"
#include "render/sample_wall.h"

namespace greenline::render::tests {

[[nodiscard]] std::filesystem::path shaders_folder();

// As whoever shows frames has it.
class LentMemory {
 public:
  LentMemory(int width, int height)
      : width_(width),
        height_(height),
        pixels_(static_cast<std::size_t>(width + beside) * static_cast<std::size_t>(height) + PixelMemory::slack, untouched) {}
  [[nodiscard]] PixelMemory memory() { return {pixels_.data(), width_, height_, width_ + beside, 1}; }
  // Whether what lies beside the picture is as it was.
  [[nodiscard]] bool nothing_beside_touched() const {
    for (std::size_t i = 0; i < pixels_.size(); ++i)
      if (i % static_cast<std::size_t>(width_ + beside) >= static_cast<std::size_t>(width_) && pixels_[i] != untouched)
        return false;
    return true;
  }

 private:
  static constexpr int beside = 5;  // pixels after each row
  static constexpr std::uint32_t untouched = 0xFFFF00FFU;
  int width_, height_;
  std::vector<std::uint32_t> pixels_;
};

class WithPainter : public testing::Test {
 protected:
  static constexpr int width = 480, height = 320;
  WithPainter();
  [[nodiscard]] SampleWall small_wall() { return a_wall(width, height); }
  [[nodiscard]] SampleWall a_wall(int width_px, int height_px);
  [[nodiscard]] std::unique_ptr<Painter> a_painter(const std::string& palette = "dusk", Detail = Detail::rich) const;

  [[nodiscard]] static std::unique_ptr<HandPainter> a_hand(const std::string& palette = "dusk");

  static Atmosphere quiet_air();  // no dusk, no notices
  template <class Any>            // kind of painter
  [[nodiscard]] static Picture picture_of(const Any& painter) {
    Picture picture{painter.frame().width, painter.frame().height, {}};
    painter.read_pixels(picture.rgba);
    return picture;
  }
  // What a painter that has never drawn anything shows of this wall.
  [[nodiscard]] Picture painted_afresh(SampleWall&, const Atmosphere&) const;

 private:
  OffscreenContext context_;  // first in, last out

 protected:
  text::Engine engine_;

 private:
  std::uint64_t generation_ = 0;
};

// Pixels that differ by more than `tolerance` (of 255) in any channel.
[[nodiscard]] int differing_pixels(const Picture&, const Picture&, int tolerance);
// The smallest rectangle that holds all of them.
[[nodiscard]] model::PixelRect differing_rect(const Picture&, const Picture&, int tolerance);
[[nodiscard]] content::Colour pixel(const Picture&, int x, int y);

}  // namespace greenline::render::tests
