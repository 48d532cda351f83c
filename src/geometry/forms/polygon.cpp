// Polygons, with or without round corners.
#include <algorithm>
#include <cmath>

#include "geometry/forms.h"

namespace greenline::geometry {
namespace {

constexpr int bend_pieces = 8;
constexpr std::size_t most_corners = 64;

// A corner as a parabola between its sides.
std::vector<Point> with_round_corners(const std::vector<Point>& corners, float rounding) {
  if (rounding <= 0) return corners;
  std::vector<Point> out;
  const std::size_t count = corners.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Point at = corners[i], before = corners[(i + count - 1) % count] - at, after = corners[(i + 1) % count] - at;
    const auto along = [&](Point side) { return side * (std::min(rounding / std::max(length(side), 1e-9F), 0.5F)); };
    const Point a = at + along(before), b = at + along(after);
    for (int k = 0; k <= bend_pieces; ++k) {
      const float t = static_cast<float>(k) / bend_pieces, u = 1 - t;
      out.push_back(a * (u * u) + at * (2 * u * t) + b * (t * t));
    }
  }
  return out;
}

float turning(const std::vector<Point>& points) {  // twice its area; positive when anticlockwise
  float sum = 0;
  for (std::size_t i = 0; i < points.size(); ++i) sum += cross(points[i], points[(i + 1) % points.size()]);
  return sum;
}

// Of sides that lie on one line only how numbers are rounded says on which side of it their ends are: on none.
bool cross_each_other(Point a, Point b, Point c, Point d) {
  constexpr float rounding = 2e-6F;
  const auto side = [](Point p, Point q, Point r) {
    const float turn = cross(q - p, r - p);
    return std::abs(turn) > rounding * length(q - p) * length(r - p) ? turn : 0;
  };
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

// Whether a side runs through a box, not only along its rim: no line parts them (the separating axis theorem).
bool runs_through(Point a, Point b, Point centre, Half half) {
  const Point middle = (a + b) * 0.5F - centre, reach = (b - a) * 0.5F;
  const float across = std::abs(reach.x), down = std::abs(reach.y);
  return std::abs(middle.x) < half.width + across && std::abs(middle.y) < half.height + down &&
         std::abs(cross(reach, middle)) < half.width * down + half.height * across;
}

class Polygon final : public Form {
 public:
  explicit Polygon(std::vector<Point> points) : points_(std::move(points)) {
    if (turning(points_) < 0) std::reverse(points_.begin(), points_.end());
    bounds_ = {points_[0].x, points_[0].y, points_[0].x, points_[0].y};
    for (const Point p : points_)
      bounds_ = {std::min(bounds_.x0, p.x), std::min(bounds_.y0, p.y), std::max(bounds_.x1, p.x), std::max(bounds_.y1, p.y)};
    heart_ = Form::heart();
  }

  // To the nearest side.
  [[nodiscard]] float distance(Point p) const override {
    float nearest = 1e30F;
    for (std::size_t i = 0, j = points_.size() - 1; i < points_.size(); j = i++) {
      const Point a = points_[j], side = points_[i] - a, to = p - a;
      const float whole = dot(side, side);
      const float t = whole > 0 ? std::clamp(dot(to, side) / whole, 0.0F, 1.0F) : 0.0F;
      const Point off = to - side * t;
      nearest = std::min(nearest, dot(off, off));
    }
    const float d = std::sqrt(nearest);
    return is_in(p) ? -d : d;
  }
  [[nodiscard]] bool contains(Point p) const override {
    return is_in(p) || (bounds_.grown(1e-6F).contains(p) && distance(p) <= 0);
  }
  [[nodiscard]] bool holds(Point centre, Half half) const override { return contains(centre) && !is_cut(centre, half); }
  [[nodiscard]] bool is_clear_of(Point centre, Half half) const override { return !is_in(centre) && !is_cut(centre, half); }
  [[nodiscard]] Box bounds() const override { return bounds_; }
  [[nodiscard]] Point heart() const override { return heart_; }
  [[nodiscard]] std::shared_ptr<const Form> scaled(float by) const override {
    std::vector<Point> points = points_;
    const Point middle = bounds_.centre();
    for (Point& p : points) p = middle + (p - middle) * by;
    return std::make_shared<Polygon>(std::move(points));
  }
  [[nodiscard]] std::shared_ptr<const Form> stretched(float across, float upward) const override {
    std::vector<Point> points = points_;
    const Point middle = bounds_.centre();
    for (Point& p : points) p = middle + Point{(p.x - middle.x) * across, (p.y - middle.y) * upward};
    return std::make_shared<Polygon>(std::move(points));
  }
  [[nodiscard]] std::vector<Edge> edges(int pieces) const override {
    Edge edge{{}, bounds_, true, false};
    const float step = std::max(2 * (bounds_.width() + bounds_.height()) / static_cast<float>(pieces), 1e-6F);
    for (std::size_t i = 0; i < points_.size(); ++i) {
      const Point a = points_[i], side = points_[(i + 1) % points_.size()] - a;
      const int many = std::max(1, static_cast<int>(length(side) / step));
      for (int k = 0; k < many; ++k) edge.points.push_back(a + side * (static_cast<float>(k) / static_cast<float>(many)));
    }
    return {std::move(edge)};
  }

 private:
  // By how often a ray to the right crosses a side.
  [[nodiscard]] bool is_in(Point p) const {
    if (!bounds_.contains(p)) return false;
    bool in = false;
    for (std::size_t i = 0, j = points_.size() - 1; i < points_.size(); j = i++) {
      const Point a = points_[j], b = points_[i], side = b - a;
      if ((a.y > p.y) != (b.y > p.y) && (cross(side, p - a) > 0) == (side.y > 0)) in = !in;
    }
    return in;
  }
  [[nodiscard]] bool is_cut(Point centre, Half half) const {
    for (std::size_t i = 0, j = points_.size() - 1; i < points_.size(); j = i++)
      if (runs_through(points_[j], points_[i], centre, half)) return true;
    return false;
  }

  std::vector<Point> points_;  // anticlockwise
  Box bounds_;
  Point heart_;
};

std::vector<Point> points_of(const std::vector<float>& numbers) {
  std::vector<Point> points;
  for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) points.push_back({numbers[i], numbers[i + 1]});
  return points;
}

constexpr std::array fields = {
    Field{"corners", Field::Kind::points, "its corners in order, each x and y"},
    Field{"rounding", Field::Kind::length, "how far from a corner its bend begins, in canvas units", false, 0}};

std::vector<Fault> faults(const Given& given) {
  const std::vector<Point> at = points_of(given[0]);
  if (at.size() < 3 || at.size() > most_corners) return {{0, "3 to 64 corners"}};
  if (std::abs(turning(at)) < 1e-6F) return {{0, "corners that do not lie on one line"}};
  for (std::size_t i = 0; i < at.size(); ++i)
    for (std::size_t j = i + 1; j < at.size(); ++j)
      if (cross_each_other(at[i], at[(i + 1) % at.size()], at[j], at[(j + 1) % at.size()]))
        return {{0, "sides that do not cross each other"}};
  return {};
}

}  // namespace

std::shared_ptr<const Form> polygon(const std::vector<Point>& corners, float rounding) {
  return std::make_shared<Polygon>(with_round_corners(corners, rounding));
}

const FormKind& polygon_kind() {
  static const FormKind kind{"polygon",
                             "\"corners\"",
                             fields,
                             faults,
                             [](const Given& given, const Box&) { return Area(polygon(points_of(given[0]), given[1][0])); },
                             {{-0.4F, -0.3F, 0.5F, -0.2F, 0.1F, 0.05F, 0.45F, 0.4F, -0.3F, 0.3F}, {0.05F}}};
  return kind;
}

}  // namespace greenline::geometry
