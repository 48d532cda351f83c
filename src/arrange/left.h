// What has left a zone and nobody has replaced: cards taken back or moved elsewhere. It counts where sizes might grow, so that
// a wall does not grow and shrink with one card that comes and goes.
//
// Told from the convening, not from what was on a screen: every window says the same, and so does a restart. A convening
// remembers where a card lay before it was moved, and when; of one taken back only when it had come, so it counts as gone from
// then on.
#pragma once
#include <vector>

#include "arrange/type_size.h"
#include "model/convening.h"

namespace greenline::arrange {

struct Came {
  std::uint16_t zone = 0;
  model::Timestamp at;
};
struct Left {
  std::uint16_t zone = 0;
  model::Timestamp at;
  model::CardId card;  // breaks ties
  Sheet sheet;
};

// Whether it ever left a region, as far as is remembered.
[[nodiscard]] bool left_any(const model::Card&);
// Of the last two zones that a card was put into, those in which it stands no more.
[[nodiscard]] std::vector<Left> left_by(const Zones&, const model::Card&, Sheet);
// When one that is present came into its zone: being moved within it is no coming.
[[nodiscard]] Came came_to(const Zones&, const model::Card&);

// Who came after somebody left stands for them: what left and was not replaced is added. `came`: all that stand in the zones
// that something left. O(n log n).
void add_left(std::vector<ZoneLoad>& by_zone, std::vector<Left> left, std::vector<Came> came);

}  // namespace greenline::arrange
