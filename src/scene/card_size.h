// One size of card a canvas: the largest, in steps, at which the fullest place still has room to move in.
#pragma once
#include <algorithm>
#include <optional>
#include <vector>

#include "scene/zones.h"

namespace greenline::scene {

inline constexpr float card_aspect = 1.9F;
inline constexpr float card_padding = 0.08F;  // of the width and of the height, on each side: no word stands there
inline constexpr float tight_lines = 1.09F;   // ems from line to line where room is scarce
inline constexpr int size_steps = 56;         // of 0.93: from the largest card down to a fiftieth of it

// The clear space that cards leave each other, pixels.
[[nodiscard]] inline float card_gap(HalfSize half) {
  const float width = half.width * 2;
  return std::max(width * 0.04F, std::min(width * 0.1F, 1.6F));  // small cards still show where one ends
}

class CardSizes {
 public:
  // `unit_px`: pixels a canvas unit; `legible_px`: the least em that carries words.
  void set_stage(float unit_px, float legible_px);
  // For this many cards in each zone. A pure function of both arguments and the stage; zones' capacities are kept.
  [[nodiscard]] HalfSize for_counts(const Zones&, const std::vector<std::uint32_t>& cards_by_zone);

 private:
  [[nodiscard]] HalfSize at_step(int step) const;
  [[nodiscard]] bool has_room(const Zones&, std::size_t zone, int step, std::uint32_t cards);
  float unit_px_ = 1, legible_px_ = 1;
  std::vector<std::vector<std::optional<std::size_t>>> capacity_;  // by zone and step; counted when first asked for
};

// Whether cards of this size cannot carry words at the least legible em.
[[nodiscard]] bool too_small_for_words(HalfSize, float legible_px);

}  // namespace greenline::scene
