// The shape of a card, as pebble in shaders/common.glsl.
#pragma once
#include "render/four.h"
#include "render/instances.h"

namespace greenline::render {

// Distance in pixels to a box with squircle corners and slightly bowed sides, of four places. Negative inside.
[[nodiscard]] inline Four pebble(PixelPoint half, Four x, Four y) {
  const float radius = 0.62F * half.y, bowed = 0.045F * half.y;
  const Four ux = x / four(half.x), uy = y / four(half.y);
  const Four qx = size(x) - four(half.x - radius) + four(bowed) * least(uy * uy, four(1));
  const Four qy = size(y) - four(half.y - radius) + four(bowed) * least(ux * ux, four(1));
  Four cx = most(qx, four(0)), cy = most(qy, four(0));
  cx *= cx;
  cy *= cy;
  return root(root(cx * cx + cy * cy)) + least(most(qx, qy), four(0)) - four(radius);
}

}  // namespace greenline::render
