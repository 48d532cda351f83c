#include "app/loop.h"

#include <epoxy/gl.h>
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>

#include "app/cpu_clock.h"

namespace greenline::app {
namespace {

constexpr double beat_s = 1.0 / 60;
constexpr float longest_step_s = 0.1F;  // after a sleep or a stall motion goes on from where it was

std::optional<ui::Seats::Key> seat_key(const WindowInput::KeyPress& pressed) {
  switch (pressed.key) {
    case GLFW_KEY_BACKSPACE: return ui::Seats::Key::backspace;
    case GLFW_KEY_DELETE: return ui::Seats::Key::remove;
    case GLFW_KEY_LEFT: return ui::Seats::Key::left;
    case GLFW_KEY_RIGHT: return ui::Seats::Key::right;
    case GLFW_KEY_HOME: return ui::Seats::Key::home;
    case GLFW_KEY_END: return ui::Seats::Key::end;
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER: return ui::Seats::Key::enter;
    case GLFW_KEY_ESCAPE: return ui::Seats::Key::escape;
    case GLFW_KEY_A:
      if (pressed.modifiers == GLFW_MOD_CONTROL) return ui::Seats::Key::select_all;
      return std::nullopt;
    default: return std::nullopt;
  }
}

// The host's keys until there is a console. Page keys are what a presenter's clicker sends.
bool host_key(Wall& wall, const WindowInput::KeyPress& pressed) {
  const bool deliberate = (pressed.modifiers & GLFW_MOD_CONTROL) != 0 && (pressed.modifiers & GLFW_MOD_SHIFT) != 0;
  if (pressed.key == GLFW_KEY_PAGE_DOWN) {
    wall.host(HostKey::next_phase);
  } else if (pressed.key == GLFW_KEY_PAGE_UP) {
    wall.host(HostKey::previous_phase);
  } else if (pressed.key == GLFW_KEY_F8 || (pressed.key == GLFW_KEY_B && !wall.writing() && pressed.modifiers == 0)) {
    wall.host(HostKey::blank);
  } else if (pressed.key == GLFW_KEY_Q && deliberate) {
    return false;
  }
  return true;
}

// False when somebody quits.
bool take_input(const WindowInput& input, Wall& wall) {
  wall.touch(input.touches);
  const bool was_writing = wall.writing();
  for (const WindowInput::KeyPress& pressed : input.keys) {
    if (!host_key(wall, pressed)) return false;
    const bool selecting = (pressed.modifiers & GLFW_MOD_SHIFT) != 0;
    if (const auto key = seat_key(pressed)) wall.press(*key, selecting);
  }
  if (was_writing) {
    for (char32_t character : input.characters) wall.type(character);
  }
  return !input.close;
}

WallSetting fitted(WallSetting setting, const Window& window) {
  setting.width = static_cast<float>(std::max(1, window.width()));
  setting.height = static_cast<float>(std::max(1, window.height()));
  return setting;
}

}  // namespace

Drawn draw_frame(Wall& wall, render::Renderer& renderer, text::Engine& engine, float seconds) {
  Drawn drawn;
  drawn.wants_another = wall.advance(seconds);
  const std::vector<render::Overlay> overlays = wall.overlays();
  drawn.rects = renderer.draw(wall.scene(), engine, overlays, wall.atmosphere());
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

void run_loop(Window& window, Wall& wall, render::Renderer& renderer, text::Engine& engine, const WallSetting& wanted,
              const LoopHooks& hooks) {
  wall.set_glyph_texture(renderer.glyph_texture());
  Breath breath;
  if (wanted.still) breath.stop();
  double last_s = monotonic_s(), touched_s = last_s, next_beat_s = last_s;
  bool wants_another = true, first = true, shown = false;
  while (true) {
    double now_s = monotonic_s();
    double wait_s = std::min(wall.idle_s(), breath.wait_s(now_s, now_s - touched_s));
    // The display paces only frames that it is shown.
    if (wants_another || hooks.always_draw) {
      wait_s = shown && window.paced_by_display() ? 0 : std::max(0.0, next_beat_s - now_s);
    }
    if (hooks.longest_wait_s) wait_s = std::clamp(hooks.longest_wait_s(), 0.0, wait_s);
    const WindowInput& input = window.poll(wait_s);
    now_s = monotonic_s();
    const std::size_t contacts = input.touches.contacts.size();
    if (!input.touches.contacts.empty() || !input.keys.empty()) touched_s = now_s;
    // What goes by the clock has gone on while the loop slept, before the hand that woke it.
    if (const double slept_s = now_s - last_s - static_cast<double>(longest_step_s); slept_s > 0) {
      wall.slept(static_cast<float>(slept_s));
    }
    if (hooks.touched) hooks.touched(input.touches);
    if (!take_input(input, wall) || (hooks.ending && hooks.ending())) return;
    if (input.resized) wall.resize(fitted(wanted, window));
    if (hooks.before_frame) hooks.before_frame(now_s);

    // A hand wakes the loop between two beats: it is answered at once, the beat goes on from here.
    next_beat_s = std::max(next_beat_s + beat_s, now_s + beat_s / 2);
    const bool breathes = !first && breath.due(now_s, now_s - touched_s);
    if (breathes) wall.breathe(now_s);
    const double cpu_before_s = process_cpu_s();
    const Drawn drawn = draw_frame(wall, renderer, engine, std::min(longest_step_s, static_cast<float>(now_s - last_s)));
    last_s = now_s;
    wants_another = drawn.wants_another;
    const double raster_from_s = monotonic_s();
    const model::PixelRect whole{0, 0, static_cast<float>(renderer.width()), static_cast<float>(renderer.height())};
    const bool all = first || input.exposed;
    window.present(renderer, all ? std::span(&whole, 1) : drawn.rects);
    shown = all || !drawn.rects.empty();
    const double answer_s = contacts > 0 ? monotonic_s() - now_s : 0;
    if (hooks.shown) hooks.shown();
    if (hooks.after_frame) glFinish();
    const double raster_s = monotonic_s() - raster_from_s;
    if (breathes) breath.took(now_s, process_cpu_s() - cpu_before_s);

    if (hooks.after_frame) {
      const Wall::Times wall_times = wall.take_times();
      const render::Renderer::Times draw_times = renderer.times();
      const bool go_on = hooks.after_frame({wall_times.input_s, wall_times.apply_s, wall_times.layout_s, draw_times.build_s,
                                            draw_times.submit_s, raster_s, shown, contacts, answer_s});
      if (!go_on) return;
    }
    if (first && hooks.first_frame) hooks.first_frame();
    first = false;
  }
}

}  // namespace greenline::app
