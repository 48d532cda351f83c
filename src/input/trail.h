// The way of a finger, as the points of a loop.
#pragma once
#include <cstddef>
#include <utility>
#include <vector>

#include "model/space.h"

namespace greenline::input {

// Bounded: a long way is told by fewer points, evenly. Where it began and where the finger is now are among them.
class Trail {
 public:
  static constexpr std::size_t most_points = 4096;

  void add(model::PixelPoint at) {
    if (!points_.empty() && points_.back() == at) return;
    if (points_.size() > 1 && newest_stands_for_ < each_stands_for_) {
      points_.back() = at;
      ++newest_stands_for_;
      return;
    }
    if (points_.size() >= most_points) thin();
    points_.push_back(at);
    newest_stands_for_ = 1;
  }
  [[nodiscard]] const std::vector<model::PixelPoint>& points() const& { return points_; }
  [[nodiscard]] std::vector<model::PixelPoint> points() && { return std::move(points_); }

 private:
  void thin() {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < points_.size(); i += 2) points_[kept++] = points_[i];
    points_.resize(kept);
    each_stands_for_ *= 2;
  }

  std::vector<model::PixelPoint> points_;
  std::size_t each_stands_for_ = 1, newest_stands_for_ = 1;  // reports
};

}  // namespace greenline::input
