#include "app/loop.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "app/cleaning_sign.h"
#include "app/pace.h"
#include "interact/plugged_keyboard.h"
#include "platform/cpu_clock.h"
#include "platform/memory.h"
#include "platform/wait.h"

namespace greenline::app {
namespace {

// Touches that no frame has answered yet.
struct Unanswered {
  std::size_t contacts = 0;
  double since_s = 0;
  bool exposed = false;
  void add(const platform::WindowInput& input, double now_s) {
    if (contacts == 0) since_s = now_s;
    contacts += input.touches.contacts.size();
    exposed = exposed || input.exposed;
  }
};

// The window that hands touch, frame by frame.
class Touched {
 public:
  Touched(const platform::WindowSystem& system, platform::Window& window, interact::Wall& wall, render::Renderer& renderer,
          text::Engine& engine, const view::WallSetting& wanted, const LoopHooks& hooks)
      : system_(system),
        window_(window),
        wall_(wall),
        renderer_(renderer),
        engine_(engine),
        wanted_(wanted),
        hooks_(hooks),
        pace_(platform::monotonic_s(), window.refresh_hz()),
        touched_s_(pace_.due_s),
        fits_(fitted()) {
    wall_.set_glyph_textures({renderer_.glyph_texture(), renderer_.picture_texture()});
    if (wanted_.still) pace_.breath.stop();
  }

  [[nodiscard]] double due_s() const { return pace_.due_s; }
  // What came in and is there to be answered; false when somebody leaves.
  [[nodiscard]] bool hear(double now_s, bool woken);
  // False when a hook ends it.
  [[nodiscard]] tl::expected<bool, std::string> draw(double now_s);
  [[nodiscard]] bool draw_console(double now_s);
  [[nodiscard]] interact::PluggedKeyboard& keyboard() { return keyboard_; }

 private:
  [[nodiscard]] bool hands_and_keys(const platform::WindowInput&, double now_s);
  [[nodiscard]] bool below_pin(const input::TouchFrame&, std::span<const platform::Stroke>,
                               std::span<const std::filesystem::path> dropped, double now_s);
  [[nodiscard]] bool hands_and_keys(const input::TouchFrame&, std::span<const platform::Stroke>,
                                    std::span<const std::filesystem::path> dropped);
  [[nodiscard]] bool shows_console() const {
    return hooks_.corner != nullptr && hooks_.corner->is_open() && (hooks_.pin == nullptr || !hooks_.pin->is_open());
  }
  [[nodiscard]] input::TouchFrame while_not_cleaned(const input::TouchFrame&, double now_s);
  [[nodiscard]] view::WallSetting fitted() const;
  [[nodiscard]] double asleep_at_most_s() const;
  [[nodiscard]] tl::expected<void, std::string> say(const std::string& trouble);
  [[nodiscard]] bool tell_of_frame(bool shown, double raster_s, const Unanswered& answered, double answer_s);

