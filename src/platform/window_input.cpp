// What comes in through a window: keys, the mouse, fingers, and sleeping until something does.
#include "platform/glfw_keys.h"  // before X11's own KeyPress
#include "platform/window_inside.h"
#define GLFW_EXPOSE_NATIVE_X11
#include <GLFW/glfw3native.h>

#include <algorithm>
#include <cmath>
#include <span>

namespace greenline::platform {
namespace {

constexpr std::size_t most_dropped = 64;  // of what is let go in one go; more was not meant

}  // namespace

void Window::Inside::listen() {
  glfwSetWindowUserPointer(window, this);

  glfwSetMouseButtonCallback(window, [](GLFWwindow* of, int button, int action, int) {
    auto* self = static_cast<Inside*>(glfwGetWindowUserPointer(of));
    self->arrow.moved(glfwGetTime());
    if (button != GLFW_MOUSE_BUTTON_LEFT || !self->takes_hands()) return;
    // Where it is by now is another matter.
    if (action == GLFW_PRESS) {
      self->mouse.press(self->pointer_at, glfwGetTime());
    } else {
      self->mouse.release(self->pointer_at, glfwGetTime());
    }
  });
  glfwSetCursorEnterCallback(window, [](GLFWwindow* of, int entered) {
    auto* self = static_cast<Inside*>(glfwGetWindowUserPointer(of));
    self->entering = entered == GLFW_TRUE;
    if (entered == GLFW_FALSE) self->input.hover = {-1, -1};
  });
  glfwSetCursorPosCallback(window, [](GLFWwindow* of, double x, double y) {
    auto* self = static_cast<Inside*>(glfwGetWindowUserPointer(of));
    if (!std::exchange(self->entering, false)) self->arrow.moved(glfwGetTime());
    self->pointer_at = {static_cast<float>(x), static_cast<float>(y)};
    if (!self->mouse.pressed()) self->input.hover = self->pointer_at;
    if (self->takes_hands()) self->mouse.move(self->pointer_at, glfwGetTime());
  });
  glfwSetWindowFocusCallback(window, [](GLFWwindow* of, int focused) {
    auto* self = static_cast<Inside*>(glfwGetWindowUserPointer(of));
    if (focused == GLFW_TRUE) return;
    self->mouse.cancel(glfwGetTime());
    self->unsettle(glfwGetTime());
  });
  glfwSetCharCallback(window, [](GLFWwindow* of, unsigned character) {
    static_cast<Inside*>(glfwGetWindowUserPointer(of))->input.strokes.emplace_back(Typed{character});
  });
  glfwSetKeyCallback(window, [](GLFWwindow* of, int key, int scancode, int action, int modifiers) {
    auto* self = static_cast<Inside*>(glfwGetWindowUserPointer(of));
    if (action == GLFW_RELEASE) return;
    const double time_s = self->system.key_times.taken(scancode, glfwGetTime());
    self->input.strokes.emplace_back(key_press(key, scancode, action, modifiers, time_s));
  });
  glfwSetDropCallback(window, [](GLFWwindow* of, int count, const char** paths) {
    auto* self = static_cast<Inside*>(glfwGetWindowUserPointer(of));
    const std::span<const char*> all(paths, static_cast<std::size_t>(std::max(0, count)));
    const std::size_t room = most_dropped - std::min(most_dropped, self->input.dropped.size());
    for (const char* path : all.first(std::min(room, all.size()))) self->input.dropped.emplace_back(path);
  });
  glfwSetFramebufferSizeCallback(window, [](GLFWwindow* of, int new_width, int new_height) {
    auto* self = static_cast<Inside*>(glfwGetWindowUserPointer(of));
    self->width = new_width;
    self->height = new_height;
    self->input.resized = true;
    self->unsettle(glfwGetTime());
  });
  glfwSetWindowPosCallback(
      window, [](GLFWwindow* of, int, int) { static_cast<Inside*>(glfwGetWindowUserPointer(of))->unsettle(glfwGetTime()); });
  glfwSetWindowRefreshCallback(
      window, [](GLFWwindow* of) { static_cast<Inside*>(glfwGetWindowUserPointer(of))->input.exposed = true; });
  glfwSetWindowCloseCallback(window,
                             [](GLFWwindow* of) { static_cast<Inside*>(glfwGetWindowUserPointer(of))->input.close = true; });
}

void Window::Inside::fit_tracker() {
  tracker->set_screen(static_cast<float>(width), static_cast<float>(height), pixels_per_mm());
}

bool Window::Inside::hands_wait() { return fingers && fingers->waiting(); }

void Window::Inside::add_sources(std::vector<int>& sources) const {
  if (fingers) sources.push_back(fingers->descriptor());
  if (tracker) sources.push_back(tracker->descriptor());
}

void Window::Inside::gather_hands() {
  const double now_s = glfwGetTime();
  const auto add = [&](input::TouchFrame frame) {
    if (frame.contacts.empty()) return;
    input.touches.time_s = std::max(input.touches.time_s, frame.time_s);
    input.touches.contacts.insert(input.touches.contacts.end(), frame.contacts.begin(), frame.contacts.end());
  };
  add(mouse.take());
  const std::size_t of_mouse = input.touches.contacts.size();
  if (fingers) {
    fingers->read(now_s);
    add(fingers->take());
  }
  if (tracker) {
    if (input.resized) fit_tracker();
    tracker->read(now_s);
    tracker->silence(now_s);
    add(tracker->take());
  }
  if (input.touches.contacts.size() > of_mouse) arrow.touched();
  const bool pressed = std::ranges::any_of(
      input.touches.contacts, [](const input::Contact& contact) { return contact.state == input::ContactState::began; });
  if (pressed && placing && glfwGetWindowAttrib(window, GLFW_FOCUSED) == GLFW_FALSE) placing->take_keys_of_press();
}

}  // namespace greenline::platform
