// What an arrangement is made on: a layout of a canvas, and the places on it that words keep free.
#pragma once
#include <vector>

#include "content/canvas.h"
#include "geometry/point.h"

namespace greenline::arrange {

using geometry::Box;
using geometry::Half;
using geometry::Point;

// 1/1080 of a canvas unit: what a pixel is on the glass that this room's figures were found on.
inline constexpr float grain = 1.0F / 1080;

struct Ground {
  const content::Canvas& canvas;
  const content::Layout& layout;
  bool with_optional = false;   // the regions that an activity may leave out
  std::vector<Box> words = {};  // names, prompts, what the green line says: canvas units. No card rests on them
  float least_em = 12 * grain;  // the smallest type that can be read where the wall is seen, canvas units
};

}  // namespace greenline::arrange
