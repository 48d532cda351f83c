// What membranes are drawn of: the outlines of a layout's regions with their unevenness, and the distance to the nearest edge,
// baked. Made once a layout from each region's area; nothing here knows what shape that is.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "render/instances.h"
#include "scene/views.h"

namespace greenline::render {

using Regions = std::span<const scene::RegionView>;

// Edges are drawn as by a hand: none is straight. All as shares of half a region's smaller extent, or of what a hand's waver
// would be at a fifth of the canvas.
inline constexpr float most_uneven = 0.025F;  // to and fro
inline constexpr float bow = 0.014F;          // outward, of the middle of each side of a box with round corners

// The shape of an uneven edge: phases of its harmonics in radians.
struct Unevenness {
  std::array<float, 5> phases{};
  float share = 0;                            // 0: even; 1: as uneven as any
  [[nodiscard]] float at(float theta) const;  // share of half the smaller extent
};
[[nodiscard]] Unevenness unevenness_of(std::uint32_t seed);
// Phases move to and fro by a third of a radian in 20 s: under 0.5 % of the size.
[[nodiscard]] Unevenness drifted(Unevenness, double breath_s, float offset);

// A closed curve that edges lie on: the middle and the half extents of its bounds, pixels.
struct MembraneCurve {
  PixelPoint centre;
  float half_x = 1, half_y = 1;
  float bows = 0;                                    // 0: an ellipse; 1: a box, whose sides bow
  float waver_px = 1;                                // what shares are of
  [[nodiscard]] float angle_of(PixelPoint p) const;  // y down
  // How far out an uneven curve lies at a point's angle, pixels from its middle.
  [[nodiscard]] float strays_px(PixelPoint, const Unevenness&) const;
  // Where a point of it lies when the curve is uneven, and `times` as large.
  [[nodiscard]] PixelPoint moved(PixelPoint, const Unevenness&, float times) const;
};

struct MembranePiece {
  std::vector<PixelPoint> points;
  MembraneCurve curve;
  Unevenness uneven;
  bool closed = false, straight = false;
  bool of_hole = false;
  bool drawn = true;  // else a neighbour's edge is the same, and draws it
};

struct MembraneShape {
  std::vector<MembranePiece> pieces;
  PixelRect bounds;
};
// Regions that share a curve share its unevenness, or a seam would open between them: the first region on it says how it is.
[[nodiscard]] std::vector<MembraneShape> membrane_shapes(Regions);

using MembranePath = std::vector<PixelPoint>;
// Of regions[index], drawn at `breath_s` of its drift, so many pixels inside the edge.
struct Drift {
  double breath_s = 0;
  float offset = 0;
  const Unevenness* instead = nullptr;  // of every curve's own
};
[[nodiscard]] std::vector<MembranePath> outlines(const scene::RegionView&, const MembraneShape&, const Drift&, float inset_px);
// How firmly the hand pressed, point by point: what the line's width is multiplied with.
[[nodiscard]] std::vector<float> pressure_along(const MembranePath&, const MembraneShape&, std::uint32_t seed);

// The distance to the uneven edge, pixels, negative inside, at the middles of side x side texels of a box, row 0 on top.
struct MembraneField {
  static constexpr int side = 128;
  PixelRect box;
  std::vector<float> distance;
  float deepest = 0;  // how far inside one can be
};
// `beyond_px`: how far the box reaches beyond the region. About 2 ms.
[[nodiscard]] MembraneField bake(const scene::RegionView&, const MembraneShape&, float beyond_px);

}  // namespace greenline::render
