// Chooses the card size from what the fullest place can hold.
#include "arrange/card_size.h"

#include <algorithm>

#include "arrange/rows.h"

namespace greenline::arrange {
namespace {

constexpr float largest_half_width_units = 0.095F;
constexpr float least_half_width_units = 3.5F * grain;
constexpr float legible_em_units = 13 * grain;  // the least em that carries words
constexpr float step_ratio = 0.93F;
// Beyond about 0.55 of an area, cards put down at random cannot all be parted without being put in rows (the jamming limit of
// random sequential adsorption of aligned squares is 0.562).
constexpr float fullest_area = 0.66F;
constexpr float fullest_rows = 0.95F;
// Leaves carry no words, so a smaller one costs nobody anything, and room keeps cards where they were put.
constexpr float fullest_area_of_leaves = 0.45F;
constexpr float fullest_rows_of_leaves = 0.7F;

}  // namespace

Half CardSizes::at_step(int step) const {
  float half_width = largest_half_width_units;
  for (int i = 0; i < step; ++i) half_width *= step_ratio;
  half_width = std::max(least_half_width_units, half_width);
  return {half_width, half_width / card_aspect};
}

bool CardSizes::has_room(const Zones& zones, std::size_t zone, int step, std::uint32_t cards) {
  const Half half = at_step(step);
  const float filled = static_cast<float>(cards) * 4 * half.width * half.height;
  const bool leaf = too_small_for_words(half, legible_em_units);
  if (filled > (leaf ? fullest_area_of_leaves : fullest_area) * zones.places[zone].size) return false;
  std::optional<std::size_t>& known = capacity_[zone][static_cast<std::size_t>(step)];
  if (!known) known = row_places(zones, zones.places[zone], half, card_gap(half), ~std::size_t{0}).size();
  // A few cards can be put in rows without anybody minding; many need room to stay near where they were put.
  const float held = static_cast<float>(*known);
  return static_cast<float>(cards) <= std::max(held * (leaf ? fullest_rows_of_leaves : fullest_rows), std::min(held, 2.0F));
}

Half CardSizes::for_counts(const Zones& zones, const std::vector<std::uint32_t>& cards_by_zone) {
  capacity_.resize(zones.places.size(), std::vector<std::optional<std::size_t>>(size_steps));
  int step = 0;
  for (std::size_t zone = 0; zone < cards_by_zone.size() && zone < zones.places.size(); ++zone) {
    if (cards_by_zone[zone] == 0) continue;
    while (step + 1 < size_steps && !has_room(zones, zone, step, cards_by_zone[zone])) {
      if (at_step(step).width <= least_half_width_units) break;
      ++step;
    }
  }
  return at_step(step);
}

bool too_small_for_words(Half half, float legible_em) {
  constexpr float usable = 1 - 2 * card_padding;
  const float ems_across = half.width * 2 * usable / legible_em;
  const float lines = half.height * 2 * usable / (legible_em * tight_lines);
  return ems_across < 5.2F || lines < 2;
}

}  // namespace greenline::arrange
