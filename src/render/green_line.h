// The green line: a living ground line of several strands, with shoots above and roots below.
#pragma once
#include <span>

#include "content/palette.h"
#include "render/draw_list.h"

namespace greenline::render {

struct Stretch {
  float y = 0, width = 0;  // of the layout: what grows on the line comes again each such length
  float from = 0, to = 0;  // of what is seen of it; pixels
  float presence = 1;      // of its light
};
// `unit_px` scales its strokes. Always the same for the same size. No root nor shoot grows through `words`.
void add_green_line(DrawList&, const content::Palette&, const Stretch&, float unit_px, std::span<const PixelRect> words);

}  // namespace greenline::render
