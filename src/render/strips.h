// Turns a path of points into a strip of triangles that carries a lit line; and fair dice for what should look grown.
#pragma once
#include <cstdint>
#include <vector>

#include "model/mixed.h"
#include "render/instances.h"

namespace greenline::render {

struct Brush {
  float half_core = 1;              // pixels
  float glow = 0;                   // light beyond the core, pixels
  float glow_strength = 0;          // 0..1
  float dash_period = 0, dash = 0;  // pixels; 0: whole
  Rgba8 colour;
  float begin_along = 0;  // where the dashes begin, pixels
};

// A path whose last point is its first is closed without a seam. `widths`, when not empty, scales the core point by point.
[[nodiscard]] std::vector<StripVertex> strip_along(const std::vector<PixelPoint>& path, const Brush&,
                                                   const std::vector<float>& widths = {});

// The parts of a path between its sharp corners. A strip that turns about one folds over itself, and of a line with light round
// it a hook stands out there. A closed path without such a corner stays closed.
[[nodiscard]] std::vector<std::vector<PixelPoint>> parted_at_corners(const std::vector<PixelPoint>& path);

// The same throws from the same seed on every machine (SplitMix64).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * model::split + 0x1234567ULL) {}
  [[nodiscard]] float next();  // [0, 1)
  [[nodiscard]] float between(float low, float high) { return low + (high - low) * next(); }

 private:
  std::uint64_t state_;
};

}  // namespace greenline::render
