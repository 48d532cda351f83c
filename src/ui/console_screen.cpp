#include "ui/console_screen.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "ui/screen_em.h"

namespace greenline::ui {
namespace {

constexpr double rests_s = 0.8;  // longer than anybody presses who means it
constexpr float console_least_key_mm = 10;
constexpr float easier = 1.5F;              // where there is room
constexpr float most_for_keys = 0.66F;      // of their column; what is told keeps the rest
constexpr float glass_label_ems = 1.7F;     // below a glass
constexpr float first_is_higher_by = 0.7F;  // the key that goes on; times the others

PixelRect upper_part(const PixelRect& rect, float height) {
  return {rect.x0, rect.y0, rect.x1, std::min(rect.y1, rect.y0 + height)};
}

// The largest of this shape, at the top and in the middle across.
PixelRect of_aspect(const PixelRect& room, float aspect) {
  const float width = std::min(room.width(), room.height() * aspect), x0 = room.centre().x - width / 2;
  return {std::round(x0), room.y0, std::round(x0 + width), std::round(room.y0 + width / aspect)};
}

}  // namespace

void ConsoleScreen::show(const ConsolePage& page, const Setting& setting) {
  if (is_same_screen(setting, setting_) && page == page_) return;
  const auto same_keys = [](const ConsoleKey& a, const ConsoleKey& b) { return a.key == b.key; };
  if (!std::ranges::equal(page.keys, page_.keys, same_keys)) rest_.reset();
  page_ = page;
  setting_ = setting;
  lay_out();
}

// In which each is as high as a thumb needs.
float ConsoleScreen::least_keys_height() const {
  const std::size_t lines = page_.keys.size() / 2 + 1;
  const auto rows = static_cast<float>(lines);
  return (console_least_key_mm * setting_.pixels_per_mm + gap_) * (rows + first_is_higher_by) - gap_;
}

void ConsoleScreen::lay_out() {
  em_ = screen_em(setting_);
  gap_ = 0.8F * em_;
  measures_.unit = em_ / 0.36F;
  layer_.draw_again();
  const PixelRect ground = PixelRect{0, 0, setting_.width, setting_.height}.grown(-1.5F * em_);
  const bool wide = setting_.width > 1.15F * setting_.height;
  PixelRect left = ground, right = ground;
  if (wide) {
    left.x1 = std::round(ground.x0 + 0.6F * ground.width() - gap_);
    right.x0 = left.x1 + 2 * gap_;
  } else {
    const float lower =
        std::clamp(least_keys_height() / most_for_keys + gap_, 0.54F * ground.height(), 0.64F * ground.height());
    left.y1 = std::round(ground.y1 - lower);
    right.y0 = left.y1 + gap_;
  }
  const PixelRect seen{left.x0, left.y0, left.x1, left.y0 + (wide ? 0.62F : 0.6F) * left.height()};
  glass_ = of_aspect(seen, page_.glass_aspect);
  asked_ = {left.x0, (page_.glasses.empty() ? glass_.y1 : seen.y1) + gap_, left.x1, left.y1};
  lay_out_glasses(seen);
  const float easy = std::min(0.52F * right.height(), easier * least_keys_height());
  const float keys = std::min(most_for_keys * right.height(), std::max(least_keys_height(), easy));
  told_ = {right.x0, right.y0, right.x1, right.y1 - keys - 1.5F * gap_};
  // A list has all that is not keys; where the screen is wide, what runs is told beside it.
  lines_ = left;
  if (!wide) lines_.y1 = told_.y1;
  lay_out_keys({right.x0, right.y1 - keys, right.x1, right.y1});
}

// In as many columns as make them largest; under each is room for its label.
void ConsoleScreen::lay_out_glasses(PixelRect ground) {
  glasses_.clear();
  const std::size_t many = page_.glasses.size();
  if (many == 0) return;
  const float words = glass_label_ems * em_;
  std::size_t across = 1;
  float most = 0;
  for (std::size_t columns = 1; columns <= many; ++columns) {
    const auto rows = static_cast<float>((many + columns - 1) / columns);
    const float width = (ground.width() + gap_) / static_cast<float>(columns) - gap_;
    const float height = (ground.height() + gap_) / rows - gap_ - words;
    const float size = std::min(width, 1.6F * height);
    if (size > most) across = columns;
    most = std::max(most, size);
  }
  const std::size_t rows = (many + across - 1) / across;
  const float width = (ground.width() + gap_) / static_cast<float>(across) - gap_;
  const float height = (ground.height() + gap_) / static_cast<float>(rows) - gap_;
  for (std::size_t i = 0; i < many; ++i) {
    const std::size_t row = i / across;
    const float x = ground.x0 + static_cast<float>(i % across) * (width + gap_);
    const float y = ground.y0 + static_cast<float>(row) * (height + gap_);
    glasses_.push_back(of_aspect({x, y, x + width, std::max(y + 1, y + height - words)}, page_.glasses[i].aspect));
  }
}

std::optional<PixelRect> ConsoleScreen::place_of_glass(const std::string& role) const {
  for (std::size_t i = 0; i < glasses_.size(); ++i)
    if (page_.glasses[i].role == role && page_.glasses[i].instead.empty()) return glasses_[i];
  return std::nullopt;
}

void ConsoleScreen::show_glass(const std::string& role, content::SmallPicture picture) {
  if (picture.rgba.empty()) return;
  arrived_[role] = std::move(picture);
  layer_.draw_again();
}

// The first as wide as all and twice as high; the others two a row.
void ConsoleScreen::lay_out_keys(PixelRect ground) {
  buttons_.all.clear();
  quiet_.clear();
  const std::size_t rows = page_.keys.size() / 2 + 1;
  const float height = (ground.height() + gap_) / (static_cast<float>(rows) + first_is_higher_by) - gap_;
  const float first = ground.height() - (height + gap_) * static_cast<float>(rows - 1);
  for (std::size_t i = 0; i < page_.keys.size(); ++i) {
    const std::size_t in_rows = i == 0 ? 0 : i - 1;
    const bool alone = i == 0 || (in_rows % 2 == 0 && i + 1 == page_.keys.size());
    const float half = (ground.width() - gap_) / 2;
    const float x = ground.x0 + (i > 0 && in_rows % 2 == 1 ? half + gap_ : 0);
    const std::size_t row = in_rows / 2;
    const float y = i == 0 ? ground.y0 : ground.y0 + first + gap_ + static_cast<float>(row) * (height + gap_);
    Button button;
    button.id = static_cast<int>(i);
    button.rect = {std::round(x), std::round(y), std::round(alone ? ground.x1 : x + half),
                   std::round(y + (i == 0 ? first : height))};
    button.label = page_.keys[i].label;
    button.kind = page_.keys[i].accent ? ButtonKind::accent : ButtonKind::plain;
    button.language = setting_.language;
    if (page_.keys[i].letter != 0) button.letter = page_.keys[i].letter;
    if (!page_.keys[i].possible)
      quiet_.push_back(std::move(button));
    else
      buttons_.add(std::move(button));
  }
}

void ConsoleScreen::mark(const std::optional<PixelRect>& rect) {
  if (rect == marked_) return;
  marked_ = rect;
  layer_.draw_again();
}

const Button* ConsoleScreen::key_at(PixelPoint at) const {
  for (const auto* keys : {&buttons_.all, &quiet_})
    for (const Button& button : *keys)
      if (button.rect.contains(at)) return &button;
  return nullptr;
}

void ConsoleScreen::rest_on(std::optional<int> key, double now_s) {
  if (key && rest_ && rest_->key == *key) return;
  if (rest_ && rest_->told) layer_.draw_again();
  rest_ = key ? std::optional(Rest{*key, now_s}) : std::nullopt;
}

void ConsoleScreen::hover(PixelPoint at, double now_s) {
  if (resting_) return;
  const Button* button = key_at(at);
  rest_on(button != nullptr ? std::optional(button->id) : std::nullopt, now_s);
}

double ConsoleScreen::pass(double now_s) {
  if (!rest_ || rest_->told) return now_s + 3600;
  const double at_s = rest_->since_s + rests_s;
  if (now_s < at_s) return at_s;
  rest_->told = true;
  layer_.draw_again();
  return now_s;
}

std::string ConsoleScreen::told() const {
  const bool is_there = rest_ && rest_->told && static_cast<std::size_t>(rest_->key) < page_.keys.size();
  return is_there ? page_.keys[static_cast<std::size_t>(rest_->key)].hint : std::string();
}

std::optional<std::string> ConsoleScreen::touch(const input::Contact& contact, double now_s) {
  layer_.draw_again();
  const auto at = buttons_.touch(contact, 3 * setting_.pixels_per_mm);
  if (contact.state == input::ContactState::began) {
    const Button* button = key_at(contact.at);
    rest_.reset();
    rest_on(button != nullptr ? std::optional(button->id) : std::nullopt, now_s);
    resting_ = contact.id;
  }
  const bool over = contact.state == input::ContactState::ended || contact.state == input::ContactState::cancelled;
  if (over && resting_ == contact.id) {
    const bool was_told = !told().empty();
    rest_.reset();
    resting_.reset();
    if (was_told) return std::nullopt;
  }
  if (!at || static_cast<std::size_t>(*at) >= page_.keys.size()) return std::nullopt;
  return page_.keys[static_cast<std::size_t>(*at)].key;
}

std::optional<PixelRect> ConsoleScreen::place_of(const std::string& key) const {
  for (const Button& button : buttons_.all)
    if (page_.keys[static_cast<std::size_t>(button.id)].key == key) return button.rect;
  return std::nullopt;
}

const Drawing& ConsoleScreen::draw(float seconds, GlyphTextures glyphs, const Surroundings& s) {
  for (auto& [role, picture] : std::exchange(arrived_, {})) pictures_[role] = std::make_unique<OwnTexture>(host_, picture);
  return layer_.draw(setting_, {}, seconds, glyphs, s, [&](Painter& painter) { fill(painter); });
}

float ConsoleScreen::write(Painter& painter, const std::string& words, const PixelRect& box, text::Style style,
                           Colour colour) const {
  constexpr std::array steps = {1.0F, 0.88F, 0.76F, 0.6F};
  style.language = setting_.language;
  return painter.from_top(words, box, style, steps, colour);
}

void ConsoleScreen::fill_around_glass(Painter& painter) const {
  const Colour ground = painter.role("panel");
  const float w = setting_.width, h = setting_.height;
  for (const PixelRect& part : {PixelRect{0, 0, w, glass_.y0}, PixelRect{0, glass_.y1, w, h},
                                PixelRect{0, glass_.y0, glass_.x0, glass_.y1}, PixelRect{glass_.x1, glass_.y0, w, glass_.y1}})
    painter.fill(part, 0, ground);
  painter.edge(glass_.grown(1), 0, painter.role("panel.edge"), 1);
}

// A ring round it, on dark and on light ground.
void ConsoleScreen::fill_mark(Painter& painter) const {
  if (!marked_ || !glass_.touches(*marked_)) return;
  const float line = std::max(2.0F, 0.12F * em_);
  const PixelRect ring = marked_->grown(1.5F * line);
  painter.clip(glass_);
  painter.edge(ring.grown(line), 2 * line, painter.role("panel"), 3 * line);
  painter.edge(ring, 2 * line, painter.role("text"), line);
  painter.unclip();
}

void ConsoleScreen::fill_told(Painter& painter) const {
  const Colour text = painter.role("text"), quiet = painter.role("quiet_text");
  const Colour of_time = page_.over ? painter.role("thread") : text;
  const auto line = [&](float ems, text::Face face, int lines) {
    return text::Style{.face = face, .size_px = ems * em_, .max_lines = lines, .line_spacing = 1.1F, .language = {}};
  };
  using enum text::Face;
  PixelRect box = told_;
  const auto add = [&](const std::string& said, float room_ems, const text::Style& style, Colour colour, float then_ems) {
    box.y0 += write(painter, said, upper_part(box, room_ems * em_), style, colour) + then_ems * em_;
  };
  add(page_.activity, 1.5F, line(1, words, 1), quiet, 0);
  add(page_.where, 1.5F, line(1, words, 1), quiet, 0.3F);
  add(page_.phase, 4.8F, line(1.9F, names, 2), text, 0.4F);
  add(page_.gone, 4.6F, line(3.2F, words_bold, 1), of_time, 0);
  add(page_.of, 1.8F, line(1.1F, words, 1), page_.over ? of_time : quiet, page_.ends.empty() ? 0.4F : 0.1F);
  if (!page_.ends.empty()) add(page_.ends, 1.5F, line(1, words, 1), quiet, 0.4F);
  if (!page_.fixed.empty()) add(page_.fixed, 2.7F, line(1, words, 2), page_.late ? painter.role("thread") : quiet, 0.4F);
  add(page_.counts, 1.5F, line(1, words, 1), quiet, page_.amiss.empty() ? 0.8F : 0.2F);
  if (!page_.amiss.empty()) add(page_.amiss, 3.8F, line(1.1F, words_bold, 3), painter.role("thread"), 0.6F);
  // What comes stands right above the key that brings it.
  const PixelRect room{box.x0, std::max(box.y0, told_.y1 - 6 * em_), box.x1, told_.y1};
  if (page_.coming.empty() || room.height() < em_) return;
  text::Style coming = line(1.1F, words, 0);
  coming.line_spacing = 1.2F;
  coming.width_px = room.width();
  coming.language = setting_.language;
  const std::array sizes = {coming.size_px, 0.85F * coming.size_px, 0.7F * coming.size_px};
  const auto fitted = painter.engine().fit(page_.coming, coming, room.height(), sizes);
  const float left = fitted.block->right_to_left ? room.width() - fitted.block->width : 0;
  painter.words(fitted.block, {std::round(room.x0 + left), std::round(room.y1 - fitted.block->height)}, text);
}

void ConsoleScreen::fill_card(Painter& painter) const {
  text::Style style{.size_px = 1.5F * em_, .line_spacing = 1.2F, .language = {}};
  constexpr std::array steps = {1.0F, 0.85F, 0.7F, 0.55F};
  style.language = page_.card_language;
  painter.from_top(page_.card, asked_, style, steps, painter.role("text"));
}

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
  box.y0 += write(painter, page_.card, upper_part(box, 0.3F * box.height()), head, painter.role("text")) + 0.7F * em_;
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

void ConsoleScreen::fill_asked(Painter& painter) const {
  if (!page_.card.empty()) return fill_card(painter);
  PixelRect box = asked_;
  const text::Style asked{.face = text::Face::names, .size_px = 1.35F * em_, .line_spacing = 1.15F, .language = {}};
  const float room = page_.note.empty() ? box.height() : 0.55F * box.height();
  box.y0 += write(painter, page_.prompt, upper_part(box, room), asked, painter.role("text")) + 0.6F * em_;
  const text::Style note{.size_px = 1.15F * em_, .line_spacing = 1.22F, .language = {}};
  write(painter, page_.note, box, note, painter.role("quiet_text"));
}

// What is seen of each wall; of one that has not shown anything yet its ground alone.
void ConsoleScreen::fill_glasses(Painter& painter) const {
  painter.fill({0, 0, setting_.width, setting_.height}, 0, painter.role("panel"));
  for (std::size_t i = 0; i < glasses_.size(); ++i) {
    const PixelRect& at = glasses_[i];
    const SmallGlass& glass = page_.glasses[i];
    const auto picture = pictures_.find(glass.role);
    text::Style style{.size_px = em_, .align = text::Align::centre, .max_lines = 2, .language = setting_.language};
    if (!glass.instead.empty())
      painter.label(glass.instead, at.grown(-0.5F * em_), style, painter.role("quiet_text"));
    else if (picture != pictures_.end())
      painter.picture(picture->second->data(), at, 0);
    painter.edge(at.grown(1), 0, painter.role("panel.edge"), 1);
    style.max_lines = 1;
    const bool is_small = at.width() < 9 * em_;  // words may go beyond it then
    const PixelRect below{at.x0 - (is_small ? 3 * em_ : 0), at.y1 + 0.1F * em_, at.x1 + (is_small ? 3 * em_ : 0),
                          at.y1 + glass_label_ems * em_};
    painter.label(glass.label, below, style, painter.role("text"));
  }
}

void ConsoleScreen::fill(Painter& painter) const {
  if (page_.lines.empty()) {
    if (glasses_.empty()) {
      fill_around_glass(painter);
      fill_mark(painter);
    } else {
      fill_glasses(painter);
    }
    fill_told(painter);
    fill_asked(painter);
  } else {
    painter.fill({0, 0, setting_.width, setting_.height}, 0, painter.role("panel"));
    fill_lines(painter);
    if (lines_.x1 < told_.x0) fill_told(painter);
  }
  for (const Button& key : quiet_) {
    painter.edge(key.rect, 0.5F * em_, faded(painter.role("quiet_text"), 0.25F), 1);
    const text::Style label{
        .size_px = measures_.label_em(), .align = text::Align::centre, .max_lines = 2, .language = setting_.language};
    painter.label(key.label, key.rect.grown(-0.4F * em_), label, painter.role("quiet_text"));
  }
  painter.finish_layer();
  buttons_.draw(painter, measures_, "panel.edge");
  painter.finish_layer();
  fill_tip(painter);
}

}  // namespace greenline::ui
