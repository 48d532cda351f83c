// Where composed lines stand in a block of pixels: the only place that knows about line heights and alignment.
#pragma once
#include <cstddef>

#include "text/typesetter.h"

namespace greenline::text {

struct Placing {
  double scale = 1;   // pixels per Pango unit
  float ascent = 0;   // first baseline below the block's top, whole pixels
  float pitch = 0;    // from baseline to baseline, whole pixels
  float descent = 0;  // last baseline to the block's bottom, whole pixels
  float width = 0, height = 0;
  int lines = 0;

  [[nodiscard]] float baseline(std::size_t line) const { return ascent + pitch * static_cast<float>(line); }
};

// The first `lines` of the composed lines in this style; 0: all of them.
[[nodiscard]] Placing place(const Composed&, const Style&, FaceMeasure, int lines = 0);

// The left edge of a line of this logical width (Pango units).
[[nodiscard]] double line_left(const Placing&, const Style&, int line_width, bool right_to_left);

// How many lines of this placing's pitch a height holds; at least one.
[[nodiscard]] int lines_within(const Placing&, float height);

}  // namespace greenline::text
