// Parts of words: where they stand, which word is meant, how much a delete key takes.
#include <unicode/brkiter.h>
#include <unicode/ubrk.h>

#include <algorithm>
#include <memory>

#include "text/close_text.h"
#include "text/graphemes.h"
#include "text/inside.h"

namespace greenline::text {
namespace {

struct FreeRanges {
  void operator()(int* ranges) const { g_free(ranges); }
};

const Line& line_at(const Composed& composed, int index) {
  int number = 0, x = 0;
  pango_layout_index_to_line_x(composed.layout.get(), index, FALSE, &number, &x);
  return composed.lines[std::min(static_cast<std::size_t>(std::max(number, 0)), composed.lines.size() - 1)];
}

// The columns of a line behind these bytes, Pango units from the line's left edge.
std::vector<std::pair<int, int>> columns_of(const Composed& composed, const Line& line, std::size_t from, std::size_t to) {
  int* found = nullptr;
  int count = 0;
  pango_layout_line_get_x_ranges(line.line, composed.index_of(from), composed.index_of(to), &found, &count);
  const std::unique_ptr<int, FreeRanges> owner(found);
  std::vector<std::pair<int, int>> columns;
  for (int i = 0; i < count; ++i) {
    const int left = found[2 * i] - line.offset, right = found[2 * i + 1] - line.offset;
    // Runs of one direction follow each other without a seam.
    if (!columns.empty() && left <= columns.back().second) {
      columns.back().second = std::max(columns.back().second, right);
    } else if (right > left) {
      columns.emplace_back(left, right);
    }
  }
  return columns;
}

}  // namespace

std::vector<model::PixelRect> Engine::rects_of(std::string_view words, const Style& style, const Range& range) {
  std::vector<model::PixelRect> rects;
  Inside& in = *inside_;
  const std::size_t from = grapheme_at(words, range.from), to = grapheme_at(words, range.to);
  if (!in.can_set(style) || from >= to) return rects;
  const Composed& composed = in.compose(words, style);
  const FaceMeasure measure = in.typesetter.measure(style.face);
  const Placing placing = place(composed, style, measure);
  const auto half = std::max(style.line_spacing * style.size_px, placing.pitch) / 2;
  constexpr float end_em = 0.25F;
  for (std::size_t i = 0; i < composed.lines.size(); ++i) {
    const Line& line = composed.lines[i];
    const auto start = static_cast<std::size_t>(line.start), end = static_cast<std::size_t>(line.end);
    if (to <= start || from > end) continue;
    const double left = line_left(placing, style, line.width, line.right_to_left);
    const float middle = placing.baseline(i) - static_cast<float>(measure.x_height) * style.size_px / 2;
    const auto add = [&](double x0, double x1) {
      rects.push_back({static_cast<float>(x0), middle - half, static_cast<float>(x1), middle + half});
    };
    for (const auto& [x0, x1] : columns_of(composed, line, std::max(from, start), std::min(to, end))) {
      add(left + x0 * placing.scale, left + x1 * placing.scale);
    }
    if (line.runs_on || to <= end) continue;
    const double edge = line.right_to_left ? left : left + line.width * placing.scale;
    const double width = static_cast<double>(end_em * style.size_px);
    add(line.right_to_left ? edge - width : edge, line.right_to_left ? edge : edge + width);
  }
  return rects;
}

Range Engine::line_around(std::string_view words, const Style& style, std::size_t byte_offset) {
  if (!inside_->can_set(style)) return {0, words.size()};
  const Composed& composed = inside_->compose(words, style);
  const Line& line = line_at(composed, composed.index_of(grapheme_at(words, byte_offset)));
  Range range{static_cast<std::size_t>(line.start), static_cast<std::size_t>(line.end)};
  // Behind the last place of a line that runs on a caret would stand in the next.
  if (line.runs_on && !range.empty()) range.to = std::max(range.from, previous_grapheme(words, range.to));
  return range;
}

Range word_around(std::string_view words, std::size_t byte_offset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::string text = readable(words);
  const std::unique_ptr<UText, CloseText> utf8(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
  const std::unique_ptr<icu::BreakIterator> breaks(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  const std::size_t at = grapheme_at(words, byte_offset);
  if (U_FAILURE(status) || !breaks) return {at, at};
  breaks->setText(utf8.get(), status);
  if (U_FAILURE(status)) return {at, at};
  Range ends_here{at, at};
  std::int32_t from = breaks->first();
  for (std::int32_t to = breaks->next(); to != icu::BreakIterator::DONE; from = to, to = breaks->next()) {
    if (breaks->getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
    const Range word{static_cast<std::size_t>(from), static_cast<std::size_t>(to)};
    if (word.from <= at && at < word.to) return word;
    if (word.to == at) ends_here = word;
  }
  return ends_here;
}

std::size_t backspaced_to(std::string_view words, std::size_t byte_offset) {
  const std::size_t at = std::min(byte_offset, words.size());
  if (at == 0) return 0;
  const std::string text = readable(words);
  const auto characters = static_cast<std::size_t>(g_utf8_strlen(text.data(), static_cast<gssize>(text.size())));
  std::vector<PangoLogAttr> attributes(characters + 1);
  pango_get_log_attrs(text.data(), static_cast<int>(text.size()), -1, pango_language_from_string("en"), attributes.data(),
                      static_cast<int>(attributes.size()));
  const auto place = static_cast<std::size_t>(g_utf8_strlen(text.data(), static_cast<gssize>(at)));
  if (attributes[place].backspace_deletes_character == 0) return previous_grapheme(words, at);
  return static_cast<std::size_t>(g_utf8_prev_char(text.data() + at) - text.data());
}

}  // namespace greenline::text
