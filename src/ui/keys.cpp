// Fingers on the keyboard: writing at touch-down, holding for alternates, repeating the delete key.
#include "ui/keys.h"

#include <algorithm>
#include <cmath>

namespace greenline::ui {
namespace {

constexpr double hold_s = 0.35;          // until alternates show
constexpr double first_repeat_s = 0.45;  // of the delete key
constexpr double next_repeat_s = 0.09;
constexpr double twice_s = 0.45;  // within which a second touch of shift locks it

}  // namespace

const Keys::Key* Keys::key_at(PixelPoint p) const {
  const auto found = std::ranges::find_if(keys_, [&](const Key& key) { return key.rect.contains(p); });
  return found == keys_.end() ? nullptr : &*found;
}

bool Keys::held(Kind kind) const {
  return std::ranges::any_of(presses_, [kind](const auto& entry) { return entry.second.key.kind == kind; });
}

void Keys::let_go() {
  presses_.clear();
  strip_ = {};
}

bool Keys::touch(const input::Contact& contact, double now_s, std::vector<KeyAction>& out) {
  using enum input::ContactState;
  if (contact.state == began) return begin(contact, now_s, out);
  const auto found = presses_.find(contact.id);
  if (found == presses_.end()) return false;
  const bool holds_strip = strip_.shown() && strip_.contact == contact.id;
  if (holds_strip) strip_.chosen = strip_index(contact.at);
  if (contact.state == moved) return true;
  if (holds_strip) {
    if (contact.state == ended && strip_.chosen >= 0) {
      out.push_back({KeyAction::Does::rewrite, strip_.texts[static_cast<std::size_t>(strip_.chosen)], strip_.writing});
      strip_ = {};
    } else {
      strip_.contact = -1;  // it stays for a touch of its own
      strip_.chosen = -1;
    }
  }
  // Shift held like on a desk: it lasts as long as the finger.
  if (found->second.key.kind == Kind::shift && found->second.wrote_beside_shift) shift_ = Shift::off;
  presses_.erase(found);
  rebuild();
  return true;
}

bool Keys::begin(const input::Contact& contact, double now_s, std::vector<KeyAction>& out) {
  if (strip_.shown() && strip_.contact < 0) {
    const int chosen = strip_.rect.contains(contact.at) ? strip_index(contact.at) : -1;
    if (chosen >= 0) out.push_back({KeyAction::Does::rewrite, strip_.texts[static_cast<std::size_t>(chosen)], strip_.writing});
    strip_ = {};
    if (chosen >= 0) return true;
  }
  const Key* key = key_at(contact.at);
  if (key == nullptr) return false;
  Press press{*key, now_s, now_s + first_repeat_s, 0, false, false};
  act(press, out);
  presses_.insert_or_assign(contact.id, std::move(press));
  return true;
}

void Keys::act(Press& press, std::vector<KeyAction>& out) {
  switch (press.key.kind) {
    case Kind::letter:
    case Kind::space:
      press.writing = ++writings_;
      out.push_back({KeyAction::Does::write, press.key.text, press.writing});
      for (auto& [contact, other] : presses_) other.wrote_beside_shift |= other.key.kind == Kind::shift;
      if (shift_ == Shift::once && press.key.kind == Kind::letter && !held(Kind::shift)) {
        shift_ = Shift::off;
        rebuild();
      }
      break;
    case Kind::erase: out.push_back({KeyAction::Does::erase, {}, 0}); break;
    case Kind::enter: out.push_back({KeyAction::Does::enter, {}, 0}); break;
    case Kind::shift: touch_shift(press.began_s); break;
    case Kind::page:
      symbols_ = !symbols_;
      shift_ = Shift::off;
      rebuild();
      break;
    case Kind::language: out.push_back({KeyAction::Does::next_language, {}, 0}); break;
  }
}

void Keys::touch_shift(double now_s) {
  const bool again = shift_ == Shift::once && now_s - shift_touched_s_ < twice_s;
  shift_ = again ? Shift::locked : shift_ == Shift::off ? Shift::once : Shift::off;
  shift_touched_s_ = now_s;
  rebuild();
}

bool Keys::pass(double now_s, std::vector<KeyAction>& out) {
  bool waiting = false;
  for (auto& [contact, press] : presses_) {
    if (press.key.kind == Kind::erase) {
      waiting = true;
      if (now_s < press.repeat_s) continue;
      press.repeat_s = now_s + next_repeat_s;
      out.push_back({KeyAction::Does::erase, {}, 0});
    } else if (press.key.kind == Kind::letter && !press.offered && layout_->holds.contains(press.key.text)) {
      press.offered = now_s - press.began_s >= hold_s;
      if (press.offered) open_strip(contact, press);
      waiting |= !press.offered;
    }
  }
  return waiting;
}

void Keys::open_strip(input::ContactId contact, const Press& press) {
  const auto found = layout_->holds.find(press.key.text);
  if (found == layout_->holds.end()) return;
  const float width = static_cast<float>(found->second.size()) * std::max(measures_.unit, box_.width() / 10);
  const float left = std::clamp(press.key.rect.centre().x - measures_.unit / 2, box_.x0, std::max(box_.x0, box_.x1 - width));
  const float bottom = press.key.rect.y0 - measures_.gap();
  strip_ = {found->second, {left, bottom - 1.05F * measures_.unit, left + width, bottom}, contact, press.writing, -1};
}

int Keys::strip_index(PixelPoint p) const {
  // From the strip down to the finger's own key it follows the finger; on the key itself nothing is chosen yet.
  const PixelRect reach{strip_.rect.x0 - measures_.unit / 2, strip_.rect.y0 - measures_.unit,
                        strip_.rect.x1 + measures_.unit / 2, strip_.rect.y1 + measures_.gap()};
  if (!reach.contains(p)) return -1;
  const auto count = static_cast<int>(strip_.texts.size());
  const float share = (p.x - strip_.rect.x0) / strip_.rect.width();
  return std::clamp(static_cast<int>(std::floor(share * static_cast<float>(count))), 0, count - 1);
}

}  // namespace greenline::ui
