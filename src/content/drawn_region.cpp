// A loop that a finger drew, as the shape of a region.
#include "content/drawn_region.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

#include "geometry/forms.h"

namespace greenline::content {
namespace {

using geometry::Area;

using geometry::Half;
using geometry::Point;

constexpr std::size_t points_round = 96;               // a loop is looked at by so many, evenly spaced
constexpr std::size_t points_held = 4 * points_round;  // and held within the layout by so many
constexpr float least_turn = 0.002F;                   // sine of the angle at which lines cross
constexpr float open_gap = 0.25F;                      // of its length: ends further apart make no loop
constexpr float least_side = 0.12F;                    // of what is round it: two cards beside each other
constexpr float least_ground = 0.010F;                 // square units
constexpr float off_round = 0.16F, off_mean = 0.06F;   // of its radius: how far a hand strays from the ellipse it means
constexpr float nearly_circle = 1.18F;                 // one radius by the other
constexpr float softest = 0.05F;                       // rounding of corners
constexpr std::size_t most_drawn_corners = 32;
constexpr int lattice = 48;      // across and up, where two regions are compared
constexpr float sliver = 0.03F;  // of the smaller one: so much may two share

using Loop = std::vector<Point>;

float thousandths(float x) { return std::round(x * 1000) / 1000; }

// Pieces of one straight side lie along each other: whether they cross would be decided by how numbers are rounded.
std::optional<Point> crossing(Point a, Point b, Point c, Point d) {
  const Point one = b - a, other = d - c;
  const float turn = cross(one, other);
  if (std::abs(turn) <= least_turn * length(one) * length(other)) return std::nullopt;
  const float along = cross(c - a, other) / turn, along_other = cross(c - a, one) / turn;
  if (along < 0 || along > 1 || along_other < 0 || along_other > 1) return std::nullopt;
  return a + one * along;
}

float length_of(const Loop& line) {
  float all = 0;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) all += length(line[i + 1] - line[i]);
  return all;
}

// So many points of it, evenly spaced; the first and the last are its ends.
Loop evenly(const Loop& line, std::size_t count) {
  const float step = length_of(line) / static_cast<float>(count - 1);
  Loop out{line.front()};
  float left = step;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    Point at = line[i];
    for (float rest = length(line[i + 1] - at); rest >= left && rest > 0 && out.size() + 1 < count;
         rest = length(line[i + 1] - at)) {
      at = at + (line[i + 1] - at) * (left / rest);
      out.push_back(at);
      left = step;
    }
    left -= length(line[i + 1] - at);
  }
  out.push_back(line.back());
  return out;
}

// Where beginning and end do not cross one may still run along beside the other: without what lies beyond where they are
// nearest to each other.
Loop without_what_runs_along(const Loop& line) {
  const auto quarter = static_cast<std::ptrdiff_t>(line.size() / 4);
  const auto nearest = [](auto from, auto to, Point p) {
    return std::min_element(from, to, [p](Point a, Point b) { return length(a - p) < length(b - p); });
  };
  const auto first = nearest(line.begin(), line.begin() + quarter, line.back());
  const auto last = nearest(line.rbegin(), line.rbegin() + quarter, line.front());
  if (length(*last - line.front()) <= length(*first - line.back())) return {line.begin(), last.base()};
  return {first, line.end()};
}

// Without what runs past where beginning and end cross: of all crossings of the first quarter with the last, the one that
// leaves the most.
Loop without_tails(const Loop& line) {
  const std::size_t quarter = line.size() / 4;
  for (std::size_t cut = 0; cut < 2 * quarter; ++cut)
    for (std::size_t i = 0; i <= cut && i < quarter; ++i) {
      const std::size_t j = line.size() - 2 - (cut - i);
      if (j + quarter < line.size() || j <= i + 1) continue;
      const auto at = crossing(line[i], line[i + 1], line[j], line[j + 1]);
      if (!at) continue;
      Loop loop{*at};
      loop.insert(loop.end(), line.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                  line.begin() + static_cast<std::ptrdiff_t>(j) + 1);
      return loop;
    }
  return without_what_runs_along(line);
}

