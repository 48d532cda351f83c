// What a backdrop consists of, put into a draw list: what stands still, and what drifts or is written over it.
#pragma once
#include <vector>

#include "render/drawn.h"
#include "render/membranes.h"
#include "render/words.h"

namespace greenline::render {

struct BackdropSeen {
  const scene::Backdrop& backdrop;
  Camera camera;
  double breath_s = 0;
};

// Where its line is, or would be; pixels of the glass.
[[nodiscard]] float horizon_px(const BackdropSeen&);
// All of it, whole pixels.
[[nodiscard]] PixelRect whole(const scene::Backdrop&);

// Over the ground: faint lines, fills of regions, the green line, pools under words. `membranes` follow the backdrop.
void add_what_stands(DrawList&, const Ink&, const Membranes&, const BackdropSeen&);
// Over that, within `rect` of the glass: edges, handles, labels.
void add_edges_and_labels(DrawList&, const Ink&, const Membranes&, const BackdropSeen&, const PixelRect& rect);
// Rectangles of the glass in which the edges drift.
[[nodiscard]] std::vector<PixelRect> drifting_rects(const Membranes&, const BackdropSeen&);

}  // namespace greenline::render
