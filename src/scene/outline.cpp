#include "scene/outline.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <queue>
#include <utility>

namespace greenline::scene {
namespace {

using model::PixelPoint;
using model::PixelRect;

constexpr float most_cells = 20000;
constexpr float through_a_card = 14;    // how much longer a way round may be than one through another card
constexpr float path_of_margin = 0.5F;  // half the width of a path
// Of the way to a card that is another's, where the line is: two that are neighbours leave a gap between them.
constexpr float nearer_to_own = 0.6F;

// Outside: how far away; inside: how deep, negative.
float away_from(const PixelRect& r, PixelPoint p) {
  const float x = std::max(r.x0 - p.x, p.x - r.x1), y = std::max(r.y0 - p.y, p.y - r.y1);
  return std::hypot(std::max(x, 0.0F), std::max(y, 0.0F)) + std::min(std::max(x, y), 0.0F);
}

float between(const PixelRect& a, const PixelRect& b) {
  return std::hypot(std::max({a.x0 - b.x1, b.x0 - a.x1, 0.0F}), std::max({a.y0 - b.y1, b.y0 - a.y1, 0.0F}));
}

// The lesser of two distances, rounded off where they are alike within k (Inigo Quilez, "smooth minimum", quadratic).
float soft_min(float a, float b, float k) {
  const float alike = std::max(k - std::abs(a - b), 0.0F) / k;
  return std::min(a, b) - alike * alike * k / 4;
}

class Grid {
 public:
  Grid(const PixelRect& area, float least_cell)
      : cell_(std::max(least_cell, std::sqrt(area.width() * area.height() / most_cells))),
        origin_{area.x0, area.y0},
        nx_(static_cast<int>(area.width() / cell_) + 2),
        ny_(static_cast<int>(area.height() / cell_) + 2) {}
  [[nodiscard]] int nx() const { return nx_; }
  [[nodiscard]] int ny() const { return ny_; }
  [[nodiscard]] float cell() const { return cell_; }
  [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(nx_) * static_cast<std::size_t>(ny_); }
  [[nodiscard]] std::size_t index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(nx_) + static_cast<std::size_t>(x);
  }
  [[nodiscard]] PixelPoint at(int x, int y) const {
    return origin_ + PixelPoint{static_cast<float>(x) * cell_, static_cast<float>(y) * cell_};
  }
  [[nodiscard]] PixelPoint at(std::size_t i) const {
    const auto columns = static_cast<std::size_t>(nx_);
    return at(static_cast<int>(i % columns), static_cast<int>(i / columns));
  }
  // Calls for each point of the grid within the rectangle.
  template <class Visit>
  void within(const PixelRect& rect, Visit visit) const {
    const int x0 = std::max(0, static_cast<int>(std::ceil((rect.x0 - origin_.x) / cell_))),
              x1 = std::min(nx_ - 1, static_cast<int>(std::floor((rect.x1 - origin_.x) / cell_)));
    const int y0 = std::max(0, static_cast<int>(std::ceil((rect.y0 - origin_.y) / cell_))),
              y1 = std::min(ny_ - 1, static_cast<int>(std::floor((rect.y1 - origin_.y) / cell_)));
    for (int y = y0; y <= y1; ++y)
      for (int x = x0; x <= x1; ++x) visit(index(x, y));
  }

