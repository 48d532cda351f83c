// Moves homes to where a canvas lets cards settle.
#include "arrange/settlers.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "geometry/grid.h"

namespace greenline::arrange {
namespace {

constexpr int rounds = 24;                // of pulling: a chain of a dozen cards has come together by then
constexpr float given_way = 0.5F;         // of a card's place, at most, to its threads
constexpr float neighbours_apart = 1.4F;  // threads draw no closer, in cards' widths
constexpr float on_reflection = 0.5F;     // of a card: put down so near, it is meant to be the twin

// Positions in `standing` in the order of the cards' ids: sums are the same in whatever order cards are given.
std::vector<std::uint32_t> by_id(std::span<const Standing> standing) {
  std::vector<std::uint32_t> order(standing.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return standing[a].card < standing[b].card; });
  return order;
}

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// Each two that are joined once, however many threads join them.
Pairs joined_cards(std::span<const Standing> standing, const std::vector<std::uint32_t>& order, std::span<const Tie> ties) {
  std::unordered_map<model::CardId, std::uint32_t, model::IdHash> rank;
  rank.reserve(order.size());
  for (std::uint32_t r = 0; r < order.size(); ++r) rank.emplace(standing[order[r]].card, r);
  Pairs pairs;
  pairs.reserve(ties.size());
  for (const Tie& tie : ties) {
    const auto one = rank.find(tie.one), other = rank.find(tie.other);
    if (one == rank.end() || other == rank.end() || one == other) continue;
    pairs.push_back(std::minmax({one->second, other->second}));
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

void draw_together(const Zones& zones, float em, std::span<Standing> standing, std::span<const Tie> ties) {
  const std::vector<std::uint32_t> order = by_id(standing);
  const Pairs pairs = joined_cards(standing, order, ties);
  if (pairs.empty()) return;
  const float apart = neighbours_apart * card_ems * em;
  std::vector<Point> at(order.size());
  for (std::size_t r = 0; r < order.size(); ++r) at[r] = standing[order[r]].home;
  std::vector<Point> wished(order.size());
  std::vector<float> wishes(order.size());
  for (int round = 0; round < rounds; ++round) {
    std::fill(wished.begin(), wished.end(), Point{});
    std::fill(wishes.begin(), wishes.end(), 0.0F);
    for (const auto& [a, b] : pairs) {
      const Point way = at[b] - at[a];
      const float far = std::sqrt(way.x * way.x + way.y * way.y);
      // Each goes half of what is too far; who is near enough is glad to stay.
      const Point half = far > apart ? way * ((far - apart) / far / 2) : Point{};
      wished[a] = wished[a] + at[a] + half;
      wished[b] = wished[b] + at[b] - half;
      ++wishes[a];
      ++wishes[b];
    }
    for (std::size_t r = 0; r < order.size(); ++r) {
      if (wishes[r] == 0) continue;
      const Point own = standing[order[r]].home;
      at[r] = own * (1 - given_way) + wished[r] * (given_way / wishes[r]);
    }
  }
  for (std::size_t r = 0; r < order.size(); ++r) {
    if (wishes[r] == 0) continue;
    Standing& card = standing[order[r]];
    card.home = brought_into(zones, zones.places[card.zone], at[r], half_of(card.sheet, em));
  }
}

// The zones of the two regions, if this layout shows both.
std::optional<std::pair<std::uint16_t, std::uint16_t>> zones_of(const Zones& zones, const content::Twins& twins) {
  const std::uint16_t one = zones.of(twins.of), other = zones.of(twins.in);
  if (one == zones.ground() || other == zones.ground()) return std::nullopt;
  return std::pair(one, other);
}

// Cards in the order of their stamps; each that lies on the reflection of an earlier one across the fold, and not of one that
// has its twin, becomes the twin of the nearest.
class TwinFinder {
 public:
  TwinFinder(const Zones& zones, std::pair<std::uint16_t, std::uint16_t> sides, float em, std::span<Standing> standing)
      : zones_(zones),
        sides_(sides),
        near_{card_ems * em * on_reflection, card_ems * em * on_reflection / card_aspect},
        standing_(standing) {
    for (std::uint32_t i = 0; i < standing.size(); ++i)
      if (standing[i].zone == sides.first || standing[i].zone == sides.second) order_.push_back(i);
    std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::tie(standing[a].at, standing[a].card) < std::tie(standing[b].at, standing[b].card);
    });
    for (geometry::CentreGrid& grid : waiting_) grid.reset(zones.all, near_.width, near_.height, standing.size());
  }

  void find() {
    for (const std::uint32_t i : order_) {
      Standing& card = standing_[i];
      const bool second = card.zone == sides_.second;
      geometry::CentreGrid& waiting = waiting_[second ? 0 : 1];  // whose reflection it may be
      const auto twin = nearest(waiting, card.home);
      if (twin) {
        card.home = reflection(*twin);
        card.has_twin = standing_[*twin].has_twin = true;
        waiting.remove(*twin);
      } else {
        waiting_[second ? 1 : 0].insert(i, reflection(i));
      }
    }
  }

 private:
  [[nodiscard]] Point reflection(std::uint32_t i) const {
    const bool second = standing_[i].zone == sides_.second;
    const Zone& from = zones_.places[standing_[i].zone];
    return reflected(from, zones_.places[second ? sides_.first : sides_.second], standing_[i].home);
  }
  [[nodiscard]] std::optional<std::uint32_t> nearest(const geometry::CentreGrid& waiting, Point to) const {
    std::optional<std::uint32_t> found;
    float least = 0;
    waiting.visit(geometry::box_around(to, near_), [&](std::uint32_t i) {
      const Point way = reflection(i) - to;
      const float away = way.x * way.x + way.y * way.y;
      if (std::abs(way.x) > near_.width || std::abs(way.y) > near_.height) return true;
      if (!found || std::tie(away, standing_[i].card) < std::tie(least, standing_[*found].card)) {
        found = i;
        least = away;
      }
      return true;
    });
    return found;
  }

  const Zones& zones_;
  std::pair<std::uint16_t, std::uint16_t> sides_;
  Half near_;
  std::span<Standing> standing_;
  std::vector<std::uint32_t> order_;
  geometry::CentreGrid waiting_[2];  // of the first region and of the second: cards without a twin, where they are reflected
};

}  // namespace

