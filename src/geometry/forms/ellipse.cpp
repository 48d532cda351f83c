// Circles and ellipses.
#include <algorithm>
#include <cmath>

#include "geometry/forms.h"

namespace greenline::geometry {
namespace {

class Ellipse final : public Form {
 public:
  Ellipse(Point centre, float a, float b) : centre_(centre), a_(a), b_(b) {}

  [[nodiscard]] bool contains(Point p) const override { return a_ > 0 && b_ > 0 && level(p - centre_) <= 1; }
  [[nodiscard]] Box bounds() const override { return box_around(centre_, {a_, b_}); }
  [[nodiscard]] Point heart() const override { return centre_; }
  [[nodiscard]] std::shared_ptr<const Form> scaled(float by) const override {
    return std::make_shared<Ellipse>(centre_, a_ * by, b_ * by);
  }
  [[nodiscard]] std::shared_ptr<const Form> stretched(float across, float upward) const override {
    return std::make_shared<Ellipse>(centre_, a_ * across, b_ * upward);
  }
  [[nodiscard]] std::vector<Edge> edges(int pieces) const override {
    Edge edge{{}, bounds(), true, false};
    for (int i = 0; i < pieces; ++i) {
      const Point turn = direction(360.0 * i / pieces);
      edge.points.push_back({centre_.x + a_ * turn.x, centre_.y + b_ * turn.y});
    }
    return {std::move(edge)};
  }

  // The nearest point of the edge, by the circle that hugs the edge where the last guess was (after A. Chou, "Simple method for
  // distance to ellipse", 2017): square roots alone, no step that can fail. Good to a hundred-thousandth of the radius.
  [[nodiscard]] float distance(Point at) const override {
    const Point p{std::abs(at.x - centre_.x), std::abs(at.y - centre_.y)};
    if (a_ <= 0 || b_ <= 0) return length(p);
    if (a_ == b_) return length(p) - a_;
    Point t{0.70710678F, 0.70710678F}, on;
    for (int round = 0; round < 5; ++round) {
      on = {a_ * t.x, b_ * t.y};
      const Point hub{(a_ * a_ - b_ * b_) * (t.x * t.x * t.x) / a_, (b_ * b_ - a_ * a_) * (t.y * t.y * t.y) / b_};
      const Point r = on - hub, q = p - hub;
      const float stretch = length(r) / std::max(length(q), 1e-12F);
      t = {std::clamp((q.x * stretch + hub.x) / a_, 0.0F, 1.0F), std::clamp((q.y * stretch + hub.y) / b_, 0.0F, 1.0F)};
      const float whole = length(t);
      if (whole <= 0) return -std::min(a_, b_);
      t = t * (1 / whole);
    }
    const float apart = length(p - Point{a_ * t.x, b_ * t.y});
    return level(p) <= 1 ? -apart : apart;
  }

  [[nodiscard]] bool holds(Point centre, Half half) const override { return holds_at(centre - centre_, half); }
  [[nodiscard]] bool is_clear_of(Point centre, Half half) const override { return is_clear_at(centre - centre_, half); }

  [[nodiscard]] Point drawn_in(Point centre, Half half) const override {
    const Point offset = centre - centre_;
    if (holds_at(offset, half)) return centre;
    if (level({half.width, half.height}) >= 1) return centre_;  // no room: the middle is the best there is
    float x = std::abs(offset.x), y = std::abs(offset.y);
    // Toward the edge along its normal, by Newton's steps on the far corner.
    const float aa = a_ * a_, bb = b_ * b_;
    for (int step = 0; step < 3; ++step) {
      const float cx = x + half.width, cy = y + half.height;
      const float over = cx * cx / aa + cy * cy / bb - 1;
      const float gx = cx / aa, gy = cy / bb;
      const float k = over / (2 * (gx * gx + gy * gy));
      x = std::max(0.0F, x - k * gx);
      y = std::max(0.0F, y - k * gy);
    }
    // What is left of the error goes straight toward the centre, where the equation has a closed form.
    if (!holds_at({x, y}, half)) {
      const float qa = x * x / aa + y * y / bb;
      const float qb = x * half.width / aa + y * half.height / bb;
      const float qc = half.width * half.width / aa + half.height * half.height / bb - 1;
      const float t = qa > 0 ? (-qb + std::sqrt(std::max(0.0F, qb * qb - qa * qc))) / qa : 0.0F;
      const float just_inside = std::clamp(t * 0.9999F, 0.0F, 1.0F);
      x *= just_inside;
      y *= just_inside;
    }
    return centre_ + Point{std::copysign(x, offset.x), std::copysign(y, offset.y)};
  }

