// Where cards stand under each other when a zone is full: columns of one card's width, and how far each reaches.
#pragma once
#include <map>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "arrange/zones.h"

namespace greenline::arrange {

// A stretch in which cards of one width may stand, whatever their height. Canvas units.
struct Column {
  float x = 0;              // of their middles
  float top = 0, foot = 0;  // y is up: top > foot
  [[nodiscard]] float length() const { return top - foot; }
};

// From left to right, and in each from the top: of a few ways to lay them the one that holds most. No two touch; all cards
// that stand in them are whole within the zone. `em`: of the cards' type.
[[nodiscard]] std::vector<Column> columns_of(const Zones&, const Zone&, float em);

// What a zone asks of those who stand in columns: whole, up to its utmost edge.
[[nodiscard]] Zone for_columns(const Zones&, const Zone&);

// Where leaves stand when a zone is full of them: it fills the zone's ground evenly from its middle.
struct LeafGrid {
  float pitch_y = 0;            // from leaf to leaf in a column, canvas units
  std::vector<Column> columns;  // as above; their rows are level
  std::vector<int> rows;        // of each column
  int cells = 0;                // of all
};
// How much further apart than they must leaves may stand: in steps, so that a grid keeps its measure while leaves come and go.
inline constexpr int most_spread = 24;

// `spread`: 0, as near as leaves may, to `most_spread`.
[[nodiscard]] LeafGrid leaf_grid(const Zones&, const Zone&, float em, int spread);
// The widest that might hold so many leaves, of a zone whose nearest grid has so many cells.
[[nodiscard]] int spread_for(int cells, int leaves);
// As many rows less of each column, at both its ends, as still hold so many leaves.
[[nodiscard]] LeafGrid gathered(LeafGrid, int leaves);

// Finds each once. Always of the same zones.
class Columns {
 public:
  [[nodiscard]] std::span<const Column> of(const Zones&, std::size_t zone, float em);
  // On the ground that leaves have.
  [[nodiscard]] const LeafGrid& of_leaves(const Zones&, std::size_t zone, float em, int spread);

 private:
  std::map<std::pair<std::size_t, float>, std::vector<Column>> known_;
  std::map<std::tuple<std::size_t, float, int>, LeafGrid> known_grids_;
};

}  // namespace greenline::arrange
