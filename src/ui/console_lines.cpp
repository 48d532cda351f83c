// A list on a host's console, each line with a sign; and what is told of a key to whoever rests on it.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "ui/console_screen.h"

namespace greenline::ui {

// A disc with a tick, with an exclamation mark, or a ring: told apart without colour.
void ConsoleScreen::fill_sign(Painter& painter, ConsoleLine::Sign sign, PixelPoint at, float em) {
  using enum ConsoleLine::Sign;
  const float r = 0.42F * em, line = std::max(1.5F, 0.11F * em);
  if (sign == well) {
    painter.disc(at, r, painter.role("line"));
    const std::array tick{PixelPoint{at.x - 0.45F * r, at.y + 0.02F * r}, PixelPoint{at.x - 0.1F * r, at.y + 0.4F * r},
                          PixelPoint{at.x + 0.5F * r, at.y - 0.4F * r}};
    painter.line(tick, painter.role("panel"), line);
  } else if (sign == to_do) {
    painter.disc(at, r, painter.role("thread"));
    const std::array stroke{PixelPoint{at.x, at.y - 0.6F * r}, PixelPoint{at.x, at.y + 0.15F * r}};
    painter.line(stroke, painter.role("panel"), 1.3F * line);
    painter.disc({at.x, at.y + 0.5F * r}, 0.8F * line, painter.role("panel"));
  } else if (sign == untold) {
    painter.disc(at, r, painter.role("quiet_text"));
    painter.disc(at, r - line, painter.role("panel"));
  }
}

// As large as all of them fit, in one column or in two.
void ConsoleScreen::fill_lines(Painter& painter) const {
  struct Written {
    text::BlockPtr text, to_do;
  };
  constexpr float sign_ems = 1.4F, between_ems = 0.45F;
  PixelRect box = lines_;
  const text::Style head{.face = text::Face::names, .size_px = 1.3F * em_, .line_spacing = 1.15F, .language = {}};
  box.y0 +=
      write(painter, page_.card, PixelRect{box.x0, box.y0, box.x1, box.y0 + 0.3F * box.height()}, head, painter.role("text")) +
      0.7F * em_;
  std::vector<Written> written;
  float em = em_, width = 0;
  std::size_t in_column = page_.lines.size();
  const auto height_of = [&](const Written& one) {
    return one.text->height + (one.to_do ? one.to_do->height : 0) + between_ems * em;
  };
  // Sets all of them at this size; whether they fit.
  const auto fits = [&](std::size_t columns, float size) {
    em = size * em_;
    width = (box.width() - static_cast<float>(columns - 1) * gap_) / static_cast<float>(columns);
    in_column = (page_.lines.size() + columns - 1) / columns;
    written.clear();
    float high = 0, highest = 0;
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      const bool heads = page_.lines[i].sign == ConsoleLine::Sign::heading;
      text::Style style{.face = heads ? text::Face::words_bold : text::Face::words,
                        .size_px = em,
                        .width_px = width - (heads ? 0 : sign_ems * em),
                        .line_spacing = 1.15F,
                        .language = setting_.language};
      Written one{painter.engine().layout(page_.lines[i].text, style), {}};
      style.size_px = 0.92F * em;
      if (!page_.lines[i].to_do.empty()) one.to_do = painter.engine().layout(page_.lines[i].to_do, style);
      if (i % in_column == 0) high = 0;
      highest = std::max(highest, high += height_of(one));
      written.push_back(std::move(one));
    }
    return highest <= box.height();
  };
  constexpr std::array<std::pair<std::size_t, float>, 11> tries{{{1, 1.5F},
                                                                 {1, 1.3F},
                                                                 {1, 1.15F},
                                                                 {1, 1.0F},
                                                                 {1, 0.88F},
                                                                 {2, 1.0F},
                                                                 {2, 0.88F},
                                                                 {1, 0.76F},
                                                                 {2, 0.76F},
                                                                 {2, 0.64F},
                                                                 {2, 0.52F}}};
  const auto found = std::ranges::find_if(tries, [&](const auto& one) { return fits(one.first, one.second); });
  if (found == tries.end()) (void)fits(2, 0.45F);
  float x = box.x0, y = box.y0;
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (i > 0 && i % in_column == 0) {
      x += width + gap_;
      y = box.y0;
    }
    const bool heads = page_.lines[i].sign == ConsoleLine::Sign::heading;
    const float left = std::round(x + (heads ? 0 : sign_ems * em));
    fill_sign(painter, page_.lines[i].sign, {x + 0.5F * em, y + 0.6F * em}, em);
    painter.words(written[i].text, {left, std::round(y)}, painter.role("text"));
    if (written[i].to_do)
      painter.words(written[i].to_do, {left, std::round(y + written[i].text->height)}, painter.role("quiet_text"));
    y += height_of(written[i]);
  }
}

// Above the key that somebody rests on, or below it.
void ConsoleScreen::fill_tip(Painter& painter) const {
  const std::string said = told();
  if (said.empty()) return;
  const Button* key = nullptr;
  for (const auto* keys : {&buttons_.all, &quiet_})
    for (const Button& button : *keys)
      if (button.id == rest_->key) key = &button;
  if (key == nullptr) return;
  const float pad = 0.6F * em_, most = std::min(24 * em_, setting_.width - 4 * em_);
  const text::Style style{.size_px = 1.1F * em_, .width_px = most, .line_spacing = 1.2F, .language = setting_.language};
  const text::BlockPtr words = painter.engine().layout(said, style);
  const float wide = words->width + 2 * pad, high = words->height + 2 * pad;
  const float x0 = std::clamp(key->rect.centre().x - wide / 2, em_, std::max(em_, setting_.width - em_ - wide));
  const float above = key->rect.y0 - high - 0.4F * em_;
  const float y0 = above >= 0.5F * em_ ? above : key->rect.y1 + 0.4F * em_;
  const PixelRect box{std::round(x0), std::round(y0), std::round(x0 + wide), std::round(y0 + high)};
  painter.fill(box, 0.5F * em_, painter.role("text"));
  painter.finish_layer();
  painter.words(words, {box.x0 + pad, box.y0 + pad}, painter.role("panel"));
  painter.finish_layer();
}

}  // namespace greenline::ui
