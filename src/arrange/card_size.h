// One size of card a canvas: the largest, in steps, at which the fullest place still has room to move in.
#pragma once
#include <algorithm>
#include <optional>
#include <vector>

#include "arrange/zones.h"

namespace greenline::arrange {

inline constexpr float card_aspect = 1.9F;
inline constexpr float card_padding = 0.08F;  // of the width and of the height, on each side: no word stands there
inline constexpr float tight_lines = 1.09F;   // ems from line to line where room is scarce
inline constexpr int size_steps = 56;         // of 0.93: from the largest card down to a fiftieth of it

// The clear space that cards leave each other, canvas units.
[[nodiscard]] inline float card_gap(Half half) {
  const float width = half.width * 2;
  return std::max(width * 0.04F, std::min(width * 0.1F, 1.6F * grain));  // small cards still show where one ends
}

class CardSizes {
 public:
  // For this many cards in each zone. A pure function of both arguments, always of the same zones: their capacities are kept.
  [[nodiscard]] Half for_counts(const Zones&, const std::vector<std::uint32_t>& cards_by_zone);

 private:
  [[nodiscard]] Half at_step(int step) const;
  [[nodiscard]] bool has_room(const Zones&, std::size_t zone, int step, std::uint32_t cards);
  std::vector<std::vector<std::optional<std::size_t>>> capacity_;  // by zone and step; counted when first asked for
};

// Whether cards of this size cannot carry words at the least legible em. Both in one unit, any.
[[nodiscard]] bool too_small_for_words(Half, float legible_em);

}  // namespace greenline::arrange
