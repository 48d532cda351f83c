// Puts laid-out text into a draw list.
#pragma once
#include "content/palette.h"
#include "render/draw_list.h"
#include "scene/views.h"

namespace greenline::render {

struct Ink {  // what text is written with, and from which atlas
  const content::Palette& palette;
  std::uint32_t atlas_generation = 0;  // blocks of another generation are not drawn: their glyphs have moved
};

// Standing straight: moved to whole pixels, so that it is crisp.
void add_text(DrawList&, const Ink&, const text::Block*, PixelPoint at, content::Colour);
void add_text(DrawList&, const Ink&, const scene::TextView&);
// Turned about `pivot`; `at` is the block's top left relative to it, before turning.
struct Turn {
  PixelPoint pivot;
  float cos_scaled = 1, sin_scaled = 0;
};
void add_turned_text(DrawList&, const Ink&, const text::Block*, PixelPoint at, const Turn&, content::Colour);

// A quiet pill behind words, round at its ends by `most_radius` pixels at most.
void add_pill(DrawList&, const content::Palette&, const PixelRect&, float opacity = 1, float most_radius = 1e6F);

}  // namespace greenline::render
