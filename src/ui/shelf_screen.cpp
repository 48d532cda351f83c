#include "ui/shelf_screen.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "ui/screen_em.h"

namespace greenline::ui {
namespace {

constexpr float shelf_tile_width_ems = 19.5F, shelf_tile_height_ems = 8.8F, shelf_picture_width_ems = 8.4F;
constexpr float shelf_sheet_width_ems = 46;

PixelRect top_part_of(const PixelRect& rect, float height) { return {rect.x0, rect.y0, rect.x1, rect.y0 + height}; }

}  // namespace

void ShelfScreen::show(const ShelfPage& page, const Setting& screen) {
  const Setting setting = as_read_from(page.foot, screen);
  if (is_same_screen(setting, setting_) && page == page_) return;
  page_ = page;
  keep_covers();
  setting_ = setting;
  pose_ = pose_of_screen(page.foot, screen.width, screen.height);
  lay_out();
}

void ShelfScreen::lay_out() {
  em_ = screen_em(setting_);
  gap_ = 0.9F * em_;
  measures_.unit = em_ / 0.36F;
  layer_.draw_again();
  tiles_.all.clear();
  buttons_.all.clear();
  const float top = std::max(0.0F, setting_.height - page_.reach_px);
  PixelRect ground = PixelRect{0, top, setting_.width, setting_.height}.grown(-1.6F * em_);
  ground.y0 = std::max(ground.y0, 1.2F * em_);
  heading_ = top_part_of(ground, 2.4F * em_);
  ground.y0 = heading_.y1 + gap_;
  PixelRect foot = ground;
  foot.y0 = foot.y1 - screen_button_height(setting_);
  ground.y1 = foot.y0 - gap_;
  sheet_ = {};
  lay_out_grid(ground);
  if (page_.sheet) {
    tiles_.all.clear();
    lay_out_sheet({ground.x0, heading_.y0, ground.x1, ground.y1});
  }
  lay_out_foot(foot);
}

void ShelfScreen::lay_out_grid(const PixelRect& ground) {
  const auto fits = [this](float room, float size) {
    return static_cast<std::size_t>(std::max(1.0F, std::floor((room + gap_) / (size + gap_))));
  };
  const std::size_t across = fits(ground.width(), shelf_tile_width_ems * em_),
                    down = fits(ground.height(), shelf_tile_height_ems * em_);
  shown_ = across * down;
  if (first_ >= page_.tiles.size()) first_ = 0;
  first_ -= first_ % shown_;
  const float width = (ground.width() + gap_) / static_cast<float>(across) - gap_;
  const float height =
      std::min((ground.height() + gap_) / static_cast<float>(down) - gap_, 1.15F * shelf_tile_height_ems * em_);
  for (std::size_t i = 0; i < shown_ && first_ + i < page_.tiles.size(); ++i) {
    const float x = ground.x0 + static_cast<float>(i % across) * (width + gap_);
    const std::size_t row = i / across;
    const float y = ground.y0 + static_cast<float>(row) * (height + gap_);
    Button tile;
    tile.id = static_cast<int>(first_ + i);
    tile.rect = {std::round(x), std::round(y), std::round(x + width), std::round(y + height)};
    tiles_.add(std::move(tile));
  }
}

void ShelfScreen::lay_out_foot(PixelRect foot) {
  const float height = screen_button_height(setting_);
  const auto add = [&](int id, const std::string& label, ButtonKind kind, float width) {
    Button button;
    button.id = id;
    button.rect = {foot.x1 - width, foot.y0, foot.x1, foot.y1};
    button.label = label;
    button.kind = kind;
    button.language = setting_.language;
    buttons_.add(std::move(button));
    foot.x1 -= width + gap_;
  };
  const float wide = std::min(13 * em_, 0.3F * setting_.width);
  add(closes, page_.close, ButtonKind::plain, wide);
  if (!page_.sheet && page_.tiles.size() > shown_) {
    if (first_ + shown_ < page_.tiles.size()) add(turns_on, page_.on, ButtonKind::plain, std::max(7 * em_, height));
    if (first_ > 0) add(turns_back, page_.back, ButtonKind::plain, std::max(7 * em_, height));
  }
  said_ = foot;
}

void ShelfScreen::lay_out_sheet(const PixelRect& ground) {
  const std::vector<ShelfButton>& wanted = page_.sheet->buttons;
  const float width = std::min(shelf_sheet_width_ems * em_, ground.width()), inner = width - 3 * em_,
              height = screen_button_height(setting_);
  const float lines = static_cast<float>(page_.sheet->lines.size()), wrong = static_cast<float>(page_.sheet->wrong.size());
  const float picture = page_.sheet->picture || page_.sheet->cover ? 10.5F * em_ : 0;
  const float words = std::max(picture, (4.6F + 1.6F * lines) * em_) + 3.3F * wrong * em_;
  const std::size_t a_row = std::max<std::size_t>(1, static_cast<std::size_t>((inner + gap_) / (11 * em_ + gap_)));
  const std::size_t rows = wanted.empty() ? 0 : (wanted.size() + a_row - 1) / a_row;
  const float with_buttons = static_cast<float>(rows) * (height + gap_);
  const float all = std::min(ground.height(), words + with_buttons + 3.2F * em_);
  sheet_ = model::rect_around(ground.centre(), width / 2, all / 2);
  sheet_words_ = sheet_.y1 - 1.5F * em_ - with_buttons;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const std::size_t row = i / a_row, in_row = std::min(a_row, wanted.size() - row * a_row);
    const float one = (inner + gap_) / static_cast<float>(in_row) - gap_;
    const float x = sheet_.x0 + 1.5F * em_ + static_cast<float>(i % a_row) * (one + gap_);
    const float y = sheet_words_ + gap_ + static_cast<float>(row) * (height + gap_);
    Button button;
    button.id = first_of_sheet + static_cast<int>(i);
    button.rect = {x, y, x + one, y + height};
    button.label = wanted[i].label;
    button.kind = wanted[i].accent ? ButtonKind::accent : ButtonKind::plain;
    button.language = setting_.language;
    buttons_.add(std::move(button));
  }
}

