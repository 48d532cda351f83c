#include "content/canvas.h"

#include <algorithm>
#include <cmath>

namespace greenline::content {

const Region* find_region(const Canvas& canvas, std::string_view id) {
  const auto found =
      std::find_if(canvas.regions.begin(), canvas.regions.end(), [&](const Region& region) { return region.id == id; });
  return found == canvas.regions.end() ? nullptr : &*found;
}

const Layout& layout_for(const Canvas& canvas, std::string_view name, float width, float height) {
  const bool named = std::any_of(canvas.layouts.begin(), canvas.layouts.end(), [&](const Layout& l) { return l.name == name; });
  const Layout* best = nullptr;
  float least = 0;
  for (const Layout& layout : canvas.layouts) {
    if (named && layout.name != name) continue;
    // Ratios compare as logarithms, so that 2:1 is as far from 1:1 as 1:2 is.
    const float apart =
        std::abs(std::log(layout.width / layout.height) - std::log(std::max(width, 1.0F) / std::max(height, 1.0F)));
    if (best && apart >= least) continue;
    best = &layout;
    least = apart;
  }
  return *best;
}

Extent extent_of(const geometry::Area& area) {
  const geometry::Point middle = area.bounds().centre();
  const geometry::Half half = area.bounds().half();
  return {{middle.x, middle.y}, half.width, half.height};
}

bool contains(const geometry::Area& area, model::CanvasPoint p) { return area.contains({p.x, p.y}); }

}  // namespace greenline::content
