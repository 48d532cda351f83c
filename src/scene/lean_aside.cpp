// Looks for a place on a lattice round each card that something stands over, the nearest first.
#include "scene/lean_aside.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

#include "geometry/grid.h"
#include "scene/lean_pile.h"

namespace greenline::scene {
namespace {

using arrange::Box;
using arrange::Half;
using arrange::Point;

// What makes one place worse than another, in widths of a card: lying over a card or under one, and by how much; lying partly
// under what stands there.
constexpr float over_a_card = 1.3F, all_of_a_card = 1.5F, partly_hidden = 2, all_hidden = 3;
constexpr float to_stay = 0.3F;      // a card that leans already stays unless another place is so much better
constexpr float just_clear = 1e-4F;  // canvas units: floats
constexpr float close_by = 0.15F;    // of what is kept clear, where a card finds no ground otherwise
constexpr float steps_across = 4;
constexpr std::size_t most_piled = 24;           // more lie on each other at rest already, some without a line
constexpr std::size_t most_steps_each_way = 96;  // each way

Box strip_of_first(Point at, const Leaning& card) {
  return {at.x - card.half.width, at.y + card.half.height - card.first, at.x + card.half.width, at.y + card.half.height};
}

float area(const Box& box) { return box.empty() ? 0 : box.width() * box.height(); }

class Aside {
 public:
  Aside(const arrange::Zones& zones, std::span<const Leaning> cards, std::span<const Box> over, float clear)
      : zones_(zones), cards_(cards), bare_(over), leans_(cards.size()) {
    for (const Box& one : over) {
      clear_.push_back(one.grown(clear));
      close_.push_back(one.grown(clear * close_by));
    }
    for (const Leaning& card : cards) {
      largest_.width = std::max(largest_.width, card.half.width);
      largest_.height = std::max(largest_.height, card.half.height);
    }
    standing_.reset(zones.all, 2 * largest_.width, 2 * largest_.height, cards.size());
  }

  [[nodiscard]] std::vector<Point> all(WithoutGround crowded_cards) {
    std::vector<std::pair<float, std::size_t>> under;
    for (std::size_t i = 0; i < cards_.size(); ++i)
      if (const float hidden = share_under(bare_, cards_[i].rest, cards_[i]); hidden > 0)
        under.emplace_back(hidden, i);
      else
        stand(i, {});
    // Those that have the shortest way first: they take what lies next to them.
    std::sort(under.begin(), under.end());
    for (const auto& [hidden, i] : under) stand(i, best_place(i).value_or(cards_[i].rest) - cards_[i].rest);
    std::vector<std::uint16_t> crowded;
    for (const auto& [hidden, i] : under) {
      const std::uint16_t zone = cards_[i].zone;
      if (begins_hidden(i) && std::ranges::find(crowded, zone) == crowded.end()) crowded.push_back(zone);
    }
    if (crowded_cards == WithoutGround::are_piled)
      for (const std::uint16_t zone : crowded) pile_up(zone);
    return std::move(leans_);
  }

  [[nodiscard]] Point last() {
    const Leaning& card = cards_.back();
    if (share_under(bare_, card.rest, card) == 0) return {};
    for (std::size_t i = 0; i + 1 < cards_.size(); ++i) stand(i, {});
    return best_place(cards_.size() - 1).value_or(card.rest) - card.rest;
  }

 private:
  // In the way of others from now on.
  void stand(std::size_t i, Point lean) {
    leans_[i] = lean;
    const auto item = static_cast<std::uint32_t>(i);
    standing_.remove(item);
    standing_.insert(item, stand_of(i));
  }
  [[nodiscard]] Point stand_of(std::size_t i) const { return cards_[i].rest + leans_[i]; }
  [[nodiscard]] bool begins_hidden(std::size_t i) const {
    const Box first = strip_of_first(stand_of(i), cards_[i]);
    return std::ranges::any_of(bare_, [&](const Box& one) { return one.touches(first); });
  }

  [[nodiscard]] std::vector<std::size_t> cards_of(std::uint16_t zone) const {
    std::vector<std::size_t> its;
    for (std::size_t i = 0; i < cards_.size(); ++i)
      if (cards_[i].zone == zone) its.push_back(i);
    return its;
  }