 private:
  float cell_;
  PixelPoint origin_;
  int nx_, ny_;
};

// Which cards hang together by themselves: a number for each.
std::vector<int> groups_of(std::span<const PixelRect> cards, float reach) {
  std::vector<int> group(cards.size());
  std::iota(group.begin(), group.end(), 0);
  for (std::size_t a = 0; a < cards.size(); ++a)
    for (std::size_t b = 0; b < a; ++b) {
      if (group[a] == group[b] || between(cards[a], cards[b]) >= reach) continue;
      const int from = group[a], to = group[b];
      std::ranges::replace(group, from, to);
    }
  return group;
}

// The way from the cells of `from` to the nearest of another group, over `toll` a cell; and which group that is.
struct Way {
  std::vector<PixelPoint> points;
  int group = -1;
};
Way way_out(const Grid& grid, const std::vector<int>& owner, const std::vector<float>& toll, int from) {
  using Step = std::pair<float, std::uint32_t>;
  std::priority_queue<Step, std::vector<Step>, std::greater<>> next;
  std::vector<float> cost(grid.size(), std::numeric_limits<float>::infinity());
  std::vector<std::uint32_t> before(grid.size(), 0);
  for (std::uint32_t i = 0; i < grid.size(); ++i)
    if (owner[i] == from) next.emplace(cost[i] = 0, before[i] = i);
  const auto columns = static_cast<std::uint32_t>(grid.nx());
  while (!next.empty()) {
    const auto [so_far, here] = next.top();
    next.pop();
    if (so_far > cost[here]) continue;
    if (owner[here] >= 0 && owner[here] != from) {
      Way way{{}, owner[here]};
      for (std::uint32_t i = here;; i = before[i]) {
        way.points.push_back(grid.at(i));
        if (before[i] == i) return way;
      }
    }
    const int x = static_cast<int>(here % columns), y = static_cast<int>(here / columns);
    for (int dy = -1; dy <= 1; ++dy)
      for (int dx = -1; dx <= 1; ++dx) {
        if (x + dx < 0 || y + dy < 0 || x + dx >= grid.nx() || y + dy >= grid.ny() || (dx == 0 && dy == 0)) continue;
        const auto there = static_cast<std::uint32_t>(grid.index(x + dx, y + dy));
        const float sum = so_far + toll[there] * (dx != 0 && dy != 0 ? 1.4142F : 1.0F);
        if (sum >= cost[there]) continue;
        cost[there] = sum;
        before[there] = here;
        next.emplace(sum, there);
      }
  }
  return {};
}

// The corners of a way over a grid, taken off.
std::vector<PixelPoint> eased(std::vector<PixelPoint> points) {
  for (int pass = 0; pass < 6; ++pass) {
    std::vector<PixelPoint> softer = points;
    for (std::size_t i = 1; i + 1 < points.size(); ++i) softer[i] = (points[i - 1] + points[i] * 2 + points[i + 1]) * 0.25F;
    points = std::move(softer);
  }
  return points;
}

std::vector<PixelPoint> paths_between(const Grid& grid, std::span<const PixelRect> own, std::span<const PixelRect> others,
                                      float margin) {
  std::vector<int> group = groups_of(own, 2 * margin);
  std::vector<PixelPoint> all;
  if (std::ranges::all_of(group, [&](int one) { return one == group.front(); })) return all;
  std::vector<float> toll(grid.size(), 1);
  for (const PixelRect& other : others)
    grid.within(other.grown(margin * path_of_margin), [&](std::size_t i) { toll[i] = through_a_card; });
  std::vector<int> owner(grid.size(), -1);
  for (std::size_t card = 0; card < own.size(); ++card)
    grid.within(own[card].grown(grid.cell()), [&](std::size_t i) {
      owner[i] = group[card];
      toll[i] = 1;
    });
  for (std::size_t joined = 1; joined < own.size(); ++joined) {
    const int from = group.front();
    Way way = way_out(grid, owner, toll, from);
    if (way.group < 0) break;  // all hang together
    std::ranges::replace(group, way.group, from);
    std::ranges::replace(owner, way.group, from);
    const std::vector<PixelPoint> soft = eased(std::move(way.points));
    all.insert(all.end(), soft.begin(), soft.end());
  }
  return all;
}

// Negative inside.
std::vector<float> field_of(const Grid& grid, std::span<const PixelRect> own, std::span<const PixelRect> others, float margin) {
  constexpr float far_away = 1e6F;
  std::vector<float> to_path(grid.size(), far_away);
  for (const PixelPoint p : paths_between(grid, own, others, margin))
    grid.within(model::rect_around(p, 2 * margin, 2 * margin),
                [&](std::size_t i) { to_path[i] = std::min(to_path[i], length(grid.at(i) - p)); });
  std::vector<float> field(grid.size(), far_away);
  for (int y = 1; y + 1 < grid.ny(); ++y)
    for (int x = 1; x + 1 < grid.nx(); ++x) {
      const std::size_t i = grid.index(x, y);
      const PixelPoint p = grid.at(x, y);
      float nearest = far_away, soft = far_away;
      for (const PixelRect& card : own) {
        const float away = away_from(card, p);
        nearest = std::min(nearest, away);
        soft = soft_min(soft, away, margin);
      }
      float in = soft_min(soft - margin, to_path[i] - path_of_margin * margin, margin);
      if (in < 2 * grid.cell())
        for (const PixelRect& other : others) {
          const float away = away_from(other, p);
          in = std::max(in, std::min(nearest, to_path[i]) - (away > 0 ? away * nearer_to_own : away));
        }
      field[i] = in;
    }
  return field;
}

// Marching squares (Lorensen and Cline's cubes in the plane): where the field is 0, as closed lines.
class Tracer {
 public:
  Tracer(const Grid& grid, const std::vector<float>& field) : grid_(grid), field_(field), next_(2 * grid.size(), none) {
    for (int y = 0; y + 1 < grid.ny(); ++y)
      for (int x = 0; x + 1 < grid.nx(); ++x) add_square(x, y);
  }
  [[nodiscard]] std::vector<std::vector<PixelPoint>> lines() {
    std::vector<std::vector<PixelPoint>> all;
    for (std::size_t start = 0; start < next_.size(); ++start) {
      std::vector<PixelPoint> line;
      for (std::size_t edge = start; next_[edge] != none;) {
        line.push_back(crossing(edge));
        edge = std::exchange(next_[edge], none);
      }
      if (line.size() > 2) all.push_back(std::move(line));
    }
    return all;
  }