  const platform::WindowSystem& system_;
  platform::Window& window_;
  interact::Wall& wall_;
  render::Renderer& renderer_;
  text::Engine& engine_;
  const view::WallSetting& wanted_;
  const LoopHooks& hooks_;
  interact::PluggedKeyboard keyboard_;
  Unanswered unanswered_;
  Pace pace_;
  double touched_s_;
  view::WallSetting fits_;  // as it was asked for
  bool first_ = true, showed_console_ = false;
  std::set<input::ContactId> in_hand_;  // contacts that are let through, while nobody cleans
  std::string told_;
};

view::WallSetting Touched::fitted() const {
  view::WallSetting setting = hooks_.fitted ? hooks_.fitted(window_) : wanted_;
  setting.width = static_cast<float>(std::max(1, window_.width()));
  setting.height = static_cast<float>(std::max(1, window_.height()));
  return setting;
}

// False when somebody leaves, or goes on with something else.
bool Touched::hands_and_keys(const platform::WindowInput& input, double now_s) {
  PinLayer* pin = hooks_.pin;
  const input::TouchFrame let_through = while_not_cleaned(input.touches, now_s);
  if (pin == nullptr) return below_pin(let_through, input.strokes, input.dropped, now_s);
  const input::TouchFrame touches = pin->take(let_through);
  const std::vector<platform::Stroke> strokes = pin->take(input.strokes, now_s);
  if (const auto granted = pin->granted(now_s)) {
    if (*granted == PinLayer::For::leaving) return false;
    if (*granted == PinLayer::For::the_console && hooks_.corner != nullptr) hooks_.corner->open_for_host(now_s);
    if (*granted == PinLayer::For::the_shelf && hooks_.shelf != nullptr) hooks_.shelf->open_for_host();
  }
  return below_pin(touches, strokes, input.dropped, now_s);
}

// A cloth is no hand, and what was in a hand is put back.
input::TouchFrame Touched::while_not_cleaned(const input::TouchFrame& frame, double now_s) {
  if (hooks_.desk == nullptr) return frame;
  const bool cleaned = hooks_.desk->cleaning.left_s(now_s).has_value();
  input::TouchFrame rest{frame.time_s, {}};
  for (const input::Contact& contact : frame.contacts) {
    const bool over = contact.state == input::ContactState::ended || contact.state == input::ContactState::cancelled;
    if (contact.state == input::ContactState::began && !cleaned) in_hand_.insert(contact.id);
    if (!in_hand_.contains(contact.id)) continue;
    if (cleaned) {
      in_hand_.erase(contact.id);
      rest.contacts.push_back({contact.id, input::ContactState::cancelled, contact.at, 0});
    } else {
      if (over) in_hand_.erase(contact.id);
      rest.contacts.push_back(contact);
    }
  }
  return rest;
}

bool Touched::below_pin(const input::TouchFrame& touches, std::span<const platform::Stroke> strokes,
                        std::span<const std::filesystem::path> dropped, double now_s) {
  CornerConsole* corner = hooks_.corner;
  if (corner == nullptr) return hands_and_keys(touches, strokes, dropped);
  const input::TouchFrame of_wall = corner->take(touches);
  const std::vector<platform::Stroke> rest = corner->take(strokes, now_s);
  if (corner->follow(now_s)) pace_.answer(now_s);
  return hands_and_keys(hooks_.calls != nullptr && !corner->is_open() ? hooks_.calls->take(of_wall) : of_wall, rest, dropped);
}

bool Touched::hands_and_keys(const input::TouchFrame& touches, std::span<const platform::Stroke> strokes,
                             std::span<const std::filesystem::path> dropped) {
  const auto touch = [this](const input::TouchFrame& frame) {
    if (hooks_.touched) hooks_.touched(frame);
    wall_.touch(frame);
  };
  ShelfLayer* shelf = hooks_.shelf;
  if (shelf == nullptr) {
    touch(touches);
    return keyboard_.take(strokes, wall_);
  }
  touch(shelf->take(touches));
  shelf->take_dropped(dropped);
  return keyboard_.take(shelf->take(strokes), wall_) && !shelf->chosen();
}

bool Touched::hear(double now_s, bool woken) {
  const platform::WindowInput& input = window_.input();
  if (const float slept_s = pace_.clock.slept(now_s); slept_s > 0) wall_.skip_time(slept_s);
  if (!hands_and_keys(input, now_s)) return false;
  if (input.close) {  // a window manager's wish is a hand's
    if (hooks_.pin == nullptr) return false;
    hooks_.pin->ask(PinLayer::For::leaving, ui::Side::below, now_s);
  }
  if (hooks_.ending && hooks_.ending()) return false;
  // Another size, another screen, or one that was read from the back meanwhile.
  const view::WallSetting now_wanted = fitted();
  const bool is_another = std::exchange(fits_, now_wanted) != now_wanted;
  if (input.resized || is_another) {
    wall_.resize(now_wanted);
    if (hooks_.corner != nullptr) hooks_.corner->resize();
    pace_.beat.keep_to(window_.refresh_hz());
  }
  const bool played = hooks_.longest_wait_s && hooks_.longest_wait_s() <= 0;
  if (hooks_.before_frame) hooks_.before_frame(now_s);
  unanswered_.add(input, now_s);
  if (!input.touches.contacts.empty() || !input.strokes.empty()) touched_s_ = now_s;
  if (input.any() || woken || played || is_another) pace_.answer(now_s);
  return true;
}

double Touched::asleep_at_most_s() const {
  double most_s = wall_.idle_s();
  const double now_s = platform::monotonic_s();
  if (hooks_.corner != nullptr) most_s = std::min(most_s, hooks_.corner->idle_s(now_s));
  if (hooks_.calls != nullptr) most_s = std::min(most_s, hooks_.calls->idle_s(now_s));
  if (hooks_.desk != nullptr && hooks_.desk->cleaning.left_s(now_s)) most_s = std::min(most_s, 0.25);
  if (hooks_.pin != nullptr) most_s = std::min(most_s, hooks_.pin->idle_s());
  if (hooks_.shelf != nullptr) most_s = std::min(most_s, hooks_.shelf->idle_s());
  return most_s;
}

tl::expected<void, std::string> Touched::say(const std::string& trouble) {
  if (trouble == told_) return {};
  if (first_) return tl::unexpected(trouble);
  told_ = trouble;
  if (!told_.empty()) system_.say(told_);
  return {};
}

bool Touched::tell_of_frame(bool shown, double raster_s, const Unanswered& answered, double answer_s) {
  const interact::Wall::Times wall = wall_.take_times();
  const render::Renderer::Times draw = renderer_.times();
  return hooks_.after_frame({.input_s = wall.input_s,
                             .apply_s = wall.apply_s,
                             .layout_s = wall.layout_s,
                             .build_s = draw.build_s,
                             .submit_s = draw.submit_s,
                             .raster_s = raster_s + draw.raster_s,
                             .drawn = shown,
                             .contacts = answered.contacts,
                             .answer_s = answer_s});
}

// The wall goes on unseen: what is in it stays in step, and nothing of it is lost.
bool Touched::draw_console(double now_s) {
  const bool all = !std::exchange(showed_console_, true) || unanswered_.exposed;
  window_.make_current();
  wall_.seats().host_context().make_current();
  const float seconds = pace_.clock.step(now_s);
  const bool goes_on = wall_.advance(seconds);
  const CornerConsole::Shown drawn = hooks_.corner->show(seconds, now_s, all);
  if (drawn.shown && window_.paced_by_display()) pace_.beat.taken(platform::monotonic_s());
  const Unanswered answered = std::exchange(unanswered_, {});
  const double answer_s = answered.contacts > 0 ? platform::monotonic_s() - answered.since_s : 0;
  if (hooks_.shown) hooks_.shown();
  pace_.due_s =
      goes_on || drawn.moves ? pace_.beat.next_s() : pace_.clock.told_s() + std::min(asleep_at_most_s(), drawn.still_s);
  return !hooks_.after_frame || tell_of_frame(drawn.shown, 0, answered, answer_s);
}

tl::expected<bool, std::string> Touched::draw(double now_s) {
  pace_.beat.drawn(now_s);
  if (shows_console()) return draw_console(now_s);
  const bool breathes = !first_ && pace_.breath.due(now_s, now_s - touched_s_);
  if (breathes) wall_.breathe(now_s);
  const double cpu_before_s = platform::process_cpu_s();
  window_.make_current();
  wall_.seats().host_context().make_current();  // another window may have one, too
  window_.lend_memory(renderer_);
  const bool back = std::exchange(showed_console_, false);
  if (back && hooks_.corner != nullptr) renderer_.set_palette(hooks_.corner->palette());  // all of it, anew
  const Drawn drawn = draw_frame(wall_, renderer_, engine_, pace_.clock.step(now_s),
                                 {hooks_.shelf, hooks_.pin, now_s, hooks_.corner, hooks_.calls, hooks_.desk, hooks_.strings});
  if (auto said = say(drawn.trouble); !said) return tl::unexpected(said.error());
  const double raster_from_s = platform::monotonic_s();
  const model::PixelRect whole{0, 0, static_cast<float>(renderer_.width()), static_cast<float>(renderer_.height())};
  const bool all = first_ || back || unanswered_.exposed;
  window_.present(renderer_, all ? std::span(&whole, 1) : drawn.rects);
  const bool shown = all || !drawn.rects.empty();
  if (shown && window_.paced_by_display()) pace_.beat.taken(platform::monotonic_s());
  const Unanswered answered = std::exchange(unanswered_, {});
  const double answer_s = answered.contacts > 0 ? platform::monotonic_s() - answered.since_s : 0;
  if (hooks_.shown) hooks_.shown();
  if (hooks_.after_frame) renderer_.finish();
  const double raster_s = platform::monotonic_s() - raster_from_s;
  if (breathes) pace_.breath.took(now_s, platform::process_cpu_s() - cpu_before_s);
  if (hooks_.after_frame && !tell_of_frame(shown, raster_s, answered, answer_s)) return false;
  if (std::exchange(first_, false)) {
    if (hooks_.first_frame) hooks_.first_frame();
    platform::give_back_memory();  // what reading packs and compiling shaders took
  }
  pace_.due_s = drawn.wants_another || hooks_.always_draw
                    ? pace_.beat.next_s()
                    : pace_.clock.told_s() + std::min(asleep_at_most_s(), pace_.breath.wait_s(now_s, now_s - touched_s_));
  return true;
}

double next_due_s(double due_s, std::span<const std::unique_ptr<FurtherWindow>> further) {
  for (const auto& one : further) due_s = std::min(due_s, one->due_s());
  return due_s;
}

// Further windows, each when it is due. False when a hook ends it.
bool draw_those_due(std::span<const std::unique_ptr<FurtherWindow>> further, const LoopHooks& hooks) {
  for (std::size_t i = 0; i < further.size(); ++i) {
    const double now_s = platform::monotonic_s();
    if (now_s < further[i]->due_s()) continue;
    const FurtherWindow::Frame frame = further[i]->draw(now_s);
    if (hooks.after_frame && !hooks.after_frame({.raster_s = frame.raster_s, .drawn = frame.shown, .window = i + 1}))
      return false;
  }
  return true;
}

}  // namespace

tl::expected<render::Renderer, std::string> fitting_renderer(const std::filesystem::path& shaders,
                                                             const platform::Window& window) {
  if (window.drawn_by_hand()) return render::Renderer::by_hand();
  return render::Renderer::make(shaders, fitting_detail(window.driver()));
}

Drawn draw_frame(interact::Wall& wall, render::Renderer& renderer, text::Engine& engine, float seconds,
                 const LayersOver& layers) {
  ShelfLayer* shelf = layers.shelf;
  Drawn drawn;
  drawn.wants_another = wall.advance(seconds);
  std::optional<render::Overlay> over;
  const ui::GlyphTextures glyphs{renderer.glyph_texture(), renderer.picture_texture()};
  if (shelf != nullptr) over = shelf->overlay(seconds, glyphs);
  std::vector<render::Overlay> overlays = wall.overlays();
  render::Atmosphere air = wall.atmosphere();
  if (layers.calls != nullptr) {
    const auto key = layers.calls->sign(layers.now_s);
    wall.leave_corner(key ? 1.3F * key->rect.height() : 0);
    if (key) air.chips.push_back(*key);
    if (const auto asks = layers.calls->overlay(seconds, glyphs, layers.now_s)) overlays.push_back(*asks);
    drawn.wants_another = drawn.wants_another || layers.calls->wants_another();
  }
  if (over) overlays.push_back(*over);
  if (layers.corner != nullptr)
    if (auto heard = layers.corner->sign(layers.now_s)) air.chips.push_back(*std::move(heard));
  if (layers.desk != nullptr && layers.strings != nullptr)
    if (auto counts = cleaning_sign(*layers.desk, wall, *layers.strings, layers.now_s)) air.chips.push_back(*std::move(counts));
  if (layers.pin != nullptr) {
    if (const auto asks = layers.pin->overlay(seconds, glyphs, layers.now_s)) overlays.push_back(*asks);
    drawn.wants_another = drawn.wants_another || layers.pin->wants_another();
  }
  if (shelf != nullptr) {
    if (auto sign = shelf->sign()) air.chips.push_back(std::move(*sign));
    drawn.wants_another = drawn.wants_another || shelf->wants_another();
  }
  drawn.rects = renderer.draw(wall.scene(), engine, overlays, air);
  drawn.trouble = renderer.trouble();
  return drawn;
}

tl::expected<void, std::string> run_loop(platform::WindowSystem& system, platform::Window& window, interact::Wall& wall,
                                         render::Renderer& renderer, text::Engine& engine, const view::WallSetting& wanted,
                                         const LoopHooks& hooks, std::span<const std::unique_ptr<FurtherWindow>> further) {
  Touched touched(system, window, wall, renderer, engine, wanted, hooks);
  double round_by_s = platform::monotonic_s() + 3600;
  while (true) {
    const double next_s = std::min(round_by_s, next_due_s(touched.due_s(), further));
    const double longest_s = hooks.longest_wait_s ? std::max(0.0, hooks.longest_wait_s()) : 3600;
    const bool woken = system.poll(std::clamp(next_s - platform::monotonic_s(), 0.0, longest_s));
    const double now_s = platform::monotonic_s();
    if (!touched.hear(now_s, woken)) return {};
    bool came = window.input().any();
    for (const auto& one : further) {
      one->hear(now_s);
      if (!touched.keyboard().take(one->strokes(), wall)) return {};
      came = came || one->window().input().any();
    }
    if (now_s >= touched.due_s()) {
      const auto drawn = touched.draw(now_s);
      if (!drawn) return tl::unexpected(drawn.error());
      if (!*drawn) return {};
    } else if (came) {
      platform::pause_for(std::min(next_due_s(touched.due_s(), further) - now_s, platform::handful_s));
    }
    if (!draw_those_due(further, hooks)) return {};
    if (hooks.after_round) round_by_s = hooks.after_round({now_s, next_due_s(touched.due_s(), further) <= now_s});
  }
}

}  // namespace greenline::app
