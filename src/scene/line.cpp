// The green line's own words, at an edge of the screen, or in its middle, where they stand clear of regions' names and the
// prompt.
#include <algorithm>
#include <array>

#include "scene/shape.h"
#include "scene/stage.h"

namespace greenline::scene {
namespace {

bool reaches(const Shape& shape, const PixelRect& rect) {
  const PixelPoint middle = rect.centre();
  for (const float u : {0.0F, 0.25F, 0.5F, 0.75F, 1.0F})
    for (const float v : {0.0F, 0.5F, 1.0F})
      if (contains(shape, {rect.x0 + u * rect.width(), rect.y0 + v * rect.height()})) return true;
  return contains(shape, middle);
}

bool covers_words(const Backdrop& backdrop, const PixelRect& rect) {
  if (rect.touches(backdrop.prompt.zone)) return true;
  return std::any_of(backdrop.regions.begin(), backdrop.regions.end(),
                     [&](const RegionView& region) { return region.label_zone.touches(rect); });
}

bool in_a_region(const Backdrop& backdrop, const PixelRect& rect) {
  return std::any_of(backdrop.regions.begin(), backdrop.regions.end(),
                     [&](const RegionView& region) { return reaches(shape_of(region), rect); });
}

}  // namespace

LineView make_line(const Stage& stage, const content::Layout& layout, const Backdrop& backdrop,
                   const model::PixelFromCanvas& to_pixel, text::Engine& engine) {
  LineView line;
  line.y = to_pixel({0, layout.line_y}).y;
  const float unit = to_pixel.pixels_per_unit;
  const float size = std::max(unit * 0.0195F, stage.legible_px);
  const float margin = std::max(8.0F, unit * 0.03F), away = unit * 0.022F;
  // On one line, then on more; on the left, on the right, in the middle; clear of every region if that can be.
  const auto stand = [&](const content::LocalText& text, bool above, const char* role) {
    TextView best;
    const std::string_view words = content::in_language(text, stage.language);
    if (words.empty()) return best;
    for (const bool over_regions : {false, true})
      for (const float width_units : {0.34F, 0.18F, 0.125F})
        for (const float along : {0.0F, 1.0F, 0.5F}) {
          text::Style style{.face = text::Face::words,
                            .size_px = size,
                            .width_px = width_units * unit,
                            .line_spacing = 1.2F,
                            .language = stage.language,
                            .detail = stage.detail};
          const text::BlockPtr block = engine.layout(words, style);
          if (block->width > style.width_px * 1.01F) continue;
          TextView view{block, {margin + along * (backdrop.width - 2 * margin - block->width), 0}, role};
          view.at.y = above ? line.y - away - block->height : line.y + away;
          if (covers_words(backdrop, view.rect()) || (!over_regions && in_a_region(backdrop, view.rect()))) continue;
          return view;
        }
    return best;
  };
  line.above = stand(stage.canvas.green_line->above, true, "line");
  line.below = stand(stage.canvas.green_line->below, false, "quiet_text");
  return line;
}

}  // namespace greenline::scene
