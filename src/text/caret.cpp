// Carets in composed words, across directions and lines.
#include <algorithm>
#include <cmath>
#include <limits>

#include "text/graphemes.h"
#include "text/inside.h"

namespace greenline::text {
namespace {

// Pango names a place by a character's index and how many characters beyond it.
int index_after(PangoLayout* layout, int index, int trailing) {
  const char* text = pango_layout_get_text(layout);
  const char* at = text + index;
  for (; trailing > 0 && *at != '\0'; --trailing) at = g_utf8_next_char(at);
  return static_cast<int>(at - text);
}

std::size_t line_of(const Composed& composed, int index) {
  int number = 0, x = 0;
  pango_layout_index_to_line_x(composed.layout.get(), index, FALSE, &number, &x);
  return std::min(static_cast<std::size_t>(std::max(number, 0)), composed.lines.size() - 1);
}

}  // namespace

Caret Engine::caret(std::string_view words, const Style& style, std::size_t byte_offset) {
  Inside& in = *inside_;
  if (!in.can_set(style)) return {};
  const Composed& composed = in.compose(words, style);
  const Placing placing = place(composed, style, in.typesetter.measure(style.face));
  const int index = composed.index_of(grapheme_at(words, byte_offset));
  const std::size_t number = line_of(composed, index);
  const Line& line = composed.lines[number];
  PangoRectangle strong;
  pango_layout_get_cursor_pos(composed.layout.get(), index, &strong, nullptr);
  const double left = line_left(placing, style, line.width, line.right_to_left);

  const float half = style.line_spacing * style.size_px / 2;
  const float middle =
      placing.baseline(number) - static_cast<float>(in.typesetter.measure(style.face).x_height) * style.size_px / 2;
  return {static_cast<float>(left + (strong.x - line.offset) * placing.scale), middle - half, middle + half};
}

std::size_t Engine::offset_at(std::string_view words, const Style& style, model::PixelPoint at) {
  Inside& in = *inside_;
  if (!in.can_set(style)) return 0;
  const Composed& composed = in.compose(words, style);
  const Placing placing = place(composed, style, in.typesetter.measure(style.face));
  const float middle = static_cast<float>(in.typesetter.measure(style.face).x_height) * style.size_px / 2;
  // A line owns half the pitch above and below the middle of its small letters.
  const float row = (at.y - (placing.ascent - middle)) / std::max(placing.pitch, 1.0F) + 0.5F;
  const float last = static_cast<float>(composed.lines.size() - 1);
  const auto number = static_cast<std::size_t>(std::isfinite(row) ? std::clamp(std::floor(row), 0.0F, last) : 0.0F);
  const Line& line = composed.lines[number];

  const double left = line_left(placing, style, line.width, line.right_to_left);
  const double x = std::isfinite(at.x) ? std::clamp((at.x - left) / placing.scale, -1.0, line.width + 1.0) : 0;
  int index = 0, trailing = 0;
  pango_layout_line_x_to_index(line.line, static_cast<int>(x), &index, &trailing);
  index = index_after(composed.layout.get(), index, trailing);
  const std::size_t offset = grapheme_at(words, composed.offset_of(index));
  // The end of a line that runs on is the start of the next: a touch there means before the space that was broken at.
  const auto end = static_cast<std::size_t>(line.end);
  const bool at_space = line.runs_on && offset == end && end > 0 && words[end - 1] == ' ';
  return at_space ? end - 1 : offset;
}

std::size_t Engine::move_caret(std::string_view words, const Style& style, std::size_t byte_offset, int direction) {
  Inside& in = *inside_;
  const std::size_t from = grapheme_at(words, byte_offset);
  if (!in.can_set(style) || direction == 0) return from;
  const Composed& composed = in.compose(words, style);
  PangoLayout* layout = composed.layout.get();
  int at = composed.index_of(from);
  // Pango and ICU may differ on a rare grapheme; going on until both agree never stops inside one.
  for (std::size_t tries = 0; tries <= words.size(); ++tries) {
    int index = 0, trailing = 0;
    pango_layout_move_cursor_visually(layout, TRUE, at, 0, direction, &index, &trailing);
    if (index < 0 || index == std::numeric_limits<int>::max()) return from;
    at = index_after(layout, index, trailing);
    const std::size_t offset = composed.offset_of(at);
    if (offset != from && grapheme_at(words, offset) == offset) return offset;
  }
  return from;
}

}  // namespace greenline::text
