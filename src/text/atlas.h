// One growing image with glyphs packed under a skyline.
//
// Glyphs never move while the generation stays: growth adds room below or to the right, and places are in texels. When it is
// full its owner says what happens: it grows, or some glyphs are packed anew without the others, or it starts over; the last
// two begin a new generation. One texel around each glyph stays empty, so that linear sampling beside a turned glyph finds
// nothing of its neighbours.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "text/text.h"

namespace greenline::text {

class Atlas {
 public:
  struct Limits {
    int first_width = 1024, first_height = 512;
    int most = 4096;   // texels a side
    int channels = 1;  // bytes a texel
  };
  explicit Atlas(Limits);
  Atlas() : Atlas(Limits{}) {}

  struct Place {
    int x = 0, y = 0;
  };
  // Room for w by h texels (both > 0); nothing when it is full. O(skyline).
  [[nodiscard]] std::optional<Place> take(int w, int h);
  void write(Place, int w, int h, const std::uint8_t* rows, std::ptrdiff_t pitch);  // bytes from row to row
  // Twice as large; false at its largest.
  bool grow();
  [[nodiscard]] bool can_grow() const { return width_ < limits_.most || height_ < limits_.most; }
  struct Move {
    Place from;
    int w = 0, h = 0;
    Place to;  // written by pack
  };
  // Packs these anew, in this order (the tallest first is best), and drops all else. False, and nothing changed, when they do
  // not fit so.
  bool pack(std::span<Move>);
  // Empties the image and begins a new era.
  void start_over();

  [[nodiscard]] std::uint32_t generation() const { return generation_; }
  [[nodiscard]] std::uint32_t era() const { return era_; }
  [[nodiscard]] AtlasImage image() const { return {width_, height_, pixels_, generation_, era_}; }
  [[nodiscard]] std::size_t bytes() const { return pixels_.size(); }
  [[nodiscard]] double area() const { return static_cast<double>(width_) * height_; }
  [[nodiscard]] static double area_of(int w, int h) { return static_cast<double>(w + 1) * (h + 1); }  // what a glyph takes up
  // What changed since the last call: all of it after growing, packing or starting over.
  [[nodiscard]] model::PixelRect take_dirty();

 private:
  [[nodiscard]] std::size_t bytes_of(int texels) const {
    return static_cast<std::size_t>(texels) * static_cast<std::size_t>(limits_.channels);
  }
  [[nodiscard]] std::ptrdiff_t offset_of(int x, int y) const {
    return (static_cast<std::ptrdiff_t>(y) * width_ + x) * limits_.channels;
  }
  struct Step {
    int x = 0, y = 0, w = 0;  // the lowest free row over w columns
  };
  [[nodiscard]] std::optional<Place> fit(int w, int h);
  [[nodiscard]] int floor_at(std::size_t step, int w) const;
  void raise(std::size_t step, int x, int y, int w);
  void reset_skyline();
  void all_is_dirty();

  Limits limits_;
  int width_ = 0, height_ = 0;
  std::vector<std::uint8_t> pixels_;
  std::vector<Step> skyline_;  // by x, without gaps
  std::uint32_t generation_ = 1, era_ = 1;
  model::PixelRect dirty_;
};

}  // namespace greenline::text
