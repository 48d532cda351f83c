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
  // its ends threads of one card lie together and are not counted. O(its length) in the open and where many run the same way;
  // what lies near without running along is looked at only where it leans about the same way.
  [[nodiscard]] int shared_by(const Curve&) const;
  [[nodiscard]] float gap() const { return gap_; }

 private:
  static constexpr int leanings = 8;  // of 22.5 degrees each, either way along being the same
  static constexpr std::uint32_t none = ~0U;
  struct Step {
    PixelPoint at, along;       // `along` has length 1
    std::uint32_t next = none;  // of the same cell and leaning
  };
  [[nodiscard]] static int leaning_of(const Step&);
  [[nodiscard]] static std::size_t bucket(const geometry::Cells&, int column, int row, int leaning);
  [[nodiscard]] bool runs_along(const Step&, const Step& taken) const;
  [[nodiscard]] bool is_taken(const Step&) const;
  template <class See>
  void walk(const Curve&, See&&) const;
  float gap_ = 1;
  std::vector<Step> steps_;
  geometry::Cells cells_, small_;      // small ones are half a gap wide
  std::vector<std::uint32_t> first_;   // step of each cell and leaning
  std::vector<std::uint32_t> newest_;  // step of each small cell and leaning: most often it answers at once
};

}  // namespace greenline::scene
