// A small map of the wall in a seat: a finger on it sends the card somewhere that the arm does not reach.
#pragma once
#include <string>
#include <vector>

#include "ui/draw.h"
#include "ui/pose.h"

namespace greenline::ui {

// A point of the wall: 0..1 from its left, 0..1 from its top.
struct WallPoint {
  float across = 0.5F, down = 0.5F;
  friend bool operator==(const WallPoint&, const WallPoint&) = default;
};

struct CanvasMap {
  struct Region {
    std::vector<WallPoint> edge;  // closed
    std::string colour;           // role
  };
  std::vector<Region> regions;
  WallPoint from{0, 0}, to{1, 1};  // the part of the wall that is shown: its regions and a little around them
  float aspect = 16.0F / 9;        // of that part on the wall, width by height
  float line_down = -1;            // the green line, of the height; < 0: none
};

// How it lies in a seat: turned so that its directions are those of the wall, wherever its person sits.
struct MapInSeat {
  const CanvasMap& map;
  PixelRect box;
  Side foot = Side::below;  // of the seat

  // What a point of the seat means on the wall, held to the map's edges; and back.
  [[nodiscard]] WallPoint on_wall(PixelPoint) const;
  [[nodiscard]] PixelPoint in_box(WallPoint) const;
  void draw_canvas(Painter&) const;  // alone, on whatever ground is there
  // On a ground of its own, with a small card where it is going.
  void draw(Painter&, WallPoint card) const;

 private:
  void draw_region(Painter&, const CanvasMap::Region&) const;
};
// Width by height as it lies in a seat.
[[nodiscard]] inline float aspect_in_seat(const CanvasMap& map, Side foot) {
  return is_level(foot) ? map.aspect : 1 / map.aspect;
}

}  // namespace greenline::ui
