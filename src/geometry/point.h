// Points, boxes and directions of the plane that areas lie in. Whatever the unit, y is up and lengths are alike in x and y.
#pragma once
#include <algorithm>
#include <cmath>

namespace greenline::geometry {

struct Point {
  float x = 0, y = 0;
  friend bool operator==(const Point&, const Point&) = default;
  friend Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
  friend Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
  friend Point operator*(Point a, float k) { return {a.x * k, a.y * k}; }
};

inline float dot(Point a, Point b) { return a.x * b.x + a.y * b.y; }
// Of the turn from a to b: positive when it is anticlockwise.
inline float cross(Point a, Point b) { return a.x * b.y - a.y * b.x; }
// By a square root, which IEEE 754 rounds exactly, not by the library's hypot, of which every library has its own.
inline float length(Point p) { return std::sqrt(dot(p, p)); }

struct Half {  // half the size of a box
  float width = 0, height = 0;
  friend bool operator==(const Half&, const Half&) = default;
};

struct Box {  // empty when x1 <= x0 or y1 <= y0
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  friend bool operator==(const Box&, const Box&) = default;
  [[nodiscard]] float width() const { return x1 - x0; }
  [[nodiscard]] float height() const { return y1 - y0; }
  [[nodiscard]] bool empty() const { return x1 <= x0 || y1 <= y0; }
  [[nodiscard]] Point centre() const { return {(x0 + x1) / 2, (y0 + y1) / 2}; }
  [[nodiscard]] Half half() const { return {(x1 - x0) / 2, (y1 - y0) / 2}; }
  [[nodiscard]] bool contains(Point p) const { return p.x >= x0 && p.x < x1 && p.y >= y0 && p.y < y1; }
  [[nodiscard]] bool covers(const Box& b) const { return b.x0 >= x0 && b.x1 <= x1 && b.y0 >= y0 && b.y1 <= y1; }
  [[nodiscard]] bool touches(const Box& b) const { return x0 < b.x1 && b.x0 < x1 && y0 < b.y1 && b.y0 < y1; }
  [[nodiscard]] Box grown(float by) const { return {x0 - by, y0 - by, x1 + by, y1 + by}; }
};

inline Box box_around(Point centre, Half half) {
  return {centre.x - half.width, centre.y - half.height, centre.x + half.width, centre.y + half.height};
}
inline Box clipped(const Box& a, const Box& to) {
  return {std::max(a.x0, to.x0), std::max(a.y0, to.y0), std::min(a.x1, to.x1), std::min(a.y1, to.y1)};
}

// The unit vector so many degrees anticlockwise from the right: by polynomials (Taylor's, on an eighth of a turn, in doubles),
// the same to the last bit whatever the compiler and its library. `degrees`: any finite number.
[[nodiscard]] Point direction(double degrees);

}  // namespace greenline::geometry
