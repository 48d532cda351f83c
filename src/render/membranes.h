// Regions as membranes: a fill that is lighter toward the edge, and uneven edges that drift.
#pragma once
#include <span>
#include <vector>

#include "content/palette.h"
#include "render/draw_list.h"
#include "scene/views.h"

namespace greenline::render {

// The fill and the light beyond the edge of regions[index]: these stand still.
void add_membrane(DrawList&, const content::Palette&, std::span<const scene::RegionView> regions, std::size_t index,
                  float unit_px);
// The edges, at `breath_s` of their slow drift (under 1 % of the size in 20 s). An edge that two regions share is drawn once.
void add_edges(DrawList&, const content::Palette&, std::span<const scene::RegionView> regions, std::size_t index, float unit_px,
               double breath_s);
// Rectangles in which the edges lie, whatever the drift. Appends.
void edge_rects(const scene::RegionView&, float unit_px, std::vector<PixelRect>& out);
// All that the edges may touch.
[[nodiscard]] PixelRect reach_of_edges(const scene::RegionView&, float unit_px);
[[nodiscard]] bool holds(const scene::RegionView&, PixelPoint);

}  // namespace greenline::render