std::optional<std::string> ShelfScreen::touch(const input::Contact& on_screen) {
  layer_.draw_again();
  input::Contact contact = on_screen;
  contact.at = pose_.to_own(on_screen.at);
  const float slop = 3 * setting_.pixels_per_mm;
  std::optional<int> at = buttons_.touch(contact, slop);
  if (!at && !buttons_.holds(contact.id)) at = tiles_.touch(contact, slop);
  if (!at) return std::nullopt;
  if (*at == closes) return shelf_closes;
  if (*at == turns_on || *at == turns_back) {
    first_ = *at == turns_on ? first_ + shown_ : first_ - std::min(first_, shown_);
    lay_out();
    return std::nullopt;
  }
  if (*at >= first_of_sheet) return page_.sheet->buttons[static_cast<std::size_t>(*at - first_of_sheet)].key;
  return page_.tiles[static_cast<std::size_t>(*at)].key;
}

void ShelfScreen::forget_touches() {
  tiles_ = {};
  buttons_ = {};
  lay_out();
}

std::optional<PixelRect> ShelfScreen::place_of(const std::string& key) const {
  for (const Button& tile : tiles_.all)
    if (page_.tiles[static_cast<std::size_t>(tile.id)].key == key) return pose_.to_screen(tile.rect);
  for (const Button& button : buttons_.all) {
    const bool of_sheet = button.id >= first_of_sheet && button.id < closes;
    const std::string its = of_sheet ? page_.sheet->buttons[static_cast<std::size_t>(button.id - first_of_sheet)].key
                            : button.id == closes   ? shelf_closes
                            : button.id == turns_on ? "on"
                                                    : "back";
    if (its == key) return pose_.to_screen(button.rect);
  }
  return std::nullopt;
}

