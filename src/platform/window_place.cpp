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
constexpr double shown_again_s = 0.5;  // after the screens changed; by then managers are done
constexpr double never_s = 1e300;

ScreenRect rect_of(const Monitor& monitor) { return {monitor.x, monitor.y, monitor.width, monitor.height}; }

bool holds(const Monitor& monitor, int x, int y) {
  return x >= monitor.x && y >= monitor.y && x < monitor.x + monitor.width && y < monitor.y + monitor.height;
}

}  // namespace

std::optional<ScreenRect> Window::Inside::home_place() const {
  const auto screen = system.roles.screen_of(options.role.name);
  if (!screen) return std::nullopt;
  return rect_of(system.monitors()[*screen]);
}

std::string Window::Inside::called() const {
  switch (options.role.use) {
    case Use::hands: return "the wall";
    case Use::wall: return "the wall that only shows";
    case Use::console: return "the host's console";
  }
  return {};
}

void Window::Inside::tell_of_screens(const std::optional<ScreenRect>& before) {
  if (before == place) return;
  if (!place) return system.say("The screens changed: " + called() + " has none now, and comes back with its own.");
  const auto on = std::ranges::find(system.monitors(), *place, rect_of);
  if (on == system.monitors().end()) return;
  const std::string glass = on->glass.told() ? " (" + to_text(on->glass) + ")" : "";
  system.say("The screens changed: " + called() + " is on " + on->name + glass + " now, " + std::to_string(on->width) + "x" +
             std::to_string(on->height) + ".");
}

void Window::Inside::appear(double now_s) {
  if (shown || over) return;
  shown = true;
  input.exposed = true;
  if (place) {
    glfwSetWindowPos(window, place->x, place->y);
    placing->open_at(*place);
  }
  glfwShowWindow(window);
  unsettle(now_s);
}

// Nothing is seen of it until the server has something to fill.
void Window::Inside::lay_ground() {
  grounded = true;
  placing->set_ground(ground);
}

void Window::Inside::disappear() {
  if (!std::exchange(shown, false) || system.lost) return;
  glfwHideWindow(window);
  settled = true;
}

void Window::Inside::unsettle(double now_s) {
  if (!place || (!settled && place_due_s <= now_s + manager_takes_s)) return;
  settled = false;
  place_due_s = now_s + manager_takes_s;
}

// Where all screens are off the touched wall stays where it is, and keeps its keys.
void Window::Inside::monitors_changed(double now_s) {
  const auto there = is_sized() ? std::nullopt : home_place();
  const bool stays = options.role.use == Use::hands && system.monitors().empty();
  if (!is_sized() && (there || !stays)) {
    const auto before = std::exchange(place, there);
    tell_of_screens(before);
    settled = false;
    place_due_s = now_s;
    moves = 0;
    if (place) {
      appear(now_s);
    } else {
      disappear();
    }
  }
  // A surface that becomes another may drop what windows held, and a manager may map one after its frame went there.
  input.exposed = input.exposed || shown;
  again_due_s = now_s + shown_again_s;
  const Monitor* on = monitor();
  if (on == nullptr) return;
  const Monitor was = std::exchange(fitted_to, *on);
  if (platform::pixels_per_mm(was) == pixels_per_mm() && was.refresh_hz == on->refresh_hz) return;
  input.resized = true;  // the size is told by the window itself
  if (tracker) fit_tracker();
}

void Window::Inside::keep_place(double now_s) {
  if (now_s >= again_due_s) {
    again_due_s = never_s;
    input.exposed = input.exposed || shown;
  }
  if (system.lost || settled || !place || now_s < place_due_s) return;
  settled = placing->where() == *place || moves >= most_moves;
  if (settled) {
    if (system.takes_idle_keys(*this)) placing->take_idle_keys();
    return;
  }
  ++moves;
  placing->move_to(*place);
  place_due_s = now_s + manager_takes_s * moves;
}

void Window::Inside::show_arrow(double now_s) {
  if (!system.lost) pointer->show(arrow.shown(now_s));
}

double Window::Inside::due_in_s(double now_s) const {
  const double place_in_s = settled || !place ? nothing_due_s : std::max(0.0, place_due_s - now_s);
  const double silence_in_s = tracker ? tracker->next_silence_s(now_s) : nothing_due_s;
  const double again_in_s = std::max(0.0, again_due_s - now_s);
  return std::min({place_in_s, silence_in_s, again_in_s, arrow.gone_in_s(now_s)});
}

const Monitor* Window::Inside::monitor() const {
  const ScreenRect at = place ? *place : placing ? placing->where() : ScreenRect{};
  const int x = at.x + at.width / 2, y = at.y + at.height / 2;
  const std::vector<Monitor>& monitors = system.monitors();
  const auto on = std::ranges::find_if(monitors, [&](const Monitor& one) { return holds(one, x, y); });
  if (on != monitors.end()) return &*on;
  return monitors.empty() ? nullptr : &monitors.front();
}

float Window::Inside::pixels_per_mm() const {
  const Monitor* on = monitor();
  return platform::pixels_per_mm(on != nullptr ? *on : Monitor{});
}

}  // namespace greenline::platform
