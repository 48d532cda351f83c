// Lays a grid over a zone's bounds and keeps the cells that are on its ground.
#include <algorithm>
#include <cmath>
#include <cstddef>

#include "arrange/columns.h"
#include "arrange/sheet.h"

namespace greenline::arrange {
namespace {

constexpr float step_of_spread = 1.04F;

// Of the ground under the name, and over one that stands at the foot: these reach from side to side.
Box free_of_strips(const Zone& zone, Box box) {
  for (const Box& block : zone.blocked) {
    if (block.x0 > box.x0 || block.x1 < box.x1) continue;
    if (block.y1 >= box.y1 && block.y0 < box.y1) box.y1 = block.y0;
    if (block.y0 <= box.y0 && block.y1 > box.y0) box.y0 = block.y1;
  }
  return box;
}

}  // namespace

LeafGrid leaf_grid(const Zones& zones, const Zone& zone, float em, int spread) {
  float apart = 1;
  for (int step = 0; step < spread; ++step) apart *= step_of_spread;
  const Half half = half_of(leaf_sheet, em);
  const float pitch_x = (2 * half.width + card_gap(em)) * apart;
  LeafGrid grid;
  grid.pitch_y = (2 * half.height + card_gap(em)) * apart;
  const Zone near = for_columns(zones, zone);
  const Box box = free_of_strips(near, zone.is_ground ? zones.all : clipped(near.area.bounds(), zones.all));
  const auto fit = [](float length, float one, float pitch) {
    return length < one ? 0 : static_cast<int>((length - one) / pitch) + 1;
  };
  const int across = fit(box.width(), 2 * half.width, pitch_x), down = fit(box.height(), 2 * half.height, grid.pitch_y);
  const Point first{box.centre().x - pitch_x * static_cast<float>(across - 1) / 2,
                    box.centre().y + grid.pitch_y * static_cast<float>(down - 1) / 2};
  for (int i = 0; i < across; ++i) {
    const float x = first.x + pitch_x * static_cast<float>(i);
    const float lower = i % 2 == 1 ? grid.pitch_y / 2 : 0;  // as bricks lie
    int rows = 0;
    for (int k = 0; k <= down; ++k) {
      const float y = first.y - lower - grid.pitch_y * static_cast<float>(k);
      if (k < down && may_stand(zones, near, {x, y}, half)) {
        if (rows++ == 0) grid.columns.push_back({x, y + half.height, 0});
        grid.columns.back().foot = y - half.height;
      } else if (rows > 0) {
        grid.rows.push_back(rows);
        grid.cells += rows;
        rows = 0;
      }
    }
  }
  return grid;
}

int spread_for(int cells, int leaves) {
  const float roomy = static_cast<float>(cells) / static_cast<float>(std::max(1, leaves));
  int spread = 0;
  for (float apart = step_of_spread; spread < most_spread && apart * apart <= roomy; apart *= step_of_spread) ++spread;
  return spread;
}

LeafGrid gathered(LeafGrid grid, int leaves) {
  const float share = static_cast<float>(leaves) / static_cast<float>(std::max(1, grid.cells));
  grid.cells = 0;
  for (std::size_t c = 0; c < grid.columns.size(); ++c) {
    const int all = grid.rows[c], kept = std::min(all, static_cast<int>(std::ceil(share * static_cast<float>(all))));
    const int above = (all - kept) / 2;
    grid.columns[c].top -= static_cast<float>(above) * grid.pitch_y;
    grid.columns[c].foot += static_cast<float>(all - kept - above) * grid.pitch_y;
    grid.rows[c] = kept;
    grid.cells += kept;
  }
  return grid;
}

}  // namespace greenline::arrange
