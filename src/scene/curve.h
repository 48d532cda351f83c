// A thread's curve between two things, as few numbers: cheap to make anew each frame while an end moves.
#pragma once
#include <array>

#include "scene/on_screen.h"

namespace greenline::scene {

using Curve = std::array<PixelPoint, 4>;  // cubic Bézier

// What a thread is tied to: a card, or (half size 0) a point on a region's edge.
struct ThreadTie {
  PixelPoint centre;
  HalfSize half;
};

// How a thread bends, relative to the straight line between its ends' centres.
struct Bend {
  float bulge = 0.12F;       // sideways, of the line's length; to the left going from `from` to `to`
  float skew = 0;            // along the line, of its length: where the bulge is widest, from the middle
  float word_at = 0.5F;      // of the curve's parameter
  bool word_clear = true;    // there the word covers neither a card nor a name
  bool under_words = false;  // it passes names or a prompt that there is no way round: there it is not drawn
  friend bool operator==(const Bend&, const Bend&) = default;
};

// Begins and ends at the edge of the ends, not at their centres.
[[nodiscard]] Curve curve_between(const ThreadTie& from, const ThreadTie& to, const Bend&);
[[nodiscard]] PixelPoint point_on(const Curve&, float t);
// Boxes of equal parts of the curve, grown by `pad`: far less ground than one box around all.
inline constexpr int curve_pieces = 8;
[[nodiscard]] std::array<PixelRect, curve_pieces> piece_boxes(const Curve&, float pad);
// From one parameter to another.
[[nodiscard]] Curve part_of(const Curve&, float from, float to);
[[nodiscard]] float distance_to(const Curve&, PixelPoint);

}  // namespace greenline::scene
