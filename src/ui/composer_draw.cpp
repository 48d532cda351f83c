// How a composer looks.
#include <algorithm>
#include <array>
#include <vector>

#include "ui/composer.h"
#include "ui/readable.h"

namespace greenline::ui {
namespace {

std::vector<float> field_sizes(const Measures& m, const Setting& setting) {
  const std::array sizes{0.52F * m.unit, 0.45F * m.unit, 0.38F * m.unit, 0.33F * m.unit, 0.29F * m.unit};
  return readable(sizes, setting);
}

// A line tells paper from a light panel, as it tells cards from a light wall.
void draw_paper(Painter& painter, const PixelRect& rect, float corner) {
  painter.fill(rect, corner, painter.role("paper"));
  painter.edge(rect, corner, painter.role("card.edge"), 1.5F);
}

}  // namespace

PixelRect Composer::thumbnail_box() const {
  const float height = paper_.height() - 0.3F * measures_.unit;
  const float right = paper_.x1 - 0.2F * measures_.unit;
  return {right - height * 1.9F, paper_.centre().y - height / 2, right, paper_.centre().y + height / 2};
}

PixelRect Composer::words_box() const {
  const float side = 0.26F * measures_.unit;
  const float right = may_draw() && !pad_.blank() ? thumbnail_box().x0 - side : paper_.x1 - side;
  return {paper_.x0 + side, paper_.y0 + 0.16F * measures_.unit, right, paper_.y1 - 0.16F * measures_.unit};
}

FieldView Composer::field_view(const Surroundings& s) const {
  const auto sizes = field_sizes(measures_, s.setting);
  return view_of(field_, s.engine, words_box(), {.line_spacing = 1.25F, .language = language_}, sizes);
}

void Composer::draw(Painter& painter, float caret, const Surroundings& s) const {
  draw_head(painter, s);
  buttons_.draw(painter, measures_, title_role());
  if (drawing_) {
    draw_pad(painter, s);
  } else {
    draw_paper(painter, paper_, 0.24F * measures_.unit);
    keys_.draw(painter, measures_, title_role());
    if (map() != nullptr) map_in_seat().draw(painter, std::get<ComposeCard>(purpose_).on_map);
    painter.finish_layer();
    draw_field(painter, caret, s);
    keys_.draw_strip(painter, measures_);
  }
  painter.finish_layer();
}

void Composer::draw_head(Painter& painter, const Surroundings& s) const {
  const Measures& m = measures_;
  if (title_box_.height() > 0) {
    const PixelRect box{title_box_.x0, title_box_.y0, title_box_.x1 - 3.1F * m.unit, title_box_.y1 - 0.1F * m.unit};
    painter.label(
        title(s), box,
        {.face = text::Face::names, .size_px = m.title_em(), .max_lines = 2, .line_spacing = 1.05F, .language = language_},
        painter.role(title_name_role()));
  }
  const auto block = s.engine.layout(prompt(s), prompt_style(m));
  if (block->height > prompt_box_.height() + 1) {
    painter.label(prompt(s), {prompt_box_.x0, prompt_box_.y0, prompt_box_.x0 + prompt_style(m).width_px, prompt_box_.y1},
                  prompt_style(m), painter.role("text"));
    return;
  }
  painter.words(block, {prompt_box_.x0, prompt_box_.centre().y - block->height / 2}, painter.role("text"));
}

void Composer::draw_field(Painter& painter, float caret, const Surroundings& s) const {
  const Measures& m = measures_;
  const Colour ink = painter.role("ink");
  const FieldView view = field_view(s);
  const PixelRect box = words_box();
  painter.clip(box.grown(0.08F * m.unit));
  if (field_.text.empty()) {
    const auto hint =
        s.engine.layout(say("composer.hint", s), {.size_px = view.style.size_px, .max_lines = 1, .language = language_});
    const float beside = 0.12F * m.unit;
    // Behind the caret, which stands where the person's script begins.
    const float x = view.block->right_to_left ? box.x1 - beside - hint->width : box.x0 + beside;
    painter.words(hint, {x, view.origin.y}, mixed(ink, painter.role("paper"), 0.32F));
  } else {
    draw_selection(painter, view, s.engine);
    painter.words(view.block, view.origin, ink);
  }
  const float width = std::max(2.0F, 0.045F * m.unit);
  if (field_.selected().empty()) {
    painter.fill({view.caret.x - width / 2, view.caret.top, view.caret.x + width / 2, view.caret.bottom}, width / 2,
                 faded(ink, caret));
  }
  painter.unclip();
  if (!may_draw() || pad_.blank()) return;
  const PixelRect thumbnail = thumbnail_box();
  painter.edge(thumbnail, 0.16F * m.unit, faded(ink, 0.22F), 1.2F);
  for (const model::Stroke& stroke : pad_.strokes()) painter.ink(stroke, thumbnail, ink);
}

// What is selected lies on a band of its circle's colour; a knob at either end says that it can be moved.
void Composer::draw_selection(Painter& painter, const FieldView& view, text::Engine& engine) const {
  const text::Range range = field_.selected();
  if (range.empty()) return;
  const Colour band = mixed(painter.role("paper"), painter.role(title_role()), 0.42F);
  const Colour knob = mixed(painter.role("ink"), painter.role(title_role()), 0.35F);
  for (const PixelRect& rect : selected_rects(field_, engine, view)) painter.fill(rect, 0, band);
  const float width = std::max(2.0F, 0.045F * measures_.unit);
  const text::Caret from = caret_at(field_, engine, view, range.from), to = caret_at(field_, engine, view, range.to);
  const bool one_line = from.top == to.top;
  for (const bool first : {true, false}) {
    const text::Caret &at = first ? from : to, &other = first ? to : from;
    // Beside what is selected, not over its letters.
    const float aside = !one_line ? 0 : at.x < other.x ? -width / 2 : width / 2;
    painter.fill({at.x + aside - width / 2, at.top, at.x + aside + width / 2, at.bottom}, 0, knob);
    painter.disc({at.x, at.bottom}, 0.1F * measures_.unit, knob);
  }
}

void Composer::draw_pad(Painter& painter, const Surroundings& s) const {
  const Measures& m = measures_;
  const Colour ink = painter.role("ink");
  painter.finish_layer();
  if (!strip_of_words_.empty()) {
    draw_paper(painter, strip_of_words_, 0.2F * m.unit);
    const auto line = s.engine.layout(field_.said(), {.size_px = m.readable_em(0.36F),
                                                      .width_px = strip_of_words_.width() - 0.52F * m.unit,
                                                      .max_lines = 1,
                                                      .language = language_});
    const float beside = 0.26F * m.unit;
    const float x = line->right_to_left ? strip_of_words_.x1 - beside - line->width : strip_of_words_.x0 + beside;
    painter.words(line, {x, strip_of_words_.centre().y - line->height / 2}, ink);
  }
  draw_paper(painter, paper_, 0.3F * m.unit);
  if (pad_.blank()) {
    painter.label(say("composer.draw_hint", s), shrunk(paper_, m.unit),
                  {.size_px = 0.46F * m.unit, .align = text::Align::centre, .max_lines = 2, .language = language_},
                  mixed(ink, painter.role("paper"), 0.32F));
  }
  painter.clip(paper_);
  for (const model::Stroke& stroke : pad_.strokes()) painter.ink(stroke, paper_, ink);
  painter.unclip();
}

}  // namespace greenline::ui
