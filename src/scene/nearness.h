// How a glass shows a wall otherwise than it is arranged: a region is near, or seats leave it less ground.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "arrange/arrangement.h"
#include "scene/near_layout.h"
#include "scene/views.h"

namespace greenline::scene {

// What this glass shows otherwise than it is arranged for every window: the wall in the ground that seats leave, one region
// near, or both. Empty stands: nothing.
struct Nearness {
  std::string region;                     // near by a touch on its name; empty: none
  std::vector<NearLayout::Stand> stands;  // by zone, the open ground last
  content::Layout layout;                 // and where they stand now
  std::vector<geometry::Box> words;       // on which no card rests
  float shelf = 0;                        // height of the ground at its foot that is kept for gatherings' names, canvas units
  arrange::Zones zones;                   // those of the wall in the same order, where they stand now
  arrange::TypeSizes sizes;
  arrange::TypeSize type;            // of the cards of all that do not wait
  std::vector<RegionView> from, to;  // both ends of the movement: areas and places, not words
  LineView line_from, line_to;       // and of the green line
  float part = 1, speed = 0;         // how much of it is done; 1: it stands
};

// The part of the glass that seats leave to the wall.
struct Frame {
  PixelRect ground;             // the scene's own pixels; empty: all of it
  std::vector<std::string> at;  // regions that hands are at
  bool folded = false;          // there is not room for the others: they wait
  bool prompt_is_free = false;  // no seat stands as high
  // Or each region for itself (between_seats.h): the seats, the scene's own pixels, and where regions stand. None: as above.
  std::vector<PixelRect> seats;
  std::optional<content::Layout> between;
  [[nodiscard]] bool is_whole() const { return ground.empty() && !between; }
};

}  // namespace greenline::scene
