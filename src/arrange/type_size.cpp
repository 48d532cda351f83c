// Tries sizes from the largest, packing each zone's cards into its columns.
#include "arrange/type_size.h"

#include <algorithm>
#include <span>

namespace greenline::arrange {
namespace {

constexpr float largest_em = 0.0265F;
constexpr float least_leaf_em = 7 * grain / card_ems;
constexpr float step_ratio = 0.94F;
// One more word, or one more card, is not to change the size of all: so much of each column is left.
constexpr float spare_share = 0.03F;
// Strips of several heights do not end where columns do.
constexpr float fullest_shingles = 0.985F;
// Leaves carry no words, so a smaller one costs nobody anything, and room keeps cards where they were put.
constexpr float fullest_leaves = 0.72F;

// The tallest first, each into the column that it leaves least of (best fit, decreasing).
bool packs(std::span<const Column> columns, const Load& load, TypeSize type) {
  const float gap = card_gap(type.em), share = type.tight ? 1 : 1 - spare_share;
  const auto tall = [&](std::size_t sixteenths) {
    return type.of({static_cast<std::uint16_t>(sixteenths), 0}).tall_ems() * type.em + gap;
  };
  float needed = 0, held = 0;
  std::vector<float> left;
  left.reserve(columns.size());
  for (const Column& column : columns) held += left.emplace_back(column.length() * share + gap);
  for (std::size_t height = 1; height <= tallest_sheet; ++height)
    if (const int cards = load.of_height(height); cards > 0) needed += static_cast<float>(cards) * tall(height);
  if (needed > held) return false;
  for (std::size_t height = tallest_sheet; height > 0; --height) {
    for (int i = 0; i < load.of_height(height); ++i) {
      const float takes = tall(height);
      float* best = nullptr;
      for (float& room : left)
        if (room >= takes && (!best || room < *best)) best = &room;
      if (!best) return false;
      *best -= takes;
    }
  }
  return true;
}

}  // namespace

bool TypeSizes::has_room(const Zones& zones, std::size_t zone, const Load& load, TypeSize type) {
  answers_.resize(zones.places.size());
  Answer& last = answers_[zone];
  if (!(last.type == type) || !(last.load == load)) last = {type, load, packs(columns_.of(zones, zone, type.em), load, type)};
  return last.fits;
}

// In tight cards, of which the last of each column is whole.
bool TypeSizes::shows_first_lines(const Zones& zones, std::size_t zone, int cards, int first_lines, float em) {
  if (cards == 0) return true;
  const Sheet least = least_sheet.tightened();
  const float strips = (static_cast<float>(first_lines) / 16 - static_cast<float>(cards) * (edge_ems - tight_edge_ems)) * em;
  float held = 0;
  for (const Column& column : columns_.of(zones, zone, em))
    held += std::max(0.0F, column.length() - 2 * (least.tall_ems() - least.first_ems()) * em);
  return strips <= held * fullest_shingles;
}

float TypeSizes::leaf_em(const Zones& zones, const std::vector<Load>& by_zone, float below) {
  float em = largest_em;
  while (em >= below) em *= step_ratio;
  const auto has_room = [&](std::size_t zone) {
    const float tall = leaf_sheet.tall_ems() * em + card_gap(em), wide = card_ems * em + card_gap(em);
    const auto cards = static_cast<float>(by_zone[zone].cards());
    if (cards * tall * wide > fullest_leaves * zones.places[zone].size) return false;
    float held = 0;
    for (const Column& column : columns_.of(zones, zone, em)) held += column.length();
    return cards * tall <= held * (1 - spare_share);
  };
  for (std::size_t zone = 0; zone < by_zone.size(); ++zone)
    while (by_zone[zone].cards() > 0 && em > least_leaf_em && !has_room(zone)) em = std::max(least_leaf_em, em * step_ratio);
  return em;
}

bool TypeSizes::surely_leaves(const Zones& zones, const std::vector<Load>& by_zone, float least_em) {
  for (std::size_t zone = 0; zone < by_zone.size(); ++zone)
    if (const int cards = by_zone[zone].cards(); !shows_first_lines(zones, zone, cards, cards * least_sheet.first, least_em))
      return true;
  return false;
}

TypeSize TypeSizes::for_loads(const Zones& zones, const std::vector<Load>& by_zone, float least_em) {
  const auto leaves = [&] { return TypeSize{leaf_em(zones, by_zone, least_em), false, true}; };
  const auto all = [&](auto&& fits) {
    for (std::size_t zone = 0; zone < by_zone.size(); ++zone)
      if (by_zone[zone].cards() > 0 && !fits(zone)) return false;
    return true;
  };
  const auto whole = [&](TypeSize type) {
    return all([&](std::size_t zone) { return has_room(zones, zone, by_zone[zone], type); });
  };
  if (surely_leaves(zones, by_zone, least_em)) return leaves();
  for (float em = std::max(largest_em, least_em);; em = std::max(least_em, em * step_ratio)) {
    if (whole({em})) return {em};
    if (em <= least_em) break;
  }
  if (whole({least_em, true}) || all([&](std::size_t zone) {
        return shows_first_lines(zones, zone, by_zone[zone].cards(), by_zone[zone].first_lines(), least_em);
      }))
    return {least_em, true};
  return leaves();
}

}  // namespace greenline::arrange