  [[nodiscard]] Point driven_out(Point centre, Half half) const override {
    const Point offset = centre - centre_;
    if (is_clear_at(offset, half)) return centre;
    const float aa = a_ * a_, bb = b_ * b_;
    float x = std::abs(offset.x), y = std::abs(offset.y);
    for (int step = 0; step < 4; ++step) {
      const float cx = std::max(x - half.width, 0.0F), cy = std::max(y - half.height, 0.0F);
      const float under = 1.0005F - (cx * cx / aa + cy * cy / bb);
      if (under <= 0) break;
      const float gx = cx / aa, gy = cy / bb;
      if (gx * a_ + gy * b_ < 0.2F) {  // near the middle the normal says nothing: leave by the nearer side
        if (a_ + half.width - x < b_ + half.height - y)
          x = a_ + half.width;
        else
          y = b_ + half.height;
        continue;
      }
      const float k = under / (2 * (gx * gx + gy * gy));
      x += k * gx;
      y += k * gy;
    }
    if (!is_clear_at({x, y}, half)) {
      if ((a_ + half.width) - x < (b_ + half.height) - y)
        x = a_ * 1.0002F + half.width;
      else
        y = b_ * 1.0002F + half.height;
    }
    return centre_ + Point{std::copysign(x, offset.x), std::copysign(y, offset.y)};
  }

  // Along the ray from the centre.
  [[nodiscard]] Point edge_toward(Point p) const override {
    Point d = p - centre_;
    if (length(d) < 1e-6F) d = {0, 1};
    return centre_ + d * (1 / std::sqrt(std::max(level(d), 1e-12F)));
  }

 private:
  // (x/a)² + (y/b)²: 1 on the edge.
  [[nodiscard]] float level(Point d) const { return (d.x * d.x) / (a_ * a_) + (d.y * d.y) / (b_ * b_); }
  [[nodiscard]] bool holds_at(Point offset, Half half) const {
    return level({std::abs(offset.x) + half.width, std::abs(offset.y) + half.height}) <= 1;
  }
  [[nodiscard]] bool is_clear_at(Point offset, Half half) const {
    return level({std::max(std::abs(offset.x) - half.width, 0.0F), std::max(std::abs(offset.y) - half.height, 0.0F)}) >= 1;
  }

  Point centre_;
  float a_, b_;  // across and upward
};

constexpr std::array fields = {Field{"centre", Field::Kind::point, "x and y, in canvas units"},
                               Field{"radius", Field::Kind::radii, "a number, or two for an ellipse"}};

}  // namespace

std::shared_ptr<const Form> ellipse(Point centre, float radius_x, float radius_y) {
  return std::make_shared<Ellipse>(centre, radius_x, radius_y);
}

const FormKind& ellipse_kind() {
  static const FormKind kind{"ellipse",
                             "\"centre\" and \"radius\"",
                             fields,
                             [](const Given&) { return std::vector<Fault>(); },
                             [](const Given& given, const Box&) {
                               return Area(ellipse({given[0][0], given[0][1]}, given[1][0], given[1][1]));
                             },
                             {{0.1F, -0.2F}, {0.3F, 0.2F}}};
  return kind;
}

}  // namespace greenline::geometry
