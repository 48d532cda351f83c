// A canvas in the making: regions that people draw round places of a picture, name, and take back. Pure.
//
// Points are in the picture's own units: its shorter side is 1, the origin its centre, y up.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/drawn_region.h"

namespace greenline::content {

inline constexpr std::size_t most_drawn_regions = 24;  // more than a room can keep apart

struct DrawnRegion {
  int number = 0;  // the same as long as it is there
  DrawnShape shape;
  std::string name = {};  // empty: nobody has named it
};

class DrawnCanvas {
 public:
  explicit DrawnCanvas(float wide_by_high);  // the picture's shape

  [[nodiscard]] const geometry::Box& picture() const { return picture_; }
  [[nodiscard]] std::span<const DrawnRegion> regions() const { return now_; }  // in the order in which they were drawn
  [[nodiscard]] const DrawnRegion* find(int number) const;
  // The innermost one there; null: none.
  [[nodiscard]] const DrawnRegion* at(geometry::Point) const;
  // Drawn, and not named by anybody; null: each has a name.
  [[nodiscard]] const DrawnRegion* unnamed() const;

  // What a finger drew. Its number, or why it is none.
  [[nodiscard]] tl::expected<int, NoRegion> draw(std::span<const geometry::Point> path);
  // Unknown numbers are let be. Two regions may have one name: each keeps its own id.
  void name(int number, std::string_view words);
  void take_away(int number);
  // Takes back the last of these acts; false: there is none.
  bool undo();
  [[nodiscard]] std::uint64_t changes() const { return changes_; }  // goes up with each act, and with each that is taken back
  [[nodiscard]] bool may_undo() const { return !before_.empty(); }

 private:
  void remember();
  geometry::Box picture_;
  std::vector<DrawnRegion> now_;
  std::vector<std::vector<DrawnRegion>> before_;  // how it was before each act, the last one last
  int last_number_ = 0;
  std::uint64_t changes_ = 0;
};

}  // namespace greenline::content
