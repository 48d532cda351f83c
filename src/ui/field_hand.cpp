// What a finger on the words means.
#include "ui/field_hand.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace greenline::ui {
namespace {

constexpr double second_touch_s = 0.4;  // within which a second touch means the word
constexpr float twice_apart = 0.5F;     // how far off it may be, units
constexpr float drag_begins = 0.15F;    // units: a finger that only taps moves less
constexpr float end_reach = 0.5F;       // how near to an end of the selection a finger takes it, units

}  // namespace

void FieldHand::touch(const input::Contact& contact, double now_s, TextField& field, text::Engine& engine,
                      const FieldView& view, float unit) {
  using enum input::ContactState;
  if (contact.state == began) {
    if (contact_ >= 0) return;
    contact_ = contact.id;
    began_at_ = contact.at;
    return begin(now_s, field, engine, view, unit);
  }
  if (contact.id != contact_) return;
  drags_ |= model::length(contact.at - began_at_) > drag_begins * unit;
  if (drags_ && contact.state != cancelled) {
    const std::size_t to = offset_at(field, engine, view, contact.at);
    field.put_caret(to < from_.to ? from_.to : from_.from, false);
    field.put_caret(to < from_.from ? to : std::max(to, from_.to), true);
  }
  if (contact.state == moved) return;
  if (!drags_ && has_end_) field.put_caret(offset_at(field, engine, view, contact.at), false);
  tapped_s_ = drags_ ? -10 : now_s;
  tapped_at_ = contact.at;
  contact_ = -1;
}

void FieldHand::begin(double now_s, TextField& field, text::Engine& engine, const FieldView& view, float unit) {
  drags_ = has_end_ = false;
  const std::size_t at = offset_at(field, engine, view, began_at_);
  from_ = {at, at};
  if (now_s - tapped_s_ < second_touch_s && model::length(began_at_ - tapped_at_) < twice_apart * unit) {
    from_ = text::word_around(field.text, at);
    return field.select(from_);
  }
  if (!take_end(field, engine, view, unit)) field.put_caret(at, false);
}

bool FieldHand::take_end(TextField& field, text::Engine& engine, const FieldView& view, float unit) {
  const text::Range range = field.selected();
  if (range.empty()) return false;
  float nearest = end_reach * unit;
  for (const auto& [end, other] : {std::pair(range.from, range.to), {range.to, range.from}}) {
    const text::Caret caret = caret_at(field, engine, view, end);
    const float below = std::max({0.0F, caret.top - began_at_.y, began_at_.y - caret.bottom});
    const float away = std::max(std::abs(began_at_.x - caret.x), below);
    if (away >= nearest) continue;
    nearest = away;
    has_end_ = true;
    from_ = {other, other};
  }
  return has_end_;
}

}  // namespace greenline::ui
