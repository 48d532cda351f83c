// Puts laid-out text into a draw list.
#include "render/words.h"

#include <algorithm>
#include <cmath>

namespace greenline::render {
namespace {

bool drawable(const Ink& ink, const text::Block* block) {
  return block != nullptr && block->atlas_generation == ink.atlas_generation;
}

// A turned glyph is drawn a texel larger all round, so that its edges are soft: the atlas keeps that texel empty.
GlyphInstance instance_of(const text::Glyph& glyph, PixelPoint at, const Turn& turn, Rgba8 colour, bool soft) {
  const auto width = static_cast<float>(glyph.w);
  const auto height = static_cast<float>(glyph.h);
  if (!soft || glyph.u == 0 || glyph.v == 0)
    return {at.x + glyph.x,  at.y + glyph.y, width,   height,  turn.pivot, turn.cos_scaled,
            turn.sin_scaled, glyph.u,        glyph.v, glyph.w, glyph.h,    colour};
  const auto moved = [](std::uint16_t x, int by) { return static_cast<std::uint16_t>(x + by); };
  return {at.x + glyph.x - 1, at.y + glyph.y - 1, width + 2,          height + 2,        turn.pivot,        turn.cos_scaled,
          turn.sin_scaled,    moved(glyph.u, -1), moved(glyph.v, -1), moved(glyph.w, 2), moved(glyph.h, 2), colour};
}

}  // namespace

void add_turned_text(DrawList& list, const Ink& ink, const text::Block* block, PixelPoint at, const Turn& turn,
                     content::Colour colour) {
  if (!drawable(ink, block)) return;
  const Rgba8 written = rgba8(colour);
  const bool soft = turn.sin_scaled != 0 || turn.cos_scaled != 1;
  for (const text::Glyph& glyph : block->glyphs) list.add(instance_of(glyph, at, turn, written, soft));
}

void add_text(DrawList& list, const Ink& ink, const text::Block* block, PixelPoint at, content::Colour colour) {
  add_turned_text(list, ink, block, {0, 0}, {{std::round(at.x), std::round(at.y)}, 1, 0}, colour);
}

void add_text(DrawList& list, const Ink& ink, const scene::TextView& view) {
  add_text(list, ink, view.block.get(), view.at, ink.palette[view.role]);
}

void add_pill(DrawList& list, const content::Palette& palette, const PixelRect& rect, float opacity) {
  if (rect.empty()) return;
  list.add(PillInstance{rect, rect.height() / 2, std::clamp(rect.height() * 0.03F, 1.0F, 2.0F),
                        rgba8(palette["thread.pill"], 0.94F * opacity), rgba8(palette["thread"], 0.5F * opacity)});
}

}  // namespace greenline::render
