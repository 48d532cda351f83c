// Where cards may rest: each region of a layout, and the open ground. Canvas units, y up.
//
// A card stands whole on its own region's ground, so that everybody sees which region it is in: within the edge and outside of
// what lies in it, however an edge is drawn.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "arrange/ground.h"
#include "geometry/area.h"
#include "model/space.h"

namespace greenline::arrange {

// A region's own frame on the canvas (see model/space.h).
struct Frame {
  Point centre;
  Half half{1, 1};  // > 0
  [[nodiscard]] Point operator()(model::LocalPoint p) const {
    return {centre.x + p.x * half.width, centre.y + p.y * half.height};
  }
  [[nodiscard]] model::LocalPoint inverse(Point p) const {
    return {(p.x - centre.x) / half.width, (p.y - centre.y) / half.height};
  }
};

struct Zone {
  std::string region;     // empty for the open ground
  Frame frame;            // of local coordinates
  geometry::Area edge;    // of the region; not for the open ground
  geometry::Area area;    // the same without the hole in its middle: that is among the holes. Where cards stand at ease
  geometry::Area utmost;  // and as far as they go when the zone is full
  bool is_ground = false;
  std::vector<geometry::Area> holes;    // ground in it that is not its own: its ring's middle, other regions
  std::vector<geometry::Area> regions;  // the open ground: no card's middle rests in these
  std::vector<Box> blocked;             // words: no card stands there
  float size = 0;                       // square units, without holes and what is blocked
};

struct Zones {
  Box all;                   // of the layout, less a margin to the screen's edges: cards stay within
  std::vector<Zone> places;  // as the layout draws them; the open ground is last
  // The same for leaves: beside a name that stands at its region's edge, the ground from side to side is the name's.
  std::vector<Zone> leaf_places;
  float most_filled = 1;  // of each place, by cards of a size that can be chosen
  [[nodiscard]] std::uint16_t ground() const { return static_cast<std::uint16_t>(places.size() - 1); }
  // The region's zone; the open ground's for a region that this layout does not show.
  [[nodiscard]] std::uint16_t of(std::string_view region) const;
};

[[nodiscard]] Zones make_zones(const Ground&);

// The nearest place (about) to `centre` where a card may stand, other cards aside. What is allowed comes back unchanged. Where
// the zone has no room for all of it thereabouts, it leans over an edge: its middle is in the zone.
[[nodiscard]] Point brought_into(const Zones&, const Zone&, Point centre, Half);
// The same, and where the zone has room for that, clear of its edge by `margin`, canvas units.
[[nodiscard]] Point brought_at_ease(const Zones&, const Zone&, Point centre, Half, float margin);
[[nodiscard]] bool may_stand(const Zones&, const Zone&, Point centre, Half);

}  // namespace greenline::arrange
