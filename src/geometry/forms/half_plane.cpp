// Half-planes: all of a layout on one side of a line.
#include <algorithm>

#include "geometry/forms.h"

namespace greenline::geometry {
namespace {

// What of a box lies on the left of the line from a to b (Sutherland and Hodgman's clipping, with one line).
std::vector<Point> left_of(Point a, Point b, const Box& box) {
  const std::array<Point, 4> corners = {Point{box.x0, box.y0}, {box.x1, box.y0}, {box.x1, box.y1}, {box.x0, box.y1}};
  const auto side = [&](Point p) { return cross(b - a, p - a); };
  std::vector<Point> kept;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const Point from = corners.at(i), to = corners.at((i + 1) % corners.size());
    const float here = side(from), there = side(to);
    if (here >= 0) kept.push_back(from);
    if ((here > 0 && there < 0) || (here < 0 && there > 0)) kept.push_back(from + (to - from) * (here / (here - there)));
  }
  return kept;
}

constexpr float margin = 0.015F;  // canvas units, to the layout's sides: an edge that is drawn is seen

constexpr std::array fields = {
    Field{"from", Field::Kind::point, "x and y of a point of the line"},
    Field{"to", Field::Kind::point, "x and y of another; the half-plane is on the left on the way there"},
    Field{"rounding", Field::Kind::length, "how far from a corner its bend begins, in canvas units", false, 0}};

std::vector<Fault> faults(const Given& given) {
  if (given[0].size() == 2 && given[0] == given[1]) return {{1, "another point than \"from\""}};
  return {};
}

Area make(const Given& given, const Box& layout) {
  const Box box = layout.grown(-margin);
  std::vector<Point> corners = left_of({given[0][0], given[0][1]}, {given[1][0], given[1][1]}, box);
  if (corners.size() < 3) return {};  // all of the layout is on the other side
  return Area(polygon(corners, given[2][0]));
}

}  // namespace

const FormKind& half_plane_kind() {
  static const FormKind kind{"half_plane", "\"from\" and \"to\"", fields, faults, make, {{-0.5F, 0.1F}, {0.5F, 0.2F}, {0.04F}}};
  return kind;
}

}  // namespace greenline::geometry
