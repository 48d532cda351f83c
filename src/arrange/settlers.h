// Where cards would stand if each were alone: the first step of coming to rest, one for each way of settling that a canvas can
// ask for (content::Settling). The solver then makes room (rest.h). Canvas units.
//
//   place    where people put them.
//   network  threads draw the cards at their ends towards each other until they stand side by side, no closer. Half of where a
//            card stands is always where it was put, however many threads it has: nothing comes to the middle for being joined
//            to many.
//   mirror   a card that was put on another's reflection, across the fold between two regions, stands on it exactly: its twin.
//
// Pure functions of what is given, whatever the order of it; the same to the last bit with every compiler.
#pragma once
#include <span>
#include <vector>

#include "arrange/arrangement.h"
#include "content/canvas.h"

namespace greenline::arrange {

struct Tie {
  model::CardId one, other;  // whether or not either is there
};

// Changes homes, and says whose twin has come. `em` is the cards' type size. O(n log n) for cards spread as people spread them.
void settle(const content::Settling&, const Zones&, float em, std::span<Standing>, std::span<const Tie>);

// Where something at `p` in one region of a pair is seen in the other. The fold lies between the two: across for regions that
// stand side by side, level for those that stand one over the other.
[[nodiscard]] Point reflected(const Zone& from, const Zone& to, Point p);

// The reflections of cards that have come to rest, in the order of their ids.
[[nodiscard]] std::vector<Awaited> awaited(const content::Settling&, const Zones&, const RestSolver& finished);

}  // namespace greenline::arrange