bool crosses_itself(const Loop& loop) {
  const std::size_t count = loop.size();
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t j = i + 2; j < count; ++j)
      if ((i > 0 || j + 1 < count) && crossing(loop[i], loop[i + 1], loop[j], loop[(j + 1) % count])) return true;
  return false;
}

geometry::Box bounds_of(const Loop& loop) {
  geometry::Box box{loop[0].x, loop[0].y, loop[0].x, loop[0].y};
  for (const Point p : loop) box = {std::min(box.x0, p.x), std::min(box.y0, p.y), std::max(box.x1, p.x), std::max(box.y1, p.y)};
  return box;
}

// Ground, middle and spread of what a loop encloses (Green's theorem, side by side).
struct Enclosed {
  float ground = 0;  // positive: anticlockwise
  Point middle;
  Half spread;  // mean square distance from the middle, each way
  explicit Enclosed(const Loop& loop) {
    Point first, second;
    for (std::size_t i = 0; i < loop.size(); ++i) {
      const Point a = loop[i], b = loop[(i + 1) % loop.size()];
      const float turn = cross(a, b);
      ground += turn / 2;
      first = first + (a + b) * (turn / 6);
      second = second + Point{a.x * a.x + a.x * b.x + b.x * b.x, a.y * a.y + a.y * b.y + b.y * b.y} * (turn / 12);
    }
    if (ground == 0) return;
    middle = first * (1 / ground);
    spread = {second.x / ground - middle.x * middle.x, second.y / ground - middle.y * middle.y};
  }
};

// An ellipse whose ground spreads as the loop's does (a mean square of a quarter of each radius's), where the loop runs along
// it.
std::optional<DrawnShape> as_ellipse(const Loop& loop, const Enclosed& enclosed, const geometry::Box& layout) {
  Half radius{2 * std::sqrt(std::max(enclosed.spread.width, 0.0F)), 2 * std::sqrt(std::max(enclosed.spread.height, 0.0F))};
  if (radius.width <= 0 || radius.height <= 0) return std::nullopt;
  float worst = 0, all = 0;
  for (const Point p : loop) {
    const Point from = p - enclosed.middle;
    const float off = std::abs(length(Point{from.x / radius.width, from.y / radius.height}) - 1);
    worst = std::max(worst, off);
    all += off;
  }
  if (worst > off_round || all > off_mean * static_cast<float>(loop.size())) return std::nullopt;
  if (std::max(radius.width, radius.height) < nearly_circle * std::min(radius.width, radius.height))
    radius.width = radius.height = std::sqrt(radius.width * radius.height);
  const Half room{std::min(enclosed.middle.x - layout.x0, layout.x1 - enclosed.middle.x),
                  std::min(enclosed.middle.y - layout.y0, layout.y1 - enclosed.middle.y)};
  const float fits = std::min({1.0F, room.width / radius.width, room.height / radius.height});
  // A thousandth less, so that rounding leads nothing out of the layout.
  const auto rounded = [&](float r) { return thousandths(r * fits - 0.001F); };
  return DrawnShape{
      {thousandths(enclosed.middle.x), thousandths(enclosed.middle.y)}, {rounded(radius.width), rounded(radius.height)}, {}, 0};
}

// Ramer, Douglas and Peucker's: of the points between two, those that stray.
void add_straying(const Loop& loop, std::size_t from, std::size_t to, float tolerance, Loop& out) {
  const Point a = loop[from], b = loop[to % loop.size()], way = b - a;
  std::size_t furthest = from;
  float most = tolerance;
  for (std::size_t i = from + 1; i < to; ++i) {
    const Point p = loop[i] - a;
    const float off = length(way) > 0 ? std::abs(cross(way, p)) / length(way) : length(p);
    if (off > most) {
      most = off;
      furthest = i;
    }
  }
  if (furthest != from) add_straying(loop, from, furthest, tolerance, out);
  if (furthest != from) out.push_back(loop[furthest]);
  if (furthest != from) add_straying(loop, furthest, to, tolerance, out);
}