const Drawing& ShelfScreen::draw(float seconds, GlyphTextures glyphs, const Surroundings& s) {
  return layer_.draw(setting_, pose_, seconds, glyphs, s, [&](Painter& painter) { fill(painter, s); });
}

float ShelfScreen::write(Painter& painter, const std::string& words, const PixelRect& box, text::Style style,
                         Colour colour) const {
  constexpr std::array steps = {1.0F, 0.9F, 0.8F, 0.72F};
  style.language = setting_.language;
  return painter.from_top(words, box, style, steps, colour);
}

// As large as it fits into the box, at its left and in the middle of its height.
PixelRect ShelfScreen::draw_picture(Painter& painter, const CanvasMap* map, const content::SmallPicture* cover,
                                    const PixelRect& box) const {
  if (map == nullptr && cover == nullptr) return {box.x0, box.y0, box.x0, box.y0};
  const float aspect = cover != nullptr ? static_cast<float>(cover->width) / static_cast<float>(cover->height) : map->aspect;
  const float around = cover != nullptr ? 0 : 0.35F * em_;
  const float width = std::min(box.width() - 2 * around, (box.height() - 2 * around) * aspect);
  const PixelRect middle{box.x0 + around, box.centre().y - width / aspect / 2, box.x0 + around + width,
                         box.centre().y + width / aspect / 2};
  if (cover != nullptr) {
    const auto texture = std::ranges::find_if(covers_, [cover](const auto& one) { return one.first.get() == cover; });
    if (texture != covers_.end()) painter.picture(texture->second->data(), middle, 0.4F * em_);
    return middle;
  }
  painter.fill(middle.grown(around), 0.4F * em_, painter.role("ground.edge"));
  MapInSeat{*map, middle}.draw_canvas(painter);
  return middle.grown(around);
}

void ShelfScreen::keep_covers() {
  std::map<std::shared_ptr<const content::SmallPicture>, std::unique_ptr<OwnTexture>> shown;
  const auto keep = [&](const std::shared_ptr<const content::SmallPicture>& cover) {
    if (!cover || shown.contains(cover)) return;
    const auto known = covers_.find(cover);
    shown[cover] = known != covers_.end() ? std::move(known->second) : std::make_unique<OwnTexture>(host_, *cover);
  };
  for (const ShelfTile& tile : page_.tiles) keep(tile.cover);
  if (page_.sheet) keep(page_.sheet->cover);
  std::swap(covers_, shown);
}

void ShelfScreen::draw_tile(Painter& painter, const ShelfTile& tile, const PixelRect& rect, bool pressed) const {
  const bool sound = tile.wrong.empty();
  const float corner = 0.5F * em_;
  const Colour panel = painter.role("panel");
  painter.fill(rect, corner,
               pressed ? mixed(panel, painter.role("text"), 0.2F)
               : sound ? mixed(panel, painter.role("key"), 0.5F)
                       : panel);
  painter.edge(rect, corner, sound ? faded(painter.role(tile.colour), 0.75F) : faded(painter.role("quiet_text"), 0.45F),
               std::max(1.5F, 0.07F * em_));
  PixelRect inner = rect.grown(-0.65F * em_);
  if (tile.picture || tile.cover) {
    const float width = std::min(shelf_picture_width_ems * em_, 0.45F * inner.width());
    inner.x0 =
        draw_picture(painter, tile.picture.get(), tile.cover.get(), {inner.x0, inner.y0, inner.x0 + width, inner.y1}).x1 +
        0.8F * em_;
  }
  const float line = 1.25F * em_;
  const Colour text = painter.role(sound ? "text" : "quiet_text"), quiet = painter.role("quiet_text");
  inner.y0 +=
      write(painter, tile.title, top_part_of(inner, 2.15F * line),
            {.face = text::Face::words_bold, .size_px = 1.14F * em_, .max_lines = 2, .line_spacing = 1.12F, .language = {}},
            text) +
      0.15F * em_;
  inner.y0 += write(painter, tile.under, top_part_of(inner, 1.0F * line),
                    {.size_px = 0.88F * em_, .max_lines = 1, .language = {}}, quiet);
  inner.y0 += write(painter, tile.length, top_part_of(inner, 1.0F * line),
                    {.size_px = 0.95F * em_, .max_lines = 1, .language = {}}, text);
  if (!sound) {
    write(painter, tile.wrong, inner, {.size_px = 0.9F * em_, .line_spacing = 1.18F, .language = {}}, painter.role("thread"));
    return;
  }
  std::string languages;
  for (const std::string& one : tile.languages) languages += (languages.empty() ? "" : "\n") + one;
  write(painter, languages, inner, {.size_px = 0.88F * em_, .line_spacing = 1.15F, .language = {}}, quiet);
}

