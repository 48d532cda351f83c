// Bézier curves of threads.
#include "scene/curve.h"

#include <algorithm>
#include <cmath>

namespace greenline::scene {
namespace {

// Where the ray from a card's centre toward `p` leaves its rounded edge, |x/a|^4 + |y/b|^4 = 1.
PixelPoint border(const ThreadTie& tie, PixelPoint p) {
  const PixelPoint d = p - tie.centre;
  if (tie.half.width <= 0 || tie.half.height <= 0) return tie.centre;
  const float x = d.x / tie.half.width, y = d.y / tie.half.height;
  const float level = x * x * x * x + y * y * y * y;
  if (level <= 1) return p;  // the cards lie over each other
  return tie.centre + d * (1 / std::sqrt(std::sqrt(level)));
}

}  // namespace

Curve curve_between(const ThreadTie& from, const ThreadTie& to, const Bend& bend) {
  const PixelPoint along = to.centre - from.centre;
  const PixelPoint aside = {along.y, -along.x};
  const PixelPoint middle = from.centre + along * (0.5F + bend.skew) + aside * bend.bulge;
  const PixelPoint first = border(from, middle), last = border(to, middle);
  constexpr float pull = 0.62F;
  return {first, first + (middle - first) * pull, last + (middle - last) * pull, last};
}

PixelPoint point_on(const Curve& c, float t) {
  const float s = 1 - t;
  const float a = s * s * s, b = 3 * s * s * t, d = 3 * s * t * t, e = t * t * t;
  return {a * c[0].x + b * c[1].x + d * c[2].x + e * c[3].x, a * c[0].y + b * c[1].y + d * c[2].y + e * c[3].y};
}

// By blossoming (L. Ramshaw, 1987): a control point of a part is the curve's polar form of its ends.
Curve part_of(const Curve& c, float from, float to) {
  const auto between = [](PixelPoint a, PixelPoint b, float t) { return a + (b - a) * t; };
  const auto blossom = [&](float u, float v, float w) {
    const PixelPoint a = between(c[0], c[1], u), b = between(c[1], c[2], u), d = between(c[2], c[3], u);
    return between(between(a, b, v), between(b, d, v), w);
  };
  return {blossom(from, from, from), blossom(from, from, to), blossom(from, to, to), blossom(to, to, to)};
}

std::array<PixelRect, curve_pieces> piece_boxes(const Curve& curve, float pad) {
  std::array<PixelRect, curve_pieces> out;
  // A piece's box is that of its ends and middle; how far it bows beyond them is an eighth of its sagitta's bound.
  const PixelPoint bow_a = curve[0] - curve[1] * 2 + curve[2], bow_b = curve[1] - curve[2] * 2 + curve[3];
  const float bow = 6 * std::max(length(bow_a), length(bow_b)) / (8 * 4 * curve_pieces * curve_pieces);
  PixelPoint from = curve[0];
  for (int i = 0; i < curve_pieces; ++i) {
    const PixelPoint middle = point_on(curve, (static_cast<float>(i) + 0.5F) / curve_pieces);
    const PixelPoint to = point_on(curve, static_cast<float>(i + 1) / curve_pieces);
    out[static_cast<std::size_t>(i)] = PixelRect{std::min({from.x, middle.x, to.x}), std::min({from.y, middle.y, to.y}),
                                                 std::max({from.x, middle.x, to.x}), std::max({from.y, middle.y, to.y})}
                                           .grown(pad + bow);
    from = to;
  }
  return out;
}

float distance_to(const Curve& curve, PixelPoint p) {
  constexpr int steps = 24;
  float best = 1e30F;
  PixelPoint from = curve[0];
  for (int i = 1; i <= steps; ++i) {
    const PixelPoint to = point_on(curve, static_cast<float>(i) / steps);
    const PixelPoint d = to - from, e = p - from;
    const float square = d.x * d.x + d.y * d.y;
    const float t = square > 0 ? std::clamp((e.x * d.x + e.y * d.y) / square, 0.0F, 1.0F) : 0.0F;
    best = std::min(best, length(p - (from + d * t)));
    from = to;
  }
  return best;
}

}  // namespace greenline::scene
