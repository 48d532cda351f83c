#include "app/room_desk.h"

#include <algorithm>
#include <utility>

#include "app/console_letters.h"
#include "app/console_page.h"
#include "app/console_screens.h"
#include "app/screen_signs.h"
#include "interact/plugged_keyboard.h"

namespace greenline::app {

tl::expected<std::unique_ptr<RoomDesk>, std::string> RoomDesk::open(platform::WindowSystem& system,
                                                                    const platform::WindowOptions& options,
                                                                    const Resources& resources, RoomCheck& check, Fitted fitted,
                                                                    bool is_hosts) {
  auto opened = open_window(system, options, resources, resources.palette);
  if (!opened) return tl::unexpected(opened.error());
  return std::unique_ptr<RoomDesk>(
      new RoomDesk(system, *std::move(opened), resources, check, std::move(fitted), options.role, is_hosts));
}

RoomDesk::RoomDesk(platform::WindowSystem& system, Opened opened, const Resources& resources, RoomCheck& check, Fitted wanted,
                   platform::Role role, bool is_hosts)
    : FurtherWindow(system, std::move(opened), std::move(wanted)),
      resources_(resources),
      check_(check),
      role_(std::move(role)),
      is_hosts_(is_hosts),
      session_(resources.pack, station::real_sources()),
      view_(session_, engine_, resources.strings),
      screen_(host_) {
  pace_.breath.stop();
  resize();
  look_again();
}

RoomDesk::~RoomDesk() {
  window_.make_current();
  host_.make_current();
  renderer_.reset();
}

ui::ConsolePage RoomDesk::page() const {
  ui::ConsolePage page;
  const platform::RoleScreens& screens = system_.screens();
  if (is_hosts_) {
    const ScreensNow now{screens, &system_.panels()};
    check_.fill(page, &now, setting_.language);
    check_.give_its_letters(page);
    tell_hints(page, resources_.strings, setting_.language);
    return page;
  }
  const auto say = [&](const std::string& key, std::initializer_list<std::string_view> with = {}) {
    return content::filled(resources_.strings("check." + key, setting_.language), with);
  };
  const auto on = screens.screen_of(role_.name);
  const std::string letter = on ? platform::letter_of(*on) : std::string();
  page.card = say("this_screen", {letter, said_of_role(role_, resources_.strings, setting_.language)});
  page.card_language = setting_.language;
  using Sign = ui::ConsoleLine::Sign;
  if (on) page.lines.push_back({Sign::none, who_is(bound_to(screens.monitors()[*on]))});
  if (role_.use == platform::Use::hands)
    page.lines.push_back({touched_ ? Sign::well : Sign::untold, say(touched_ ? "touched_here" : "touch_here")});
  if (page.lines.empty()) page.lines.push_back({Sign::none, role_.name});
  return page;
}

void RoomDesk::resize() {
  view::WallSetting own = fitted();
  own.still = true;
  view_.resize(own);
}

void RoomDesk::look_again() {
  setting_ = screen_of(fitted());
  page_ = page();
  screen_.show(page_, setting_);
}

void RoomDesk::act(const std::string& key, double now_s) {
  if (key == "room")
    done_ = true;
  else
    (void)check_.act(key, system_.screens(), now_s);
}

void RoomDesk::hear_keys(double now_s) {
  for (const platform::Stroke& stroke : window_.input().strokes) {
    const auto* pressed = std::get_if<platform::KeyPress>(&stroke);
    if (pressed != nullptr && interact::leaves(*pressed))
      done_ = true;
    else if (pressed == nullptr || !check_.took(*pressed))
      if (const auto key = key_of_stroke(page_, stroke)) act(*key, now_s);
  }
}

void RoomDesk::hear(double now_s) {
  const platform::WindowInput& input = window_.input();
  done_ = done_ || input.close;
  if (input.resized) {
    resize();
    pace_.beat.keep_to(window_.refresh_hz());
  }
  for (const input::Contact& contact : input.touches.contacts) {
    touched_ = true;
    if (const auto key = screen_.touch(contact, now_s)) act(*key, now_s);
  }
  hear_keys(now_s);
  if (input.hover) screen_.hover(*input.hover, now_s);
  exposed_ = exposed_ || input.exposed;
  const std::uint64_t version = system_.screens().version();
  const bool other_screens = std::exchange(screens_seen_, version) != version;
  const bool news = is_hosts_ && check_.look(system_.screens(), now_s);
  if (input.any() || input.hover || other_screens || news) {
    look_again();
    pace_.answer(now_s);
  }
}

FurtherWindow::Frame RoomDesk::draw(double now_s) {
  pace_.beat.drawn(now_s);
  window_.make_current();
  host_.make_current();
  window_.lend_memory(*renderer_);
  const float seconds = pace_.clock.step(now_s);
  const double to_tip_s = screen_.pass(now_s);
  const ui::Surroundings around{engine_, resources_.strings, resources_.keyboards, resources_.palette, setting_};
  const auto over = over_.draw(screen_, host_, seconds, {renderer_->glyph_texture(), renderer_->picture_texture()}, around);
  render::Atmosphere air;
  air.dusk = -1;
  const Frame frame = show(renderer_->draw(view_.scene(), engine_, std::span(&over.overlay, 1), air));
  pace_.due_s = screen_.stale() ? pace_.beat.next_s() : now_s + std::clamp(to_tip_s - now_s, 0.0, 1.0);
  return frame;
}

}  // namespace greenline::app
