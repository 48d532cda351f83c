#include "app/console.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

#include "content/local_text.h"
#include "interact/plugged_keyboard.h"
#include "platform/cpu_clock.h"
#include "view/staging.h"

namespace greenline::app {
namespace {

using interact::HostKey;

constexpr std::array<std::pair<const char*, HostKey>, 5> console_acts{{{"next", HostKey::next_phase},
                                                                       {"back", HostKey::previous_phase},
                                                                       {"rest", HostKey::blank},
                                                                       {"hold", HostKey::hold},
                                                                       {"reveal", HostKey::reveal}}};

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string as_clock(std::int64_t seconds) { return std::to_string(seconds / 60) + ":" + two_digits(seconds % 60); }

// What may be said in the language of the console.
struct Speaker {
  const content::Strings& strings;
  const std::string& language;
  [[nodiscard]] std::string operator()(const std::string& key, std::initializer_list<std::string_view> with = {}) const {
    return content::filled(strings("console." + key, language), with);
  }
  [[nodiscard]] std::string of(const content::LocalText& text) const {
    return std::string(content::in_language(text, language));
  }
};

void tell_time(const station::Session& session, const Speaker& say, ui::ConsolePage& page) {
  const std::int64_t gone_s = std::max<std::int64_t>(0, session.phase_age_ms() / 1000);
  const std::int64_t planned_s = std::int64_t{session.phase().minutes} * 60;
  page.gone = as_clock(gone_s);
  page.over = planned_s > 0 && gone_s > planned_s;
  if (page.over)
    page.of = say("over", {as_clock(gone_s - planned_s), std::to_string(session.phase().minutes)});
  else if (planned_s > 0)
    page.of = say("of_minutes", {std::to_string(session.phase().minutes)});
}

std::string what_comes(const station::Session& session, const Speaker& say) {
  const std::vector<content::Phase>& phases = session.pack().activity.phases;
  const std::size_t next = session.phase_number() + 1;
  if (session.closed() || next >= phases.size()) return {};
  std::string asks = say.of(phases[next].prompt);
  if (phases[next].minutes == 0) return asks;
  return say("coming", {std::to_string(phases[next].minutes)}) + (asks.empty() ? "" : "\n") + asks;
}

ui::ConsoleKey key_to_go_on(const station::Session& session, const Speaker& say, bool asks_to_close) {
  const std::vector<content::Phase>& phases = session.pack().activity.phases;
  const std::size_t now = session.phase_number();
  if (session.closed()) return {"next", say("over_now"), true, false};
  if (now + 1 < phases.size()) return {"next", say("next", {say.of(phases[now + 1].title)}), true, true};
  return {"next", say(asks_to_close ? "end_again" : "end"), true, true};
}

ui::ConsoleKey key_to_go_back(const station::Session& session, const Speaker& say) {
  const std::vector<content::Phase>& phases = session.pack().activity.phases;
  const std::size_t now = session.phase_number();
  if (session.closed()) return {"back", say("open_again"), false, true};
  if (now == 0) return {"back", say("first"), false, false};
  return {"back", say("back", {say.of(phases[now - 1].title)}), false, true};
}

}  // namespace

ui::ConsolePage console_page(const station::Session& session, const content::Strings& strings, const std::string& language,
                             bool asks_to_close) {
  const Speaker say{strings, language};
  const content::Activity& activity = session.pack().activity;
  const content::Phase& phase = session.phase();
  ui::ConsolePage page;
  page.activity = say.of(activity.title);
  page.where = say("where", {std::to_string(session.phase_number() + 1), std::to_string(activity.phases.size())});
  page.phase = say.of(phase.title);
  page.prompt = say.of(phase.prompt);
  page.note = say.of(phase.host_note);
  tell_time(session, say, page);
  page.coming = what_comes(session, say);
  const std::size_t cards = session.convening().cards.size();
  page.counts = cards == 1 ? say("one_card") : say("cards", {std::to_string(cards)});
  const bool rests = session.convening().resting.value;
  const auto may = [&](const model::Request& request) { return session.check(request, model::the_host).has_value(); };
  page.keys = {key_to_go_on(session, say, asks_to_close),
               key_to_go_back(session, say),
               {"rest", say(rests ? "wake" : "rest"), rests, true},
               {"hold", say("hold"), false, may(model::HoldCards{true})},
               {"reveal", say("reveal"), false, may(model::RevealCards{})}};
  return page;
}

bool ConsoleNews::there_is(const station::Session& session, bool asks_to_close) {
  const std::int64_t second = session.phase_age_ms() / 1000;
  const bool time_is_another = second != std::exchange(second_, second);
  const bool question_is_another = asks_to_close != std::exchange(asks_to_close_, asks_to_close);
  return std::exchange(happened_, false) || time_is_another || question_is_another;
}

tl::expected<std::unique_ptr<Console>, std::string> Console::open(platform::WindowSystem& system,
                                                                  const platform::WindowOptions& options,
                                                                  const Resources& resources, station::Session& session,
                                                                  interact::Wall& wall, Fitted fitted) {
  auto opened = open_window(system, options, resources);
  if (!opened) return tl::unexpected(opened.error());
  return std::unique_ptr<Console>(new Console(system, *std::move(opened), resources, session, wall, std::move(fitted)));
}

Console::Console(platform::WindowSystem& system, Opened opened, const Resources& resources, station::Session& session,
                 interact::Wall& wall, Fitted wanted)
    : FurtherWindow(system, std::move(opened), resources, session, std::move(wanted)),
      resources_(resources),
      session_(session),
      wall_(wall),
      screen_(host_) {
  pace_.breath.stop();
  resize();
}

// What the renderer has belongs to the window's own context, and what it began there to the host's.
Console::~Console() {
  window_.make_current();
  host_.make_current();
  renderer_.reset();
}

// The wall stands as it does for the room, however large that is, and is seen through the hole that the console leaves.
void Console::resize() {
  view::WallSetting own = fitted();
  view::choose_languages(session_.pack().activity, own);
  setting_.width = own.width;
  setting_.height = own.height;
  setting_.pixels_per_mm = own.pixels_per_mm;
  setting_.language = own.language;
  wall_seen_ = wall_.setting();
  look_again();
  view::WallSetting seen = wall_seen_;
  seen.still = true;
  seen.glass_width = own.width;
  seen.glass_height = own.height;
  const model::PixelRect glass = screen_.glass();
  view_.resize(seen, {glass.width() / seen.width, {glass.x0, glass.y0}});
}

void Console::look_again() {
  ui::ConsolePage page = console_page(session_, resources_.strings, setting_.language, wall_.asks_to_close());
  page.glass_aspect = wall_seen_.width / wall_seen_.height;
  screen_.show(page, setting_);
}

void press_at_console(interact::Wall& wall, const std::string& key, double time_s) {
  for (const auto& [name, act] : console_acts)
    if (key == name) wall.host({act, time_s});
}

void Console::hear(double now_s) {
  const platform::WindowInput& input = window_.input();
  if (input.close) return window_.take_away();
  const bool other_screen = input.resized || wall_.setting() != wall_seen_;
  if (other_screen) {
    resize();
    pace_.beat.keep_to(window_.refresh_hz());
  }
  for (const input::Contact& contact : input.touches.contacts)
    if (const auto key = screen_.touch(contact)) press_at_console(wall_, *key, input.touches.time_s);
  strokes_.clear();
  std::ranges::copy_if(input.strokes, std::back_inserter(strokes_), interact::is_of_room);
  exposed_ = exposed_ || input.exposed;
  const view::View::Followed followed = view_.follow();
  if (followed.happened) news_.heard();
  if (input.any() || other_screen || followed.any) pace_.answer(now_s);
}

FurtherWindow::Frame Console::draw(double now_s) {
  pace_.beat.drawn(now_s);
  window_.make_current();
  host_.make_current();
  window_.lend_memory(*renderer_);
  const float seconds = pace_.clock.step(now_s);
  if (news_.there_is(session_, wall_.asks_to_close())) look_again();
  const bool moves = view_.advance(seconds);
  if (!moves && !view_.scene().sharp()) view_.scene().sharpen();
  const ui::Surroundings around{engine_, resources_.strings, resources_.keyboards, resources_.palette, setting_};
  const auto over = over_.draw(screen_, host_, seconds, {renderer_->glyph_texture(), renderer_->picture_texture()}, around);
  render::Atmosphere air;
  air.dusk = -1;  // the page counts the time
  air.blank = view_.light().dark;
  const Frame frame = show(renderer_->draw(view_.scene(), engine_, std::span(&over.overlay, 1), air));
  const double to_next_second_s = 1 - static_cast<double>(session_.phase_age_ms() % 1000) / 1000;
  pace_.due_s = moves || screen_.stale() ? pace_.beat.next_s() : pace_.clock.told_s() + to_next_second_s + 0.005;
  return frame;
}

}  // namespace greenline::app
