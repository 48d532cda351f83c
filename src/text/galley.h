// Words set in lines: each glyph with its font and its pen, ready to be drawn at any detail. Pango has done its part.
#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "text/raster.h"
#include "text/text.h"

namespace greenline::text {

struct Galley {
  struct Piece {
    Raster::FontId font = 0;
    std::uint32_t glyph = 0;
    float x = 0, y = 0;  // the pen on the baseline, from the block's top left; pixels
  };
  std::vector<Piece> pieces;
  float size_px = 0;
  float width = 0, height = 0;
  bool right_to_left = false;
  int lines = 0;
  bool cut = false;
  int missing = 0;
  std::vector<std::weak_ptr<Block>> drawn;  // at the details that were asked for
};

}  // namespace greenline::text
