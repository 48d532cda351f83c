// Rings, and slices of rings and of ellipses.
#include <algorithm>
#include <cmath>

#include "geometry/forms.h"

namespace greenline::geometry {
namespace {

class Ring final : public Form {
 public:
  explicit Ring(const Slice& slice)
      : slice_(slice),
        hollow_(slice.inner_x > 0 && slice.inner_y > 0),
        whole_(slice.to_degrees - slice.from_degrees >= 360),
        wide_(slice.to_degrees - slice.from_degrees > 180),
        outer_(ellipse(slice.centre, slice.outer_x, slice.outer_y)),
        inner_(hollow_ ? ellipse(slice.centre, slice.inner_x, slice.inner_y) : nullptr),
        within_(hollow_ ? inner_->scaled(0.999F) : nullptr),
        from_(direction(slice.from_degrees)),
        to_(direction(slice.to_degrees)),
        from_in_{-from_.y, from_.x},
        to_in_{to_.y, -to_.x},
        bounds_(whole_ ? outer_->bounds() : bounds_of_slice()) {}

  [[nodiscard]] float distance(Point p) const override {
    float d = outer_->distance(p);
    if (hollow_) d = std::max(d, -inner_->distance(p));
    return whole_ ? d : std::max(d, beyond_sides(p - slice_.centre));
  }
  [[nodiscard]] bool contains(Point p) const override {
    return outer_->contains(p) && !(hollow_ && inner_->contains(p)) && (whole_ || beyond_sides(p - slice_.centre) <= 0);
  }
  [[nodiscard]] Box bounds() const override { return bounds_; }
  [[nodiscard]] std::shared_ptr<const Form> filled() const override {
    if (!hollow_) return nullptr;
    if (whole_) return outer_;
    Slice pie = slice_;
    pie.inner_x = pie.inner_y = 0;
    return std::make_shared<Ring>(pie);
  }
  [[nodiscard]] std::shared_ptr<const Form> hole() const override { return inner_; }
  // About the ellipses' middle: what is beside it in the ring stays so.
  [[nodiscard]] std::shared_ptr<const Form> scaled(float by) const override {
    Slice slice = slice_;
    for (float* radius : {&slice.inner_x, &slice.inner_y, &slice.outer_x, &slice.outer_y}) *radius *= by;
    return std::make_shared<Ring>(slice);
  }

  [[nodiscard]] bool holds(Point centre, Half half) const override {
    return outer_->holds(centre, half) && (!hollow_ || inner_->is_clear_of(centre, half)) &&
           (whole_ || holds_between_sides(centre - slice_.centre, half));
  }
  [[nodiscard]] bool is_clear_of(Point centre, Half half) const override {
    return outer_->is_clear_of(centre, half) || (hollow_ && inner_->holds(centre, half)) ||
           (!whole_ && Form::is_clear_of(centre, half));
  }
  [[nodiscard]] Point drawn_in(Point centre, Half half) const override {
    Point at = centre;
    // Sides, arcs: each may push it over another; a few rounds settle what can be settled.
    for (int round = 0; round < (whole_ ? 1 : 6); ++round) {
      at = outer_->drawn_in(at, half);
      if (hollow_) at = inner_->driven_out(at, half);
      if (whole_) return at;
      at = slice_.centre + drawn_between_sides(at - slice_.centre, half);
      if (holds(at, half)) return at;
    }
    return Form::drawn_in(centre, half);
  }
  // Into the hole, where that is nearer than around.
  [[nodiscard]] Point driven_out(Point centre, Half half) const override {
    if (!whole_) return Form::driven_out(centre, half);
    const Point out = outer_->driven_out(centre, half);
    if (!hollow_) return out;
    const Point in = within_->drawn_in(centre, half);
    return within_->holds(in, half) && length(in - centre) < length(out - centre) ? in : out;
  }
  // Along the ray from the middle; the inner edge for what is in the hole. A slice turns what is beside it to its nearer end.
  [[nodiscard]] Point edge_toward(Point p) const override {
    if (!whole_ && beyond_sides(p - slice_.centre) > 0) {
      const Point d = p - slice_.centre;
      p = slice_.centre + (dot(d, from_) > dot(d, to_) ? from_ : to_) * length(d);
    }
    return hollow_ && inner_->contains(p) ? inner_->edge_toward(p) : outer_->edge_toward(p);
  }

  [[nodiscard]] std::vector<Edge> edges(int pieces) const override {
    if (whole_) {
      std::vector<Edge> both = outer_->edges(pieces);
      if (!hollow_) return both;
      Edge inner = std::move(inner_->edges(pieces).front());
      std::reverse(inner.points.begin(), inner.points.end());
      both.push_back(std::move(inner));
      return both;
    }
    std::vector<Edge> round;
    round.push_back(arc(*outer_, pieces));
    const Point last = round[0].points.back(), first = round[0].points.front();
    if (!hollow_) {
      round.push_back({{last, slice_.centre, first}, {}, false, true});
      return round;
    }
    Edge inner = arc(*inner_, pieces);
    std::reverse(inner.points.begin(), inner.points.end());
    round.push_back({{last, inner.points.front()}, {}, false, true});
    const Point inner_last = inner.points.back();
    round.push_back(std::move(inner));
    round.push_back({{inner_last, first}, {}, false, true});
    return round;
  }

