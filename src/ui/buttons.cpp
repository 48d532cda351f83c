// Touching and drawing of keys that say what they do.
#include "ui/buttons.h"

#include <algorithm>

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

void Buttons::draw(Painter& painter, const Measures& measures, const std::string& accent_role) const {
  for (const Button& button : all) {
    const bool pressed_now = pressed(button.id);
    const bool filled = button.kind == ButtonKind::accent || (button.kind == ButtonKind::chip && button.chosen);
    Colour ground = painter.role(filled ? "key.accent" : "key");
    Colour ink = painter.role(filled ? "key.accent_text" : "text");
    if (button.kind == ButtonKind::quiet) {
      ground.a = pressed_now ? ground.a : 0;
      ink = painter.role("quiet_text");
    }
    if (pressed_now) ground = mixed(ground, painter.role(filled ? "text" : accent_role), filled ? 0.25F : 0.35F);
    const float corner = button.kind == ButtonKind::chip ? button.rect.height() / 2 : measures.key_corner();
    if (ground.a > 0) painter.fill(button.rect, corner, ground);
    PixelRect box = shrunk(button.rect, 0.12F * measures.unit);
    if (button.icon != Icon::none) {
      const float size = std::min(0.42F * measures.unit, box.height());
      if (button.label.empty()) {
        painter.icon(button.icon, box.centre(), size, ink);
      } else if (button.kind == ButtonKind::quiet) {  // its sign stands at the end, in the panel's corner
        box.x1 -= size * 0.5F;
        painter.icon(button.icon, {box.x1, box.centre().y}, size * 0.72F, ink);
        box.x1 -= size * 0.7F;
      } else {
        painter.icon(button.icon, {box.x0 + size * 0.75F, box.centre().y}, size, ink);
        box.x0 += size * 1.45F;
      }
    }
    const bool beside_icon = button.icon != Icon::none;
    const float em = button.kind == ButtonKind::accent ? 1.15F * measures.label_em() : measures.label_em();
    const text::Align align = button.kind == ButtonKind::quiet ? text::Align::right
                              : beside_icon                    ? text::Align::left
                                                               : text::Align::centre;
    painter.label(button.label, box, {.size_px = em, .align = align, .max_lines = 2, .line_spacing = 1.1F, .language = {}},
                  ink);
  }
}

}  // namespace greenline::ui
