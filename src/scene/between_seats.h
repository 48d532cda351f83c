// Where regions go when seats take the ground of their cards or their name: each draws in to what is left beside the seats, or
// goes to free ground near by, as large as there is room for. Regions that seats leave enough stay as they are. Pure, canvas
// units, y up.
#pragma once
#include <span>
#include <vector>

#include "content/canvas.h"
#include "geometry/point.h"

namespace greenline::scene {

// What a region of a layout needs, to be read.
struct RegionNeed {
  bool is_shown = false;
  int lines = 0;                          // of its cards, the first of each
  float name_wide = 0, name_high = 0;     // with its help
  float name_alone = 0;                   // how wide without
  std::vector<geometry::Box> names = {};  // where that stands; round a table once more, turned: one of them is to be seen
};

struct Around {
  std::span<const geometry::Box> seats;
  std::span<const RegionNeed> needs;  // in the order of the layout's regions
  float card = 0, line = 0;           // how wide cards are, and how high their first line
  bool has_line = false;              // the green line: what is above it stays above
};

struct BetweenSeats {
  content::Layout layout;  // the same regions in the same order
  int without_room = 0;    // so many first lines, about, have no room in it
};

// Where even all regions together find no room as they lie, the whole layout draws back from seats at the screen's upper and
// lower edge first (framed_layout.h). A layout with a picture under it stays: its regions are places on that. O(a million).
[[nodiscard]] BetweenSeats between_seats(const content::Layout& whole, const Around&);

}  // namespace greenline::scene
