// Touching and drawing of keys that say what they do.
#include "ui/buttons.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <tuple>

namespace greenline::ui {
namespace {

constexpr float sign_radius = 0.31F;    // units
constexpr float easily_read = 0.8F;     // of the size that words have at their largest
constexpr float beside_a_sign = 0.12F;  // units, of a face at its sides
constexpr float above_words = 0.05F;    // and above and below: two lines that can be read have room on a key
enum class Sign : std::uint8_t { in_the_corner, above, beside, none };

bool is_filled(const Button& button) {
  const bool chosen = (button.kind == ButtonKind::chip || button.kind == ButtonKind::tab) && button.chosen;
  return button.kind == ButtonKind::accent || chosen;
}

text::Style style_of(const Button& button, const Measures& m, Sign sign) {
  const bool loud = button.kind == ButtonKind::accent;
  return {.face = loud ? text::Face::words_bold : text::Face::words,
          .size_px = loud ? 1.15F * m.label_em() : m.label_em(),
          .align = sign == Sign::in_the_corner ? text::Align::right
                   : sign == Sign::beside      ? text::Align::left
                                               : text::Align::centre,
          .max_lines = button.kind == ButtonKind::tab ? 1 : 2,
          .line_spacing = 1.1F,
          .language = button.language};
}

Plate with_sign(const Button& button, const Measures& m, Sign sign, text::Engine& engine) {
  const bool tab = button.kind == ButtonKind::tab;
  const PixelRect& all = button.rect;
  Plate plate;
  plate.face =
      tab ? PixelRect{all.x0 + m.gap() / 2, all.y0 + m.above_tab(), all.x1 - m.gap() / 2, all.y1 - m.above_tab()} : all;
  plate.words = shrunk(plate.face, beside_a_sign * m.unit);
  plate.words.y0 = plate.face.y0 + above_words * m.unit;
  plate.words.y1 = plate.face.y1 - above_words * m.unit;
  const float radius = sign_radius * m.unit;
  PixelRect& box = plate.words;
  if (sign == Sign::in_the_corner) {
    plate.sign = {all.x1 - m.pad() - radius, box.centre().y};
    box.x1 = plate.sign->x - 1.4F * radius;
  } else if (sign == Sign::above) {
    plate.sign = {box.centre().x, box.y0 + radius};
    box.y0 = plate.sign->y + radius;
  } else if (sign == Sign::beside) {
    plate.sign = {box.x0 + radius, box.centre().y};
    box.x0 = plate.sign->x + 1.5F * radius;
  }
  plate.style = style_of(button, m, sign);
  if (button.label.empty()) return plate;
  const LabelFit fit = fit_label(engine, button.label, box, plate.style);
  plate.size_px = fit.size_px;
  plate.whole = fit.whole;
  return plate;
}

}  // namespace

Plate plate_of(const Button& button, const Measures& m, text::Engine& engine) {
  if (button.icon == Icon::none && button.letter.empty()) return with_sign(button, m, Sign::none, engine);
  // Of the panel's corner, where a finger looks for it.
  if (button.kind == ButtonKind::quiet) return with_sign(button, m, Sign::in_the_corner, engine);
  const bool narrow_and_high = button.rect.height() >= 1.05F * m.unit && button.rect.width() < 2.6F * m.unit;
  Plate best = with_sign(button, m, narrow_and_high ? Sign::above : Sign::beside, engine);
  const auto is_easily_read = [](const Plate& plate) {
    const float least = std::max(easily_read * plate.style.size_px, std::min(plate.style.size_px, Measures::readable_px));
    return plate.whole && plate.size_px >= least;
  };
  // A thread is pulled out of a handle's sign.
  if (is_easily_read(best) || button.label.empty() || button.kind == ButtonKind::handle) return best;
  Plate bare = with_sign(button, m, Sign::none, engine);
  const bool better = bare.whole != best.whole ? bare.whole : bare.size_px > best.size_px;
  return better ? bare : best;
}

const Button* Buttons::find(int id) const {
  const auto found = std::ranges::find(all, id, &Button::id);
  return found == all.end() ? nullptr : &*found;
}

bool Buttons::pressed(int id) const {
  return std::ranges::any_of(held_, [id](const auto& entry) { return entry.second == id; });
}

std::optional<int> Buttons::touch(const input::Contact& contact, float slop) {
  using enum input::ContactState;
  if (contact.state == began) {
    const auto under = std::ranges::find_if(all, [&](const Button& b) { return b.rect.contains(contact.at); });
    if (under != all.end()) held_.insert_or_assign(contact.id, under->id);
    return std::nullopt;
  }
  const auto held = held_.find(contact.id);
  if (held == held_.end() || contact.state == moved) return std::nullopt;
  const int id = held->second;
  held_.erase(held);
  const Button* button = find(id);
  if (contact.state == ended && button != nullptr && button->rect.grown(slop).contains(contact.at)) return id;
  return std::nullopt;
}

void Buttons::step(int by, float first_y) {
  std::vector<const Button*> order;
  for (const Button& button : all) order.push_back(&button);
  std::ranges::stable_sort(
      order, {}, [&](const Button* one) { return std::tuple(one->rect.centre().y < first_y, one->rect.y0, one->rect.x0); });
  // None stands before the first and after the last.
  const auto stops = static_cast<std::ptrdiff_t>(order.size()) + 1;
  const auto now = at_keys() ? std::ranges::find(order, *at_keys_, &Button::id) - order.begin() + 1 : 0;
  const auto to = (now + by + stops) % stops;
  at_keys_ = to == 0 ? std::nullopt : std::optional(order[static_cast<std::size_t>(to - 1)]->id);
}

void Buttons::draw(Painter& painter, const Measures& measures, const std::string& accent_role) const {
  for (const Button& button : all) draw_one(painter, measures, button, accent_role);
}

void Buttons::draw_one(Painter& painter, const Measures& m, const Button& button, const std::string& accent_role) const {
  const bool pressed_now = pressed(button.id);
  const bool tab = button.kind == ButtonKind::tab;
  const bool filled = is_filled(button);
  const Plate plate = plate_of(button, m, painter.engine());
  Colour ground = painter.role(filled ? "key.accent" : "key");
  Colour ink = painter.role(filled ? "key.accent_text" : "text");
  if (button.kind == ButtonKind::quiet) {
    ground.a = pressed_now ? ground.a : 0;
    ink = painter.role("quiet_text");
  }
  if (pressed_now) ground = mixed(ground, painter.role(filled ? "text" : accent_role), filled ? 0.25F : 0.3F);
  const float corner = button.kind == ButtonKind::chip || tab ? plate.face.height() / 2 : m.key_corner();
  if (ground.a > 0) {
    painter.fill(plate.face, corner, ground);
    if (!filled) painter.edge(plate.face, corner, painter.role("key.edge"), 1.5F);
  }
  if (at_keys() == button.id) {
    painter.edge(plate.face.grown(0.05F * m.unit), corner, painter.role("text"), std::max(2.0F, 0.05F * m.unit));
  }
  if (plate.sign) {
    const bool handle = button.kind == ButtonKind::handle;
    painter.disc(*plate.sign, sign_radius * m.unit,
                 handle ? painter.role("thread") : mixed(painter.role("key"), painter.role("text"), 0.12F));
    if (button.icon == Icon::none) {
      const float half = sign_radius * m.unit;
      const text::Style letter{.size_px = m.label_em(), .align = text::Align::centre, .max_lines = 1, .language = "en"};
      painter.label(button.letter, model::rect_around(*plate.sign, half, half), letter, painter.role("text"));
    } else {
      painter.icon(button.icon, *plate.sign, 0.36F * m.unit, painter.role(handle ? "thread.pill" : "text"));
    }
  }
  painter.label(button.label, plate.words, plate.style, ink);
}

}  // namespace greenline::ui
