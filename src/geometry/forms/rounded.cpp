// Boxes with round corners.
#include <algorithm>
#include <array>
#include <cmath>

#include "geometry/forms.h"

namespace greenline::geometry {
namespace {

class Rounded final : public Form {
 public:
  Rounded(Point centre, Half half, float rounding)
      : centre_(centre), half_(half), round_(std::min({rounding, half.width, half.height})) {}

  // After I. Quilez, "2D distance functions": from the box that the corners' circles roll along, less their radius.
  [[nodiscard]] float distance(Point p) const override {
    const Point q{std::abs(p.x - centre_.x) - core().width, std::abs(p.y - centre_.y) - core().height};
    return length({std::max(q.x, 0.0F), std::max(q.y, 0.0F)}) + std::min(std::max(q.x, q.y), 0.0F) - round_;
  }
  [[nodiscard]] Box bounds() const override { return box_around(centre_, half_); }
  [[nodiscard]] Point heart() const override { return centre_; }
  [[nodiscard]] std::shared_ptr<const Form> scaled(float by) const override {
    return std::make_shared<Rounded>(centre_, Half{half_.width * by, half_.height * by}, round_ * by);
  }
  // Its corners stay round.
  [[nodiscard]] std::shared_ptr<const Form> stretched(float across, float upward) const override {
    return std::make_shared<Rounded>(centre_, Half{half_.width * across, half_.height * upward},
                                     round_ * std::min(across, upward));
  }

  [[nodiscard]] std::vector<Edge> edges(int pieces) const override {
    Edge edge{{}, bounds(), true, false};
    const float across = 2 * core().width, upward = 2 * core().height;
    const float arc = round_ * 1.5707964F, step = std::max(2 * (across + upward) + 4 * arc, 1e-6F) / static_cast<float>(pieces);
    const auto many = [&](float stretch) { return std::max(1, static_cast<int>(std::lround(stretch / step))); };
    // From the right side's foot, anticlockwise: a side, then the corner that it leads to.
    for (int quarter = 0; quarter < 4; ++quarter) {
      const Point out = direction(90.0 * quarter), along{-out.y, out.x};
      const float side = quarter % 2 == 0 ? upward : across;
      const Point corner = centre_ + Point{(out.x + along.x) * core().width, (out.y + along.y) * core().height};
      const int on_side = side > 0 ? many(side) : 0, on_arc = many(arc);
      for (int i = 0; i < on_side; ++i)
        edge.points.push_back(corner + out * round_ -
                              along * (side * (1 - static_cast<float>(i) / static_cast<float>(on_side))));
      for (int i = 0; i < on_arc; ++i) edge.points.push_back(corner + direction(90.0 * quarter + 90.0 * i / on_arc) * round_);
    }
    return {std::move(edge)};
  }

  // A convex shape holds a box when it holds its furthest corner.
  [[nodiscard]] bool holds(Point centre, Half half) const override { return beyond(far_corner(centre, half)) <= round_; }
  [[nodiscard]] bool is_clear_of(Point centre, Half half) const override { return beyond(near_corner(centre, half)) >= round_; }

  [[nodiscard]] Point drawn_in(Point centre, Half half) const override {
    const Point far = far_corner(centre, half), d = centre - centre_;
    const float over = beyond(far);
    if (over <= round_) return centre;
    const float keep = over > 0 ? round_ / over * 0.99999F : 0;
    const auto drawn = [&](float at, float q) {
      return std::copysign(std::max(0.0F, std::abs(at) - std::max(q, 0.0F) * (1 - keep)), at);
    };
    return centre_ + Point{drawn(d.x, far.x), drawn(d.y, far.y)};
  }

  [[nodiscard]] Point driven_out(Point centre, Half half) const override {
    const Point near = near_corner(centre, half), d = centre - centre_;
    const float at = beyond(near);
    if (at >= round_) return centre;
    Point by;
    if (at > 0) {
      const float further = round_ * 1.00001F / at - 1;
      by = {std::max(near.x, 0.0F) * further, std::max(near.y, 0.0F) * further};
    } else if (near.x > near.y) {
      by.x = round_ * 1.00001F - near.x;
    } else {
      by.y = round_ * 1.00001F - near.y;
    }
    return centre + Point{std::copysign(by.x, d.x), std::copysign(by.y, d.y)};
  }

  // Along the ray from its middle, by halving: of a convex shape it crosses the edge once.
  [[nodiscard]] Point edge_toward(Point p) const override {
    Point d = p - centre_;
    if (length(d) < 1e-6F) d = {0, 1};
    d = d * ((half_.width + half_.height) / length(d));
    float in = 0, out = 1;
    for (int round = 0; round < 24; ++round) {
      const float t = (in + out) / 2;
      (distance(centre_ + d * t) <= 0 ? in : out) = t;
    }
    return centre_ + d * in;
  }

 private:
  [[nodiscard]] Half core() const { return {half_.width - round_, half_.height - round_}; }
  static float beyond(Point q) { return length({std::max(q.x, 0.0F), std::max(q.y, 0.0F)}); }
  // Of a box, in the quarter where its middle is, from the corner of the core; what lies within is negative.
  [[nodiscard]] Point far_corner(Point centre, Half half) const {
    return {std::abs(centre.x - centre_.x) + half.width - core().width,
            std::abs(centre.y - centre_.y) + half.height - core().height};
  }
  [[nodiscard]] Point near_corner(Point centre, Half half) const {
    return {std::abs(centre.x - centre_.x) - half.width - core().width,
            std::abs(centre.y - centre_.y) - half.height - core().height};
  }

  Point centre_;
  Half half_;
  float round_;
};

constexpr std::array fields = {
    Field{"centre", Field::Kind::point, "x and y, in canvas units"},
    Field{"radius", Field::Kind::radii, "how far it reaches from its centre: a number, or one across and one upward"},
    Field{"rounding", Field::Kind::length, "the radius of its corners, in canvas units", false, 0.1F}};

}  // namespace

std::shared_ptr<const Form> rounded(Point centre, Half half, float rounding) {
  return std::make_shared<Rounded>(centre, half, rounding);
}

const FormKind& rounded_kind() {
  static const FormKind kind{
      "rounded",
      "\"centre\" and \"radius\"",
      fields,
      [](const Given&) { return std::vector<Fault>(); },
      [](const Given& given, const Box&) {
        return Area(std::make_shared<Rounded>(Point{given[0][0], given[0][1]}, Half{given[1][0], given[1][1]}, given[2][0]));
      },
      {{-0.1F, 0.05F}, {0.5F, 0.3F}, {0.12F}}};
  return kind;
}

}  // namespace greenline::geometry
