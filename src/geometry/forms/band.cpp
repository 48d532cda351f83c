// Bands: all that is near a curve.
#include <algorithm>
#include <cmath>

#include "geometry/forms.h"

namespace greenline::geometry {
namespace {

constexpr int pieces_a_span = 16, cap_pieces = 24;
constexpr std::size_t most_points = 64;
constexpr float least_width = 0.3F;  // canvas units: cards that stand side by side find room across it

// Through every point, round between them (E. Catmull and R. Rom, 1974: uniform, ends doubled).
std::vector<Point> curve_through(const std::vector<Point>& points) {
  std::vector<Point> curve{points.front()};
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const Point a = points[i > 0 ? i - 1 : 0], b = points[i], c = points[i + 1], d = points[std::min(i + 2, points.size() - 1)];
    for (int k = 1; k <= pieces_a_span; ++k) {
      const float t = static_cast<float>(k) / pieces_a_span;
      const Point linear = c - a, square = a * 2 - b * 5 + c * 4 - d, cube = b * 3 - a - c * 3 + d;
      curve.push_back((b * 2 + linear * t + square * (t * t) + cube * (t * t * t)) * 0.5F);
    }
  }
  return curve;
}

class Band final : public Form {
 public:
  Band(std::vector<Point> curve, float half_width) : curve_(std::move(curve)), half_width_(half_width) {
    bounds_ = {curve_[0].x, curve_[0].y, curve_[0].x, curve_[0].y};
    for (const Point p : curve_)
      bounds_ = {std::min(bounds_.x0, p.x), std::min(bounds_.y0, p.y), std::max(bounds_.x1, p.x), std::max(bounds_.y1, p.y)};
    bounds_ = bounds_.grown(half_width_);
  }

  [[nodiscard]] float distance(Point p) const override {
    float nearest = 1e30F;
    for (std::size_t i = 0; i + 1 < curve_.size(); ++i) {
      const Point side = curve_[i + 1] - curve_[i], to = p - curve_[i];
      const float whole = dot(side, side), t = whole > 0 ? std::clamp(dot(to, side) / whole, 0.0F, 1.0F) : 0.0F;
      const Point off = to - side * t;
      nearest = std::min(nearest, dot(off, off));
    }
    return std::sqrt(nearest) - half_width_;
  }
  [[nodiscard]] Box bounds() const override { return bounds_; }
  [[nodiscard]] Point heart() const override { return curve_[curve_.size() / 2]; }
  [[nodiscard]] std::shared_ptr<const Form> scaled(float by) const override {
    std::vector<Point> curve = curve_;
    const Point middle = bounds_.centre();
    for (Point& p : curve) p = middle + (p - middle) * by;
    return std::make_shared<Band>(std::move(curve), half_width_ * by);
  }
  // Along its right side, round its end, back along its left side, round its beginning.
  [[nodiscard]] std::vector<Edge> edges(int /*pieces*/) const override {
    Edge edge{{}, bounds_, true, false};
    const auto along = [&](std::size_t i) {
      const Point way = curve_[std::min(i + 1, curve_.size() - 1)] - curve_[i > 0 ? i - 1 : 0];
      return way * (1 / std::max(length(way), 1e-9F));
    };
    const auto add = [&](std::size_t i, Point right, float degrees) {
      const Point turn = direction(static_cast<double>(degrees));
      const Point way{right.x * turn.x - right.y * turn.y, right.x * turn.y + right.y * turn.x};
      const Point p = curve_[i] + way * half_width_, on_edge = p - way * distance(p);
      // Where the curve bends more sharply than the band is wide, its inner side lies within the band.
      if (std::abs(distance(on_edge)) < 5e-5F) edge.points.push_back(on_edge);
    };
    const auto right_of = [](Point way) { return Point{way.y, -way.x}; };
    const std::size_t last = curve_.size() - 1;
    for (std::size_t i = 0; i < last; ++i) add(i, right_of(along(i)), 0);
    for (int k = 0; k <= cap_pieces; ++k) add(last, right_of(along(last)), 180.0F * static_cast<float>(k) / cap_pieces);
    for (std::size_t i = last; i-- > 1;) add(i, right_of(along(i)), 180);
    for (int k = 0; k < cap_pieces; ++k) add(0, right_of(along(0)), 180 + 180.0F * static_cast<float>(k) / cap_pieces);
    return {std::move(edge)};
  }

 private:
  std::vector<Point> curve_;
  float half_width_;
  Box bounds_;
};

constexpr std::array fields = {Field{"points", Field::Kind::points, "points that its middle runs through, each x and y"},
                               Field{"width", Field::Kind::length, "how wide it is, in canvas units"}};

std::vector<Point> points_of(const std::vector<float>& numbers) {
  std::vector<Point> points;
  for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) points.push_back({numbers[i], numbers[i + 1]});
  return points;
}

std::vector<Fault> faults(const Given& given) {
  const std::vector<Point> points = points_of(given[0]);
  if (points.size() < 2 || points.size() > most_points) return {{0, "2 to 64 points"}};
  for (std::size_t i = 1; i < points.size(); ++i)
    if (points[i] == points[i - 1]) return {{0, "points that each differ from the one before"}};
  if (given[1][0] < least_width) return {{1, "at least 0.3, or cards find no room across it"}};
  return {};
}

}  // namespace

const FormKind& band_kind() {
  static const FormKind kind{"band",
                             "\"points\" and \"width\"",
                             fields,
                             faults,
                             [](const Given& given, const Box&) {
                               return Area(std::make_shared<Band>(curve_through(points_of(given[0])), given[1][0] / 2));
                             },
                             {{-0.6F, -0.2F, -0.2F, 0.25F, 0.2F, 0.2F, 0.6F, -0.25F}, {0.4F}}};
  return kind;
}

}  // namespace greenline::geometry
