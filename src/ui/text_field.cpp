// Edits of a text field, and where its words and caret stand.
#include "ui/text_field.h"

#include <algorithm>

#include "model/blank.h"
#include "ui/readable.h"

namespace greenline::ui {
namespace {

constexpr std::string_view white_space = " \n\t\r";

// The largest size at which the words fit, or the smallest. A single line is not broken.
float fitting_size(std::string_view words, text::Engine& engine, text::Style style, const model::PixelRect& box,
                   std::span<const float> sizes_px, bool single_line) {
  if (!single_line) {
    style.width_px = box.width();
    return breaking_fit(words, engine, style, box.height(), sizes_px);
  }
  for (const float size : sizes_px) {
    style.size_px = size;
    if (engine.layout(words, style)->width <= box.width()) return size;
  }
  return sizes_px.back();
}

// How far to shift the words in a room of `room`, so that the caret's far end lies inside it.
float scrolled(float room, float caret_to) { return std::min(0.0F, room - caret_to); }

// The left edge of a single line: at the side where it begins, shifted so that the caret is seen.
float line_left(const model::PixelRect& box, const text::Block& block, float caret_x) {
  constexpr float beside_caret = 3;
  if (!block.right_to_left) return box.x0 + scrolled(box.width(), caret_x + beside_caret);
  const float left = box.x1 - block.width;
  return std::max(left, box.x0 + beside_caret - caret_x);
}

}  // namespace

void TextField::fill(std::string_view words) {
  std::size_t keeps = words.size();
  if (keeps > max_bytes) {
    // Back from the first character that begins beyond the limit: what is before the grapheme that goes over it.
    std::size_t beyond = max_bytes + 1;
    while (beyond < words.size() && (static_cast<unsigned char>(words[beyond]) & 0xC0) == 0x80) ++beyond;
    keeps = text::previous_grapheme(words, beyond);
  }
  text = words.substr(0, keeps);
  if (single_line) std::ranges::replace(text, '\n', ' ');
  put_caret(text.size(), false);
}

text::Range TextField::selected() const {
  const std::size_t other = anchor.value_or(caret);
  return {std::min(other, caret), std::max(other, caret)};
}

void TextField::put_caret(std::size_t at, bool selecting) {
  if (!selecting) anchor.reset();
  if (selecting && !anchor) anchor = caret;
  caret = std::min(at, text.size());
  if (anchor == caret) anchor.reset();
}

void TextField::select(const text::Range& range) {
  put_caret(range.from, false);
  put_caret(range.to, true);
}

std::optional<std::size_t> TextField::insert(std::string_view more) {
  const text::Range instead_of = selected();
  const std::size_t goes = instead_of.to - instead_of.from;
  if (text.size() - goes + more.size() > max_bytes) return std::nullopt;
  text.replace(instead_of.from, goes, more);
  put_caret(instead_of.from + more.size(), false);
  return instead_of.from;
}

bool TextField::replace(std::size_t at, std::string_view old, std::string_view text_instead) {
  if (at > text.size() || text.compare(at, old.size(), old) != 0) return false;
  if (text.size() - old.size() + text_instead.size() > max_bytes) return false;
  text.replace(at, old.size(), text_instead);
  put_caret(caret >= at + old.size() ? caret + text_instead.size() - old.size() : caret, false);
  return true;
}

void TextField::erase_before() {
  text::Range gone = selected();
  if (gone.empty()) gone.from = text::backspaced_to(text, caret);
  text.erase(gone.from, gone.to - gone.from);
  put_caret(gone.from, false);
}

void TextField::erase_after() {
  text::Range gone = selected();
  if (gone.empty()) gone.to = text::next_grapheme(text, caret);
  text.erase(gone.from, gone.to - gone.from);
  put_caret(gone.from, false);
}

std::string_view TextField::character_before() const {
  std::size_t from = caret;
  while (from > 0 && (static_cast<unsigned char>(text[--from]) & 0xC0) == 0x80) {}
  return std::string_view(text).substr(from, caret - from);
}

bool TextField::blank() const { return !model::shows_something(text); }

std::string TextField::said() const {
  if (blank()) return {};
  const auto from = text.find_first_not_of(white_space);
  return text::normalised(std::string_view(text).substr(from, text.find_last_not_of(white_space) + 1 - from));
}

FieldView view_of(const TextField& field, text::Engine& engine, const model::PixelRect& box, const text::Style& style,
                  std::span<const float> sizes_px) {
  FieldView view;
  view.style = style;
  view.style.width_px = field.single_line ? 0 : box.width();
  view.style.size_px = fitting_size(field.text, engine, view.style, box, sizes_px, field.single_line);
  view.block = engine.layout(field.text, view.style);
  const text::Caret caret = engine.caret(field.text, view.style, field.caret);
  if (field.single_line) {
    view.origin = {line_left(box, *view.block, caret.x), box.centre().y - (caret.top + caret.bottom) / 2};
  } else {
    const float left = view.block->right_to_left ? box.x1 - view.block->width : box.x0;
    view.origin = {left, box.y0 + scrolled(box.height(), caret.bottom)};
  }
  view.caret = {view.origin.x + caret.x, view.origin.y + caret.top, view.origin.y + caret.bottom};
  return view;
}

std::size_t offset_at(const TextField& field, text::Engine& engine, const FieldView& view, model::PixelPoint at) {
  return std::min(engine.offset_at(field.text, view.style, at - view.origin), field.text.size());
}

text::Caret caret_at(const TextField& field, text::Engine& engine, const FieldView& view, std::size_t offset) {
  const text::Caret caret = engine.caret(field.text, view.style, offset);
  return {view.origin.x + caret.x, view.origin.y + caret.top, view.origin.y + caret.bottom};
}

void move_caret(TextField& field, text::Engine& engine, const FieldView& view, int direction, bool selecting) {
  const text::Range range = field.selected();
  if (range.empty() || selecting) {
    return field.put_caret(engine.move_caret(field.text, view.style, field.caret, direction), selecting);
  }
  const text::Caret from = caret_at(field, engine, view, range.from), to = caret_at(field, engine, view, range.to);
  const bool same_line = from.top == to.top;
  const bool from_is_left = same_line ? from.x <= to.x : from.top < to.top;
  field.put_caret((direction < 0) == from_is_left ? range.from : range.to, false);
}

void move_caret_to(LineEnd end, TextField& field, text::Engine& engine, const FieldView& view, bool selecting) {
  const text::Range line = engine.line_around(field.text, view.style, field.caret);
  field.put_caret(end == LineEnd::first ? line.from : line.to, selecting);
}

std::vector<model::PixelRect> selected_rects(const TextField& field, text::Engine& engine, const FieldView& view) {
  std::vector<model::PixelRect> rects = engine.rects_of(field.text, view.style, field.selected());
  for (model::PixelRect& rect : rects) {
    rect = {rect.x0 + view.origin.x, rect.y0 + view.origin.y, rect.x1 + view.origin.x, rect.y1 + view.origin.y};
  }
  return rects;
}

}  // namespace greenline::ui