void ShelfScreen::draw_sheet(Painter& painter, const Surroundings& s) const {
  const ShelfSheet& sheet = *page_.sheet;
  painter.shadow(sheet_, measures_.corner(), measures_.shadow(), faded(painter.role("shadow"), 0.6F));
  painter.fill(sheet_, measures_.corner(), painter.role("panel"));
  painter.edge(sheet_, measures_.corner(), painter.role("panel.edge"), std::max(1.5F, 0.07F * em_));
  PixelRect inner = sheet_.grown(-1.5F * em_);
  inner.y1 = sheet_words_;
  PixelRect words = inner;
  float below = inner.y0;
  if (sheet.picture || sheet.cover) {
    const PixelRect box{inner.x0, inner.y0, inner.x0 + std::min(15 * em_, 0.4F * inner.width()), inner.y0 + 9.5F * em_};
    const PixelRect drawn = draw_picture(painter, sheet.picture.get(), sheet.cover.get(), box);
    words.x0 = drawn.x1 + 1.4F * em_;
    below = drawn.y1 + 0.8F * em_;
  }
  words.y0 += write(painter, sheet.title, top_part_of(words, 3.7F * em_),
                    {.face = text::Face::names, .size_px = 1.6F * em_, .max_lines = 2, .line_spacing = 1.12F, .language = {}},
                    painter.role("text")) +
              0.5F * em_;
  for (const std::string& line : sheet.lines)
    words.y0 += write(painter, line, {words.x0, words.y0, words.x1, inner.y1}, {.size_px = em_, .max_lines = 4, .language = {}},
                      painter.role("quiet_text")) +
                0.25F * em_;
  PixelRect wrong{inner.x0, std::max(below, words.y0 + 0.4F * em_), inner.x1, inner.y1};
  for (const std::string& one : sheet.wrong) {
    if (wrong.y0 + em_ > wrong.y1) break;
    wrong.y0 += write(painter, one, wrong, {.size_px = 0.92F * em_, .max_lines = 4, .line_spacing = 1.2F, .language = {}},
                      painter.role("thread")) +
                0.45F * em_;
  }
  (void)s;
}

void ShelfScreen::fill(Painter& painter, const Surroundings& s) const {
  const PixelRect all{0, 0, setting_.width, setting_.height};
  painter.fill(all, 0, painter.role("ground.middle"));
  write(painter, page_.heading, heading_, {.face = text::Face::names, .size_px = 1.7F * em_, .max_lines = 1, .language = {}},
        painter.role("text"));
  if (!page_.sheet)
    for (const Button& tile : tiles_.all)
      draw_tile(painter, page_.tiles[static_cast<std::size_t>(tile.id)], tile.rect, tiles_.pressed(tile.id));
  if (page_.sheet) draw_sheet(painter, s);
  painter.finish_layer();
  buttons_.draw(painter, measures_, "panel.edge");
  painter.label(page_.said, said_,
                {.face = text::Face::words_bold,
                 .size_px = 1.1F * em_,
                 .max_lines = 2,
                 .line_spacing = 1.15F,
                 .language = setting_.language},
                painter.role("text"));
  painter.finish_layer();
}

}  // namespace greenline::ui
