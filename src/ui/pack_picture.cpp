#include "ui/pack_picture.h"

#include <cmath>
#include <vector>

namespace greenline::ui {
namespace {

// So small a step is none in a picture of this size, and a line with such steps in it shows knots.
bool close_by(WallPoint a, WallPoint b) {
  constexpr float apart = 0.006F;
  return std::abs(a.across - b.across) < apart && std::abs(a.down - b.down) < apart;
}

void add_apart(std::vector<WallPoint>& edge, WallPoint p) {
  if (edge.empty() || !close_by(edge.back(), p)) edge.push_back(p);
}

}  // namespace

std::shared_ptr<const CanvasMap> picture_of(const content::Pack& pack, float aspect) {
  constexpr int points = 96;
  const content::Layout& layout = content::layout_for(pack.canvas, pack.activity.layout, 1000 * aspect, 1000);
  auto map = std::make_shared<CanvasMap>();
  map->aspect = layout.width / layout.height;
  const auto place = [&](model::CanvasPoint p) { return WallPoint{p.x / layout.width + 0.5F, 0.5F - p.y / layout.height}; };
  if (pack.canvas.green_line) map->line_down = place({0, layout.line_y}).down;
  for (const content::PlacedRegion& placed : layout.regions) {
    const content::Region* region = find_region(pack.canvas, placed.region);
    if (region == nullptr || (region->optional && !pack.activity.outer_ring)) continue;
    CanvasMap::Region drawn{{}, region->style.colour};
    for (const geometry::Edge& piece : placed.area.filled().edges(points))
      for (const geometry::Point p : piece.points) add_apart(drawn.edge, place({p.x, p.y}));
    while (drawn.edge.size() > 3 && close_by(drawn.edge.front(), drawn.edge.back())) drawn.edge.pop_back();
    map->regions.push_back(std::move(drawn));
  }
  return map;
}

}  // namespace greenline::ui