  // Of these, those whose first line lies neither under what stands there nor under one of them that is lower.
  [[nodiscard]] std::size_t begin_in_sight(std::span<const std::size_t> which) const {
    std::vector<Leaning> standing;
    for (const std::size_t i : which) {
      standing.push_back(cards_[i]);
      standing.back().rest = stand_of(i);
    }
    return which.size() - static_cast<std::size_t>(begin_hidden(standing, bare_));
  }

  // All of a zone's cards in the part of it that is free, if that shows more of them than the shortest ways do; close to what
  // stands there if that shows more still.
  void pile_up(std::uint16_t zone) {
    const std::vector<std::size_t> its = cards_of(zone);
    if (its.size() > most_piled) return;
    std::vector<Leaning> cards;
    cards.reserve(its.size());
    for (const std::size_t i : its) cards.push_back(cards_[i]);
    for (const std::vector<Box>* over : {&clear_, &close_}) pile_beside(*over, its, cards);
  }

  void pile_beside(const std::vector<Box>& over, std::span<const std::size_t> its, std::span<const Leaning> cards) {
    const std::size_t in_sight = begin_in_sight(its);
    if (in_sight == its.size()) return;
    const std::vector<Point> before = leans_;
    const std::vector<std::optional<Point>> piled = piled_aside(zones_, cards, over);
    for (const std::size_t i : its) {
      standing_.remove(static_cast<std::uint32_t>(i));
      leans_[i] = {};
    }
    for (std::size_t n = 0; n < its.size(); ++n)
      if (piled[n]) stand(its[n], *piled[n] - cards[n].rest);
    for (std::size_t n = 0; n < its.size(); ++n)
      if (!piled[n]) stand(its[n], best_place(its[n]).value_or(underneath(cards[n])) - cards[n].rest);
    if (begin_in_sight(its) > in_sight) return;
    for (const std::size_t i : its) stand(i, before[i]);
  }

  // Where all of it lies under what stands there, so that it covers nobody.
  [[nodiscard]] Point underneath(const Leaning& card) const {
    std::optional<Point> nearest;
    for (const Box& one : bare_) {
      const Box middles{one.x0 + card.half.width, one.y0 + card.half.height, one.x1 - card.half.width,
                        one.y1 - card.half.height};
      if (middles.empty()) continue;
      const Point at{std::clamp(card.rest.x, middles.x0, middles.x1), std::clamp(card.rest.y, middles.y0, middles.y1)};
      if (!nearest || length(at - card.rest) < length(*nearest - card.rest)) nearest = at;
    }
    return nearest.value_or(card.rest);
  }

  [[nodiscard]] static float share_under(std::span<const Box> over, Point at, const Leaning& card) {
    const Box box = box_around(at, card.half);
    float hidden = 0;
    for (const Box& one : over) hidden += area(clipped(box, one));
    return std::min(1.0F, hidden / std::max(area(box), 1e-9F));
  }

  // Of cards that lie over each other the lower lies on top, and shows the first line of the other. The share of a card that is
  // covered by so many; nothing where a first line would be.
  [[nodiscard]] std::optional<float> over_others(Point at, const Leaning& card) const {
    const Box box = box_around(at, card.half);
    const float top = at.y + card.half.height;
    float covered = 0;
    const bool all_begin_in_sight = standing_.visit(
        box_around(at, {card.half.width + largest_.width, card.half.height + largest_.height}), [&](std::uint32_t k) {
          const Leaning& other = cards_[k];
          const Point there = stand_of(k);
          if (std::abs(there.x - at.x) >= card.half.width + other.half.width ||
              std::abs(there.y - at.y) >= card.half.height + other.half.height)
            return true;
          const float other_top = there.y + other.half.height;
          const float first = top > other_top ? card.first : other.first;
          covered += area(clipped(box, box_around(there, other.half)));
          return std::abs(top - other_top) >= first;
        });
    if (!all_begin_in_sight) return std::nullopt;
    return covered / std::max(area(box), 1e-9F);
  }

