#include "app/console.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "app/loop.h"
#include "content/local_text.h"
#include "platform/cpu_clock.h"

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

tl::expected<std::unique_ptr<Console>, std::string> Console::open(platform::WindowSystem& system,
                                                                  const platform::WindowOptions& options,
                                                                  const Resources& resources, station::Session& session,
                                                                  interact::Wall& wall, Fitted fitted) {
  auto window = platform::Window::open(system, options);
  if (!window) return tl::unexpected(window.error());
  auto renderer = fitting_renderer(resources.paths.shaders, *window);
  if (!renderer) return tl::unexpected(renderer.error());
  renderer->set_palette(resources.palette);
  return std::unique_ptr<Console>(
      new Console(system, *std::move(window), *std::move(renderer), resources, session, wall, std::move(fitted)));
}

Console::Console(platform::WindowSystem& system, platform::Window window, render::Renderer renderer, const Resources& resources,
                 station::Session& session, interact::Wall& wall, Fitted fitted)
    : system_(system),
      window_(std::move(window)),
      resources_(resources),
      session_(session),
      wall_(wall),
      renderer_(std::make_unique<render::Renderer>(std::move(renderer))),
      view_(session, engine_, resources.strings),
      fitted_(std::move(fitted)),
      screen_(host_),
      pace_(platform::monotonic_s(), window_.refresh_hz()) {
  pace_.breath.stop();
  resize();
}

// What the renderer has belongs to the window's own context, and so does what it began in the host's.
Console::~Console() {
  window_.make_current();
  host_.make_current();
  renderer_.reset();
}

// The wall is laid out as large as this window and seen through the hole that the console leaves.
void Console::resize() {
  view::WallSetting setting = fitted_(window_);
  setting.width = static_cast<float>(std::max(1, window_.width()));
  setting.height = static_cast<float>(std::max(1, window_.height()));
  setting.still = true;
  view_.resize(setting);  // chooses its languages
  setting_.width = setting.width;
  setting_.height = setting.height;
  setting_.pixels_per_mm = setting.pixels_per_mm;
  setting_.language = view_.setting().language;
  look_again();
  const model::PixelRect glass = screen_.glass();
  view_.resize(setting, {glass.width() / setting.width, {glass.x0, glass.y0}});
}

void Console::look_again() {
  ui::ConsolePage page = console_page(session_, resources_.strings, setting_.language, wall_.asks_to_close());
  page.glass_aspect = setting_.width / setting_.height;
  screen_.show(page, setting_);
}

void Console::act(const std::string& key, double now_s) {
  for (const auto& [name, act] : console_acts)
    if (key == name && steps_.counts(act, false, now_s)) wall_.host(act);
}

void Console::hear(double now_s) {
  const platform::WindowInput& input = window_.input();
  if (input.close) return window_.take_away();
  if (input.resized) {
    resize();
    pace_.beat.keep_to(window_.refresh_hz());
  }
  for (const input::Contact& contact : input.touches.contacts)
    if (const auto key = screen_.touch(contact)) act(*key, now_s);
  strokes_.clear();
  for (const platform::Stroke& stroke : input.strokes) {
    const auto* pressed = std::get_if<platform::KeyPress>(&stroke);
    using enum platform::KeyName;
    const bool of_room = pressed != nullptr && (pressed->key == page_up || pressed->key == page_down || pressed->key == f7 ||
                                                pressed->key == f8 || pressed->key == f9 || pressed->letter == 'q');
    if (of_room) strokes_.push_back(stroke);
  }
  exposed_ = exposed_ || input.exposed;
  const bool followed = view_.follow().any;
  if (input.any() || followed) pace_.answer(now_s);
}

double Console::due_s() const { return window_.on_screen() ? pace_.due_s : platform::monotonic_s() + 3600; }

render::Overlay Console::overlay(float seconds) {
  const ui::GlyphTextures glyphs{renderer_->glyph_texture(), renderer_->picture_texture()};
  const ui::Surroundings around{engine_, resources_.strings, resources_.keyboards, resources_.palette, setting_};
  bool changed = false;
  constexpr int tries = 3;  // new glyphs may move all others
  for (int i = 0; i < tries; ++i) {
    if (std::exchange(letters_, engine_.atlas().generation) != engine_.atlas().generation) screen_.draw_again();
    if (!screen_.stale()) break;
    host_.frame(setting_.width, setting_.height, seconds);
    changed = screen_.draw(seconds, glyphs, around).changed || changed;
  }
  const ui::Drawing& drawn = screen_.draw(seconds, glyphs, around);
  return {drawn.data, drawn.rect, changed};
}

FurtherWindow::Frame Console::draw(double now_s) {
  pace_.beat.drawn(now_s);
  window_.make_current();
  host_.make_current();
  window_.lend_memory(*renderer_);
  const float seconds = pace_.clock.step(now_s);
  look_again();
  const bool moves = view_.advance(seconds);
  if (!moves && !view_.scene().sharp()) view_.scene().sharpen();
  const std::array overlays{overlay(seconds)};
  render::Atmosphere air;
  air.blank = view_.light().dark;
  const auto rects = renderer_->draw(view_.scene(), engine_, overlays, air);
  if (renderer_->trouble() != told_) {
    told_ = renderer_->trouble();
    if (!told_.empty()) system_.say(told_);
  }
  const double raster_from_s = platform::monotonic_s();
  const model::PixelRect whole{0, 0, static_cast<float>(renderer_->width()), static_cast<float>(renderer_->height())};
  const bool all = std::exchange(exposed_, false);
  window_.present(*renderer_, all ? std::span(&whole, 1) : rects);
  Frame frame{.shown = all || !rects.empty()};
  if (frame.shown && window_.paced_by_display()) pace_.beat.taken(platform::monotonic_s());
  frame.raster_s = platform::monotonic_s() - raster_from_s;
  const double to_next_second_s = 1 - static_cast<double>(session_.phase_age_ms() % 1000) / 1000;
  pace_.due_s = moves || screen_.stale() ? pace_.beat.next_s() : pace_.clock.told_s() + to_next_second_s + 0.005;
  return frame;
}

}  // namespace greenline::app
