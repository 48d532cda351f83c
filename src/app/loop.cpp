#include "app/loop.h"

#include <epoxy/gl.h>

#include <algorithm>
#include <iostream>
#include <utility>

#include "app/beat.h"
#include "app/cpu_clock.h"

namespace greenline::app {
namespace {

constexpr float longest_step_s = 0.1F;  // after a sleep or a stall motion goes on from where it was

WallSetting fitted(const WallSetting& wanted, const Window& window, const LoopHooks& hooks) {
  WallSetting setting = hooks.fitted ? hooks.fitted(window) : wanted;
  setting.width = static_cast<float>(std::max(1, window.width()));
  setting.height = static_cast<float>(std::max(1, window.height()));
  return setting;
}

// The clock that the wall was told of. What is drawn later than its input came is told of in between, once.
class ToldTime {
 public:
  explicit ToldTime(double now_s) : told_s_(now_s) {}
  // What goes by the clock has gone on while the loop slept, before the hand that woke it.
  void catch_up(double now_s, Wall& wall) {
    const double slept_s = now_s - told_s_ - static_cast<double>(longest_step_s);
    if (slept_s <= 0) return;
    wall.skip_time(static_cast<float>(slept_s));
    told_s_ += slept_s;
  }
  // For the frame that is drawn now: the step that motion takes.
  [[nodiscard]] float step(double now_s) {
    const double step_s = now_s - told_s_;
    told_s_ = now_s;
    return std::min(longest_step_s, static_cast<float>(step_s));
  }
  [[nodiscard]] double told_s() const { return told_s_; }

 private:
  double told_s_;
};

// Touches that no frame has answered yet.
struct Unanswered {
  std::size_t contacts = 0;
  double since_s = 0;
  bool exposed = false;
  void add(const WindowInput& input, double now_s) {
    if (contacts == 0) since_s = now_s;
    contacts += input.touches.contacts.size();
    exposed = exposed || input.exposed;
  }
};

}  // namespace

Drawn draw_frame(Wall& wall, render::Renderer& renderer, text::Engine& engine, float seconds) {
  Drawn drawn;
  drawn.wants_another = wall.advance(seconds);
  const std::vector<render::Overlay> overlays = wall.overlays();
  drawn.rects = renderer.draw(wall.scene(), engine, overlays, wall.atmosphere());
  drawn.trouble = renderer.trouble();
  return drawn;
}

bool Breath::due(double now_s, double untouched_s) const { return wait_s(now_s, untouched_s) <= 0; }

double Breath::wait_s(double now_s, double untouched_s) const {
  if (stopped_ || step_s_ > slowest_s || untouched_s > falls_asleep_s) return 3600;
  return std::max(0.0, last_s_ + step_s_ - now_s);
}

void Breath::took(double now_s, double cpu_s) {
  last_s_ = now_s;
  // The mean of old and new: one slow frame on a busy machine does not end the breathing.
  step_s_ = std::max(quickest_s, (step_s_ + cpu_s / share_of_core) / 2);
}

tl::expected<void, std::string> run_loop(Window& window, Wall& wall, render::Renderer& renderer, text::Engine& engine,
                                         const WallSetting& wanted, const LoopHooks& hooks) {
  wall.set_glyph_texture(renderer.glyph_texture());
  Breath breath;
  if (wanted.still) breath.stop();
  Keyboard keyboard;
  Unanswered unanswered;
  const double begun_s = monotonic_s();
  Beat beat(begun_s);
  ToldTime clock(begun_s);
  double touched_s = begun_s, due_s = begun_s;  // when the next frame is due
  bool first = true;
  std::string told;
  while (true) {
    const double longest_s = hooks.longest_wait_s ? std::max(0.0, hooks.longest_wait_s()) : 3600;
    const WindowInput& input = window.poll(std::clamp(due_s - monotonic_s(), 0.0, longest_s));
    const double now_s = monotonic_s();
    clock.catch_up(now_s, wall);
    if (hooks.touched) hooks.touched(input.touches);
    wall.touch(input.touches);
    if (!keyboard.take(input.strokes, wall) || input.close) return {};
    if (hooks.ending && hooks.ending()) return {};
    if (input.resized) wall.resize(fitted(wanted, window, hooks));
    const bool played = hooks.longest_wait_s && hooks.longest_wait_s() <= 0;
    if (hooks.before_frame) hooks.before_frame(now_s);

    unanswered.add(input, now_s);
    if (!input.touches.contacts.empty() || !input.strokes.empty()) touched_s = now_s;
    if (input.any() || played) due_s = std::min(due_s, beat.answer_s(now_s));
    if (now_s < due_s) continue;

    beat.drawn(now_s);
    const bool breathes = !first && breath.due(now_s, now_s - touched_s);
    if (breathes) wall.breathe(now_s);
    const double cpu_before_s = process_cpu_s();
    const Drawn drawn = draw_frame(wall, renderer, engine, clock.step(now_s));
    if (drawn.trouble != told) {
      if (first) return tl::unexpected(drawn.trouble);
      told = drawn.trouble;
      if (!told.empty()) std::cerr << told << '\n';
    }
    const double raster_from_s = monotonic_s();
    const model::PixelRect whole{0, 0, static_cast<float>(renderer.width()), static_cast<float>(renderer.height())};
    const bool all = first || unanswered.exposed;
    window.present(renderer, all ? std::span(&whole, 1) : drawn.rects);
    const bool shown = all || !drawn.rects.empty();
    const Unanswered answered = std::exchange(unanswered, {});
    const double answer_s = answered.contacts > 0 ? monotonic_s() - answered.since_s : 0;
    if (hooks.shown) hooks.shown();
    if (hooks.after_frame) glFinish();
    const double raster_s = monotonic_s() - raster_from_s;
    if (breathes) breath.took(now_s, process_cpu_s() - cpu_before_s);

    if (hooks.after_frame) {
      const Wall::Times wall_times = wall.take_times();
      const render::Renderer::Times draw_times = renderer.times();
      const bool go_on = hooks.after_frame({wall_times.input_s, wall_times.apply_s, wall_times.layout_s, draw_times.build_s,
                                            draw_times.submit_s, raster_s + draw_times.raster_s, shown, answered.contacts, answer_s});
      if (!go_on) return {};
    }
    if (first && hooks.first_frame) hooks.first_frame();
    first = false;

    if (drawn.wants_another || hooks.always_draw) {
      // The display paces only frames that it is shown.
      due_s = shown && window.paced_by_display() ? now_s : beat.next_s();
    } else {
      due_s = clock.told_s() + std::min(wall.idle_s(), breath.wait_s(now_s, now_s - touched_s));
    }
  }
}

}  // namespace greenline::app