  // How bad a place is, but for how far away; nothing where the card may not lean to.
  [[nodiscard]] std::optional<float> cost_at(Point at, const Leaning& card) const {
    const Box first = strip_of_first(at, card);
    for (const Box& one : over_)
      if (one.touches(first)) return std::nullopt;
    const float hidden = share_under(over_, at, card);
    const auto covered = over_others(at, card);
    if (!covered || !may_stand(zones_, zones_.places[card.zone], at, card.half)) return std::nullopt;
    return (hidden > 0 ? partly_hidden + all_hidden * hidden : 0) + (*covered > 0 ? over_a_card + all_of_a_card * *covered : 0);
  }

  [[nodiscard]] std::optional<Point> best_place(std::size_t i) {
    const auto at = place_beside(clear_, i);
    return at ? at : place_beside(close_, i);
  }

  [[nodiscard]] std::optional<Point> place_beside(const std::vector<Box>& over, std::size_t i) {
    over_ = over;
    const Leaning& card = cards_[i];
    const arrange::Zone& zone = zones_.places[card.zone];
    const Box ground = zone.is_ground ? zones_.all : zone.edge.bounds();
    look_near(ground, i);
    const float width = 2 * card.half.width;
    std::optional<Point> best;
    float least = 0;
    const auto look = [&](Point by, float less) {
      const float far = length(by) / width - less;
      if (best && far >= least) return;
      const auto cost = cost_at(card.rest + by, card);
      if (!cost || (best && *cost + far >= least)) return;
      least = *cost + far;
      best = card.rest + by;
    };
    if (card.aside != Point{}) look(card.aside, to_stay);
    // Straight to the edges of what stands there, and along them; then anywhere.
    for (const Box& one : over_) {
      if (!one.touches(box_around(card.rest, card.half))) continue;
      look({one.x0 - card.half.width - card.rest.x, 0}, 0);
      look({one.x1 + card.half.width - card.rest.x, 0}, 0);
      look({0, one.y1 + card.half.height - card.rest.y}, 0);
      look({0, one.y1 + card.first - card.half.height - card.rest.y}, 0);
      look({0, one.y0 - card.half.height - card.rest.y}, 0);
    }
    for (const auto& [far, by] : lattice(ground, card)) {
      if (best && far / width >= least) break;
      look(by, 0);
    }
    // Narrow ground lies between the lattice's places.
    if (!best) {
      const std::vector<float> rows = tight_rows(ground, card);
      for (const float x : tight_columns(ground, card))
        for (const float y : without_taken(rows, x, card)) look(Point{x, y} - card.rest, 0);
    }
    return best;
  }

  // Of these, from the lowest, those at which no first line lies over another's in the column at `x`.
  [[nodiscard]] std::vector<float> without_taken(std::span<const float> rows, float x, const Leaning& card) const {
    std::vector<std::pair<float, float>> taken;  // open spans of rows
    const Box column{x - card.half.width - largest_.width, zones_.all.y0, x + card.half.width + largest_.width, zones_.all.y1};
    standing_.visit(column, [&](std::uint32_t k) {
      const Leaning& other = cards_[k];
      const Point there = stand_of(k);
      const float row = there.y + other.half.height - card.half.height;
      if (std::abs(there.x - x) < card.half.width + other.half.width) taken.emplace_back(row - other.first, row + card.first);
      return true;
    });
    std::sort(taken.begin(), taken.end());
    std::vector<float> free;
    auto next = taken.begin();
    float taken_to = -std::numeric_limits<float>::infinity();
    for (const float row : rows) {
      for (; next != taken.end() && next->first < row; ++next) taken_to = std::max(taken_to, next->second);
      if (row >= taken_to) free.push_back(row);
    }
    return free;
  }

  // Where a card stands close beside what stands there, at the ground's edges, and under others.
  [[nodiscard]] std::vector<float> tight_columns(const Box& ground, const Leaning& card) const {
    std::vector<float> columns{card.rest.x, ground.x0 + card.half.width, ground.x1 - card.half.width};
    for (const Box& one : over_) {
      columns.push_back(one.x0 - card.half.width - just_clear);
      columns.push_back(one.x1 + card.half.width + just_clear);
    }
    for (const std::size_t k : near_) columns.push_back(stand_of(k).x);
    return once_each(std::move(columns));
  }

