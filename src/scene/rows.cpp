// Fills a zone with rows, trying a few starting heights and keeping the fullest.
#include "scene/rows.h"

#include <algorithm>

namespace greenline::scene {
namespace {

// What `may_stand` asks of a zone, it asks of every row: keep only what this zone can meet.
Zone trimmed(const Zone& zone, const PixelRect& box) {
  Zone out = zone;
  std::erase_if(out.blocked, [&](const PixelRect& block) { return !block.touches(box); });
  return out;
}

void fill_row(const Zones& zones, const Zone& zone, const PixelRect& box, float y, HalfSize half, float spacing,
              std::vector<PixelPoint>& out) {
  const float step = std::max(1.0F, half.width * 0.2F);
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

std::vector<PixelPoint> row_places(const Zones& zones, const Zone& zone, HalfSize half, float spacing, std::size_t enough) {
  PixelRect box = zones.screen;
  if (!zone.is_ground) {
    const float beyond_x = zone.outer_whole ? 0 : half.width, beyond_y = zone.outer_whole ? 0 : half.height;
    box = clipped(rect_around(zone.shape.centre, zone.shape.outer_x + beyond_x, zone.shape.outer_y + beyond_y), box);
  }
  const Zone near = trimmed(zone, box);
  // Cards in rows keep whole within their own zone, so that the rows of two zones never meet.
  Zone whole = near;
  whole.outer_whole = whole.sides_whole = true;
  for (Hole& hole : whole.holes) hole.whole_card = true;
  if (zone.is_ground)
    for (const Shape& region : zone.regions)
      if (!region.is_ring()) whole.holes.push_back({region.centre, region.outer_x, region.outer_y, true});
  const float pitch = half.height * 2 + spacing;
  std::vector<PixelPoint> best, rows;
  for (const float shift : {0.0F, 0.5F, 0.25F, 0.75F}) {
    rows.clear();
    for (float y = box.y0 + half.height + shift * pitch; y <= box.y1 - half.height && rows.size() < enough; y += pitch)
      fill_row(zones, whole, box, y, half, spacing, rows);
    if (rows.size() > best.size()) best.swap(rows);
    if (best.size() >= enough) break;
  }
  if (best.size() > enough) best.resize(enough);
  return best;
}

}  // namespace greenline::scene
