// Line heights hang on the em and on the x-height; ink only pushes lines apart where it would touch.
#include "text/placing.h"

#include <algorithm>
#include <cmath>

namespace greenline::text {
namespace {
constexpr float kOverhang = 0.18F;  // ems that ink may stand over a block's top or bottom before the block grows
}

Placing place(const Composed& composed, const Style& style, FaceMeasure measure, int lines) {
  const std::size_t count =
      lines > 0 ? std::min(composed.lines.size(), static_cast<std::size_t>(lines)) : composed.lines.size();
  const float em = style.size_px;
  Placing placing;
  placing.scale = em / (kReferenceEm * PANGO_SCALE);
  placing.lines = static_cast<int>(count);

  const auto pixels = [&](int units) { return static_cast<float>(units * placing.scale); };
  const float half = style.line_spacing * em / 2, rise = static_cast<float>(measure.x_height) * em / 2;
  float pitch = style.line_spacing * em;
  int widest = 0;
  for (std::size_t i = 0; i < count; ++i) {
    widest = std::max(widest, composed.lines[i].width);
    if (i > 0) pitch = std::max(pitch, pixels(composed.lines[i - 1].ink_descent + composed.lines[i].ink_ascent));
  }
  const float over = kOverhang * em;
  placing.ascent = std::round(std::max(half + rise, pixels(composed.lines.front().ink_ascent) - over));
  placing.descent = std::round(std::max(half - rise, pixels(composed.lines[count - 1].ink_descent) - over));
  placing.pitch = std::round(pitch);
  placing.width = pixels(widest);
  placing.height = placing.ascent + placing.pitch * static_cast<float>(count - 1) + placing.descent;
  return placing;
}

double line_left(const Placing& placing, const Style& style, int line_width, bool right_to_left) {
  const double room = placing.width - line_width * placing.scale;
  if (style.align == Align::centre) return room / 2;
  const bool at_left = (style.align == Align::left) != right_to_left;
  return at_left ? 0 : room;
}

int lines_within(const Placing& placing, float height) {
  const float rest = height - placing.ascent - placing.descent;
  return rest <= 0 || placing.pitch <= 0 ? 1 : 1 + static_cast<int>(std::floor(rest / placing.pitch));
}

}  // namespace greenline::text
