// An area: a piece of the plane with a closed boundary, whatever its shape. Regions are areas; cards rest in them, words stand
// in them, membranes are drawn of them, and none of those knows a circle from a band.
//
// A new shape is one file in forms/, which says how far a point is from its edge, and one row in forms.h. What else is asked of
// an area is answered from that distance; a shape may know a faster or a finer answer.
//
// All of it is the same to the last bit for every compiler: no trigonometry of the library, no contraction (CMakeLists.txt).
#pragma once
#include <memory>
#include <optional>
#include <vector>

#include "geometry/point.h"

namespace greenline::geometry {

// A piece of an area's boundary, as points; the area lies on its left.
struct Edge {
  std::vector<Point> points;
  Box curve;              // around the whole closed curve that this is a piece of: neighbours that share a curve share its look
  bool closed = false;    // the last point joins the first
  bool straight = false;  // cut by a ruler: it has no curve
};

class Area;

// A shape. Forms do not change; areas share them.
class Form {
 public:
  virtual ~Form() = default;
  // From the edge, negative inside. Between any two points it differs by no more than they are apart; beside the edge, and
  // inside a convex shape, it is the distance itself, elsewhere it may be less.
  [[nodiscard]] virtual float distance(Point) const = 0;
  [[nodiscard]] virtual Box bounds() const = 0;
  // All of its boundary. `pieces`: in how many a whole turn is cut.
  [[nodiscard]] virtual std::vector<Edge> edges(int pieces) const = 0;
  // Larger or smaller by this factor, about the middle of its bounds.
  [[nodiscard]] virtual std::shared_ptr<const Form> scaled(float by) const = 0;
  // So many times as wide and as high, about the middle of its bounds; none where the shape would become another one.
  [[nodiscard]] virtual std::shared_ptr<const Form> stretched(float /*across*/, float /*upward*/) const { return nullptr; }

  [[nodiscard]] virtual bool contains(Point p) const { return distance(p) <= 0; }
  // The area without the hole in its middle, and that hole; the same shape and none where it has no hole.
  [[nodiscard]] virtual std::shared_ptr<const Form> filled() const { return nullptr; }
  [[nodiscard]] virtual std::shared_ptr<const Form> hole() const { return nullptr; }

  // Whether all of a box is in it, or none; the box is that around `centre`.
  [[nodiscard]] virtual bool holds(Point centre, Half) const;
  [[nodiscard]] virtual bool is_clear_of(Point centre, Half) const;
  // The nearest centre, about, at which the box is all in it, or not at all. What is right comes back unchanged; where there is
  // no room, the best there is.
  [[nodiscard]] virtual Point drawn_in(Point centre, Half) const;
  [[nodiscard]] virtual Point driven_out(Point centre, Half) const;
  // A point of the edge, on the way from its middle to `p`.
  [[nodiscard]] virtual Point edge_toward(Point p) const;
  // Deep inside: as far from every edge as any point is, about; of several the highest.
  [[nodiscard]] virtual Point heart() const;
};

class Area {
 public:
  Area();  // of no size, about the origin
  explicit Area(std::shared_ptr<const Form> form);

  [[nodiscard]] float distance(Point p) const { return form_->distance(p); }
  [[nodiscard]] bool contains(Point p) const { return form_->contains(p); }
  [[nodiscard]] const Box& bounds() const { return bounds_; }
  [[nodiscard]] std::vector<Edge> edges(int pieces) const { return form_->edges(pieces); }
  [[nodiscard]] Area scaled(float by) const { return Area(form_->scaled(by)); }
  // The same shape, so many times as large (> 0), the middle of its bounds there.
  [[nodiscard]] Area moved(float times, Point middle) const;
  // So many times as wide and as high, the middle of its bounds there; none where the shape would become another one.
  [[nodiscard]] std::optional<Area> stretched(float across, float upward, Point middle) const;
  [[nodiscard]] bool is(const Area& other) const { return form_ == other.form_; }  // the very same, not one that is equal
  [[nodiscard]] bool has_hole() const { return form_->hole() != nullptr; }
  [[nodiscard]] Area filled() const;
  [[nodiscard]] Area hole() const;  // only where it has one

  // Cheap where a box is nowhere near.
  [[nodiscard]] bool holds(Point centre, Half half) const { return form_->holds(centre, half); }
  [[nodiscard]] bool is_clear_of(Point centre, Half half) const {
    return !bounds_.grown(1e-6F).touches(box_around(centre, {half.width + 1e-6F, half.height + 1e-6F})) ||
           form_->is_clear_of(centre, half);
  }
  [[nodiscard]] Point drawn_in(Point centre, Half half) const { return form_->drawn_in(centre, half); }
  [[nodiscard]] Point driven_out(Point centre, Half half) const {
    return is_clear_of(centre, half) ? centre : form_->driven_out(centre, half);
  }
  [[nodiscard]] Point edge_toward(Point p) const { return form_->edge_toward(p); }

  // A place for words: the largest box, so many times as wide as high, around its heart that is all in it. O(a thousand
  // distances).
  [[nodiscard]] Box room_for_words(float wide_by_high) const;

 private:
  std::shared_ptr<const Form> form_;
  Box bounds_;
};

}  // namespace greenline::geometry