 private:
  static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
  // An edge of the grid: to the right of a point, or down from it.
  [[nodiscard]] std::size_t right_of(int x, int y) const { return 2 * grid_.index(x, y); }
  [[nodiscard]] std::size_t below(int x, int y) const { return 2 * grid_.index(x, y) + 1; }
  [[nodiscard]] PixelPoint crossing(std::size_t edge) const {
    const std::size_t from = edge / 2, to = edge % 2 == 0 ? from + 1 : from + static_cast<std::size_t>(grid_.nx());
    const float share = field_[from] / (field_[from] - field_[to]);
    return grid_.at(from) + (grid_.at(to) - grid_.at(from)) * std::clamp(share, 0.0F, 1.0F);
  }
  void add_square(int x, int y) {
    const auto in = [&](int dx, int dy) { return field_[grid_.index(x + dx, y + dy)] < 0 ? 1U : 0U; };
    const unsigned corners = in(0, 0) | in(1, 0) << 1 | in(1, 1) << 2 | in(0, 1) << 3;
    enum Border : std::uint8_t { top, right, bottom, left };
    const std::array sides{right_of(x, y), below(x + 1, y), right_of(x, y + 1), below(x, y)};
    const auto go = [&](Border from, Border to) { next_[sides[from]] = sides[to]; };
    switch (corners) {  // the inside on the right
      case 1: return go(top, left);
      case 2: return go(right, top);
      case 3: return go(right, left);
      case 4: return go(bottom, right);
      case 5: return go(top, left), go(bottom, right);
      case 6: return go(bottom, top);
      case 7: return go(bottom, left);
      case 8: return go(left, bottom);
      case 9: return go(top, bottom);
      case 10: return go(right, top), go(left, bottom);
      case 11: return go(right, bottom);
      case 12: return go(left, right);
      case 13: return go(top, right);
      case 14: return go(left, top);
      default: return;
    }
  }

  const Grid& grid_;
  const std::vector<float>& field_;
  std::vector<std::size_t> next_;  // from the edge where a line comes in to the one where it goes on
};

float round_of(const std::vector<PixelPoint>& line) {
  float round = 0;
  for (std::size_t i = 0; i < line.size(); ++i) round += length(line[(i + 1) % line.size()] - line[i]);
  return round;
}

}  // namespace

PixelRect outline_reach(std::span<const PixelRect> own, float margin) {
  PixelRect reach;
  float height = 0;
  for (const PixelRect& card : own) {
    reach = joined(reach, card);
    height = std::max(height, card.height());
  }
  return reach.grown(2 * margin + 2 * height);  // room to go round a card
}

std::vector<std::vector<PixelPoint>> outlines(std::span<const PixelRect> own, std::span<const PixelRect> others, float margin) {
  if (own.empty()) return {};
  const Grid grid(outline_reach(own, margin), margin / 3);
  std::vector<std::vector<PixelPoint>> lines = Tracer(grid, field_of(grid, own, others, margin)).lines();
  std::ranges::sort(lines, std::ranges::greater{}, round_of);
  std::erase_if(lines, [&](const auto& line) { return round_of(line) < 6 * margin; });
  return lines;
}

}  // namespace greenline::scene
