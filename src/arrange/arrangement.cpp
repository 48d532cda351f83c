// Makes a snapshot of where everything rests, and hashes it.
#include "arrange/arrangement.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

#include "arrange/left.h"
#include "arrange/settlers.h"

namespace greenline::arrange {

std::uint64_t hash_of(const Arrangement& arrangement) {
  std::uint64_t hash = 14695981039346656037ULL;
  const auto add = [&](std::uint64_t bytes, int count) {
    for (int i = 0; i < count; ++i) hash = (hash ^ ((bytes >> (8 * i)) & 0xFFU)) * 1099511628211ULL;
  };
  const auto number = [&](float value) { add(std::bit_cast<std::uint32_t>(value + 0.0F), 4); };  // -0 is 0
  number(arrangement.type.em);
  for (const Rested& card : arrangement.cards) {
    for (const std::uint8_t byte : card.card.bytes) add(byte, 1);
    add(card.zone, 2);
    number(card.at.x);
    number(card.at.y);
    number(card.tall);
    number(card.shown);
  }
  return hash;
}

std::string hash_text(const Arrangement& arrangement) {
  const std::uint64_t hash = hash_of(arrangement);
  std::string text;
  for (int digit = 15; digit >= 0; --digit) text += "0123456789abcdef"[(hash >> (4 * digit)) & 0xFU];
  return text;
}

Point home_of(const Zones& zones, const model::Place& place) {
  const auto finite = [](float v) { return std::isfinite(v) ? std::clamp(v, -100.0F, 100.0F) : 0.0F; };
  return zones.places[zones.of(place.region)].frame({finite(place.at.x), finite(place.at.y)});
}

Arrangement taken(const Zones& zones, const content::Settling& settling, const RestSolver& finished, TypeSize type) {
  Arrangement made{type, {}, awaited(settling, zones, finished)};
  made.cards.reserve(finished.cards().size());
  for (std::size_t i = 0; i < finished.cards().size(); ++i) {
    const Standing& one = finished.cards()[i];
    made.cards.push_back({one.card, one.zone, finished.places()[i], finished.heights()[i], finished.shown()[i]});
  }
  std::sort(made.cards.begin(), made.cards.end(), [](const Rested& a, const Rested& b) { return a.card < b.card; });
  return made;
}

Arrangement arrange(const model::Convening& convening, const Ground& ground, const Measure& measure) {
  const Zones zones = make_zones(ground);
  std::vector<Standing> standing;
  std::vector<ZoneLoad> zone_loads(zones.places.size());
  std::vector<Left> left;
  std::vector<Came> came;
  for (const auto& [id, card] : convening.cards) {
    const Sheet sheet = measure(card);
    for (const Left& one : left_by(zones, card, sheet)) left.push_back(one);
    if (!model::present(card)) continue;
    const std::uint16_t zone = zones.of(card.place.value.region);
    standing.push_back({0, zone, home_of(zones, card.place.value), card.place.at, id, sheet});
    zone_loads[zone].here.add(sheet);
    came.push_back(came_to(zones, card));
  }
  add_left(zone_loads, std::move(left), std::move(came));
  TypeSizes sizes;
  const TypeSize type = sizes.for_zone_loads(zones, zone_loads, ground.least_em);
  for (Standing& one : standing) one.sheet = type.of(one.sheet);
  std::vector<Tie> ties;
  for (const auto& [id, thread] : convening.threads) {
    const auto* from = std::get_if<model::CardId>(&thread.ends.value.from);
    const auto* to = std::get_if<model::CardId>(&thread.ends.value.to);
    if (from != nullptr && to != nullptr && model::present(convening, thread)) ties.push_back({*from, *to});
  }
  settle(ground.canvas.settling, zones, type.em, standing, ties);
  RestSolver solver;
  solver.start(zones, sizes.columns(), type.em, std::move(standing));
  solver.finish();
  return taken(zones, ground.canvas.settling, solver, type);
}

}  // namespace greenline::arrange
