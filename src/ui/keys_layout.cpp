// Where each key stands, and how it looks.
#include <algorithm>

#include "ui/keys.h"

namespace greenline::ui {

void Keys::lay_out(const PixelRect& box, const Measures& measures, const KeyboardLayout& layout, KeyLabels labels) {
  if (layout_ != &layout) {
    let_go();
    shift_ = Shift::off;
    symbols_ = false;
  }
  box_ = box;
  measures_ = measures;
  layout_ = &layout;
  labels_ = std::move(labels);
  rebuild();
}

void Keys::rebuild() {
  keys_.clear();
  const bool shifted = shift_ != Shift::off && !layout_->shifted.empty();
  const KeyRows& page = symbols_ ? layout_->symbols : shifted ? layout_->shifted : layout_->letters;
  const float row_height = box_.height() / static_cast<float>(layout_->rows());
  // A page with fewer rows than the other has taller keys, so that the space key stays where it is.
  const float page_row = (box_.height() - row_height) / static_cast<float>(page.size());
  float y = box_.y0;
  for (std::size_t i = 0; i < page.size(); ++i, y += page_row) place_row(page[i], y, page_row, i + 1 == page.size());
  place_space_row(box_.y1 - row_height, row_height, *layout_, !labels_.next_language.empty());
}

void Keys::place_row(const std::vector<std::string>& texts, float y, float row_height, bool last) {
  const auto count = static_cast<float>(texts.size());
  const auto columns = static_cast<float>(layout_->columns());
  const bool has_shift = last && !symbols_ && !layout_->shifted.empty();
  const float sides = !last ? 0 : has_shift ? 2 : 1;  // keys that are not letters
  // The last row: shift, letters of one column, delete. Other rows fill the width.
  const float side = last ? std::max(1.0F, (columns - count) / sides) * box_.width() / columns : 0;
  const float key_width = (box_.width() - side * sides) / count;
  float x = box_.x0;
  const auto place = [&](Kind kind, std::string text, float width) {
    const float size = kind == Kind::letter ? label_size(text) : 1;
    keys_.push_back({kind, std::move(text), {x, y, x + width, y + row_height}, size});
    x += width;
  };
  if (has_shift) place(Kind::shift, {}, side);
  for (const std::string& text : texts) place(Kind::letter, text, key_width);
  if (last) place(Kind::erase, {}, side);
}

void Keys::place_space_row(float y, float row_height, const KeyboardLayout& layout, bool has_language) {
  const float unit = box_.width() / 10;
  float x = box_.x0;
  const auto place = [&](Kind kind, std::string text, float units) {
    const float size = kind == Kind::letter ? label_size(text) : 1;
    keys_.push_back({kind, std::move(text), {x, y, x + units * unit, y + row_height}, size});
    x += units * unit;
  };
  place(Kind::page, {}, 1.3F);
  if (has_language) place(Kind::language, {}, 1.7F);
  place(Kind::letter, layout.beside_space[0], 1);
  place(Kind::space, " ", has_language ? 2.7F : 4.4F);
  place(Kind::letter, layout.beside_space[1], 1);
  place(Kind::letter, layout.beside_space[2], 1);
  place(Kind::enter, "\n", 1.3F);
}

// A mark alone, on its dotted circle, is drawn larger: it is small beside a letter.
float Keys::label_size(const std::string& text) const {
  constexpr float of_marks = 1.2F;
  const bool mark = text::next_grapheme("a" + text, 0) > 1;
  return layout_->letter_size * (mark ? of_marks : 1);
}

void Keys::draw(Painter& painter, const Measures& measures, const std::string& accent_role) const {
  for (const Key& key : keys_) {
    const bool pressed = std::ranges::any_of(presses_, [&](const auto& entry) { return entry.second.key.rect == key.rect; });
    draw_key(painter, measures, key, pressed, accent_role);
  }
}

void Keys::draw_key(Painter& painter, const Measures& measures, const Key& key, bool pressed,
                    const std::string& accent_role) const {
  const PixelRect face = shrunk(key.rect, measures.gap() / 2);
  const bool lit = key.kind == Kind::shift && shift_ != Shift::off;
  const bool quiet = key.kind != Kind::letter && key.kind != Kind::space;
  Colour ground = quiet ? mixed(painter.role("key"), painter.role("panel"), 0.45F) : painter.role("key");
  if (lit) ground = painter.role("key.accent");
  if (pressed) ground = mixed(ground, painter.role(accent_role), 0.3F);
  painter.fill(face, measures.key_corner(), ground);
  painter.edge(face, measures.key_corner(), painter.role("key.edge"), 1.5F);
  const Colour ink = painter.role(lit ? "key.accent_text" : "text");
  const float icon = 0.42F * measures.unit;
  const auto say = [&](std::string_view label, float em, Colour colour) {
    painter.label(label, shrunk(face, 0.05F * measures.unit),
                  {.size_px = em, .align = text::Align::centre, .max_lines = 1, .language = layout_->language}, colour);
  };
  switch (key.kind) {
    // A keyboard of many rows has lower keys: a letter with marks above and below it stays within its own.
    case Kind::letter: say(key.text, std::min(key.size * measures.key_em(), 0.58F * face.height()), ink); break;
    case Kind::space:
      say(labels_.space, measures.label_em(), painter.role("quiet_text"));
      if (labels_.space.empty()) painter.icon(Icon::space, face.centre(), icon, painter.role("quiet_text"));
      break;
    case Kind::erase: painter.icon(Icon::erase, face.centre(), icon, ink); break;
    case Kind::enter: painter.icon(Icon::enter, face.centre(), icon, ink); break;
    case Kind::shift: painter.icon(shift_ == Shift::locked ? Icon::shift_locked : Icon::shift, face.centre(), icon, ink); break;
    case Kind::page: say(symbols_ ? labels_.letters : labels_.numbers, measures.label_em(), ink); break;
    case Kind::language: say(labels_.next_language, measures.label_em(), ink); break;
  }
}

void Keys::draw_strip(Painter& painter, const Measures& measures) const {
  if (!strip_.shown()) return;
  painter.finish_layer();
  painter.shadow(strip_.rect, measures.key_corner(), measures.shadow() * 0.6F, faded(painter.role("shadow"), 0.5F));
  painter.fill(strip_.rect, measures.key_corner(), painter.role("paper"));
  const float width = strip_.rect.width() / static_cast<float>(strip_.texts.size());
  for (std::size_t i = 0; i < strip_.texts.size(); ++i) {
    const float x = strip_.rect.x0 + width * static_cast<float>(i);
    const PixelRect box{x, strip_.rect.y0, x + width, strip_.rect.y1};
    const bool chosen = static_cast<int>(i) == strip_.chosen;
    if (chosen) painter.fill(shrunk(box, measures.gap() / 2), measures.key_corner(), painter.role("key.accent"));
    painter.label(strip_.texts[i], box,
                  {.size_px = label_size(strip_.texts[i]) * measures.key_em(),
                   .align = text::Align::centre,
                   .max_lines = 1,
                   .language = layout_->language},
                  painter.role(chosen ? "key.accent_text" : "ink"));
  }
  painter.finish_layer();
}

}  // namespace greenline::ui
