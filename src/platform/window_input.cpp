// What comes in through a window: keys, the mouse, fingers, and sleeping until something does.
#include "platform/glfw_keys.h"  // before X11's own KeyPress
#include "platform/window_inside.h"
#define GLFW_EXPOSE_NATIVE_X11
#include <GLFW/glfw3native.h>

#include <algorithm>
#include <cmath>

#include "platform/wait.h"
#include "platform/x_errors.h"

namespace greenline::platform {

void Window::Inside::listen() {
  glfwSetWindowUserPointer(window, this);

  glfwSetMouseButtonCallback(window, [](GLFWwindow* of, int button, int action, int) {
    auto* self = static_cast<Inside*>(glfwGetWindowUserPointer(of));
    self->arrow.moved(glfwGetTime());
    if (button != GLFW_MOUSE_BUTTON_LEFT) return;
    // Where it is by now is another matter.
    if (action == GLFW_PRESS) {
      self->mouse.press(self->pointer_at, glfwGetTime());
    } else {
      self->mouse.release(self->pointer_at, glfwGetTime());
    }
  });
  glfwSetCursorEnterCallback(window, [](GLFWwindow* of, int entered) {
    static_cast<Inside*>(glfwGetWindowUserPointer(of))->entering = entered == GLFW_TRUE;
  });
  glfwSetCursorPosCallback(window, [](GLFWwindow* of, double x, double y) {
    auto* self = static_cast<Inside*>(glfwGetWindowUserPointer(of));
    if (!std::exchange(self->entering, false)) self->arrow.moved(glfwGetTime());
    self->pointer_at = {static_cast<float>(x), static_cast<float>(y)};
    self->mouse.move(self->pointer_at, glfwGetTime());
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
    const double time_s = self->key_times.taken(scancode, glfwGetTime());
    self->input.strokes.emplace_back(key_press(key, scancode, action, modifiers, time_s));
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

// Sleeps until something comes from anywhere: GLFW knows of its own connection alone. True when another thread ended it.
bool Window::Inside::wait(double seconds) {
  Display* display = glfwGetX11Display();
  const bool something = lost || XPending(display) > 0 || (fingers && fingers->waiting()) || (screens && screens->waiting());
  std::vector<int> sources{ConnectionNumber(display)};
  if (fingers) sources.push_back(fingers->descriptor());
  if (screens) sources.push_back(screens->descriptor());
  const double now_s = glfwGetTime();
  seconds = std::min(seconds, due_in_s(now_s));
  if (tracker) {
    sources.push_back(tracker->descriptor());
    seconds = std::min(seconds, tracker->next_silence_s(now_s));
  }
  return wait_for_any(sources, something ? 0 : seconds);
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
}

const WindowInput& Window::poll(double seconds) {
  Inside& in = *inside_;
  in.input = {};
  in.input.woken = in.wait(seconds);
  in.key_times.look(glfwGetX11Display(), glfwGetTime());
  glfwPollEvents();
  outlive_x_errors();  // GLFW puts Xlib's own handler back when it is done with its own
  in.gather_hands();
  const double now_s = glfwGetTime();
  in.keep_place(now_s);
  in.show_arrow(now_s);
  if (in.lost) in.input.close = true;
  return in.input;
}

}  // namespace greenline::platform
