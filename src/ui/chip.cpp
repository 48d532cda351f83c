// A chip's size, its one touch and its looks.
#include "ui/chip.h"

#include <algorithm>

namespace greenline::ui {
namespace {

constexpr float least_height_mm = 15;
constexpr float title_em = 0.40F, sentence_em = 0.34F;  // units
constexpr float before_words = 1.0F;                    // the side with the circle's colour, units
constexpr float after_words = 1.1F;                     // the side with the cross
constexpr float tall = 1.9F;                            // for a sentence on two lines

std::string title_of(const Purpose& purpose, const Surroundings& s) {
  const auto say = [&](std::string_view key) { return std::string(s.strings(key, s.setting.language)); };
  if (const auto* card = std::get_if<ComposeCard>(&purpose)) {
    return std::string(content::in_language(card->title, s.setting.language));
  }
  if (std::holds_alternative<ComposeNourishment>(purpose)) return say("nourish.title");
  if (const auto* word = std::get_if<ComposeWord>(&purpose)) {
    const auto prompt = content::in_language(word->prompt, s.setting.language);
    return prompt.empty() ? say("word.prompt") : std::string(prompt);
  }
  if (std::holds_alternative<ComposeName>(purpose)) return say("name.prompt");
  if (const auto* line = std::get_if<ComposeLine>(&purpose)) return say(line_key(*line));
  const auto& read = std::get<ReadCard>(purpose);
  if (read.veiled) return say("read.veiled");
  return read.saying.words.empty() ? say("read.drawing") : read.saying.words;
}

std::string_view sentence(const Surroundings& s) { return s.strings("seat.waits", s.setting.language); }

text::Style sentence_style(const Measures& m, const Surroundings& s) {
  return {.size_px = m.readable_em(sentence_em), .max_lines = 1, .language = s.setting.language};
}

}  // namespace

Chip::Chip(int seat, const Purpose& purpose, const Surroundings& s)
    : seat_(seat), title_(title_of(purpose, s)), title_role_("text"), dot_role_("line") {
  if (std::holds_alternative<ComposeWord>(purpose)) dot_role_ = "thread";
  const auto* card = std::get_if<ComposeCard>(&purpose);
  if (card == nullptr || card->colour.empty()) return;
  dot_role_ = card->colour;
  title_role_ = card->colour + ".name";
}

PixelPoint Chip::size(bool narrow, const Measures& m, const Surroundings& s) {
  const float words = std::clamp(s.engine.layout(sentence(s), sentence_style(m, s))->width, 4 * m.unit, 8 * m.unit);
  const float wide = (narrow ? 0.62F * words : words) + (before_words + after_words) * m.unit;
  const float high = (narrow ? tall : 1.3F) * m.unit;
  return {std::ceil(wide), std::ceil(std::max(high, least_height_mm * s.setting.pixels_per_mm))};
}

void Chip::lay_out(const PixelRect& own, const Measures& m) {
  measures_ = m;
  buttons_.all.clear();
  buttons_.add({0, own, {}, Icon::none, ButtonKind::quiet, false});
}

void Chip::touch(const input::Contact& contact, Answers& out) {
  if (buttons_.touch(contact, 0.12F * measures_.unit)) out.outcomes.emplace_back(Left{seat_});
}

void Chip::draw(Painter& painter, const Surroundings& s) const {
  const Measures& m = measures_;
  const PixelRect pill = rect();
  const float corner = pill.height() / 2;
  painter.shadow(moved(pill, {0, 0.06F * m.unit}), corner, m.shadow() - 0.06F * m.unit, faded(painter.role("shadow"), 0.5F));
  const Colour panel = painter.role("panel");
  painter.fill(pill, corner, buttons_.pressed(0) ? mixed(panel, painter.role("panel.edge"), 0.5F) : panel);
  painter.edge(pill, corner, painter.role(dot_role_), std::max(1.5F, 0.035F * m.unit));
  painter.disc({pill.x0 + 0.58F * m.unit, pill.centre().y}, 0.16F * m.unit, painter.role(dot_role_));
  painter.icon(Icon::close, {pill.x1 - 0.62F * m.unit, pill.centre().y}, 0.34F * m.unit, painter.role("quiet_text"));
  const bool on_two_lines = pill.height() >= tall * m.unit;
  const float half = (on_two_lines ? 0.78F : 0.56F) * m.unit;
  const PixelRect words{pill.x0 + before_words * m.unit, pill.centre().y - half, pill.x1 - after_words * m.unit,
                        pill.centre().y + half};
  const float between = title_.empty() ? words.y0 : words.y0 + (on_two_lines ? 0.4F : 0.58F) * words.height();
  if (!title_.empty()) {
    // Cut rather than made small: it only reminds.
    const auto title = s.engine.layout(title_, {.face = text::Face::names,
                                                .size_px = m.readable_em(title_em),
                                                .width_px = words.width(),
                                                .max_lines = 1,
                                                .language = s.setting.language});
    painter.words(title, {words.x0, (words.y0 + between - title->height) / 2}, painter.role(title_role_));
  }
  text::Style style = sentence_style(m, s);
  if (on_two_lines) style.max_lines = 2;
  painter.label(sentence(s), {words.x0, between, words.x1, words.y1}, style, painter.role("text"));
  painter.finish_layer();
}

}  // namespace greenline::ui
