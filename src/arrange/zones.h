// Where cards may rest: each region of a layout, and the open ground. Canvas units, y up.
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

// Ground that lies in a zone and is not its own: its ring's middle, another region.
struct Hole {
  geometry::Area area;
  bool whole_card = false;  // a card may not even reach into it; else only its middle stays out
};

struct Zone {
  std::string region;     // empty for the open ground
  Frame frame;            // of local coordinates
  geometry::Area edge;    // of the region; not for the open ground
  geometry::Area area;    // the same without the hole in its middle: that is among the holes. Where cards stand at ease
  geometry::Area utmost;  // and as far as they go when the zone is full
  bool is_ground = false;
  bool whole = true;  // the whole card stays within the edge; else its middle does
  std::vector<Hole> holes;
  std::vector<geometry::Area> regions;  // the open ground: no card's middle rests in these
  std::vector<Box> blocked;             // words: no card stands there
  float size = 0;                       // square units, without holes and what is blocked
};

struct Zones {
  Box all;                   // of the layout: cards stay within
  std::vector<Zone> places;  // as the layout draws them; the open ground is last
  float most_filled = 1;     // of each place, by cards of a size that can be chosen
  [[nodiscard]] std::uint16_t ground() const { return static_cast<std::uint16_t>(places.size() - 1); }
  // The region's zone; the open ground's for a region that this layout does not show.
  [[nodiscard]] std::uint16_t of(std::string_view region) const;
};

[[nodiscard]] Zones make_zones(const Ground&);

// The nearest place (about) to `centre` where a card may stand, other cards aside. What is allowed comes back unchanged.
[[nodiscard]] Point brought_into(const Zones&, const Zone&, Point centre, Half);
// The same, and where the zone has room for that, whole within its edge and clear of it by `margin`, canvas units.
[[nodiscard]] Point brought_at_ease(const Zones&, const Zone&, Point centre, Half, float margin);
[[nodiscard]] bool may_stand(const Zones&, const Zone&, Point centre, Half);

}  // namespace greenline::arrange