  // Where its first line and another's are both seen, one right above the other, or above and below what stands there.
  [[nodiscard]] std::vector<float> tight_rows(const Box& ground, const Leaning& card) const {
    std::vector<float> tops{card.rest.y + card.half.height, ground.y1, ground.y0 + 2 * card.half.height};
    for (const Box& one : over_) {
      tops.push_back(one.y1 + card.first + just_clear);
      tops.push_back(one.y0 - just_clear);
    }
    for (const std::size_t k : near_) {
      const float other = stand_of(k).y + cards_[k].half.height;
      tops.push_back(other + card.first + just_clear);
      tops.push_back(other - cards_[k].first - just_clear);
    }
    for (float& top : tops) top -= card.half.height;
    return once_each(std::move(tops));
  }

  [[nodiscard]] static std::vector<float> once_each(std::vector<float> places) {
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
  }

  // Who might be in its way, wherever in the zone it goes.
  void look_near(const Box& ground, std::size_t own) {
    near_.clear();
    const Box reach = ground.grown(cards_[own].half.width + cards_[own].half.height);
    for (std::size_t k = 0; k < cards_.size(); ++k)
      if (k != own && reach.touches(box_around(cards_[k].rest, cards_[k].half))) near_.push_back(k);
  }

  using Step = std::pair<float, Point>;  // how far, and whereto
  [[nodiscard]] const std::vector<Step>& lattice(const Box& ground, const Leaning& card) {
    steps_.clear();
    const float step_x = std::max(2 * card.half.width / steps_across, ground.width() / most_steps_each_way);
    const float step_y = std::max(std::max(card.first, card.half.height / 2) / 2, ground.height() / most_steps_each_way);
    const auto across = [&](float d, float step) { return static_cast<int>(std::ceil(d / step)); };
    for (int u = across(ground.x0 - card.rest.x, step_x); u <= across(ground.x1 - card.rest.x, step_x); ++u)
      for (int v = across(ground.y0 - card.rest.y, step_y); v <= across(ground.y1 - card.rest.y, step_y); ++v) {
        const Point by{static_cast<float>(u) * step_x, static_cast<float>(v) * step_y};
        steps_.emplace_back(length(by), by);
      }
    std::sort(steps_.begin(), steps_.end(), [](const Step& a, const Step& b) {
      return a.first != b.first         ? a.first < b.first
             : a.second.x != b.second.x ? a.second.x < b.second.x
                                        : a.second.y < b.second.y;
    });
    return steps_;
  }

  const arrange::Zones& zones_;
  std::span<const Leaning> cards_;
  std::span<const Box> bare_;
  std::vector<Box> clear_, close_;  // with what is kept clear of it, and with as little as will do
  std::span<const Box> over_;       // the one of them that a place is looked for beside
  std::vector<Point> leans_;
  arrange::Half largest_{};        // of a card
  geometry::CentreGrid standing_;  // those that have their place
  std::vector<std::size_t> near_;
  std::vector<Step> steps_;
};

}  // namespace

std::vector<Point> lean_aside(const arrange::Zones& zones, std::span<const Leaning> cards, std::span<const Box> over,
                              float clear, WithoutGround crowded) {
  return Aside(zones, cards, over, clear).all(crowded);
}

int begin_hidden(std::span<const Leaning> standing, std::span<const Box> over) {
  const auto is_hidden = [&](const Leaning& card) {
    const Box first = strip_of_first(card.rest, card).grown(-just_clear);
    const float top = card.rest.y + card.half.height;
    return std::ranges::any_of(over, [&](const Box& one) { return one.touches(first); }) ||
           std::ranges::any_of(standing, [&](const Leaning& other) {
             return other.rest.y + other.half.height < top && box_around(other.rest, other.half).touches(first);
           });
  };
  return static_cast<int>(std::ranges::count_if(standing, is_hidden));
}

Point lean_last_aside(const arrange::Zones& zones, std::span<const Leaning> cards, std::span<const Box> over, float clear) {
  return Aside(zones, cards, over, clear).last();
}

}  // namespace greenline::scene
