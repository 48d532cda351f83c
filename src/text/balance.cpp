#include "text/balance.h"

#include <hb.h>

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "text/dictionary_breaks.h"

namespace greenline::text {
namespace {

constexpr double short_word = 0.35;  // of the line; alone in one it looks like a mistake, in the middle most of all
constexpr double torn_word = 0.1;    // two lines may rather differ by four ninths of the width
constexpr std::size_t most_lines_balanced = 16;
constexpr double alike = 1e-9;  // of two as good ones the one whose earlier lines are longer
constexpr double never = std::numeric_limits<double>::infinity();

// Lines from..to of some words, the last included.
struct Paragraph {
  std::size_t from = 0, to = 0;
};

int index_of_start(const Line& line) { return line.line->start_index; }

// Pango takes the room of a space away where it breaks a line.
int width_of_space(const PangoItem& item) {
  hb_font_t* font = pango_font_get_hb_font(item.analysis.font);
  hb_codepoint_t glyph = 0;
  return font != nullptr && hb_font_get_nominal_glyph(font, ' ', &glyph) != 0 ? hb_font_get_glyph_h_advance(font, glyph) : 0;
}

// Of each character from the paragraph's beginning on, in the order in which they are read.
std::vector<int> widths_of_characters(const Composed& filled, const Paragraph& paragraph) {
  const char* text = pango_layout_get_text(filled.layout.get());
  const char* const begin = text + index_of_start(filled.lines[paragraph.from]);
  const PangoLayoutLine* last = filled.lines[paragraph.to].line;
  std::vector<int> widths(static_cast<std::size_t>(g_utf8_pointer_to_offset(begin, text + last->start_index + last->length)));
  for (std::size_t i = paragraph.from; i <= paragraph.to; ++i)
    for (const GSList* node = filled.lines[i].line->runs; node != nullptr; node = node->next) {
      auto* run = static_cast<PangoGlyphItem*>(node->data);
      const auto at = static_cast<std::size_t>(g_utf8_pointer_to_offset(begin, text + run->item->offset));
      const auto characters = static_cast<std::size_t>(run->item->num_chars);
      if (at + characters > widths.size()) continue;
      pango_glyph_item_get_logical_widths(run, text, widths.data() + at);
      const int end = run->item->offset + run->item->length;
      const bool gave_up_space = text[end - 1] == ' ' && widths[at + characters - 1] == 0;
      if (gave_up_space) widths[at + characters - 1] = width_of_space(*run->item);
    }
  return widths;
}

// A word too wide for any line falls into the parts that it was broken into.
std::vector<Piece> pieces_of(const Composed& filled, const Paragraph& paragraph) {
  PangoLayout* layout = filled.layout.get();
  int attributes = 0;
  const PangoLogAttr* breaks = pango_layout_get_log_attrs_readonly(layout, &attributes);
  const char* const text = pango_layout_get_text(layout);
  const char* at = text + index_of_start(filled.lines[paragraph.from]);
  auto character = static_cast<std::size_t>(g_utf8_pointer_to_offset(text, at));
  std::vector<int> word_parts;
  for (std::size_t i = paragraph.from; i < paragraph.to; ++i)
    if (filled.lines[i].breaks_word) word_parts.push_back(filled.lines[i + 1].start);

  const std::vector<int> torn = inside_words(filled.words);

  std::vector<Piece> pieces;
  for (const int width : widths_of_characters(filled, paragraph)) {
    if (character >= static_cast<std::size_t>(attributes)) break;
    const PangoLogAttr& here = breaks[character];
    const int start = static_cast<int>(filled.offset_of(static_cast<int>(at - text)));
    if (pieces.empty() || here.is_line_break != 0 || std::ranges::find(word_parts, start) != word_parts.end())
      pieces.push_back({.start = start, .inside_word = std::ranges::binary_search(torn, start)});
    Piece& piece = pieces.back();
    if (here.is_white != 0) {
      piece.space += width;
    } else {
      piece.width += std::exchange(piece.space, 0) + width;
    }
    at = g_utf8_next_char(at);
    ++character;
  }
  return pieces;
}

std::vector<int> starts_of(const Composed& composed, const Paragraph& paragraph) {
  std::vector<int> starts;
  for (std::size_t i = paragraph.from; i <= paragraph.to; ++i) starts.push_back(composed.lines[i].start);
  return starts;
}

std::vector<int> balanced_paragraph(const Composed& filled, const Paragraph& paragraph) {
  const std::size_t lines = paragraph.to - paragraph.from + 1;
  std::vector<int> starts = starts_of(filled, paragraph);
  if (lines == 1 || lines > most_lines_balanced) return starts;
  const std::vector<Piece> pieces = pieces_of(filled, paragraph);
  const std::vector<std::size_t> first = balanced_lines(pieces, lines, filled.setting.width);
  for (std::size_t i = 0; i < first.size(); ++i) starts[i] = pieces[first[i]].start;
  return starts;
}

}  // namespace

std::vector<std::size_t> balanced_lines(std::span<const Piece> pieces, std::size_t lines, double most) {
  const std::size_t count = pieces.size();
  if (lines == 0 || count < lines || most <= 0) return {};
  struct Reached {  // all pieces before this one, in so many lines
    double cost = never;
    std::size_t last_begins = 0;
  };
  // Of lines that are as long together, those differ least whose squares are the least together. No sum of these outweighs a
  // lone short word.
  std::vector<std::vector<Reached>> reached(lines + 1, std::vector<Reached>(count + 1));
  reached[0][0].cost = 0;
  const double lone = 2 * static_cast<double>(lines);
  for (std::size_t line = 1; line <= lines; ++line)
    for (std::size_t from = line - 1; from < count; ++from) {
      const double before = reached[line - 1][from].cost;
      if (before == never) continue;
      const double torn = pieces[from].inside_word ? torn_word : 0;
      double width = 0;
      for (std::size_t to = from; to < count; ++to) {
        width += (to > from ? pieces[to - 1].space : 0) + pieces[to].width;
        if (width > most) break;
        const bool short_alone = from == to && width < short_word * most;
        const double cost = before + torn + width / most * (width / most) + (short_alone ? lone : 0);
        if (Reached& here = reached[line][to + 1]; cost <= here.cost + alike) here = {cost, from};
      }
    }
  if (reached[lines][count].cost == never) return {};
  std::vector<std::size_t> first(lines);
  for (std::size_t line = lines, end = count; line > 0; --line) end = first[line - 1] = reached[line][end].last_begins;
  return first;
}

std::vector<int> balanced_starts(const Composed& filled) {
  std::vector<int> starts, as_filled;
  for (Paragraph paragraph; paragraph.from < filled.lines.size(); paragraph.from = paragraph.to + 1) {
    paragraph.to = paragraph.from;
    while (filled.lines[paragraph.to].runs_on && paragraph.to + 1 < filled.lines.size()) ++paragraph.to;
    std::ranges::copy(balanced_paragraph(filled, paragraph), std::back_inserter(starts));
    std::ranges::copy(starts_of(filled, paragraph), std::back_inserter(as_filled));
  }
  return starts == as_filled ? std::vector<int>() : starts;
}

void break_at(Composed& set, std::span<const int> starts) {
  PangoLayout* layout = set.layout.get();
  const std::string text = pango_layout_get_text(layout);
  PangoAttrList* told = pango_layout_get_attributes(layout);
  const AttributesPtr attributes(told != nullptr ? pango_attr_list_copy(told) : pango_attr_list_new());
  const auto index_of = [&](int start) { return static_cast<guint>(set.index_of(static_cast<std::size_t>(start))); };
  for (std::size_t i = 0; i < starts.size(); ++i) {
    PangoAttribute* whole = pango_attr_allow_breaks_new(FALSE);
    whole->start_index = index_of(starts[i]);
    whole->end_index = i + 1 < starts.size() ? index_of(starts[i + 1]) : static_cast<guint>(text.size());
    pango_attr_list_insert(attributes.get(), whole);
  }
  pango_layout_set_attributes(layout, attributes.get());
  // Where lines may break is found once for a text.
  pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
}

bool begins_at(const Composed& composed, std::span<const int> starts) {
  return composed.widest <= composed.setting.width && std::ranges::equal(composed.lines, starts, {}, &Line::start);
}

}  // namespace greenline::text