Loop with_few_corners(const Loop& loop, float tolerance) {
  const auto far_off = [&](Point p, Point q) { return length(p - loop[0]) < length(q - loop[0]); };
  const auto opposite = static_cast<std::size_t>(std::max_element(loop.begin(), loop.end(), far_off) - loop.begin());
  Loop out{loop[0]};
  add_straying(loop, 0, opposite, tolerance, out);
  out.push_back(loop[opposite]);
  add_straying(loop, opposite, loop.size(), tolerance, out);
  for (Point& p : out) p = {thousandths(p.x), thousandths(p.y)};
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::optional<DrawnShape> as_polygon(const Loop& loop) {
  for (float tolerance = 0.012F; tolerance < least_side / 2; tolerance *= 1.3F) {
    Loop corners = with_few_corners(loop, tolerance);
    if (corners.size() > most_drawn_corners) continue;
    if (corners.size() < 3 || crosses_itself(corners)) return std::nullopt;
    if (Enclosed(corners).ground < 0) std::reverse(corners.begin(), corners.end());
    return DrawnShape{{}, {0, 0}, std::move(corners), softest};
  }
  return std::nullopt;
}

// Whether they share more than a sliver, and none lies all in the other.
bool lie_across(const Area& one, const Area& other) {
  const geometry::Box &a = one.bounds(), &b = other.bounds();
  if (!a.touches(b)) return false;
  const geometry::Box all{std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
  int in_one = 0, in_other = 0, in_both = 0;
  for (int row = 0; row < lattice; ++row)
    for (int column = 0; column < lattice; ++column) {
      const Point at{all.x0 + all.width() * (static_cast<float>(column) + 0.5F) / lattice,
                     all.y0 + all.height() * (static_cast<float>(row) + 0.5F) / lattice};
      const bool is_in_one = one.contains(at), is_in_other = other.contains(at);
      in_one += is_in_one ? 1 : 0;
      in_other += is_in_other ? 1 : 0;
      in_both += is_in_one && is_in_other ? 1 : 0;
    }
  const auto smaller = static_cast<float>(std::min(in_one, in_other)), shared = static_cast<float>(in_both);
  return shared > sliver * smaller && shared < (1 - sliver) * smaller;
}

// Held point by point, which a side between two of them far apart has to have.
Loop within(const geometry::Box& layout, std::span<const Point> path) {
  Loop line;
  for (const Point p : evenly({path.begin(), path.end()}, points_held)) {
    const Point held{std::clamp(p.x, layout.x0, layout.x1), std::clamp(p.y, layout.y0, layout.y1)};
    if (line.empty() || held != line.back()) line.push_back(held);
  }
  return line;
}

}  // namespace

Area DrawnShape::area() const {
  return Area(is_polygon() ? geometry::polygon(corners, rounding) : geometry::ellipse(centre, radius.width, radius.height));
}

tl::expected<DrawnShape, NoRegion> shape_of_loop(std::span<const Point> path, const geometry::Box& layout,
                                                 std::span<const Area> others) {
  if (path.empty()) return tl::unexpected(NoRegion::too_small);
  const Loop line = evenly(within(layout, path), points_round);
  if (line.size() < points_round) return tl::unexpected(NoRegion::too_small);
  Loop loop = without_tails(line);
  const geometry::Box bounds = bounds_of(loop);
  if (std::min(bounds.width(), bounds.height()) < least_side) return tl::unexpected(NoRegion::too_small);
  if (length(loop.back() - loop.front()) > open_gap * length_of(loop)) return tl::unexpected(NoRegion::not_closed);
  loop.push_back(loop.front());
  loop = evenly(loop, points_round + 1);
  loop.pop_back();
  if (crosses_itself(loop)) return tl::unexpected(NoRegion::crosses_itself);
  const Enclosed enclosed(loop);
  if (std::abs(enclosed.ground) < least_ground) return tl::unexpected(NoRegion::too_small);
  auto shape = as_ellipse(loop, enclosed, layout);
  if (!shape) shape = as_polygon(loop);
  if (!shape) return tl::unexpected(NoRegion::crosses_itself);
  const Area area = shape->area();
  if (std::ranges::any_of(others, [&](const Area& other) { return lie_across(area, other); }))
    return tl::unexpected(NoRegion::lies_across);
  return *std::move(shape);
}

}  // namespace greenline::content
