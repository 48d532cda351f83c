// Which ground threads run on already, so that the next one runs beside them and not along them.
#pragma once
#include <cstdint>
#include <vector>

#include "geometry/grid.h"
#include "scene/curve.h"

namespace greenline::scene {

class Lanes {
 public:
  // Forgets all. `gap`: pixels that two threads which run the same way leave each other.
  void reset(const PixelRect& screen, float gap);
  void take(const Curve&);
  // Over how many gaps of its length it runs along one that was taken, closer than a gap: crossing is not running along. Near
  // its ends threads of one card lie together and are not counted. O(its length).
  [[nodiscard]] int shared_by(const Curve&) const;
  [[nodiscard]] float gap() const { return gap_; }

 private:
  struct Step {
    PixelPoint at, along;  // `along` has length 1
  };
  template <class See>
  void walk(const Curve&, See&&) const;
  float gap_ = 1;
  std::vector<Step> steps_;
  geometry::CentreGrid grid_;
};

}  // namespace greenline::scene
