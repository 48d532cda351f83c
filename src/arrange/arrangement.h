// Where everything rests: a snapshot that nobody changes, with a hash to tell it by.
//
// A pure function of the convening and the ground it stands on, in canvas units: it knows no pixel, no window and no time. Two
// windows that show one layout hold snapshots with equal hashes, whatever their sizes and shapes; so do two machines, and two
// compilers.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "arrange/ground.h"
#include "arrange/rest.h"
#include "arrange/type_size.h"
#include "model/convening.h"

namespace greenline::arrange {

struct Rested {
  model::CardId card;
  std::uint16_t zone = 0;
  Point at;         // its middle
  float tall = 0;   // its height, canvas units; of one that lies under the next of its column so much that its foot is hidden
  float shown = 0;  // how much of that is seen, from its top
  friend bool operator==(const Rested&, const Rested&) = default;
};

// The reflection of a card of a pair's first region, whose twin has not come yet: what its maker's question looks like from the
// other side.
struct Awaited {
  model::CardId of;
  std::uint16_t zone = 0;  // where the reflection stands
  Point at;                // its middle
  float tall = 0;
  friend bool operator==(const Awaited&, const Awaited&) = default;
};

struct Arrangement {
  TypeSize type;                 // of every card; it is `card_ems` ems wide
  std::vector<Rested> cards;     // in the order of their ids
  std::vector<Awaited> awaited;  // in the order of their ids
  friend bool operator==(const Arrangement&, const Arrangement&) = default;
};

// Of every card's id, place and size (reflections follow from them), to the last bit; the same on every machine. FNV-1a, 64
// bits.
[[nodiscard]] std::uint64_t hash_of(const Arrangement&);
// "8f3a…": sixteen hexadecimal digits.
[[nodiscard]] std::string hash_text(const Arrangement&);

// Where a place that somebody named lies, canvas units. A journal may hold anything: what is no number stands in the middle.
[[nodiscard]] Point home_of(const Zones&, const model::Place&);
[[nodiscard]] Arrangement taken(const Zones&, const content::Settling&, const RestSolver& finished, TypeSize);

// What a card's words need, at any size (see sheet.h).
using Measure = std::function<Sheet(const model::Card&)>;

// All at once. O(n log n), and what the solver takes.
[[nodiscard]] Arrangement arrange(const model::Convening&, const Ground&, const Measure&);

}  // namespace greenline::arrange
