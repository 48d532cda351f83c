// Fills a zone with rows, trying a few starting heights and keeping the fullest.
#include "arrange/rows.h"

#include <algorithm>

namespace greenline::arrange {
namespace {

// What `may_stand` asks of a zone, it asks of every row: keep only what this zone can meet.
Zone trimmed(const Zone& zone, const Box& box) {
  Zone out = zone;
  std::erase_if(out.blocked, [&](const Box& block) { return !block.touches(box); });
  return out;
}

void fill_row(const Zones& zones, const Zone& zone, const Box& box, float y, Half half, float spacing,
              std::vector<Point>& out) {
  const float step = std::max(grain, half.width * 0.2F);
  const float pitch = half.width * 2 + spacing;
  for (float x = box.x0 + half.width; x <= box.x1 - half.width;) {
    if (may_stand(zones, zone, {x, y}, half)) {
      out.push_back({x, y});
      x += pitch;
    } else {
      x += step;
    }
  }
}

}  // namespace

std::vector<Point> row_places(const Zones& zones, const Zone& zone, Half half, float spacing, std::size_t enough) {
  Box box = zones.all;
  if (!zone.is_ground) {
    const float beyond_x = zone.whole ? 0 : half.width, beyond_y = zone.whole ? 0 : half.height;
    box = clipped({zone.area.bounds().x0 - beyond_x, zone.area.bounds().y0 - beyond_y, zone.area.bounds().x1 + beyond_x,
                   zone.area.bounds().y1 + beyond_y},
                  box);
  }
  const Zone near = trimmed(zone, box);
  // Cards in rows keep whole within their own zone, so that the rows of two zones never meet.
  Zone whole = near;
  whole.whole = true;
  for (Hole& hole : whole.holes) hole.whole_card = true;
  if (zone.is_ground)
    for (const geometry::Area& region : zone.regions)
      if (!region.has_hole()) whole.holes.push_back({region, true});
  const float pitch = half.height * 2 + spacing;
  std::vector<Point> best, rows;
  for (const float shift : {0.0F, 0.5F, 0.25F, 0.75F}) {
    rows.clear();
    for (float y = box.y1 - half.height - shift * pitch; y >= box.y0 + half.height && rows.size() < enough; y -= pitch)
      fill_row(zones, whole, box, y, half, spacing, rows);
    if (rows.size() > best.size()) best.swap(rows);
    if (best.size() >= enough) break;
  }
  if (best.size() > enough) best.resize(enough);
  return best;
}

}  // namespace greenline::arrange
