// How many other threads lie where one does: in a tangle each of them is to be quieter.
#pragma once
#include <span>
#include <vector>

#include "scene/curve.h"

namespace greenline::scene {

// For each curve, how many others pass through the same cells of this size (pixels), on an average of its way; near its ends,
// where threads of one card lie together, none is counted. O(cells that they pass).
[[nodiscard]] std::vector<float> others_beside(std::span<const Curve>, const PixelRect& screen, float cell);

// 0: nothing to see to; to 3: so many that none could be followed.
[[nodiscard]] int tangle_level(float others);

}  // namespace greenline::scene
