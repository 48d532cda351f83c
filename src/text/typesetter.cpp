// Sets a Pango layout for some words and reads its lines back.
#include "text/typesetter.h"

#include <hb.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "text/balance.h"
#include "text/graphemes.h"

namespace greenline::text {
namespace {

constexpr double kToldEms = 10;  // of words in a picture's place, at most

void read_lines(Composed& into) {
  PangoLayout* layout = into.layout.get();
  int attributes = 0;
  const PangoLogAttr* breaks = pango_layout_get_log_attrs_readonly(layout, &attributes);
  const char* text = pango_layout_get_text(layout);
  into.lines.clear();
  into.widest = 0;
  const IterPtr iter(pango_layout_get_iter(layout));
  int characters = 0, at = 0;
  do {
    Line line;
    line.line = pango_layout_iter_get_line_readonly(iter.get());
    const int start = line.line->start_index;
    line.start = static_cast<int>(into.offset_of(start));
    line.end = static_cast<int>(into.offset_of(start + line.line->length));
    line.right_to_left = pango_layout_line_get_resolved_direction(line.line) == PANGO_DIRECTION_RTL;
    PangoRectangle ink, logical;
    pango_layout_iter_get_line_extents(iter.get(), &ink, &logical);
    const int baseline = pango_layout_iter_get_baseline(iter.get());
    line.offset = logical.x;
    line.width = logical.width;
    if (ink.height > 0) {
      line.ink_ascent = baseline - ink.y;
      line.ink_descent = ink.y + ink.height - baseline;
    }
    if (!into.lines.empty() && into.lines.back().end == line.start) {
      characters += static_cast<int>(g_utf8_pointer_to_offset(text + at, text + start));
      at = start;
      Line& before = into.lines.back();
      before.runs_on = true;
      before.breaks_word = characters < attributes && breaks[characters].is_line_break == 0;
    }
    into.widest = std::max(into.widest, line.width);
    into.lines.push_back(line);
  } while (pango_layout_iter_next_line(iter.get()) != FALSE);
}

}  // namespace

Setting setting_of(const Style& style) {
  Setting setting;
  setting.face = style.face;
  setting.language = style.language;
  if (style.width_px > 0) {
    const double width = style.width_px / style.size_px * kReferenceEm * PANGO_SCALE;
    setting.width = static_cast<int>(std::clamp(width, 1.0, 1e9));
  }
  return setting;
}

Composed& Typesetter::find(std::string_view words, const Setting& setting) {
  Composed* oldest = kept_.data();
  for (Composed& kept : kept_) {
    if (kept.is(words, setting)) return kept;
    if (kept.asked < oldest->asked) oldest = &kept;
  }
  return *oldest;
}

const Composed& Typesetter::compose(std::string_view words, const Setting& setting) {
  Composed& found = find(words, setting);
  found.asked = ++asked_;
  if (found.is(words, setting)) return found;
  set(found, words, setting);
  read_lines(found);
  ++composed_;
  return found;
}

const Composed& Typesetter::balance(const Composed& filled) {
  Setting setting = filled.setting;
  setting.balanced = true;
  Composed& found = find(filled.words, setting);
  if (!found.is(filled.words, setting)) {
    const std::vector<int> starts = balanced_starts(filled);
    if (starts.empty()) return filled;
    set(found, filled.words, setting, starts);
    break_at(found, starts);
    read_lines(found);
    ++composed_;
    if (!begins_at(found, starts)) found.lines.clear();
  }
  if (found.lines.empty()) return filled;
  found.asked = ++asked_;
  return found;
}

void Typesetter::set(Composed& into, std::string_view words, const Setting& setting, std::span<const int> starts) {
  const bool fresh = !into.layout;
  if (fresh) {
    into.context = fonts_->context();
    into.layout.reset(pango_layout_new(into.context.get()));
    pango_layout_set_wrap(into.layout.get(), PANGO_WRAP_WORD_CHAR);
  }
  PangoLayout* layout = into.layout.get();
  if (fresh || setting.language != into.setting.language || setting.one_line || into.setting.one_line) {
    Fonts::speak(*into.context, setting.language);
    if (setting.one_line) {
      pango_context_set_base_dir(into.context.get(), setting.right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    }
    pango_layout_context_changed(layout);
  }
  if (fresh || setting.language != into.setting.language || setting.face != into.setting.face) {
    pango_layout_set_font_description(layout, Fonts::description(setting.face, setting.language).get());
  }
  pango_layout_set_auto_dir(layout, setting.one_line ? FALSE : TRUE);
  pango_layout_set_ellipsize(layout, setting.one_line ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  pango_layout_set_width(layout, setting.width);
  std::string text = readable(words);
  if (!fonts_->in_colours()) text = in_one_ink(std::move(text));
  into.breaks = dictionary_breaks(text);
  if (setting.balanced) std::erase_if(into.breaks, [&](int at) { return !std::ranges::binary_search(starts, at); });
  if (!into.breaks.empty()) text = with_breaks(text, into.breaks);
  if (!std::exchange(into.told, {}).empty() || into.setting.balanced) pango_layout_set_attributes(layout, nullptr);
  pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
  into.words = words;
  into.setting = setting;
  if (may_hold_pictures(text)) tell_pictures(into);
}

void Typesetter::tell_pictures(Composed& in) {
  const std::vector<UntoldPicture> untold = untold_pictures(in.layout.get(), flag_of_nowhere());
  if (untold.empty()) return;
  const AttributesPtr attributes(pango_attr_list_new());
  for (const UntoldPicture& picture : untold) {
    std::string words = picture.letters;
    if (words.empty() && picture_words_) words = picture_words_(picture.character, in.setting.language);
    LayoutPtr told(pango_layout_new(in.context.get()));
    pango_layout_set_font_description(told.get(), pango_layout_get_font_description(in.layout.get()));
    pango_layout_set_text(told.get(), words.empty() ? "\u2026" : words.c_str(), -1);
    pango_layout_set_width(told.get(), static_cast<int>(kToldEms * kReferenceEm * PANGO_SCALE));
    pango_layout_set_ellipsize(told.get(), PANGO_ELLIPSIZE_END);
    pango_attr_list_insert(attributes.get(), told_as(picture, told.get()));
    in.told.push_back(std::move(told));
  }
  pango_layout_set_attributes(in.layout.get(), attributes.get());
}

// A font may have one picture for the flags of all places that it does not know.
std::uint32_t Typesetter::flag_of_nowhere() {
  if (!flag_of_nowhere_) {
    const ContextPtr context = fonts_->context();
    Fonts::speak(*context, "en");
    const LayoutPtr layout(pango_layout_new(context.get()));
    pango_layout_set_font_description(layout.get(), Fonts::description(Face::words, "en").get());
    flag_of_nowhere_ = only_glyph(layout.get(), "\U0001F1FD\U0001F1FD");  // XX: never a place's
  }
  return *flag_of_nowhere_;
}

const Composed& Typesetter::cut_at(const Composed& whole, std::size_t index) {
  std::size_t last = index;
  while (whole.lines[last].runs_on) ++last;
  const auto start = static_cast<std::size_t>(whole.lines[index].start);
  std::string rest = whole.words.substr(start, static_cast<std::size_t>(whole.lines[last].end) - start);
  // Where more paragraphs follow, the ellipsis must show even if this one ends within the line.
  if (last + 1 < whole.lines.size()) rest += "…";
  Setting setting = whole.setting;
  setting.one_line = true;
  setting.balanced = false;
  setting.right_to_left = whole.lines[index].right_to_left;
  // After a whole word, where words of this script have spaces between them.
  std::string words = whole.words.substr(start, static_cast<std::size_t>(whole.lines[index].end) - start);
  for (;;) {
    words.erase(words.find_last_not_of(" \n") + 1);
    if (words.empty()) break;
    const Composed& cut = compose(words + "…", setting);
    if (pango_layout_is_ellipsized(cut.layout.get()) == FALSE) return cut;
    const std::size_t space = words.rfind(' ');
    if (space == std::string::npos) break;
    words.erase(space);
  }
  return compose(rest, setting);
}

FaceMeasure Typesetter::measure(Face face) {
  auto& known = measures_.at(static_cast<std::size_t>(face));
  if (!known) known = fonts_->measure(face);
  return *known;
}

const Placeholder& Typesetter::placeholder(Face face) {
  constexpr hb_codepoint_t dotted_circle = 0x25CC;
  Placeholder& known = placeholders_.at(static_cast<std::size_t>(face));
  if (known.font || !fonts_->any()) return known;
  known.font = fonts_->load(face);
  hb_font_t* shaped = known.font ? pango_font_get_hb_font(known.font.get()) : nullptr;
  if (shaped == nullptr) return known;
  hb_font_get_nominal_glyph(shaped, dotted_circle, &known.glyph);
  known.width = hb_font_get_glyph_h_advance(shaped, known.glyph);
  return known;
}

}  // namespace greenline::text
