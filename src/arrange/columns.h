// Where cards stand under each other when a zone is full: columns of one card's width, and how far each reaches.
#pragma once
#include <map>
#include <span>
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

// Finds each once. Always of the same zones.
class Columns {
 public:
  [[nodiscard]] std::span<const Column> of(const Zones&, std::size_t zone, float em);

 private:
  std::map<std::pair<std::size_t, float>, std::vector<Column>> known_;
};

}  // namespace greenline::arrange
