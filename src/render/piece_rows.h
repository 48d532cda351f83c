// Which pixels lie in a straight piece of a curve, row by row, and how far across the curve they are. Pixels of the screen;
// what a pixel lies in, its centre does.
#pragma once
#include <array>
#include <cstddef>
#include <span>

#include "render/blend.h"
#include "render/sheet.h"

namespace greenline::render {

// Where a side of a piece is, row by row. Neighbouring pieces share a side and find the same numbers on it: no pixel is left
// out or drawn twice.
class PieceSide {
 public:
  PieceSide(model::PixelPoint a, model::PixelPoint b) : upper_(a.y < b.y ? a : b) {
    const model::PixelPoint lower = a.y < b.y ? b : a;
    const float down = lower.y - upper_.y;
    slope_ = down > 0 ? (lower.x - upper_.x) / down : 0;
    level_ = down <= 0;
  }
  [[nodiscard]] bool is_level() const { return level_; }
  [[nodiscard]] float at(float y) const { return upper_.x + (y - upper_.y) * slope_; }
  [[nodiscard]] model::PixelPoint upper() const { return upper_; }
  [[nodiscard]] float slope() const { return slope_; }

 private:
  model::PixelPoint upper_;
  float slope_ = 0;
  bool level_ = false;
};

// A piece: a convex quadrangle, and the distance from the line in its middle.
class PieceRows {
 public:
  // Distances are in across_unit parts of a profile's entry: at a pixel's centre (across_x * x + across_y * y + across_0) *
  // fine. They are counted from `begin`, a column of the piece's own, so that a part of it is drawn as all of it was.
  PieceRows(const std::array<model::PixelPoint, 4>& corners, float across_x, float across_y, float across_0, float fine,
            int begin);

  // Of the rows from `top` to before `bottom`, those that have a pixel on the sheet; how many there are. `rows` has room for
  // slack_rows more than bottom - top.
  [[nodiscard]] std::size_t on(const Sheet&, int top, int bottom, std::span<Across> rows) const;
  static constexpr int slack_rows = 7;
  [[nodiscard]] int step() const { return step_; }  // from a pixel to the next one in its row

 private:
  [[nodiscard]] std::size_t by_four(const Sheet&, int top, int bottom, std::span<Across> rows) const;
  [[nodiscard]] std::size_t by_eight(const Sheet&, int top, int bottom, std::span<Across> rows) const;

  std::array<PieceSide, 4> sides_;       // those at the left, those at the right, and level ones, which do not count
  std::size_t lefts_ = 0, upright_ = 0;  // how many are at the left, and at the left or right
  float across_begin_, across_y_, fine_;
  int begin_, step_;
};

}  // namespace greenline::render
