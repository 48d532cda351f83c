#include "app/call_layer.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace greenline::app {
namespace {

constexpr float call_margin_mm = 6, call_height_mm = 11;
constexpr double short_touch_s = 1;  // longer than that, a finger in the corner may want the console

}  // namespace

CallLayer::CallLayer(Around around) : around_(std::move(around)), screen_(around_.wall.seats().host_context()) {}

std::string CallLayer::say(const std::string& key) const {
  return std::string(around_.strings("call." + key, around_.wall.setting().language));
}

std::optional<render::Chip> CallLayer::sign(double now_s) const {
  if (around_.wall.at_rest() || !around_.is_heard() || !around_.desk.call.may_ask(now_s)) return std::nullopt;
  const view::WallSetting& wall = around_.wall.setting();
  const float mm = wall.pixels_per_mm, em = std::max(1.1F * wall.legible_px, 0.32F * call_height_mm * mm);
  const float height = std::max(call_height_mm * mm, 2.2F * em), margin = call_margin_mm * mm;
  const Call::State state = around_.desk.call.state();
  const char* const key = state == Call::State::none ? "help" : state == Call::State::asked ? "asked" : "coming";
  const auto words = around_.engine.layout(say(key), {.face = text::Face::words, .size_px = em, .language = wall.language});
  const model::PixelRect rect{wall.width - margin - words->width - height, wall.height - margin - height, wall.width - margin,
                              wall.height - margin};
  for (const model::PixelRect& seat : around_.wall.seats().rects())
    if (seat.touches(rect)) return std::nullopt;
  const model::PixelPoint at = rect.centre() - model::PixelPoint{words->width / 2, words->height / 2};
  return render::Chip{rect, {words, {std::round(at.x), std::round(at.y)}, "text"}};
}

bool CallLayer::is_at(model::PixelPoint at, double now_s) const {
  const auto key = sign(now_s);
  return (key && key->rect.contains(at)) || (open_ && screen_.plate().contains(at));
}

void CallLayer::show() {
  setting_ = screen_of(around_.wall.setting());
  const Call& call = around_.desk.call;
  ui::CallScreen::Page page;
  page.asks = say(call.state() == Call::State::none ? "what" : call.state() == Call::State::asked ? "add" : "coming");
  page.who_sees = say("private");
  for (const CallFor one : all_calls)
    page.choices.push_back({std::string(name_of(one)), say(std::string(name_of(one))), call.what().contains(one)});
  page.foot_px = call_height_mm * setting_.pixels_per_mm;
  screen_.show(page, setting_);
}

void CallLayer::touched(const std::string& key, double now_s) {
  touched_s_ = now_s;
  if (const auto what = call_named(key)) around_.desk.ask(*what, now_s);
  open_ = false;
}

input::TouchFrame CallLayer::take(const input::TouchFrame& frame) {
  input::TouchFrame rest{frame.time_s, {}};
  const auto chip = sign(frame.time_s);
  for (const input::Contact& contact : frame.contacts) {
    const bool over = contact.state == input::ContactState::ended || contact.state == input::ContactState::cancelled;
    if (contact.state == input::ContactState::began) {
      const bool on_key = chip && chip->rect.contains(contact.at);
      if (on_key || (open_ && screen_.plate().contains(contact.at))) own_.insert(contact.id);
      if (on_key) on_key_ = contact.id, touched_s_ = frame.time_s;
    }
    if (!own_.contains(contact.id)) {
      rest.contacts.push_back(contact);
      continue;
    }
    if (over) own_.erase(contact.id);
    if (on_key_ == contact.id) {
      if (!over) continue;
      on_key_.reset();
      const bool meant = contact.state == input::ContactState::ended && frame.time_s - touched_s_ < short_touch_s;
      if (meant && chip && chip->rect.grown(chip->rect.height() / 2).contains(contact.at)) open_ = !open_;
      if (open_) show();
    } else if (open_) {
      touched_s_ = frame.time_s;
      if (const auto key = screen_.touch(contact)) touched(*key, frame.time_s);
    }
  }
  return rest;
}

std::optional<render::Overlay> CallLayer::overlay(float seconds, ui::GlyphTextures glyphs, double now_s) {
  wants_another_ = false;
  if (open_ && (now_s - touched_s_ > nobody_answers_s || around_.wall.at_rest() || !around_.is_heard())) open_ = false;
  if (!open_) return std::nullopt;
  show();
  const ui::Surroundings around{around_.engine, around_.strings, around_.keyboards, around_.palette, setting_};
  const auto drawn = over_.draw(screen_, around_.wall.seats().host_context(), seconds, glyphs, around);
  wants_another_ = drawn.moved;
  return drawn.overlay;
}

double CallLayer::idle_s(double now_s) const {
  if (open_) return std::max(0.0, touched_s_ + nobody_answers_s - now_s) + 0.01;
  return around_.desk.call.may_ask(now_s) ? 3600 : 1;
}

std::optional<model::PixelRect> CallLayer::place_of(const std::string& key) {
  if (!open_) return std::nullopt;
  show();
  return screen_.place_of(key);
}

}  // namespace greenline::app
