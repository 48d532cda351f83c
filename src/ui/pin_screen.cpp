#include "ui/pin_screen.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/screen_em.h"

namespace greenline::ui {
namespace {

constexpr float pad_key_mm = 17;

}  // namespace

void PinScreen::show(const Page& page, const Setting& screen) {
  const Setting setting = as_read_from(page.foot, screen);
  const bool was_shown = !keys_.all.empty();
  if (was_shown && is_same_screen(setting, setting_) && page == page_) return;
  page_ = page;
  setting_ = setting;
  pose_ = pose_of_screen(page.foot, screen.width, screen.height);
  lay_out();
}

// Words, dots for what is typed, the digits as on a telephone, and the way out below them; low on a high wall, where hands are.
void PinScreen::lay_out() {
  em_ = screen_em(setting_);
  measures_.unit = em_ / 0.36F;
  layer_.draw_again();
  keys_.all.clear();
  const float margin = 1.2F * em_;
  gap_ = 0.5F * em_;
  constexpr float rows = 5, words_ems = 4.6F, dots_ems = 2.2F;
  const float room = setting_.height - 4 * margin - (words_ems + dots_ems) * em_;
  const float key = std::floor(std::min({std::max(pad_key_mm * setting_.pixels_per_mm, 3 * em_), (room + gap_) / rows - gap_,
                                         (setting_.width - 4 * margin) / 3 - gap_}));
  const float width = std::max(3 * key + 2 * gap_, std::min(18 * em_, setting_.width - 4 * margin));
  const float height = (words_ems + dots_ems) * em_ + rows * (key + gap_) - gap_;
  const float x0 = std::round((setting_.width - width) / 2),
              y1 = std::round(setting_.height - std::max(2 * margin, 0.12F * (setting_.height - height)));
  plate_ = PixelRect{x0, y1 - height, x0 + width, y1}.grown(margin);
  said_ = {x0, y1 - height, x0 + width, y1 - height + words_ems * em_};
  dots_ = {x0, said_.y1, x0 + width, said_.y1 + dots_ems * em_};
  const float left = std::round(x0 + (width - 3 * key - 2 * gap_) / 2);
  const auto place = [&](int row, int column, int across) {
    const float x = left + static_cast<float>(column) * (key + gap_), y = dots_.y1 + static_cast<float>(row) * (key + gap_);
    return PixelRect{x, std::round(y), x + static_cast<float>(across) * (key + gap_) - gap_, std::round(y + key)};
  };
  const auto add = [&](int id, const PixelRect& rect, std::string label, ButtonKind kind, Icon icon = Icon::none) {
    Button button;
    button.id = id;
    button.rect = rect;
    button.label = std::move(label);
    button.kind = kind;
    button.icon = icon;
    button.language = setting_.language;
    keys_.add(std::move(button));
  };
  for (int digit = 1; digit <= 9; ++digit)
    add(digit, place((digit - 1) / 3, (digit - 1) % 3, 1), std::to_string(digit), ButtonKind::plain);
  add(erases, place(3, 0, 1), {}, ButtonKind::plain, Icon::erase);
  add(0, place(3, 1, 1), "0", ButtonKind::plain);
  add(enters, place(3, 2, 1), "OK", ButtonKind::accent);
  add(leaves, place(4, 0, 3), {}, ButtonKind::quiet, Icon::close);
}

PinScreen::Answer PinScreen::answer(int key) {
  layer_.draw_again();
  if (key == leaves) return {{}, true};
  if (key == erases && !typed_.empty()) typed_.pop_back();
  if (key < erases) type(static_cast<char32_t>('0' + key));
  if (key != enters || typed_.empty() || page_.waits) return {};
  Answer given{typed_, false};
  typed_.clear();
  return given;
}

PinScreen::Answer PinScreen::touch(const input::Contact& on_screen) {
  input::Contact contact = on_screen;
  contact.at = pose_.to_own(on_screen.at);
  layer_.draw_again();
  const auto key = keys_.touch(contact, 3 * setting_.pixels_per_mm);
  return key ? answer(*key) : Answer{};
}

PinScreen::Answer PinScreen::press(Key key) {
  switch (key) {
    case Key::enter: return answer(enters);
    case Key::erase: return answer(erases);
    case Key::leave: return answer(leaves);
  }
  return {};
}

void PinScreen::type(char32_t character) {
  if (character < U'0' || character > U'9' || typed_.size() >= most_digits || page_.waits) return;
  typed_ += static_cast<char>(character);
  layer_.draw_again();
}

void PinScreen::forget() {
  typed_.clear();
  layer_.draw_again();
}

void PinScreen::forget_touches() {
  keys_ = {};
  lay_out();
}

std::optional<PixelRect> PinScreen::place_of(const std::string& key) const {
  const int id = key == "erase"    ? erases
                 : key == "enter"  ? enters
                 : key == "leave"  ? leaves
                 : key.size() == 1 ? key[0] - '0'
                                   : -1;
  for (const Button& button : keys_.all)
    if (button.id == id) return pose_.to_screen(button.rect);
  return std::nullopt;
}

const Drawing& PinScreen::draw(float seconds, GlyphTextures glyphs, const Surroundings& s) {
  return layer_.draw(setting_, pose_, seconds, glyphs, s, [&](Painter& painter) { fill(painter, s); });
}

// As many as are typed; never which.
void PinScreen::fill_typed(Painter& painter) const {
  const float radius = 0.32F * em_, step = 1.2F * em_;
  const std::size_t many = std::max<std::size_t>(typed_.size(), 4);
  const float first = dots_.centre().x - step * (static_cast<float>(many) - 1) / 2;
  for (std::size_t i = 0; i < many; ++i)
    painter.disc({first + step * static_cast<float>(i), dots_.centre().y}, i < typed_.size() ? radius : 0.4F * radius,
                 painter.role(i < typed_.size() ? "text" : "quiet_text"));
}

void PinScreen::fill(Painter& painter, const Surroundings&) const {
  constexpr float under = 0.55F;  // of the ground's colour over the wall
  painter.fill({0, 0, setting_.width, setting_.height}, 0, faded(painter.role("panel"), under));
  painter.fill(plate_, 0.8F * em_, painter.role("panel"));
  painter.edge(plate_, 0.8F * em_, painter.role("panel.edge"), 1);
  text::Style style{.size_px = 1.15F * em_, .align = text::Align::centre, .max_lines = 3, .language = setting_.language};
  painter.label(page_.said, said_, style, painter.role("text"));
  fill_typed(painter);
  painter.finish_layer();
  keys_.draw(painter, measures_, "panel.edge");
  painter.finish_layer();
}

}  // namespace greenline::ui
