// How a card looks while it is read.
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/readable.h"
#include "ui/reader.h"

namespace greenline::ui {

void Reader::draw(Painter& painter, const Surroundings& s) const {
  const Measures& m = measures_;
  painter.pebble_shadow(moved(paper_, {0, 0.05F * m.unit}), 0.28F * m.unit, faded(painter.role("shadow"), 0.4F));
  painter.pebble(paper_, painter.role(hides_words() ? "veil" : "paper"));
  buttons_.draw(painter, m, "thread");
  draw_handle(painter);
  painter.finish_layer();
  draw_card(painter, s);
  draw_beneath(painter, s);
}

void Reader::draw_handle(Painter& painter) const {
  // A loose end of the thread hangs out of its handle: it asks to be pulled.
  const auto handle = std::ranges::find(buttons_.all, ButtonKind::handle, &Button::kind);
  if (handle == buttons_.all.end()) return;
  const Colour colour = painter.role("thread");
  painter.edge(handle->rect, measures_.key_corner(), faded(colour, 0.8F), std::max(1.5F, 0.03F * measures_.unit));
}

// What it says stands above the veil's waves and below them; in a low seat each takes a half of its paper, and waves only what
// is left.
void Reader::draw_veil(Painter& painter, const Surroundings& s) const {
  const Measures& m = measures_;
  const bool low = m.low;
  const float middle = paper_.centre().y;
  const PixelRect above{paper_.x0 + m.unit, paper_.y0 + (low ? 0.2F : 0.4F) * m.unit, paper_.x1 - m.unit,
                        low ? middle : paper_.y0 + 1.5F * m.unit};
  const PixelRect below{above.x0, low ? middle : paper_.y1 - 1.7F * m.unit, above.x1,
                        paper_.y1 - (low ? 0.2F : 0.35F) * m.unit};
  if (!low || !card_.half_open) {
    std::vector<PixelPoint> wave;
    for (const float row : {low ? 0.14F : -0.11F, low ? 0.34F : 0.13F}) {
      wave.clear();
      for (int i = 0; i <= 40; ++i) {
        const float along = static_cast<float>(i) / 40;
        wave.push_back({std::lerp(paper_.x0, paper_.x1, 0.2F + 0.6F * along),
                        middle + paper_.height() * (row + 0.045F * std::sin(along * 19 + row * 20))});
      }
      painter.line(wave, painter.role("veil.wave"), 0.06F * m.unit);
    }
  }
  const text::Style words{.size_px = m.prompt_em(), .align = text::Align::centre, .max_lines = 2, .language = {}};
  painter.label(say("read.veiled", s), above, words, painter.role("veil.wave"));
  if (card_.half_open) painter.label(say("read.half_open", s), below, words, painter.role("veil.wave"));
}

void Reader::draw_card(Painter& painter, const Surroundings& s) const {
  const Measures& m = measures_;
  if (hides_words()) {
    draw_veil(painter, s);
    return painter.finish_layer();
  }
  if (const auto words = said(s)) {
    painter.clip(words->box.grown(0.1F * m.unit));
    const float top = words->beyond() > 0 ? words->box.y0 - said_scrolled_ : words->box.centre().y - words->block->height / 2;
    painter.words(words->block, {words->box.centre().x - words->block->width / 2, top}, painter.role("ink"));
    painter.unclip();
    draw_bar(painter, words->box, words->block->height, said_scrolled_, faded(painter.role("ink"), 0.5F));
  }
  for (const model::Stroke& stroke : card_.saying.ink) painter.ink(stroke, pad_box(), painter.role("ink"));
  painter.finish_layer();
}

// Words above, the drawing beneath them, as on the wall.
std::optional<Reader::Said> Reader::said(const Surroundings& s) const {
  if (card_.saying.words.empty() || hides_words()) return std::nullopt;
  PixelRect box = shrunk(paper_, beside_said * paper_.width());
  box.y0 = paper_.y0 + above_said * paper_.height();
  box.y1 = box.y0 + (card_.saying.ink.empty() ? said_share : said_above_ink) * paper_.height();
  text::Style style{.width_px = box.width(), .align = text::Align::centre, .language = card_.saying.language};
  style.size_px = breaking_fit(card_.saying.words, s.engine, style, box.height() + 0.5F, sizes(measures_, s.setting));
  style.balanced = true;
  return Said{s.engine.layout(card_.saying.words, style), box};
}

PixelRect Reader::pad_box() const {
  if (card_.saying.words.empty()) return paper_;
  const float height = 0.52F * paper_.height();
  return model::rect_around({paper_.centre().x, paper_.y0 + 0.69F * paper_.height()}, height * 0.95F, height / 2);
}

// More lies below: a soft bar tells where one is.
void Reader::draw_bar(Painter& painter, const PixelRect& box, float height, float scrolled, Colour colour) const {
  if (height <= box.height() + 1) return;
  const float share = box.height() / height, unit = measures_.unit;
  const float top = box.y0 + scrolled * share, x = box.x1 + 0.10F * unit;
  painter.fill({x, top, x + 0.08F * unit, top + box.height() * share}, 0.04F * unit, colour);
}

void Reader::draw_beneath(Painter& painter, const Surroundings& s) const {
  if (beneath_ <= 0) return;
  const Measures& m = measures_;
  painter.clip(beneath_box_);
  float y = beneath_box_.y0 - scrolled_;
  for (const Line& line : standing(m, s)) {
    painter.words(line.words, {beneath_box_.x0 + before_words * m.unit, y}, painter.role("quiet_text"));
    painter.icon(line.icon, {beneath_box_.x0 + 0.3F * m.unit, y + line.words->height / 2}, 0.34F * m.unit,
                 painter.role("quiet_text"));
    y += line.words->height + after_line * m.unit;
  }
  const std::vector<Tie> threads = ties(m, s);
  for (std::size_t i = 0; i < threads.size(); ++i) {
    const PixelRect rect{beneath_box_.x0, y, beneath_box_.x1, y + threads[i].height};
    if (rect.touches(beneath_box_)) draw_tie(painter, threads[i], card_.threads[i], rect);
    if (tie_keys_.at_keys() == first_tie + static_cast<int>(i))
      painter.edge(rect, 0.22F * m.unit, painter.role("text"), std::max(2.0F, 0.05F * m.unit));
    y += threads[i].height + m.gap();
  }
  if (!threads.empty()) y += m.space();
  for (const Slip& slip : slips(m, s)) {
    const PixelRect rect{beneath_box_.x0, y, beneath_box_.x1, y + slip.height};
    if (rect.touches(beneath_box_)) draw_slip(painter, slip, rect);
    y += slip.height + m.gap();
  }
  slip_keys_.draw(painter, m, "thread");
  painter.finish_layer();
  painter.unclip();
  draw_bar(painter, beneath_box_, beneath_, scrolled_, faded(painter.role("quiet_text"), 0.6F));
}

// The thread's word and an arrow the way it leads; then a small card that says what the other one says.
void Reader::draw_tie(Painter& painter, const Tie& tie, const ThreadAt& thread, const PixelRect& rect) const {
  const float unit = measures_.unit, middle = rect.centre().y;
  painter.finish_layer();
  const PixelRect card{rect.x0 + tie_says * unit, rect.y0, rect.x1, rect.y1};
  const float from = card.x0 - (2 * tie_arrow - 0.12F) * unit, to = card.x0 - 0.18F * unit, head = 0.13F * unit;
  const float tip = thread.outward ? to : from, back = thread.outward ? to - head : from + head;
  const float width = 0.05F * unit;
  if (tie.word)
    painter.words(tie.word, {from - 0.12F * unit - tie.word->width, middle - tie.word->height / 2}, painter.role("text"));
  painter.line(std::array{PixelPoint{from, middle}, PixelPoint{to, middle}}, painter.role("thread"), width);
  painter.line(std::array{PixelPoint{back, middle - head}, PixelPoint{tip, middle}, PixelPoint{back, middle + head}},
               painter.role("thread"), width);
  const bool veiled = thread.card && thread.says.words.empty();
  if (thread.card) painter.fill(card, 0.22F * unit, painter.role(veiled ? "veil" : "paper"));
  const float pad = tie_pad * unit;
  const float x = tie.says->right_to_left ? card.x1 - pad - tie.says->width : card.x0 + pad;
  painter.words(tie.says, {x, middle - tie.says->height / 2},
                painter.role(veiled        ? "veil.wave"
                             : thread.card ? "ink"
                                           : "text"));
}

void Reader::draw_slip(Painter& painter, const Slip& slip, const PixelRect& rect) const {
  const Measures& m = measures_;
  painter.finish_layer();
  painter.fill(rect, 0.18F * m.unit, mixed(painter.role("paper"), painter.role("panel"), 0.06F));
  const Colour ink = painter.role("ink");
  const float x = rect.x0 + 0.2F * m.unit;
  const float first_line = rect.y0 + 0.12F * m.unit;
  const float middle = rect.y0 + (slip.height - slip.key) / 2;
  painter.words(slip.kind, {x, slip.words ? first_line : middle - slip.kind->height / 2},
                mixed(ink, painter.role("paper"), 0.28F));
  if (slip.words) painter.words(slip.words, {rect.x0 + 2.6F * m.unit, first_line}, ink);
  if (slip.ink == nullptr) return;
  const float height = 1.0F * m.unit;
  const PixelRect pad{rect.x1 - height * 1.9F - 0.15F * m.unit, middle - height / 2, rect.x1 - 0.15F * m.unit,
                      middle + height / 2};
  for (const model::Stroke& stroke : *slip.ink) painter.ink(stroke, pad, ink);
}

}  // namespace greenline::ui
