// Finds a seat's controls by name.
#include <algorithm>
#include <utility>

#include "ui/seat.h"

namespace greenline::ui {
namespace {

template <std::size_t n>
std::optional<PixelRect> button_named(const Buttons& buttons, const std::pair<std::string_view, int> (&names)[n],
                                      std::string_view name) {
  for (const auto& [known, id] : names) {
    if (known != name) continue;
    for (const Button& button : buttons.all) {
      if (button.id == id) return button.rect;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<PixelRect> Keys::rect_of(std::string_view what) const {
  for (const Key& key : keys_) {
    const bool named = (what == "space" && key.kind == Kind::space) || (what == "erase" && key.kind == Kind::erase) ||
                       (what == "enter" && key.kind == Kind::enter) || (what == "shift" && key.kind == Kind::shift) ||
                       (what == "page" && key.kind == Kind::page) || (what == "language" && key.kind == Kind::language);
    if (named || (key.kind == Kind::letter && key.text == what)) return key.rect;
  }
  return std::nullopt;
}

std::optional<PixelRect> Composer::control(std::string_view name) const {
  constexpr std::pair<std::string_view, int> names[]{{"leave", leave},        {"place", place}, {"draw", other_way},
                                                     {"write", other_way},    {"undo", undo},   {"clear", afresh},
                                                     {"take_back", take_back}};
  if (auto rect = button_named(buttons_, names, name)) return rect;
  if (drawing_) return std::nullopt;
  if (name == "map") return map() != nullptr ? std::optional(map_box_) : std::nullopt;
  if (name == "words") return words_box();
  constexpr std::string_view of_keyboard = "keyboard:";
  if (name.starts_with(of_keyboard)) {
    for (const Button& button : buttons_.all) {
      if (button.kind == ButtonKind::tab && button.language == name.substr(of_keyboard.size())) return button.rect;
    }
    return std::nullopt;
  }
  return keys_.rect_of(name);
}

std::optional<PixelRect> Reader::control(std::string_view name) const {
  if (name == "take_back_beside") {
    return slip_keys_.all.empty() ? std::nullopt : std::optional(slip_keys_.all.back().rect);
  }
  if (name == "other_end") {
    for (const Button& row : tie_keys_.all)
      if (const PixelRect seen = model::clipped(row.rect, beneath_box_); !seen.empty()) return seen;
    return std::nullopt;
  }
  const CardAction* action = card_action(name);
  if (action == nullptr && name != "leave") return std::nullopt;
  const auto button =
      std::ranges::find(buttons_.all, action != nullptr ? id_of(*action) : static_cast<int>(leave), &Button::id);
  return button == buttons_.all.end() ? std::nullopt : std::optional(button->rect);
}

std::optional<PixelRect> Seat::at_keys() const {
  if (chip_) return std::nullopt;
  const auto own = std::visit([](const auto& body) { return body.at_keys(); }, body_);
  return own ? std::optional(pose_.to_screen(*own)) : std::nullopt;
}

std::optional<PixelRect> Seat::control(std::string_view name) const {
  if (chip_) return name == "leave" ? std::optional(panel_) : std::nullopt;
  const auto own = std::visit([&](const auto& body) { return body.control(name); }, body_);
  return own ? std::optional(pose_.to_screen(*own)) : std::nullopt;
}

}  // namespace greenline::ui
