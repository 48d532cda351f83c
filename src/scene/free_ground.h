// Where words may stand in one region: on its own ground, on the screen, and in no region drawn later.
#pragma once
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "scene/views.h"

namespace greenline::scene {

// Looks along rows of the region when asked for them, and remembers. The regions must outlive it, and stand still.
class FreeGround {
 public:
  // `column`: the x, in pixels, near which each row is looked for; `step`: how finely it is looked at, pixels.
  FreeGround(std::span<const RegionView> regions, std::size_t own, float column, PixelRect screen, float step);

  // Of the widest rectangle around `x` that lies between y0 and y1, less a margin to the edge; 0 when there is none.
  [[nodiscard]] float width(float x, float y0, float y1);
  // The x at which that rectangle is widest, if there is one.
  [[nodiscard]] std::optional<float> middle(float y0, float y1);

 private:
  struct Reach {
    float from = 0, to = 0;  // from == to: nothing is free there
  };
  [[nodiscard]] bool is_free(PixelPoint) const;
  [[nodiscard]] float nearest_free(float y) const;  // the x nearest to the column
  [[nodiscard]] Reach row(int index);
  [[nodiscard]] Reach rows(float y0, float y1);  // what is free in all of them

  const RegionView& own_;
  std::vector<const RegionView*> over_it_;  // drawn later, and near enough to lie over it
  float column_, step_;
  PixelRect screen_;
  std::map<int, Reach> rows_;
};

}  // namespace greenline::scene
