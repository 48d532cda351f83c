// Comings and goings of each zone, in the order of their stamps.
#include "arrange/left.h"

#include <algorithm>
#include <tuple>

namespace greenline::arrange {

bool left_any(const model::Card& card) {
  const bool was_moved = card.place.before.at != model::Timestamp{};
  return card.made && (!model::present(card) || (was_moved && card.place.before.value.region != card.place.value.region));
}

Came came_to(const Zones& zones, const model::Card& card) {
  const std::uint16_t zone = zones.of(card.place.value.region);
  const model::Newest<model::Place>& before = card.place.before;
  const bool moved_within = before.at != model::Timestamp{} && zones.of(before.value.region) == zone;
  return {zone, moved_within ? before.at : card.place.at};
}

std::vector<Left> left_by(const Zones& zones, const model::Card& card, Sheet sheet) {
  std::vector<Left> all;
  if (!card.made) return all;
  const std::uint16_t last = zones.of(card.place.value.region), before = zones.of(card.place.before.value.region);
  if (!model::present(card)) all.push_back({last, card.place.at, card.id, sheet});
  if (card.place.before.at != model::Timestamp{} && before != last) all.push_back({before, card.place.at, card.id, sheet});
  return all;
}

void add_left(std::vector<ZoneLoad>& by_zone, std::vector<Left> left, std::vector<Came> came) {
  std::sort(left.begin(), left.end(),
            [](const Left& a, const Left& b) { return std::tie(a.zone, a.at, a.card) < std::tie(b.zone, b.at, b.card); });
  std::sort(came.begin(), came.end(),
            [](const Came& a, const Came& b) { return std::tie(a.zone, a.at) < std::tie(b.zone, b.at); });
  // Backwards: each that came takes the place of the latest that had left by then and is not replaced yet.
  auto next = came.rbegin();
  std::size_t waiting = 0;  // came later than what is looked at, and replaced nobody so far
  std::uint16_t zone = 0;
  for (auto one = left.rbegin(); one != left.rend(); ++one) {
    if (one == left.rbegin() || one->zone != zone) waiting = 0;
    zone = one->zone;
    while (next != came.rend() && next->zone > zone) ++next;
    for (; next != came.rend() && next->zone == zone && one->at < next->at; ++next) ++waiting;
    if (waiting > 0)
      --waiting;
    else
      by_zone[zone].left.add(one->sheet);
  }
}

}  // namespace greenline::arrange
