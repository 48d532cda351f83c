// Loops as hands draw them.
#pragma once
#include <cmath>
#include <numbers>
#include <vector>

#include "geometry/point.h"

namespace greenline::content {

inline std::vector<geometry::Point> a_loop(geometry::Point middle, float across, float up) {
  std::vector<geometry::Point> path;
  for (int i = 0; i <= 60; ++i) {
    const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / 60;
    path.push_back({middle.x + across * std::cos(angle), middle.y + up * std::sin(angle)});
  }
  return path;
}

// With corners.
inline std::vector<geometry::Point> a_box_loop(const geometry::Box& box) {
  return {{box.x0, box.y0}, {box.x1, box.y0}, {box.x1, box.y1}, {box.x0, box.y1}, {box.x0, box.y0 + 0.01F}};
}

}  // namespace greenline::content