 private:
  // How far beyond the sides, an offset from the middle; negative between them.
  [[nodiscard]] float beyond_sides(Point d) const {
    const float a = -dot(d, from_in_), b = -dot(d, to_in_);
    return wide_ ? std::min(a, b) : std::max(a, b);
  }
  static float missing(Point offset, Point inward, Half half) {
    return std::abs(inward.x) * half.width + std::abs(inward.y) * half.height - dot(offset, inward);
  }
  [[nodiscard]] bool holds_between_sides(Point offset, Half half) const {
    constexpr float slack = 1e-5F;
    const bool a = missing(offset, from_in_, half) <= slack, b = missing(offset, to_in_, half) <= slack;
    return wide_ ? a || b : a && b;
  }
  [[nodiscard]] Point drawn_between_sides(Point offset, Half half) const {
    const float a = missing(offset, from_in_, half), b = missing(offset, to_in_, half);
    if (wide_) {
      if (a <= 0 || b <= 0) return offset;
      return a < b ? offset + from_in_ * a : offset + to_in_ * b;
    }
    if (a > 0) offset = offset + from_in_ * a;
    const float then = missing(offset, to_in_, half);
    return then > 0 ? offset + to_in_ * then : offset;
  }
  [[nodiscard]] Edge arc(const Form& curve, int pieces) const {
    const float turn = slice_.to_degrees - slice_.from_degrees;
    const int many = std::max(2, static_cast<int>(static_cast<float>(pieces) * turn / 360));
    Edge edge{{}, curve.bounds(), false, false};
    for (int i = 0; i <= many; ++i) {
      const double degrees = static_cast<double>(slice_.from_degrees) + static_cast<double>(turn) * i / many;
      edge.points.push_back(curve.edge_toward(slice_.centre + direction(degrees) * slice_.outer_x));
    }
    return edge;
  }
  // It touches its corners, and wherever the outer edge crosses an axis.
  [[nodiscard]] Box bounds_of_slice() const {
    Box box{slice_.centre.x, slice_.centre.y, slice_.centre.x, slice_.centre.y};
    bool begun = !hollow_;
    const auto include = [&](Point p) {
      if (!begun) box = {p.x, p.y, p.x, p.y};
      begun = true;
      box = {std::min(box.x0, p.x), std::min(box.y0, p.y), std::max(box.x1, p.x), std::max(box.y1, p.y)};
    };
    for (const Point side : {from_, to_}) {
      include(outer_->edge_toward(slice_.centre + side));
      if (hollow_) include(inner_->edge_toward(slice_.centre + side));
    }
    for (int quarter = -4; quarter <= 8; ++quarter) {
      const auto degrees = static_cast<float>(90 * quarter);
      if (degrees >= slice_.from_degrees && degrees <= slice_.to_degrees)
        include(outer_->edge_toward(slice_.centre + direction(static_cast<double>(degrees))));
    }
    return box;
  }

  Slice slice_;
  bool hollow_, whole_, wide_;
  std::shared_ptr<const Form> outer_, inner_, within_;  // the last lies just inside the inner edge
  Point from_, to_, from_in_, to_in_;                   // along the sides; into the slice
  Box bounds_;
};

constexpr std::array fields = {Field{"centre", Field::Kind::point, "x and y, in canvas units"},
                               Field{"inner", Field::Kind::radii, "the inner radius, or two of an ellipse"},
                               Field{"outer", Field::Kind::radii, "the outer radius, or two of an ellipse"},
                               Field{"from_degrees", Field::Kind::degrees, "", false, 0, -360, 360},
                               Field{"to_degrees", Field::Kind::degrees, "", false, 360, -360, 720}};

std::vector<Fault> faults(const Given& given) {
  std::vector<Fault> found;
  if (given[1].size() == 2 && given[2].size() == 2 && (given[1][0] >= given[2][0] || given[1][1] >= given[2][1]))
    found.push_back({1, "less than \"outer\", across and upward"});
  const float turn = given[4][0] - given[3][0];
  if (turn <= 0 || turn > 360) found.push_back({4, "\"to_degrees\" greater than \"from_degrees\", by at most 360"});
  return found;
}

}  // namespace

std::shared_ptr<const Form> ring(const Slice& slice) { return std::make_shared<Ring>(slice); }

const FormKind& ring_kind() {
  static const FormKind kind{"ring",
                             "\"centre\", \"inner\" and \"outer\"",
                             fields,
                             faults,
                             [](const Given& g, const Box&) {
                               return Area(ring({{g[0][0], g[0][1]}, g[1][0], g[1][1], g[2][0], g[2][1], g[3][0], g[4][0]}));
                             },
                             {{0, 0}, {0.2F, 0.1F}, {0.8F, 0.4F}, {-20}, {75}}};
  return kind;
}

}  // namespace greenline::geometry
