// What any shape answers from its distance alone.
#include "geometry/area.h"

#include <array>

#include "geometry/forms.h"

namespace greenline::geometry {
namespace {

constexpr int most_rounds = 12;
constexpr float just = 1e-5F;  // beyond an edge, so that what floats leave of an equality does not matter

float size_of(const Box& box) { return std::max(box.width(), box.height()); }

// Away from the edge, outward; of length 1, or 0 where every way is as good.
Point outward(const Form& form, Point p, float step) {
  const Point slope{form.distance({p.x + step, p.y}) - form.distance({p.x - step, p.y}),
                    form.distance({p.x, p.y + step}) - form.distance({p.x, p.y - step})};
  const float steep = length(slope);
  return steep > 0 ? slope * (1 / steep) : Point{};
}

std::array<Point, 4> corners(Point centre, Half half) {
  return {Point{centre.x - half.width, centre.y - half.height},
          {centre.x + half.width, centre.y - half.height},
          {centre.x + half.width, centre.y + half.height},
          {centre.x - half.width, centre.y + half.height}};
}

// Whether a line is all inside (side -1) or all outside (side 1): nothing crosses it for as far as the distance says.
bool keeps_to(const Form& form, Point from, Point to, float side) {
  const float whole = length(to - from), least = std::max(whole * 0.004F, 1e-7F);
  for (float along = 0;;) {
    const float clear = side * form.distance(whole > 0 ? from + (to - from) * (along / whole) : from);
    if (clear < 0) return false;
    if (along >= whole) return true;
    along = std::min(whole, along + std::max(clear, least));
  }
}

bool rim_keeps_to(const Form& form, Point centre, Half half, float side) {
  const std::array<Point, 4> at = corners(centre, half);
  for (std::size_t i = 0; i < at.size(); ++i)
    if (!keeps_to(form, at.at(i), at.at((i + 1) % at.size()), side)) return false;
  return true;
}

}  // namespace

bool Form::holds(Point centre, Half half) const {
  const float middle = distance(centre);
  if (middle > 0) return false;
  if (-middle >= length({half.width, half.height})) return true;
  return rim_keeps_to(*this, centre, half, -1);
}

bool Form::is_clear_of(Point centre, Half half) const {
  const float middle = distance(centre);
  if (middle < 0) return false;
  if (middle >= length({half.width, half.height})) return true;
  return rim_keeps_to(*this, centre, half, 1) && !box_around(centre, half).covers(bounds());
}

Point Form::drawn_in(Point centre, Half half) const {
  const Point from = centre;
  const float step = size_of(bounds()) * 1e-3F;
  for (int round = 0; round < most_rounds; ++round) {
    if (holds(centre, half)) return centre;
    Point worst = centre;
    float out = distance(centre);
    for (const Point corner : corners(centre, half))
      if (const float d = distance(corner); d > out) out = d, worst = corner;
    centre = centre - outward(*this, worst, step) * (std::max(out, step) + just);
  }
  // Straight toward the heart for as far as it takes.
  Point good = heart(), bad = from;
  if (!holds(good, half)) return good;
  for (int round = 0; round < most_rounds; ++round) {
    const Point between = (good + bad) * 0.5F;
    (holds(between, half) ? good : bad) = between;
  }
  return good;
}

Point Form::driven_out(Point centre, Half half) const {
  const float step = size_of(bounds()) * 1e-3F;
  for (int round = 0; round < 2 * most_rounds; ++round) {
    if (is_clear_of(centre, half)) return centre;
    Point deepest = centre;
    float in = distance(centre);
    for (const Point corner : corners(centre, half))
      if (const float d = distance(corner); d < in) in = d, deepest = corner;
    centre = centre + outward(*this, deepest, step) * (std::max(-in, step) + just);
  }
  // It is caught between edges: out by the nearest side of all.
  const Box box = bounds();
  const float left = centre.x + half.width - box.x0, right = box.x1 - centre.x + half.width;
  const float down = centre.y + half.height - box.y0, up = box.y1 - centre.y + half.height;
  const float least = std::min({left, right, down, up});
  if (least == up) return {centre.x, centre.y + up + just};
  if (least == down) return {centre.x, centre.y - down - just};
  if (least == left) return {centre.x - left - just, centre.y};
  return {centre.x + right + just, centre.y};
}

Point Form::edge_toward(Point p) const {
  const float step = size_of(bounds()) * 1e-3F;
  for (int round = 0; round < most_rounds; ++round) {
    const float d = distance(p);
    if (std::abs(d) < just) break;
    p = p - outward(*this, p, step) * d;
  }
  return p;
}

Point Form::heart() const {
  constexpr int steps = 24;
  const Box box = bounds();
  Point best = box.centre();
  float deepest = distance(best);
  for (int row = 0; row <= steps; ++row)
    for (int column = 0; column <= steps; ++column) {
      const Point p{box.x0 + box.width() * static_cast<float>(column) / steps,
                    box.y1 - box.height() * static_cast<float>(row) / steps};
      if (const float d = distance(p); d < deepest - just) deepest = d, best = p;
    }
  return best;
}

Area::Area() : Area(ellipse({}, 0, 0)) {}
Area::Area(std::shared_ptr<const Form> form) : form_(std::move(form)), bounds_(form_->bounds()) {}

Area Area::filled() const {
  auto whole = form_->filled();
  return whole ? Area(std::move(whole)) : *this;
}
std::optional<Area> Area::stretched(float across, float upward, Point middle) const {
  auto form = form_->stretched(across, upward);
  return form ? std::optional(Area(std::move(form)).moved(1, middle)) : std::nullopt;
}
Area Area::hole() const { return Area(form_->hole()); }

Box Area::room_for_words(float wide_by_high) const {
  const Point centre = form_->heart();
  float fits = 0, too_high = bounds_.height() / 2;
  for (int round = 0; round < most_rounds; ++round) {
    const float half = (fits + too_high) / 2;
    (holds(centre, {half * wide_by_high, half}) ? fits : too_high) = half;
  }
  return box_around(centre, {fits * wide_by_high, fits});
}

}  // namespace greenline::geometry
