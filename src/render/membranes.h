// Regions as membranes: a fill that is lighter toward the edge, and uneven edges that drift.
#pragma once
#include <vector>

#include "content/palette.h"
#include "render/draw_list.h"
#include "scene/views.h"

namespace greenline::render {

// The fill and the light beyond the edge: these stand still.
void add_membrane(DrawList&, const content::Palette&, const scene::RegionView&, float unit_px);
// The edges, at `breath_s` of their slow drift (under 1 % of the size in 20 s).
void add_edges(DrawList&, const content::Palette&, const scene::RegionView&, float unit_px, double breath_s);
// Rectangles in which the edges lie, whatever the drift. Appends.
void edge_rects(const scene::RegionView&, float unit_px, std::vector<PixelRect>& out);
// All that the edges may touch.
[[nodiscard]] PixelRect reach_of_edges(const scene::RegionView&, float unit_px);
[[nodiscard]] bool holds(const scene::RegionView&, PixelPoint);

}  // namespace greenline::render
