// Where the parts of a composer stand.
#include <algorithm>
#include <array>

#include "ui/composer.h"

namespace greenline::ui {
namespace {

constexpr std::array kind_keys = {"nourish.question", "nourish.offer", "nourish.story", "nourish.thanks"};
constexpr float chip_height = 0.92F;  // rows
constexpr float tabs_height = 1;      // what answers to a finger: as high as a key
// A keyboard of more rows than this has lower keys, so that the seats of a wall stay small; never below what fingers hit.
constexpr std::size_t full_rows = 5;
constexpr float low_row = 0.86F;  // units
constexpr float least_row_mm = 11;
// Of a low seat, in units: its title, a field of two lines, and what stands beside that.
constexpr float low_title = 0.62F, low_field = 1.3F, beside_field = 3.9F, beside_drawing = 1.2F * beside_field;

std::string_view said_in(std::string_view language, std::string_view key, const Surroundings& s) {
  const auto sentence = s.strings.all().find(key);
  return sentence == s.strings.all().end() ? key : words_in(sentence->second, language, s);
}

}  // namespace

std::string_view Composer::say(std::string_view key, const Surroundings& s) const { return said_in(language_, key, s); }

std::string Composer::title(const Surroundings& s) const {
  if (const auto* card = std::get_if<ComposeCard>(&purpose_)) return std::string(words_in(card->title, language_, s));
  if (std::holds_alternative<ComposeNourishment>(purpose_)) return std::string(say("nourish.title", s));
  return {};
}

std::string Composer::prompt_in(std::string_view language, const Surroundings& s) const {
  if (const auto* card = std::get_if<ComposeCard>(&purpose_)) return std::string(words_in(card->prompt, language, s));
  if (const auto* beside = std::get_if<ComposeNourishment>(&purpose_)) return beside->title;
  if (const auto* word = std::get_if<ComposeWord>(&purpose_)) {
    const std::string_view own = words_in(word->prompt, language, s);
    return std::string(own.empty() ? said_in(language, "word.prompt", s) : own);
  }
  if (const auto* line = std::get_if<ComposeLine>(&purpose_)) return std::string(said_in(language, line_key(*line), s));
  return std::string(said_in(language, "name.prompt", s));
}

std::string Composer::title_role() const {
  const auto* card = std::get_if<ComposeCard>(&purpose_);
  if (card != nullptr && !card->colour.empty()) return card->colour;
  return std::holds_alternative<ComposeWord>(purpose_) ? "thread" : "line";
}

std::string Composer::title_name_role() const {
  const auto* card = std::get_if<ComposeCard>(&purpose_);
  return card != nullptr && !card->colour.empty() ? card->colour + ".name" : "text";
}

text::Style Composer::prompt_style(const Measures& m) const {
  // Somebody's own words, that something is left beside, are quoted in italics and cut; a question is always whole.
  const bool quotes = std::holds_alternative<ComposeNourishment>(purpose_);
  // Without a title the close key stands beside the prompt.
  const bool beside_close = !may_draw();
  return {.face = quotes ? text::Face::prompt_italic : text::Face::words,
          .size_px = m.prompt_em(),
          .width_px = m.inner_width() - (beside_close ? 3.1F * m.unit : 0),
          .max_lines = quotes ? 2 : 4,
          .language = language_};
}

std::vector<PixelRect> Composer::offered_places(std::string_view language, const Measures& m, const Surroundings& s,
                                                PixelPoint from) const {
  std::vector<PixelRect> places;
  const auto* word = std::get_if<ComposeWord>(&purpose_);
  if (word == nullptr) return places;
  constexpr int most_rows = 2;
  PixelPoint at = from;
  int row = 0;
  const auto fits = [&](std::string_view label) {
    const float text_width = s.engine.layout(label, {.size_px = m.label_em(), .language = std::string(language)})->width;
    const float width = std::clamp(text_width + 0.6F * m.unit, 1.1F * m.unit, m.inner_width());
    if (at.x > from.x && at.x + width > from.x + m.inner_width()) {
      at = {from.x, at.y + chip_height * m.row + m.gap()};
      ++row;
    }
    places.push_back({at.x, at.y, at.x + width, at.y + chip_height * m.row});
    at.x += width + m.gap();
    return row < most_rows;
  };
  for (const content::LocalText& offered : word->offered) {
    if (!fits(words_in(offered, language, s))) {
      places.pop_back();
      return places;
    }
  }
  if (!word->word.empty() && !fits(said_in(language, "word.none", s))) places.pop_back();
  return places;
}

float Composer::field_height(const Measures& m) const {
  if (!may_draw()) return m.low ? std::max(0.9F * m.unit, m.two_lines()) : 1.1F * m.unit;
  if (m.low) return (map() != nullptr ? 2 : low_field) * m.unit;
  return (map() != nullptr ? 2.5F : 1.95F) * m.unit;  // a map must hold fingers
}

float Composer::tallest_head(const Measures& m, const Surroundings& s) const {
  float tallest = s.engine.layout(prompt(s), prompt_style(m))->height;
  for (const Offered& offered : offered_keyboards(s.setting, s.keyboards)) {
    tallest = std::max(tallest, s.engine.layout(prompt_in(offered.language, s), prompt_style(m))->height);
  }
  return tallest;
}

// Four, or two where some language's words would be too small beside three others.
std::size_t Composer::kinds_in_a_row(const Measures& m, const Surroundings& s) const {
  const float width = (m.inner_width() - 3 * m.gap()) / 4;
  const auto are_readable = [&](std::string_view language) {
    return std::ranges::all_of(kind_keys, [&](std::string_view key) {
      const Button chip{
          0, {0, 0, width, chip_height * m.row}, std::string(said_in(language, key, s)), Icon::none, ButtonKind::chip};
      const Plate plate = plate_of(chip, m, s.engine);
      return plate.whole && plate.size_px >= std::min(plate.style.size_px, Measures::readable_px);
    });
  };
  bool all = are_readable(language_);
  for (const Offered& offered : offered_keyboards(s.setting, s.keyboards)) all = all && are_readable(offered.language);
  return all ? kind_keys.size() : kind_keys.size() / 2;
}

float Composer::chips_height(const Measures& m, const Surroundings& s) const {
  if (std::holds_alternative<ComposeNourishment>(purpose_)) {
    const std::size_t full_lines = kind_keys.size() / kinds_in_a_row(m, s);
    const auto rows = static_cast<float>(full_lines);
    return rows * chip_height * m.row + (rows - 1) * m.gap();
  }
  float tallest = 0;
  const auto measure = [&](std::string_view language) {
    if (const auto places = offered_places(language, m, s, {}); !places.empty()) tallest = std::max(tallest, places.back().y1);
  };
  measure(language_);
  for (const Offered& offered : offered_keyboards(s.setting, s.keyboards)) measure(offered.language);
  return tallest;
}

float Composer::keys_height(const Measures& m, const Surroundings& s) const {
  const auto height = [&](const KeyboardLayout& keyboard) {
    if (m.low) return static_cast<float>(keyboard.rows()) * m.row;
    const auto rows = static_cast<float>(keyboard.rows());
    if (keyboard.rows() <= full_rows) return rows * m.unit;
    return rows * std::clamp(least_row_mm * s.setting.pixels_per_mm, low_row * m.unit, m.unit);
  };
  float tallest = height(layout(s));
  for (const Offered& offered : offered_keyboards(s.setting, s.keyboards)) tallest = std::max(tallest, height(*offered.layout));
  return tallest;
}

Composer::Parts Composer::parts(const Measures& m, const Surroundings& s) const {
  Parts parts;
  const float head = tallest_head(m, s);
  const float title = (m.low ? low_title : 0.86F) * m.unit;
  parts.title = may_draw() ? title : 0;
  parts.prompt = may_draw() ? head : std::max(head, title);
  parts.chips = chips_height(m, s);
  parts.field = field_height(m);
  // Two take turns on one key; of more each has its own.
  if (offered_keyboards(s.setting, s.keyboards).size() > 2) parts.tabs = tabs_height * m.row;
  parts.below_field = std::max(parts.tabs, m.space());
  parts.keys = keys_height(m, s);
  parts.actions = m.low ? 0 : 1.12F * m.unit + m.space();  // of a low one they stand beside what is written
  return parts;
}

float Composer::wished_height(const Measures& m, const Surroundings& s) const {
  const Parts p = parts(m, s);
  const float chips = p.chips > 0 ? p.chips + m.space() : 0;
  return 2 * m.pad() + p.title + p.prompt + m.space() + chips + p.field + p.below_field + p.keys + p.actions;
}

void Composer::lay_out(const PixelRect& panel, const Measures& m, const Surroundings& s) {
  panel_ = panel;
  measures_ = m;
  buttons_.all.clear();
  const Parts p = parts(m, s);
  const PixelRect inner = shrunk(panel, m.pad());
  float y = inner.y0;
  const auto take = [&](float height, float after) {
    const PixelRect part{inner.x0, y, inner.x1, y + height};
    y += height + after;
    return part;
  };
  // What hands are on stays where it is when the question above it becomes another.
  const float chips = p.chips > 0 ? p.chips + m.space() : 0;
  const float below = m.space() + chips + p.field + p.below_field + p.keys + p.actions;
  title_box_ = take(p.title, 0);
  prompt_box_ = take(std::max(0.0F, inner.height() - p.title - below), m.space());
  if (p.chips > 0) place_chips(take(p.chips, m.space()), s);
  const PixelRect head = title_box_.height() > 0 ? title_box_ : prompt_box_;
  // Its touch reaches into the panel's corner, where a finger will look for it.
  buttons_.add({leave,
                {inner.x1 - 3.0F * m.roomier() * m.unit, panel.y0, panel.x1, head.y0 + (m.low ? low_title : 0.86F) * m.unit},
                std::string(say("composer.leave", s)),
                Icon::close,
                ButtonKind::quiet,
                false});
  actions_box_ = {inner.x0, inner.y1 - p.actions + m.space(), inner.x1, inner.y1};
  place_paper({inner.x0, y, inner.x1, inner.y1 - p.actions}, s);
  place_actions(s);
}

void Composer::place_chips(const PixelRect& box, const Surroundings& s) {
  const Measures& m = measures_;
  if (const auto* word = std::get_if<ComposeWord>(&purpose_)) {
    const auto places = offered_places(language_, m, s, {box.x0, box.y0});
    for (std::size_t i = 0; i < places.size(); ++i) {
      const bool offered = i < word->offered.size();
      const std::string_view label = offered ? words_in(word->offered[i], language_, s) : say("word.none", s);
      buttons_.add({offered ? first_offered + static_cast<int>(i) : static_cast<int>(no_word), places[i], std::string(label),
                    Icon::none, ButtonKind::chip, offered && label == word->word});
    }
    return;
  }
  const std::size_t across = kinds_in_a_row(m, s);
  const float width = (box.width() - static_cast<float>(across - 1) * m.gap()) / static_cast<float>(across);
  for (std::size_t i = 0; i < kind_keys.size(); ++i) {
    const float x = box.x0 + static_cast<float>(i % across) * (width + m.gap());
    const std::size_t line = i / across;
    const float y = box.y0 + static_cast<float>(line) * (chip_height * m.row + m.gap());
    buttons_.add({first_kind + static_cast<int>(i),
                  {x, y, x + width, y + chip_height * m.row},
                  std::string(say(kind_keys[i], s)),
                  Icon::none,
                  ButtonKind::chip,
                  kind_ == static_cast<model::NourishKind>(i)});
  }
}

void Composer::place_paper(const PixelRect& box, const Surroundings& s) {
  const Measures& m = measures_;
  strip_of_words_ = map_box_ = {};
  if (!drawing_) {
    const float field = field_height(m);
    float right = box.x1;
    if (m.low) {
      actions_box_ = {right - beside_field * m.roomier() * m.unit, box.y0, right, box.y0 + field};
      right = actions_box_.x0 - m.gap();
    }
    const float map_width =
        map() != nullptr ? std::min(field * aspect_in_seat(*map(), foot_), 0.45F / m.roomier() * (right - box.x0)) : 0;
    paper_ = {box.x0, box.y0, right - (map_width > 0 ? map_width + m.gap() : 0), box.y0 + field};
    if (map_width > 0) map_box_ = {right - map_width, box.y0, right, box.y0 + field};
    const float below_field = parts(m, s).below_field;
    const bool tabs = below_field > m.space();
    if (tabs) place_tabs({box.x0, paper_.y1, box.x1, paper_.y1 + below_field}, s);
    place_keys({box.x0, paper_.y1 + below_field, box.x1, box.y1}, s);
    return;
  }
  // The pad has a card's shape, so that what is drawn lies on the card as it was drawn.
  constexpr float card_aspect = 1.9F;
  float y = box.y0;
  if (!field_.blank()) {
    strip_of_words_ = {box.x0, y, box.x1, y + 0.7F * m.row};
    y = strip_of_words_.y1 + m.gap();
  }
  const float least_tools = m.low ? std::max(chip_height * m.row, m.two_lines()) : chip_height * m.row;
  const float height = std::min(box.y1 - y - least_tools - m.space(), box.width() / card_aspect);
  const float tools = std::min(box.y1 - y - height - m.space(), 1.3F * m.unit);
  paper_ = {box.centre().x - height * card_aspect / 2, y, box.centre().x + height * card_aspect / 2, y + height};
  pad_.lay_out(paper_);
  PixelRect row{box.x0, paper_.y1 + m.space(), box.x1, paper_.y1 + m.space() + tools};
  if (m.low) {
    actions_box_ = {row.x1 - beside_drawing / std::min(m.roomier(), 1.15F) * m.unit, row.y0, row.x1, row.y1};
    row.x1 = actions_box_.x0 - m.gap();
  }
  const float middle = row.centre().x;
  buttons_.add({undo,
                {row.x0, row.y0, middle - m.gap() / 2, row.y1},
                std::string(say("composer.undo", s)),
                Icon::undo,
                ButtonKind::plain,
                false});
  buttons_.add({afresh,
                {middle + m.gap() / 2, row.y0, row.x1, row.y1},
                std::string(say("composer.clear", s)),
                Icon::afresh,
                ButtonKind::plain,
                false});
}

// Each as wide as its name, and all as wide as the keys.
void Composer::place_tabs(const PixelRect& box, const Surroundings& s) {
  const Measures& m = measures_;
  const auto offered = offered_keyboards(s.setting, s.keyboards);
  std::vector<float> widths;
  float names = 0;
  for (const Offered& one : offered) {
    widths.push_back(s.engine.layout(one.layout->name, {.size_px = m.label_em(), .language = one.language})->width);
    names += widths.back();
  }
  const float each = std::max(0.0F, box.width() - names) / static_cast<float>(offered.size());
  const float scale = std::min(1.0F, box.width() / names);
  const KeyboardLayout* here = &layout(s);
  float x = box.x0;
  for (std::size_t i = 0; i < offered.size(); ++i) {
    const float width = widths[i] * scale + each;
    buttons_.add({first_tab + static_cast<int>(i), PixelRect{x, box.y0, x + width, box.y1}, offered[i].layout->name, Icon::none,
                  ButtonKind::tab, offered[i].layout == here, offered[i].language});
    x += width;
  }
}

void Composer::place_keys(const PixelRect& box, const Surroundings& s) {
  const Measures& m = measures_;
  const KeyboardLayout& keyboard = layout(s);
  KeyLabels labels;
  const auto next = offered_keyboards(s.setting, s.keyboards).size() > 2 ? std::nullopt : next_language(s);
  if (next) labels.next_language = keyboard_for(*next, s.setting, s.keyboards).name;
  // A word in another language than the letters' helps nobody.
  if (s.strings.speaks(keyboard.language)) labels.space = say("composer.space", s);
  labels.numbers = keyboard.numbers_key.empty() ? say("key.numbers", s) : std::string_view(keyboard.numbers_key);
  labels.letters = keyboard.letters_key.empty() ? say("key.letters", s) : std::string_view(keyboard.letters_key);
  // Half a gap wider on every side, so that the keys' faces line up with the paper.
  keys_.lay_out(box.grown(m.gap() / 2), m, keyboard, std::move(labels));
}

void Composer::place_actions(const Surroundings& s) {
  const Measures& m = measures_;
  float x = actions_box_.x0;
  const auto add = [&](Id id, float units, std::string_view key, Icon icon, ButtonKind kind) {
    const float width = units / 10 * (actions_box_.width() + m.gap());
    buttons_.add(
        {id, PixelRect{x, actions_box_.y0, x + width - m.gap(), actions_box_.y1}, std::string(say(key, s)), icon, kind, false});
    x += width;
  };
  // They stand in the same place whichever way one speaks.
  if (may_draw() && drawing_) add(other_way, 4, "composer.write", Icon::write, ButtonKind::plain);
  if (may_draw() && !drawing_) add(other_way, 4, "composer.draw", Icon::draw, ButtonKind::plain);
  const bool gives_way = taking_back().has_value();
  if (gives_way) add(take_back, 4, "composer.take_back", Icon::take_back, ButtonKind::plain);
  const auto* line = std::get_if<ComposeLine>(&purpose_);
  add(place, may_draw() || gives_way ? 6 : 10, line != nullptr ? "read." + std::string(line->action) : "composer.place",
      Icon::none, ButtonKind::accent);
}

}  // namespace greenline::ui
