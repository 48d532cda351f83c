#include "ui/drawing_screen.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "ui/screen_em.h"

namespace greenline::ui {
namespace {

constexpr float drawing_margin_ems = 1.1F, drawing_head_ems = 2.2F, drawing_button_ems = 9;
constexpr float question_width_ems = 34, question_height_ems = 6;
constexpr float region_tint = 0.2F, name_ground = 0.88F;
constexpr std::array drawing_name_sizes = {1.25F, 1.1F, 1.0F, 0.9F};  // ems

}  // namespace

void DrawingScreen::set(const Setting& setting, float wide_by_high, float reach_px) {
  setting_ = setting;
  wide_by_high_ = wide_by_high;
  reach_px_ = reach_px;
  em_ = screen_em(setting);
  measures_.unit = em_ / 0.36F;
  lay_out();
}

void DrawingScreen::show(DrawingPage page) {
  if (page == page_) return;
  const bool same_buttons = page.may_undo == page_.may_undo && page.may_finish == page_.may_finish &&
                            page.question == page_.question && page.done == page_.done;
  page_ = std::move(page);
  layer_.draw_again();
  if (!same_buttons) lay_out();
}

void DrawingScreen::lay_out() {
  layer_.draw_again();
  buttons_.all.clear();
  const float margin = drawing_margin_ems * em_, height = screen_button_height(setting_);
  const float top = std::max(0.0F, setting_.height - reach_px_);
  const PixelRect all = PixelRect{0, top, setting_.width, setting_.height}.grown(-margin);
  head_ = {all.x0, all.y0, all.x1, all.y0 + drawing_head_ems * em_};
  PixelRect foot{all.x0, all.y1 - height, all.x1, all.y1};
  const PixelRect between{all.x0, head_.y1 + margin / 2, all.x1, foot.y0 - margin};
  const float width = std::min(between.width(), between.height() * wide_by_high_);
  picture_ = model::rect_around(between.centre(), std::floor(width / 2), std::floor(width / wide_by_high_ / 2));
  question_ = {};
  if (page_.question) return lay_out_question();
  const float wide = std::min(drawing_button_ems * em_, (foot.width() - 2 * margin) / 3);
  const auto add = [&](Did did, float x, const std::string& label, Icon icon, ButtonKind kind) {
    buttons_.add({static_cast<int>(did), {x, foot.y0, x + wide, foot.y1}, label, icon, kind, false, setting_.language});
  };
  add(Did::leave, foot.x0, page_.leave, Icon::close, ButtonKind::plain);
  if (page_.may_undo) add(Did::undo, foot.x1 - 2 * wide - margin, page_.undo, Icon::undo, ButtonKind::plain);
  add(Did::done, foot.x1 - wide, page_.done, Icon::none, page_.may_finish ? ButtonKind::accent : ButtonKind::plain);
}

void DrawingScreen::lay_out_question() {
  const float height = screen_button_height(setting_), pad = 1.5F * em_;
  const float width = std::min(question_width_ems * em_, setting_.width - 2 * em_);
  const float whole = question_height_ems * em_ + height + 2 * pad;
  question_ = model::rect_around(picture_.centre(), std::round(width / 2), std::round(whole / 2));
  const PixelRect inner = question_.grown(-pad);
  const float one = (inner.width() - em_) / 2;
  const auto add = [&](Did did, float x, const std::string& label, ButtonKind kind) {
    buttons_.add(
        {static_cast<int>(did), {x, inner.y1 - height, x + one, inner.y1}, label, Icon::none, kind, false, setting_.language});
  };
  add(Did::leave_it, inner.x0, page_.question->leave_it, ButtonKind::plain);
  add(Did::stay, inner.x1 - one, page_.question->stay, ButtonKind::accent);
}

DrawingScreen::Touch DrawingScreen::touch(const input::Contact& contact) {
  const bool held = buttons_.holds(contact.id);
  const auto pushed = buttons_.touch(contact, 3 * setting_.pixels_per_mm);
  if (!held && !buttons_.holds(contact.id)) return {page_.question.has_value(), {}};
  layer_.draw_again();
  return {true, pushed ? std::optional(static_cast<Did>(*pushed)) : std::nullopt};
}

std::optional<PixelRect> DrawingScreen::place_of(Did did) const {
  const auto found = std::ranges::find(buttons_.all, static_cast<int>(did), &Button::id);
  return found == buttons_.all.end() ? std::nullopt : std::optional(found->rect);
}

const Drawing& DrawingScreen::draw(float seconds, GlyphTextures glyphs, const Surroundings& s) {
  return layer_.draw(setting_, {}, seconds, glyphs, s, [&](Painter& painter) { fill(painter); });
}

// On a photograph a line is seen by its dark sides, whatever colours lie there.
void DrawingScreen::draw_region(Painter& painter, const DrawingPage::Region& region) const {
  const float width = std::max(2.5F, 0.16F * em_);
  painter.fill_shape(region.edge, faded(painter.role(region.colour), region_tint));
  painter.line(region.edge, faded(painter.role("shadow"), 0.65F), 2.6F * width, true);
  painter.line(region.edge, painter.role(region.colour), width, true);
}

void DrawingScreen::draw_name(Painter& painter, const DrawingPage::Region& region) const {
  const text::Style style{.face = region.named ? text::Face::words_bold : text::Face::prompt_italic,
                          .size_px = drawing_name_sizes[0] * em_,
                          .width_px = std::max(region.words.width(), 6 * em_),
                          .align = text::Align::centre,
                          .max_lines = 2,
                          .line_spacing = 1.1F,
                          .language = setting_.language};
  std::array<float, drawing_name_sizes.size()> sizes{};
  std::ranges::transform(drawing_name_sizes, sizes.begin(), [this](float ems) { return ems * em_; });
  const auto block = painter.engine().fit(region.name, style, std::max(region.words.height(), 2.6F * em_), sizes).block;
  const PixelPoint at = region.words.centre() - PixelPoint{block->width / 2, block->height / 2};
  const PixelRect ground{at.x - 0.7F * em_, at.y - 0.35F * em_, at.x + block->width + 0.7F * em_,
                         at.y + block->height + 0.35F * em_};
  painter.fill(ground, std::min(ground.height() / 2, 0.8F * em_), faded(painter.role("panel"), name_ground));
  painter.words(block, {std::round(at.x), std::round(at.y)},
                painter.role(region.named ? region.colour + ".name" : "quiet_text"));
}

void DrawingScreen::draw_question(Painter& painter) const {
  painter.finish_layer();
  painter.fill({0, 0, setting_.width, setting_.height}, 0, faded(painter.role("ground.edge"), 0.6F));
  painter.shadow(question_, measures_.corner(), measures_.shadow(), faded(painter.role("shadow"), 0.6F));
  painter.fill(question_, measures_.corner(), painter.role("panel"));
  painter.edge(question_, measures_.corner(), painter.role("panel.edge"), std::max(1.5F, 0.07F * em_));
  PixelRect words = question_.grown(-1.5F * em_);
  words.y1 = words.y0 + 3.4F * em_;
  painter.label(
      page_.question->asks, words,
      {.face = text::Face::names, .size_px = 1.5F * em_, .max_lines = 2, .line_spacing = 1.1F, .language = setting_.language},
      painter.role("text"));
  words = {words.x0, words.y1, words.x1, words.y1 + 2.2F * em_};
  painter.label(page_.question->more, words, {.size_px = em_, .max_lines = 2, .language = setting_.language},
                painter.role("quiet_text"));
}

void DrawingScreen::fill(Painter& painter) const {
  painter.label(
      page_.head, head_,
      {.face = text::Face::names, .size_px = 1.45F * em_, .max_lines = 2, .line_spacing = 1.05F, .language = setting_.language},
      painter.role("text"));
  for (const DrawingPage::Region& region : page_.regions) draw_region(painter, region);
  painter.finish_layer();
  for (const DrawingPage::Region& region : page_.regions) draw_name(painter, region);
  painter.finish_layer();
  const float width = std::max(3.0F, 0.2F * em_);
  const auto draw_path = [&](const std::vector<PixelPoint>& path, Colour colour) {
    painter.line(path, faded(painter.role("shadow"), 0.65F), 2.4F * width);
    painter.line(path, colour, width);
  };
  for (const std::vector<PixelPoint>& path : page_.refused) draw_path(path, painter.role("thread"));
  for (const std::vector<PixelPoint>& path : page_.being_drawn) draw_path(path, painter.role("line"));
  if (page_.question) draw_question(painter);
  buttons_.draw(painter, measures_, "panel.edge");
  painter.finish_layer();
}

}  // namespace greenline::ui
