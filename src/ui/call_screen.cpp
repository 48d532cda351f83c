#include "ui/call_screen.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/screen_em.h"

namespace greenline::ui {

void CallScreen::show(const Page& page, const Setting& setting) {
  const bool was_shown = !keys_.all.empty();
  if (was_shown && is_same_screen(setting, setting_) && page == page_) return;
  page_ = page;
  setting_ = setting;
  lay_out();
}

// One key a line, as large as a hand wants them; lower where the glass is low.
void CallScreen::lay_out() {
  em_ = screen_em(setting_);
  measures_.unit = em_ / 0.36F;
  layer_.draw_again();
  keys_.all.clear();
  const float mm = setting_.pixels_per_mm, margin = std::max(6 * mm, em_), gap = 0.6F * em_;
  const auto rows = static_cast<float>(page_.choices.size() + 1);
  const float words = 3.2F * em_, below = 1.8F * em_;
  const float room = setting_.height - 4 * margin - page_.foot_px - words - below;
  const float key = std::floor(std::min(screen_button_height(setting_), (room + gap) / rows - gap));
  const float width = std::min(std::max(17 * em_, 90 * mm), setting_.width - 4 * margin);
  const float height = words + rows * (key + gap) - gap + below;
  const float x0 = std::round(setting_.width - 2 * margin - width), x1 = x0 + width;
  const float y1 = std::round(setting_.height - 2 * margin - page_.foot_px), y0 = std::max(2 * margin, y1 - height);
  plate_ = PixelRect{x0, y0, x1, y1}.grown(margin);
  asks_ = {x0, y0, x1, y0 + words - gap};
  who_sees_ = {x0, y1 - below + gap, x1, y1};
  float y = y0 + words;
  for (std::size_t i = 0; i <= page_.choices.size(); ++i, y += key + gap) {
    const bool leaves = i == page_.choices.size();
    Button button;
    button.id = static_cast<int>(i);
    button.rect = {x0, std::round(y), x1, std::round(y + key)};
    button.kind = leaves ? ButtonKind::quiet : ButtonKind::plain;
    if (leaves) {
      button.icon = Icon::close;
    } else {
      button.label = page_.choices[i].label;
      button.chosen = page_.choices[i].chosen;
    }
    button.language = setting_.language;
    keys_.add(std::move(button));
  }
}

std::optional<std::string> CallScreen::touch(const input::Contact& contact) {
  layer_.draw_again();
  const auto key = keys_.touch(contact, 3 * setting_.pixels_per_mm);
  if (!key) return std::nullopt;
  const auto at = static_cast<std::size_t>(*key);
  return at < page_.choices.size() ? page_.choices[at].key : "leave";
}

std::optional<PixelRect> CallScreen::place_of(const std::string& key) const {
  for (const Button& button : keys_.all) {
    const auto at = static_cast<std::size_t>(button.id);
    if ((at < page_.choices.size() ? page_.choices[at].key : "leave") == key) return button.rect;
  }
  return std::nullopt;
}

const Drawing& CallScreen::draw(float seconds, GlyphTextures glyphs, const Surroundings& s) {
  return layer_.draw(setting_, {}, seconds, glyphs, s, [this](Painter& painter) { fill(painter); });
}

void CallScreen::fill(Painter& painter) const {
  painter.fill(plate_, 0.8F * em_, painter.role("panel"));
  painter.edge(plate_, 0.8F * em_, painter.role("panel.edge"), 1);
  constexpr std::array steps = {1.0F, 0.88F, 0.76F};
  text::Style style{.size_px = 1.15F * em_, .max_lines = 2, .language = setting_.language};
  painter.from_top(page_.asks, asks_, style, steps, painter.role("text"));
  style.size_px = 0.95F * em_;
  style.max_lines = 1;
  painter.from_top(page_.who_sees, who_sees_, style, steps, painter.role("quiet_text"));
  painter.finish_layer();
  keys_.draw(painter, measures_, "panel.edge");
  painter.finish_layer();
}

}  // namespace greenline::ui
