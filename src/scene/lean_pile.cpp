#include "scene/lean_pile.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

namespace greenline::scene {
namespace {

using arrange::Box;
using arrange::Point;

constexpr int columns_tried = 24;
constexpr int stretches = 8;            // from first line under first line to all cards whole, in so many steps
constexpr float steps_a_line = 8;       // downward
constexpr float between_piles = 1e-4F;  // canvas units: floats

class Piles {
 public:
  Piles(const arrange::Zones& zones, std::span<const Leaning> cards, std::span<const Box> over)
      : zones_(zones), zone_(zones.places[cards.front().zone]), cards_(cards), over_(over), at_(cards.size()) {
    for (std::size_t i = 0; i < cards.size(); ++i) left_.push_back(i);
    std::sort(left_.begin(), left_.end(), [&](std::size_t a, std::size_t b) {
      const float top = top_of(a), other = top_of(b);
      return top != other ? top > other : a < b;
    });
  }

  [[nodiscard]] std::vector<std::optional<Point>> all() {
    while (!left_.empty() && add_column()) continue;
    return std::move(at_);
  }

 private:
  using Stands = std::vector<std::pair<std::size_t, Point>>;

  [[nodiscard]] float top_of(std::size_t i) const { return cards_[i].rest.y + cards_[i].half.height; }

  [[nodiscard]] bool may_stand_at(const Leaning& card, Point at) const {
    const float top = at.y + card.half.height;
    const Box first{at.x - card.half.width, top - card.first, at.x + card.half.width, top};
    return std::ranges::none_of(over_, [&](const Box& one) { return one.touches(first); }) &&
           arrange::may_stand(zones_, zone_, at, card.half);
  }

  // The highest place for its top there, from this one down.
  [[nodiscard]] std::optional<float> highest(const Leaning& card, float x, float top) const {
    const float lowest = zone_.edge.bounds().y0 + 2 * card.half.height - between_piles;
    for (float t = top; t >= lowest; t -= card.first / steps_a_line)
      if (may_stand_at(card, {x, t - card.half.height})) return t;
    return std::nullopt;
  }

  // From the top, each as far under the one before as `stretch` says: 0 its first line, 1 all of it. One that is too tall for
  // what is left makes way for the next.
  [[nodiscard]] Stands stand_at(float x, float stretch) const {
    Stands stands;
    float top = zone_.edge.bounds().y1, too_tall = std::numeric_limits<float>::infinity();
    for (const std::size_t i : left_) {
      const Leaning& card = cards_[i];
      if (card.half.height >= too_tall) continue;
      const std::optional<float> found = highest(card, x, top);
      if (!found) {
        too_tall = card.half.height;
        continue;
      }
      stands.emplace_back(i, Point{x, *found - card.half.height});
      top = *found - card.first - stretch * (2 * card.half.height - card.first) - between_piles;
    }
    return stands;
  }

  [[nodiscard]] bool is_taken(float x) const {
    return std::ranges::any_of(
        columns_, [&](float other) { return std::abs(other - x) < 2 * cards_.front().half.width - between_piles; });
  }

  // The one with room for most; of several the one that is nearest to where they rest.
  [[nodiscard]] bool add_column() {
    const Box ground = zone_.edge.bounds();
    const float half = cards_.front().half.width, from = ground.x0 + half, to = ground.x1 - half;
    std::vector<float> xs;
    for (int i = 0; i <= columns_tried; ++i) xs.push_back(from + (to - from) * static_cast<float>(i) / columns_tried);
    for (const Box& one : over_) xs.insert(xs.end(), {one.x0 - half - between_piles, one.x1 + half + between_piles});
    for (const float x : columns_) xs.insert(xs.end(), {x - 2 * half, x + 2 * half});
    Stands best;
    float best_x = 0, least = 0;
    for (const float x : xs) {
      if (x < from - between_piles || x > to + between_piles || is_taken(x)) continue;
      Stands stands = stand_at(x, 0);
      float away = 0;
      for (const auto& [i, at] : stands) away += std::abs(at.x - cards_[i].rest.x);
      if (stands.empty() || stands.size() < best.size() || (stands.size() == best.size() && away >= least)) continue;
      best = std::move(stands);
      best_x = x;
      least = away;
    }
    if (best.empty()) return false;
    for (int i = stretches; i > 0; --i)
      if (Stands stands = stand_at(best_x, static_cast<float>(i) / stretches); stands.size() == best.size()) {
        best = std::move(stands);
        break;
      }
    columns_.push_back(best_x);
    for (const auto& [i, at] : best) {
      at_[i] = at;
      std::erase(left_, i);
    }
    return true;
  }

  const arrange::Zones& zones_;
  const arrange::Zone& zone_;
  std::span<const Leaning> cards_;
  std::span<const Box> over_;
  std::vector<std::optional<Point>> at_;
  std::vector<std::size_t> left_;  // from the top
  std::vector<float> columns_;
};

}  // namespace

std::vector<std::optional<Point>> piled_aside(const arrange::Zones& zones, std::span<const Leaning> cards,
                                              std::span<const Box> over) {
  if (cards.empty() || zones.places[cards.front().zone].is_ground) return std::vector<std::optional<Point>>(cards.size());
  return Piles(zones, cards, over).all();
}

}  // namespace greenline::scene
