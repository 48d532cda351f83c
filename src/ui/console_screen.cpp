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
constexpr float least_key_ems = 1.7F;       // its words find room where a millimetre has few pixels
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
  const float key = std::max(console_least_key_mm * setting_.pixels_per_mm, least_key_ems * em_);
  return (key + gap_) * (rows + first_is_higher_by) - gap_;
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
    const std::size_t full_rows = (many + columns - 1) / columns;
    const auto rows = static_cast<float>(full_rows);
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
