// The green line: a living ground line of several strands, with shoots above and roots below.
#pragma once
#include "content/palette.h"
#include "render/draw_list.h"

namespace greenline::render {

// Over the full width, at `y` pixels; `unit_px` scales its strokes. Always the same for the same size.
void add_green_line(DrawList&, const content::Palette&, float y, float width, float unit_px);

}  // namespace greenline::render
