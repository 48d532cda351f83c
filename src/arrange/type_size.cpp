// Tries sizes from the largest, packing each zone's cards into its columns.
#include "arrange/type_size.h"

#include <algorithm>
#include <span>

namespace greenline::arrange {
namespace {

constexpr float largest_em = 0.0282F;  // two cards have room beside each other in a circle
constexpr float least_leaf_em = 7 * grain / card_ems;
constexpr float step_ratio = 0.94F;
// One more word, or one more card, is not to change the size of all: so much of each column is left.
constexpr float spare_share = 0.03F;
// Where something left, a size takes hold only with so much to spare. Less than the room between two steps, or what made all
// smaller would make it smaller still.
constexpr float spare_to_grow = 0.10F;
// Strips of several heights do not end where columns do.
constexpr float fullest_shingles = 0.985F, fullest_shingles_to_grow = 0.91F;
// Ground beside things is in pieces.
constexpr float fullest_shingles_in_places = 0.9F;
// Of the ground that cards of the smallest type can stand on: the sides of a ring are a part of it.
constexpr float most_ground = 0.6F;
// Of the fullest place.
constexpr float fullest_leaves = 0.72F, fullest_leaves_to_grow = 0.65F;

// Whether what stands there has room: together with what left, or clearly, and with one of those that left.
template <class HasRoom>
bool keeps_or_grows(const ZoneLoad& zone, float enough, float to_grow, HasRoom&& has_room) {
  if (zone.here.cards() == 0) return true;
  if (zone.left.cards() == 0) return has_room(zone.here, enough);
  Load both = zone.here;
  both.add(zone.left);
  if (has_room(both, enough)) return true;
  if (zone.left.cards() == 1 || !has_room(zone.here, to_grow)) return false;
  Load with_one = zone.here;
  with_one.add(zone.left.tallest());
  return has_room(with_one, enough);
}

// The tallest first, each into the column that it leaves least of (best fit, decreasing).
bool packs(std::span<const Column> columns, const Load& load, TypeSize type, float spare) {
  const float gap = card_gap(type.em), share = 1 - spare;
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

// Whether the cards leave as much of each place free as they are to.
bool leaves_ground(const Zones& zones, const std::vector<ZoneLoad>& by_zone, TypeSize type) {
  if (zones.most_filled >= 1) return true;
  const float gap = card_gap(type.em), wide = card_ems * type.em + gap;
  for (std::size_t zone = 0; zone < by_zone.size(); ++zone) {
    float tall = 0;
    for (std::uint16_t height = 1; height <= tallest_sheet; ++height)
      if (const int cards = by_zone[zone].here.of_height(height); cards > 0)
        tall += static_cast<float>(cards) * (type.of({height, 0}).tall_ems() * type.em + gap);
    if (tall * wide > zones.most_filled * zones.places[zone].size) return false;
  }
  return true;
}

}  // namespace

Sheet Load::tallest() const {
  for (std::uint16_t height = tallest_sheet; height > 0; --height)
    if (of_height_[height] > 0) return {height, static_cast<std::uint16_t>(first_lines_ / cards_)};
  return {};
}

bool TypeSizes::has_room(const Zones& zones, std::size_t zone, const Load& load, TypeSize type, float spare) {
  answers_.resize(zones.places.size());
  Answer& last = answers_[zone];
  if (!(last.type == type) || last.spare != spare || !(last.load == load))
    last = {type, load, spare, packs(columns_.of(zones, zone, type.em), load, type, spare)};
  return last.fits;
}

// In cards that lie on each other, of which the last of each column is whole. `strips`: what shows of the others, ems of all
// together; `beyond`: of the last, beyond that.
bool TypeSizes::has_room_for_strips(const Zones& zones, std::size_t zone, int cards, float strips_ems, float beyond_ems,
                                    float em, float fullest) {
  if (cards == 0) return true;
  const float strips = strips_ems * em, beyond = beyond_ems * em;
  float held = 0;
  int whole_strips = 0;  // a ring has many short columns: what is left over in each is much of them
  for (const Column& column : columns_.of(zones, zone, em)) {
    const float length = std::max(0.0F, column.length() - beyond);
    held += length;
    whole_strips += static_cast<int>(length / strips * static_cast<float>(cards));
  }
  return strips <= held * fullest && (zones.places[zone].holes.empty() || cards <= whole_strips);
}

bool TypeSizes::shows_first_lines(const Zones& zones, std::size_t zone, int cards, int first_lines, TypeSize type,
                                  float fullest) {
  const float edges = type.tight ? static_cast<float>(cards) * (edge_ems - tight_edge_ems) : 0;
  const Sheet least = type.of(least_sheet);
  return has_room_for_strips(zones, zone, cards, static_cast<float>(first_lines) / 16 - edges,
                             2 * (least.tall_ems() - least.first_ems()), type.em, fullest);
}

bool TypeSizes::has_room_for_piles(const Zones& zones, std::size_t zone, int cards, int first_lines, float em, float fullest) {
  const auto count = static_cast<float>(cards);
  const float strips = static_cast<float>(first_lines) / 16 - count * (edge_ems - tight_edge_ems);
  const Sheet least = least_sheet.tightened();
  const float beyond = 2 * (least.tall_ems() - piled(least.first_ems(), sliver_ems));
  return has_room_for_strips(zones, zone, cards, piled(strips, count * sliver_ems), beyond, em, fullest);
}

bool TypeSizes::has_room_for_leaves(const Zones& zones, std::size_t zone, int cards, float em, float fullest) {
  const float tall = leaf_sheet.tall_ems() * em + card_gap(em), wide = card_ems * em + card_gap(em);
  const auto count = static_cast<float>(cards);
  if (count * tall * wide > fullest * zones.leaf_places[zone].size) return false;
  return count <= static_cast<float>(columns_.of_leaves(zones, zone, em, 0).cells) * (1 - spare_share);
}

// Whether cards of this size find room nearly wherever they may be put: in rings it matters.
bool TypeSizes::reaches_most_ground(const Zones& zones, float em, float least_em) {
  const auto ground = [&](std::size_t zone, float size) {
    float held = 0;
    for (const Column& column : columns_.of(zones, zone, size)) held += column.length();
    return held * card_ems * size;
  };
  for (std::size_t zone = 0; zone < zones.ground(); ++zone)
    if (!zones.places[zone].holes.empty() && ground(zone, em) < most_ground * ground(zone, least_em)) return false;
  return true;
}

float TypeSizes::leaf_em(const Zones& zones, const std::vector<ZoneLoad>& by_zone, float below) {
  float em = largest_em;
  while (em >= below) em *= step_ratio;
  for (std::size_t zone = 0; zone < by_zone.size(); ++zone) {
    const auto has_room = [&](const Load& load, float fullest) {
      return has_room_for_leaves(zones, zone, load.cards(), em, fullest);
    };
    while (em > least_leaf_em && !keeps_or_grows(by_zone[zone], fullest_leaves, fullest_leaves_to_grow, has_room))
      em = std::max(least_leaf_em, em * step_ratio);
  }
  return em;
}

bool TypeSizes::surely_leaves(const Zones& zones, const std::vector<ZoneLoad>& by_zone, float least_em) {
  for (std::size_t zone = 0; zone < by_zone.size(); ++zone)
    if (const int cards = by_zone[zone].here.cards();
        !has_room_for_piles(zones, zone, cards, cards * least_sheet.first, least_em, fullest_shingles))
      return true;
  return false;
}

TypeSize TypeSizes::for_less_ground(const Zones& zones, const std::vector<ZoneLoad>& by_zone, TypeSize rested, float least_em) {
  if (rested.leaves) return for_zone_loads(zones, by_zone, least_em);
  for (TypeSize type = rested;; type.em = std::max(least_em, type.em * step_ratio)) {
    bool all = true;
    for (std::size_t zone = 0; zone < by_zone.size() && all; ++zone) {
      const Load& load = by_zone[zone].here;
      all = has_room(zones, zone, load, type, 0) ||
            shows_first_lines(zones, zone, load.cards(), load.first_lines(), type, fullest_shingles_in_places);
    }
    if (all) return type;
    if (type.em <= least_em) return {least_em, true};
  }
}

TypeSize TypeSizes::for_zone_loads(const Zones& zones, const std::vector<ZoneLoad>& by_zone, float least_em) {
  const auto all = [&](float enough, float to_grow, auto&& fits) {
    for (std::size_t zone = 0; zone < by_zone.size(); ++zone)
      if (!keeps_or_grows(by_zone[zone], enough, to_grow,
                          [&](const Load& load, float share) { return fits(zone, load, share); }))
        return false;
    return true;
  };
  const auto whole = [&](TypeSize type) {
    return all(type.tight ? 0 : spare_share, spare_to_grow,
               [&](std::size_t zone, const Load& load, float spare) { return has_room(zones, zone, load, type, spare); });
  };
  if (surely_leaves(zones, by_zone, least_em)) return {leaf_em(zones, by_zone, least_em), false, true};
  for (float em = std::max(largest_em, least_em);; em = std::max(least_em, em * step_ratio)) {
    const bool least = em <= least_em;
    if ((least || leaves_ground(zones, by_zone, {em})) && whole({em}) && (least || reaches_most_ground(zones, em, least_em)))
      return {em};
    if (least) break;
  }
  const bool shingles = all(fullest_shingles, fullest_shingles_to_grow, [&](std::size_t zone, const Load& load, float fullest) {
    return shows_first_lines(zones, zone, load.cards(), load.first_lines(), {least_em, true}, fullest);
  });
  if (shingles || whole({least_em, true})) return {least_em, true};
  const bool piles = all(fullest_shingles, fullest_shingles_to_grow, [&](std::size_t zone, const Load& load, float fullest) {
    return has_room_for_piles(zones, zone, load.cards(), load.first_lines(), least_em, fullest);
  });
  if (piles) return {least_em, true};
  return {leaf_em(zones, by_zone, least_em), false, true};
}

}  // namespace greenline::arrange
