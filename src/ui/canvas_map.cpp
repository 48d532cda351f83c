#include "ui/canvas_map.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace greenline::ui {

WallPoint MapInSeat::on_wall(PixelPoint at) const {
  const PixelPoint own{std::clamp((at.x - box.x0) / box.width(), 0.0F, 1.0F),
                       std::clamp((at.y - box.y0) / box.height(), 0.0F, 1.0F)};
  const PixelPoint share = pose_of_screen(foot, 1, 1).to_screen(own);
  return {map.from.across + share.x * (map.to.across - map.from.across),
          map.from.down + share.y * (map.to.down - map.from.down)};
}

PixelPoint MapInSeat::in_box(WallPoint p) const {
  const PixelPoint share{(p.across - map.from.across) / (map.to.across - map.from.across),
                         (p.down - map.from.down) / (map.to.down - map.from.down)};
  const PixelPoint own = pose_of_screen(foot, 1, 1).to_own(share);
  return {box.x0 + own.x * box.width(), box.y0 + own.y * box.height()};
}

void MapInSeat::draw_region(Painter& painter, const CanvasMap::Region& region) const {
  std::vector<PixelPoint> edge;
  for (const WallPoint& p : region.edge) edge.push_back(in_box(p));
  const Colour colour = painter.role(region.colour);
  painter.fill_shape(edge, faded(colour, 0.22F));
  painter.line(edge, colour, std::max(1.2F, 0.016F * box.height()), true);
}

void MapInSeat::draw_canvas(Painter& painter) const {
  if (map.line_down >= 0) {
    const std::array ends{in_box({map.from.across, map.line_down}), in_box({map.to.across, map.line_down})};
    painter.line(ends, painter.role("line"), std::max(1.5F, 0.02F * box.height()));
  }
  for (const CanvasMap::Region& region : map.regions) draw_region(painter, region);
}

void MapInSeat::draw(Painter& painter, WallPoint card) const {
  const float corner = 0.08F * box.height();
  painter.fill(box, corner, painter.role("ground.edge"));
  painter.clip(box);
  draw_canvas(painter);
  const float half = 0.05F * std::max(box.height(), box.width());
  const PixelPoint at = in_box(card);
  const PixelPoint held{std::clamp(at.x, box.x0 + 2 * half, box.x1 - 2 * half), std::clamp(at.y, box.y0 + half, box.y1 - half)};
  const PixelRect pebble = model::rect_around(held, 1.7F * half, half);
  painter.pebble_shadow(pebble, 0.5F * half, faded(painter.role("shadow"), 0.6F));
  painter.pebble(pebble, painter.role("paper"));
  painter.unclip();
  painter.edge(box, corner, painter.role("panel.edge"), 1.2F);
}

}  // namespace greenline::ui
