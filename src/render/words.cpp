// Puts laid-out text into a draw list.
#include "render/words.h"

#include <algorithm>
#include <cmath>

namespace greenline::render {
namespace {

bool drawable(const Ink& ink, const text::Block* block) {
  return block != nullptr && block->atlas_generation == ink.atlas_generation;
}

// `at` in the block's texels.
GlyphInstance instance_of(const text::Glyph& glyph, PixelPoint at, const Turn& turn, Rgba8 colour) {
  GlyphInstance i;
  i.x = at.x + glyph.x;
  i.y = at.y + glyph.y;
  i.width = static_cast<float>(glyph.w);
  i.height = static_cast<float>(glyph.h);
  i.pivot = turn.pivot;
  i.cos_scaled = turn.cos_scaled;
  i.sin_scaled = turn.sin_scaled;
  i.u = glyph.u;
  i.v = glyph.v;
  i.w = glyph.w;
  i.h = glyph.h;
  i.colour = colour;
  return i;
}

}  // namespace

void add_turned_text(DrawList& list, const Ink& ink, const text::Block* block, PixelPoint at, const Turn& turn,
                     content::Colour colour) {
  if (!drawable(ink, block)) return;
  const Rgba8 written = rgba8(colour);
  const float pixels = 1 / block->detail;  // a texel
  const Turn texels{turn.pivot, turn.cos_scaled * pixels, turn.sin_scaled * pixels};
  const Rgba8 as_it_is{255, 255, 255, written.a};
  for (const text::Glyph& glyph : block->glyphs) {
    if (glyph.picture)
      list.add_picture(instance_of(glyph, at * block->detail, texels, as_it_is));
    else
      list.add(instance_of(glyph, at * block->detail, texels, written));
  }
}

void add_text(DrawList& list, const Ink& ink, const text::Block* block, PixelPoint at, content::Colour colour) {
  add_turned_text(list, ink, block, {0, 0}, {{std::round(at.x), std::round(at.y)}, 1, 0}, colour);
}

void add_text(DrawList& list, const Ink& ink, const scene::TextView& view) {
  add_text(list, ink, view.block.get(), view.at, ink.palette[view.role]);
}

void add_pill(DrawList& list, const content::Palette& palette, const PixelRect& rect, float opacity, float most_radius) {
  if (rect.empty()) return;
  list.add(PillInstance{
      rect, std::min(rect.height() / 2, most_radius), palette.weight * std::clamp(rect.height() * 0.03F, 1.0F, 2.0F),
      rgba8(palette["thread.pill"], palette.firm(0.94F) * opacity), rgba8(palette["thread"], palette.firm(0.5F) * opacity)});
}

}  // namespace greenline::render
