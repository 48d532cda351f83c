// Edits of a text field, and where its words and caret stand.
#include "ui/text_field.h"

#include <algorithm>

namespace greenline::ui {
namespace {

constexpr std::string_view white_space = " \n\t\r";

// The largest size at which the words fit, or the smallest. A single line is not broken, so `fit` cannot judge it.
float fitting_size(std::string_view words, text::Engine& engine, text::Style style, const model::PixelRect& box,
                   std::span<const float> sizes_px, bool single_line) {
  if (!single_line) {
    style.width_px = box.width();
    return engine.fit(words, style, box.height(), sizes_px).size_px;
  }
  for (const float size : sizes_px) {
    style.size_px = size;
    if (engine.layout(words, style)->width <= box.width()) return size;
  }
  return sizes_px.back();
}

// How far to shift the words in a room of `room`, so that the caret's far end lies inside it.
float scrolled(float room, float caret_to) { return std::min(0.0F, room - caret_to); }

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
  caret = text.size();
}

std::optional<std::size_t> TextField::insert(std::string_view more) {
  if (text.size() + more.size() > max_bytes) return std::nullopt;
  const std::size_t at = caret;
  text.insert(at, more);
  caret = at + more.size();
  return at;
}

bool TextField::replace(std::size_t at, std::string_view old, std::string_view text_instead) {
  if (at > text.size() || text.compare(at, old.size(), old) != 0) return false;
  if (text.size() - old.size() + text_instead.size() > max_bytes) return false;
  text.replace(at, old.size(), text_instead);
  if (caret >= at + old.size()) caret += text_instead.size() - old.size();
  return true;
}

void TextField::erase_before() {
  if (caret == 0) return;
  const std::size_t from = text::previous_grapheme(text, caret);
  text.erase(from, caret - from);
  caret = from;
}

void TextField::erase_after() {
  if (caret >= text.size()) return;
  text.erase(caret, text::next_grapheme(text, caret) - caret);
}

void TextField::home() {
  const auto line_end = caret == 0 ? std::string::npos : text.rfind('\n', caret - 1);
  caret = line_end == std::string::npos ? 0 : line_end + 1;
}

void TextField::end() { caret = std::min(text.find('\n', caret), text.size()); }

bool TextField::blank() const { return text.find_first_not_of(white_space) == std::string::npos; }

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
    view.origin = {box.x0 + scrolled(box.width(), caret.x + 3), box.centre().y - (caret.top + caret.bottom) / 2};
  } else {
    view.origin = {box.x0, box.y0 + scrolled(box.height(), caret.bottom)};
  }
  view.caret = {view.origin.x + caret.x, view.origin.y + caret.top, view.origin.y + caret.bottom};
  return view;
}

void place_caret(TextField& field, text::Engine& engine, const FieldView& view, model::PixelPoint at) {
  field.caret = std::min(engine.offset_at(field.text, view.style, at - view.origin), field.text.size());
}

void move_caret(TextField& field, text::Engine& engine, const FieldView& view, int direction) {
  field.caret = std::min(engine.move_caret(field.text, view.style, field.caret, direction), field.text.size());
}

}  // namespace greenline::ui
