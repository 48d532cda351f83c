#include "app/pin_layer.h"

#include <chrono>
#include <cmath>
#include <utility>
#include <variant>

#include "content/local_text.h"
#include "interact/plugged_keyboard.h"

namespace greenline::app {
namespace {

static_assert(ui::PinScreen::most_digits >= most_pin_digits, "a number that is kept can be given");

constexpr double nobody_is_there_s = 30;  // then it asks no more

std::optional<ui::PinScreen::Key> pin_key(const platform::KeyPress& pressed) {
  switch (pressed.key) {
    case platform::KeyName::enter: return ui::PinScreen::Key::enter;
    case platform::KeyName::backspace: return ui::PinScreen::Key::erase;
    case platform::KeyName::escape: return ui::PinScreen::Key::leave;
    default: return std::nullopt;
  }
}

const char* what_for(PinLayer::For what) {
  switch (what) {
    case PinLayer::For::the_shelf: return "pin.shelf";
    case PinLayer::For::leaving: return "pin.leaving";
    case PinLayer::For::the_console: return "pin.console";
    case PinLayer::For::the_chair: return "pin.chair";
  }
  return "";
}

// What a keyboard at a kiosk is kept from; a clicker's keys are not among them, nor is a key that the host's own file gives
// something to do.
bool is_kept_from_kiosk(const platform::KeyPress& pressed, const interact::KeyMap& map) {
  using enum platform::KeyName;
  return (pressed.key == f7 || pressed.key == f8 || pressed.key == f9) && !interact::is_given(pressed, map);
}

}  // namespace

PinLayer::PinLayer(Around around, std::optional<std::string> hash)
    : around_(std::move(around)), hash_(std::move(hash)), screen_(around_.host) {}

void PinLayer::ask(For what, ui::Side side, double now_s) {
  if (!is_set()) return;
  asked_ = what;
  side_ = side;
  touched_s_ = now_s;
  was_wrong_ = false;
  screen_.forget();
  screen_.forget_touches();
  show(now_s);
}

void PinLayer::close() {
  asked_.reset();
  screen_.forget();
}

input::TouchFrame PinLayer::take(const input::TouchFrame& frame) {
  input::TouchFrame rest{frame.time_s, {}};
  for (const input::Contact& contact : frame.contacts) {
    if (contact.state == input::ContactState::began) (is_open() ? own_ : on_wall_).insert(contact.id);
    const bool over = contact.state == input::ContactState::ended || contact.state == input::ContactState::cancelled;
    if (own_.contains(contact.id)) {
      if (over) own_.erase(contact.id);
      if (!is_open()) continue;
      touched_s_ = frame.time_s;
      hear(screen_.touch(contact), frame.time_s);
    } else if (!is_open()) {
      if (over) on_wall_.erase(contact.id);
      rest.contacts.push_back(contact);
    } else if (on_wall_.erase(contact.id) > 0) {  // nothing stays in a hand
      rest.contacts.push_back({contact.id, input::ContactState::cancelled, contact.at, 0});
    }
  }
  return rest;
}

std::vector<platform::Stroke> PinLayer::take(std::span<const platform::Stroke> strokes, double now_s) {
  std::vector<platform::Stroke> rest;
  for (const platform::Stroke& stroke : strokes) {
    const auto* pressed = std::get_if<platform::KeyPress>(&stroke);
    const bool guarded = is_set() && around_.of_kiosk && pressed != nullptr;
    if (guarded && is_kept_from_kiosk(*pressed, around_.keys.map)) {
      if (around_.keys.tries) (void)around_.keys.tries(*pressed);  // a pedal that is only being tried
      continue;
    }
    if (guarded && interact::leaves(*pressed)) {
      if (!pressed->repeated) ask(For::leaving, ui::Side::below, now_s);
    } else if (!is_open() || interact::is_of_room(stroke, around_.keys.map)) {
      rest.push_back(stroke);
    } else if (pressed == nullptr) {
      touched_s_ = now_s;
      screen_.type(std::get<platform::Typed>(stroke).character);
    } else if (const auto key = pin_key(*pressed); key && !pressed->repeated) {
      touched_s_ = now_s;
      hear(screen_.press(*key), now_s);
    }
  }
  return rest;
}

// A number is judged beside the loop, for that takes longer than a frame.
void PinLayer::hear(const ui::PinScreen::Answer& answer, double now_s) {
  if (answer.leave) return close();
  if (!answer.number || judging_.valid() || attempts_.wait_s(now_s) > 0) return;
  judging_ = std::async(std::launch::async, [number = *answer.number, hash = *hash_, wake = around_.wake] {
    const bool right = is_right_pin(number, hash);
    if (wake) wake();
    return right;
  });
}

std::optional<PinLayer::For> PinLayer::granted(double now_s) {
  if (is_open() && now_s - touched_s_ > nobody_is_there_s) close();
  if (!judging_.valid() || judging_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return std::nullopt;
  const bool right = judging_.get();
  right ? attempts_.right() : attempts_.wrong(now_s);
  was_wrong_ = !right;
  if (!right || !is_open()) return std::nullopt;
  const For what = *asked_;
  close();
  return what;
}

std::string PinLayer::said(double now_s) const {
  const std::string& language = setting_.language;
  if (const double wait_s = attempts_.wait_s(now_s); wait_s > 0)
    return content::filled(around_.strings("pin.wait", language), {std::to_string(static_cast<int>(std::ceil(wait_s)))});
  if (was_wrong_) return std::string(around_.strings("pin.wrong", language));
  return std::string(around_.strings(asked_ ? what_for(*asked_) : "pin.shelf", language));
}

void PinLayer::show(double now_s) {
  setting_ = around_.screen();
  screen_.show({said(now_s), attempts_.wait_s(now_s) > 0, side_}, setting_);
}

std::optional<render::Overlay> PinLayer::overlay(float seconds, ui::GlyphTextures glyphs, double now_s) {
  wants_another_ = false;
  if (!is_open()) return std::nullopt;
  show(now_s);
  const ui::Surroundings around{around_.engine, around_.strings, around_.keyboards, around_.palette, setting_};
  const auto drawn = over_.draw(screen_, around_.host, seconds, glyphs, around);
  wants_another_ = drawn.moved;
  return drawn.overlay;
}

std::optional<model::PixelRect> PinLayer::place_of(const std::string& key) {
  return is_open() ? screen_.place_of(key) : std::nullopt;
}

}  // namespace greenline::app
