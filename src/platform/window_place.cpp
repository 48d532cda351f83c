// Where a window stands whatever monitors come and go, and whether an arrow is over it.
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "platform/window_inside.h"

namespace greenline::platform {
namespace {

constexpr int most_moves = 10;            // a window manager that wants it elsewhere gets its way in the end
constexpr double manager_takes_s = 0.25;  // to have moved a window
constexpr double nothing_due_s = 3600;

ScreenRect rect_of(const Monitor& monitor) { return {monitor.x, monitor.y, monitor.width, monitor.height}; }

bool holds(const Monitor& monitor, int x, int y) {
  return x >= monitor.x && y >= monitor.y && x < monitor.x + monitor.width && y < monitor.y + monitor.height;
}

}  // namespace

std::optional<ScreenRect> Window::Inside::home_place() {
  const auto number = home.among(monitors);
  if (!number) return std::nullopt;
  return rect_of(monitors[*number]);
}

void Window::Inside::tell_of_screens(const ScreenRect& before) {
  constexpr std::size_t most_untold = 100;
  if (before == *place || notes.size() >= most_untold) return;
  const auto on = std::ranges::find(monitors, *place, rect_of);
  if (on != monitors.end())
    notes.push_back("The screens changed: the wall is on " + on->name + " now, " + std::to_string(on->width) + "x" +
                    std::to_string(on->height) + ".");
}

void Window::Inside::unsettle(double now_s) {
  if (!place || (!settled && place_due_s <= now_s + manager_takes_s)) return;
  settled = false;
  place_due_s = now_s + manager_takes_s;
}

void Window::Inside::keep_place(double now_s) {
  if (lost) return;
  if (screens && screens->changed()) {
    const float density = pixels_per_mm();
    const double refresh_hz = monitor() != nullptr ? monitor()->refresh_hz : 0;
    monitors = screens->list();
    const bool sized = options.width > 0 && options.height > 0;
    if (const auto there = sized ? std::nullopt : home_place()) {
      tell_of_screens(std::exchange(place, there).value_or(ScreenRect{}));
      settled = false;
      place_due_s = now_s;
      moves = 0;
    }
    if (pixels_per_mm() != density || (monitor() != nullptr && monitor()->refresh_hz != refresh_hz)) {
      input.resized = true;  // the size is told by the window itself
      if (tracker) fit_tracker();
    }
  }
  if (settled || !place || now_s < place_due_s) return;
  settled = placing->where() == *place || moves >= most_moves;
  if (settled) return placing->take_idle_keys();
  ++moves;
  placing->move_to(*place);
  place_due_s = now_s + manager_takes_s * moves;
}

void Window::Inside::show_arrow(double now_s) {
  if (!lost) pointer->show(arrow.shown(now_s));
}

double Window::Inside::due_in_s(double now_s) const {
  const double place_in_s = settled ? nothing_due_s : std::max(0.0, place_due_s - now_s);
  return std::min(place_in_s, arrow.gone_in_s(now_s));
}

const Monitor* Window::Inside::monitor() const {
  const ScreenRect at = place ? *place : placing ? placing->where() : ScreenRect{};
  const int x = at.x + at.width / 2, y = at.y + at.height / 2;
  const auto on = std::ranges::find_if(monitors, [&](const Monitor& one) { return holds(one, x, y); });
  if (on != monitors.end()) return &*on;
  return monitors.empty() ? nullptr : &monitors.front();
}

float Window::Inside::pixels_per_mm() const {
  const Monitor* on = monitor();
  return platform::pixels_per_mm(on != nullptr ? *on : Monitor{});
}

}  // namespace greenline::platform