Point reflected(const Zone& from, const Zone& to, Point p) {
  const Point between = to.frame.centre - from.frame.centre;
  model::LocalPoint local = from.frame.inverse(p);
  float& across = std::abs(between.x) >= std::abs(between.y) ? local.x : local.y;
  across = -across;
  return to.frame(local);
}

void settle(const content::Settling& settling, const Zones& zones, float em, std::span<Standing> standing,
            std::span<const Tie> ties) {
  if (settling.by_threads) draw_together(zones, em, standing, ties);
  for (const content::Twins& twins : settling.twins)
    if (const auto sides = zones_of(zones, twins)) TwinFinder(zones, *sides, em, standing).find();
}

std::vector<Awaited> awaited(const content::Settling& settling, const Zones& zones, const RestSolver& finished) {
  std::vector<Awaited> all;
  for (const content::Twins& twins : settling.twins) {
    const auto sides = zones_of(zones, twins);
    if (!sides) continue;
    const Zone& from = zones.places[sides->first];
    const Zone& to = zones.places[sides->second];
    for (std::size_t i = 0; i < finished.cards().size(); ++i) {
      const Standing& card = finished.cards()[i];
      if (card.zone != sides->first || card.has_twin) continue;
      all.push_back({card.card, sides->second, reflected(from, to, finished.places()[i]), finished.heights()[i]});
    }
  }
  std::sort(all.begin(), all.end(), [](const Awaited& a, const Awaited& b) { return a.of < b.of; });
  return all;
}

}  // namespace greenline::arrange
