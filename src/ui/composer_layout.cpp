// Where the parts of a composer stand.
#include <algorithm>
#include <array>

#include "ui/composer.h"

namespace greenline::ui {
namespace {

constexpr std::array kind_keys = {"nourish.question", "nourish.offer", "nourish.story", "nourish.thanks"};
constexpr float chip_height = 0.92F;  // units

}  // namespace

std::string_view Composer::say(std::string_view key, const Surroundings& s) const { return s.strings(key, language_); }

std::string Composer::title(const Surroundings& s) const {
  if (const auto* card = std::get_if<ComposeCard>(&purpose_)) return card->title;
  if (std::holds_alternative<ComposeNourishment>(purpose_)) return std::string(say("nourish.title", s));
  return {};
}

std::string Composer::prompt(const Surroundings& s) const {
  if (const auto* card = std::get_if<ComposeCard>(&purpose_)) return card->prompt;
  if (const auto* beside = std::get_if<ComposeNourishment>(&purpose_)) return beside->title;
  if (const auto* word = std::get_if<ComposeWord>(&purpose_)) {
    return word->prompt.empty() ? std::string(say("word.prompt", s)) : word->prompt;
  }
  return std::string(say("name.prompt", s));
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

std::vector<PixelRect> Composer::offered_places(const Measures& m, const Surroundings& s, PixelPoint from) const {
  std::vector<PixelRect> places;
  const auto* word = std::get_if<ComposeWord>(&purpose_);
  if (word == nullptr) return places;
  constexpr int most_rows = 2;
  PixelPoint at = from;
  int row = 0;
  const auto fits = [&](std::string_view label) {
    const float text_width = s.engine.layout(label, {.size_px = m.label_em(), .language = language_})->width;
    const float width = std::clamp(text_width + 0.6F * m.unit, 1.1F * m.unit, m.inner_width());
    if (at.x > from.x && at.x + width > from.x + m.inner_width()) {
      at = {from.x, at.y + (chip_height + 0.1F) * m.unit};
      ++row;
    }
    places.push_back({at.x, at.y, at.x + width, at.y + chip_height * m.unit});
    at.x += width + m.gap();
    return row < most_rows;
  };
  for (const std::string& offered : word->offered) {
    if (!fits(offered)) {
      places.pop_back();
      return places;
    }
  }
  if (!word->word.empty() && !fits(say("word.none", s))) places.pop_back();
  return places;
}

float Composer::field_height(const Measures& m) const {
  if (!may_draw()) return 1.1F * m.unit;
  return (map() != nullptr ? 2.5F : 1.95F) * m.unit;  // a map must hold fingers
}

Composer::Parts Composer::parts(const Measures& m, const Surroundings& s) const {
  Parts parts;
  const float head = s.engine.layout(prompt(s), prompt_style(m))->height;
  parts.title = may_draw() ? 0.86F * m.unit : 0;
  parts.prompt = may_draw() ? head : std::max(head, 0.86F * m.unit);
  if (std::holds_alternative<ComposeNourishment>(purpose_)) parts.chips = chip_height * m.unit;
  if (const auto offered = offered_places(m, s, {}); !offered.empty()) parts.chips = offered.back().y1;
  parts.field = field_height(m);
  // The seat keeps its size when the language changes.
  int rows = Keys::rows(layout(s));
  for (const std::string& language : s.setting.languages) {
    if (const KeyboardLayout* offered = s.keyboards.find(language)) rows = std::max(rows, Keys::rows(*offered));
  }
  parts.keys = static_cast<float>(rows) * m.unit;
  parts.actions = 1.12F * m.unit;
  return parts;
}

float Composer::wished_height(const Measures& m, const Surroundings& s) const {
  const Parts p = parts(m, s);
  const float chips = p.chips > 0 ? p.chips + m.space() : 0;
  return 2 * m.pad() + p.title + p.prompt + m.space() + chips + p.field + m.space() + p.keys + m.space() + p.actions;
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
  const float below = m.space() + chips + p.field + m.space() + p.keys + m.space() + p.actions;
  title_box_ = take(p.title, 0);
  prompt_box_ = take(std::max(0.0F, inner.height() - p.title - below), m.space());
  if (p.chips > 0) place_chips(take(p.chips, m.space()), s);
  const PixelRect head = title_box_.height() > 0 ? title_box_ : prompt_box_;
  // Its touch reaches into the panel's corner, where a finger will look for it.
  buttons_.add({leave,
                {inner.x1 - 3.0F * m.unit, panel.y0, panel.x1, head.y0 + 0.86F * m.unit},
                std::string(say("composer.leave", s)),
                Icon::close,
                ButtonKind::quiet,
                false});
  place_paper({inner.x0, y, inner.x1, inner.y1 - p.actions - m.space()}, s);
  actions_box_ = {inner.x0, inner.y1 - p.actions, inner.x1, inner.y1};
  place_actions(s);
}

void Composer::place_chips(const PixelRect& box, const Surroundings& s) {
  const Measures& m = measures_;
  if (const auto* word = std::get_if<ComposeWord>(&purpose_)) {
    const auto places = offered_places(m, s, {box.x0, box.y0});
    for (std::size_t i = 0; i < places.size(); ++i) {
      const bool offered = i < word->offered.size();
      buttons_.add({offered ? first_offered + static_cast<int>(i) : static_cast<int>(no_word), places[i],
                    offered ? word->offered[i] : std::string(say("word.none", s)), Icon::none, ButtonKind::chip,
                    offered && word->offered[i] == word->word});
    }
    return;
  }
  const float width = (box.width() - 3 * m.gap()) / 4;
  for (std::size_t i = 0; i < kind_keys.size(); ++i) {
    const float x = box.x0 + static_cast<float>(i) * (width + m.gap());
    buttons_.add({first_kind + static_cast<int>(i),
                  {x, box.y0, x + width, box.y1},
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
    const float map_width = map() != nullptr ? std::min(field * aspect_in_seat(*map(), foot_), 0.45F * box.width()) : 0;
    paper_ = {box.x0, box.y0, box.x1 - (map_width > 0 ? map_width + m.gap() : 0), box.y0 + field};
    if (map_width > 0) map_box_ = {box.x1 - map_width, box.y0, box.x1, box.y0 + field};
    const auto next = next_language(s);
    // Half a gap wider on either side, so that the keys' faces line up with the paper.
    keys_.lay_out({box.x0 - m.gap() / 2, paper_.y1 + m.space() - m.gap() / 2, box.x1 + m.gap() / 2, box.y1 + m.gap() / 2}, m,
                  layout(s),
                  {next ? std::string(s.strings.language_name(*next)) : std::string(), std::string(say("composer.space", s)),
                   std::string(say("key.numbers", s)), std::string(say("key.letters", s))});
    return;
  }
  // The pad has a card's shape, so that what is drawn lies on the card as it was drawn.
  constexpr float card_aspect = 1.9F;
  float y = box.y0;
  if (!field_.blank()) {
    strip_of_words_ = {box.x0, y, box.x1, y + 0.7F * m.unit};
    y = strip_of_words_.y1 + m.gap();
  }
  const float height = std::min(box.y1 - y - chip_height * m.unit - m.space(), box.width() / card_aspect);
  const float tools = std::min(box.y1 - y - height - m.space(), 1.3F * m.unit);
  paper_ = {box.centre().x - height * card_aspect / 2, y, box.centre().x + height * card_aspect / 2, y + height};
  pad_.lay_out(paper_);
  const PixelRect row{box.x0, paper_.y1 + m.space(), box.x1, paper_.y1 + m.space() + tools};
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
  add(place, may_draw() ? 6 : 10, "composer.place", Icon::none, ButtonKind::accent);
}

}  // namespace greenline::ui
