// Touching and drawing of keys that say what they do.
#include "ui/buttons.h"

#include <algorithm>
#include <cstddef>
#include <tuple>

namespace greenline::ui {

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
  const bool filled = button.kind == ButtonKind::accent || ((button.kind == ButtonKind::chip || tab) && button.chosen);
  const PixelRect face = tab ? PixelRect{button.rect.x0 + m.gap() / 2, button.rect.y0 + m.above_tab(),
                                         button.rect.x1 - m.gap() / 2, button.rect.y1 - m.above_tab()}
                             : button.rect;
  Colour ground = painter.role(filled ? "key.accent" : "key");
  Colour ink = painter.role(filled ? "key.accent_text" : "text");
  if (button.kind == ButtonKind::quiet) {
    ground.a = pressed_now ? ground.a : 0;
    ink = painter.role("quiet_text");
  }
  if (pressed_now) ground = mixed(ground, painter.role(filled ? "text" : accent_role), filled ? 0.25F : 0.3F);
  const float corner = button.kind == ButtonKind::chip || tab ? face.height() / 2 : m.key_corner();
  if (ground.a > 0) {
    painter.fill(face, corner, ground);
    if (!filled) painter.edge(face, corner, painter.role("key.edge"), 1.5F);
  }

  if (at_keys() == button.id) {
    painter.edge(face.grown(0.05F * m.unit), corner, painter.role("text"), std::max(2.0F, 0.05F * m.unit));
  }

  PixelRect box = shrunk(face, 0.12F * m.unit);
  const bool at_end = button.kind == ButtonKind::quiet;  // its sign stands in the panel's corner
  // A narrow high key has its sign above its words.
  const bool above = !at_end && face.height() >= 1.05F * m.unit && face.width() < 2.6F * m.unit;
  if (button.icon != Icon::none) {
    const float radius = 0.31F * m.unit;
    PixelPoint centre{at_end ? button.rect.x1 - m.pad() - radius : box.x0 + radius, box.centre().y};
    if (above) centre = {box.centre().x, box.y0 + radius};
    const bool handle = button.kind == ButtonKind::handle;
    painter.disc(centre, radius, handle ? painter.role("thread") : mixed(painter.role("key"), painter.role("text"), 0.12F));
    painter.icon(button.icon, centre, 0.36F * m.unit, painter.role(handle ? "thread.pill" : "text"));
    if (above) {
      box.y0 = centre.y + radius;
    } else {
      (at_end ? box.x1 : box.x0) = centre.x + (at_end ? -1.4F : 1.5F) * radius;
    }
  }
  const bool beside_sign = button.icon != Icon::none && !above;
  const text::Align align = at_end ? text::Align::right : beside_sign ? text::Align::left : text::Align::centre;
  const bool loud = button.kind == ButtonKind::accent;
  painter.label(button.label, box,
                {.face = loud ? text::Face::words_bold : text::Face::words,
                 .size_px = loud ? 1.15F * m.label_em() : m.label_em(),
                 .align = align,
                 .max_lines = tab ? 1 : 2,
                 .line_spacing = 1.1F,
                 .language = button.language},
                ink);
}

}  // namespace greenline::ui
