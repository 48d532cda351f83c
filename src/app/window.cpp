#include "app/window.h"

#define GLFW_INCLUDE_NONE
#define GLFW_EXPOSE_NATIVE_X11
#include <GLFW/glfw3.h>
#include <GLFW/glfw3native.h>
#include <epoxy/gl.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <utility>

#include "app/screen_size.h"
#include "app/shared_memory_presenter.h"
#include "app/wait.h"
#include "input/mouse.h"
#include "input/tuio_source.h"
#include "input/x_touch.h"

namespace greenline::app {
namespace {

constexpr float pixels_per_mm_at_96_dpi = 96 / 25.4F;
// Outside these a monitor has not told the truth about its size.
constexpr float least_pixels_per_mm = 0.5F, most_pixels_per_mm = 40;

// GLFW is one library with one state: begun before the first use, ended with the last window or list.
class Glfw {
 public:
  Glfw() : began_(glfwInit() == GLFW_TRUE) {}
  Glfw(const Glfw&) = delete;
  Glfw& operator=(const Glfw&) = delete;
  ~Glfw() {
    if (began_) glfwTerminate();
  }
  explicit operator bool() const { return began_; }

 private:
  bool began_;
};

std::string glfw_words() {
  const char* words = nullptr;
  glfwGetError(&words);
  return words != nullptr ? words : "no reason given";
}

GLFWmonitor* monitor_numbered(int number) {
  int count = 0;
  GLFWmonitor** all = glfwGetMonitors(&count);
  if (count == 0) return nullptr;
  return all[std::clamp(number, 0, count - 1)];
}

}  // namespace

struct Window::Inside {
  Glfw glfw;  // first in, last out
  GLFWwindow* window = nullptr;
  std::optional<render::OffscreenContext> offscreen;  // the context, when the window has none of its own
  std::unique_ptr<SharedMemoryPresenter> shared_memory;
  render::Driver driver;
  input::MouseSource mouse;
  std::optional<input::XTouchSource> fingers;
  std::optional<input::TuioSource> tracker;
  WindowInput input;

  ~Inside() {
    shared_memory.reset();
    offscreen.reset();
    if (window != nullptr) glfwDestroyWindow(window);
  }

  [[nodiscard]] model::PixelPoint pixels(double x, double y) const;
  [[nodiscard]] std::pair<int, int> framebuffer() const;  // width and height
  [[nodiscard]] float pixels_per_mm() const;
  bool make_window(const WindowOptions&, bool with_context);
  void listen();
  tl::expected<void, std::string> find_hands(const WindowOptions&);
  void wait(double seconds);
  void gather_hands();
  void fit_tracker();
};

model::PixelPoint Window::Inside::pixels(double x, double y) const {
  int window_width = 1, window_height = 1;
  glfwGetWindowSize(window, &window_width, &window_height);
  const auto [width, height] = framebuffer();
  return {static_cast<float>(x * width / std::max(1, window_width)),
          static_cast<float>(y * height / std::max(1, window_height))};
}

std::pair<int, int> Window::Inside::framebuffer() const {
  int width = 0, height = 0;
  glfwGetFramebufferSize(window, &width, &height);
  return {width, height};
}

float Window::Inside::pixels_per_mm() const {
  GLFWmonitor* monitor = glfwGetWindowMonitor(window);
  if (monitor == nullptr) monitor = glfwGetPrimaryMonitor();
  if (monitor == nullptr) return pixels_per_mm_at_96_dpi;
  int width_mm = 0, height_mm = 0;
  glfwGetMonitorPhysicalSize(monitor, &width_mm, &height_mm);
  const GLFWvidmode* mode = glfwGetVideoMode(monitor);
  if (width_mm <= 0 || mode == nullptr) return pixels_per_mm_at_96_dpi;
  return std::clamp(static_cast<float>(mode->width) / static_cast<float>(width_mm), least_pixels_per_mm, most_pixels_per_mm);
}

bool Window::Inside::make_window(const WindowOptions& options, bool with_context) {
  glfwDefaultWindowHints();
  if (with_context) {
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  } else {
    glfwWindowHint(GLFW_CLIENT_API, GLFW_NO_API);
  }
  glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
  GLFWmonitor* monitor = nullptr;
  int width = options.width, height = options.height;
  if (width <= 0 || height <= 0) {
    monitor = monitor_numbered(options.monitor);
    const GLFWvidmode* mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr;
    const ScreenSize screen = screen_size(glfwGetX11Display());
    width = mode != nullptr ? mode->width : screen.width;
    height = mode != nullptr ? mode->height : screen.height;
    glfwWindowHint(GLFW_DECORATED, GLFW_FALSE);
    if (mode != nullptr) glfwWindowHint(GLFW_REFRESH_RATE, mode->refreshRate);
  } else {
    glfwWindowHint(GLFW_DECORATED, GLFW_TRUE);
  }
  window = glfwCreateWindow(width, height, options.title.c_str(), monitor, nullptr);
  return window != nullptr;
}

void Window::Inside::listen() {
  glfwSetWindowUserPointer(window, this);

  glfwSetMouseButtonCallback(window, [](GLFWwindow* of, int button, int action, int) {
    auto* self = static_cast<Inside*>(glfwGetWindowUserPointer(of));
    if (button != GLFW_MOUSE_BUTTON_LEFT) return;
    double x = 0, y = 0;
    glfwGetCursorPos(of, &x, &y);
    if (action == GLFW_PRESS) {
      self->mouse.press(self->pixels(x, y), glfwGetTime());
    } else {
      self->mouse.release(self->pixels(x, y), glfwGetTime());
    }
  });
  glfwSetCursorPosCallback(window, [](GLFWwindow* of, double x, double y) {
    auto* self = static_cast<Inside*>(glfwGetWindowUserPointer(of));
    self->mouse.move(self->pixels(x, y), glfwGetTime());
  });
  glfwSetWindowFocusCallback(window, [](GLFWwindow* of, int focused) {
    if (focused == GLFW_FALSE) static_cast<Inside*>(glfwGetWindowUserPointer(of))->mouse.cancel(glfwGetTime());
  });
  glfwSetCharCallback(window, [](GLFWwindow* of, unsigned character) {
    static_cast<Inside*>(glfwGetWindowUserPointer(of))->input.characters.push_back(character);
  });
  glfwSetKeyCallback(window, [](GLFWwindow* of, int key, int, int action, int modifiers) {
    if (action != GLFW_RELEASE) static_cast<Inside*>(glfwGetWindowUserPointer(of))->input.keys.push_back({key, modifiers});
  });
  glfwSetFramebufferSizeCallback(
      window, [](GLFWwindow* of, int, int) { static_cast<Inside*>(glfwGetWindowUserPointer(of))->input.resized = true; });
  glfwSetWindowRefreshCallback(
      window, [](GLFWwindow* of) { static_cast<Inside*>(glfwGetWindowUserPointer(of))->input.exposed = true; });
  glfwSetWindowCloseCallback(window,
                             [](GLFWwindow* of) { static_cast<Inside*>(glfwGetWindowUserPointer(of))->input.close = true; });
}

// A wall without touch still has the mouse; a tracker that was asked for has to be there.
tl::expected<void, std::string> Window::Inside::find_hands(const WindowOptions& options) {
  if (auto found = input::XTouchSource::open(glfwGetX11Window(window))) fingers = std::move(*found);
  if (options.tuio.empty()) return {};
  auto opened = input::TuioSource::open(options.tuio);
  if (!opened) return tl::unexpected(opened.error());
  tracker = std::move(*opened);
  fit_tracker();
  return {};
}

void Window::Inside::fit_tracker() {
  const auto [width, height] = framebuffer();
  tracker->set_screen(static_cast<float>(width), static_cast<float>(height), pixels_per_mm());
}

// Sleeps until something comes from anywhere: GLFW knows of its own connection alone.
void Window::Inside::wait(double seconds) {
  Display* display = glfwGetX11Display();
  if (XPending(display) > 0 || (fingers && fingers->waiting())) return;
  std::vector<int> sources{ConnectionNumber(display)};
  if (fingers) sources.push_back(fingers->descriptor());
  if (tracker) {
    sources.push_back(tracker->descriptor());
    seconds = std::min(seconds, tracker->next_silence_s(glfwGetTime()));
  }
  wait_for_any(sources, seconds);
}

void Window::Inside::gather_hands() {
  const double now_s = glfwGetTime();
  const auto add = [&](input::TouchFrame frame) {
    if (frame.contacts.empty()) return;
    input.touches.time_s = std::max(input.touches.time_s, frame.time_s);
    input.touches.contacts.insert(input.touches.contacts.end(), frame.contacts.begin(), frame.contacts.end());
  };
  add(mouse.take());
  if (fingers) {
    fingers->read(now_s);
    add(fingers->take());
  }
  if (!tracker) return;
  if (input.resized) fit_tracker();
  tracker->read(now_s);
  tracker->silence(now_s);
  add(tracker->take());
}

tl::expected<Window, std::string> Window::open(const WindowOptions& options) {
  auto inside = std::make_unique<Inside>();
  if (!inside->glfw) return tl::unexpected("The window system did not answer: " + glfw_words() + ".");

  // A context without a window tells what the driver is before a window is made for it.
  bool shared_memory = options.present == Present::shared_memory;
  if (options.present != Present::swap) {
    if (auto offscreen = render::OffscreenContext::make()) {
      if (render::driver().software || shared_memory) {
        shared_memory = true;
        inside->offscreen = std::move(*offscreen);
      }
    } else {
      shared_memory = false;
    }
  }
  if (shared_memory && inside->make_window(options, false)) {
    inside->shared_memory = SharedMemoryPresenter::make(glfwGetX11Display(), glfwGetX11Window(inside->window));
  }
  if (!inside->shared_memory) {
    inside->offscreen.reset();
    if (inside->window != nullptr) glfwDestroyWindow(std::exchange(inside->window, nullptr));
    if (!inside->make_window(options, true)) {
      return tl::unexpected("No window with OpenGL 3.3 could be opened: " + glfw_words() + ".");
    }
    glfwMakeContextCurrent(inside->window);
    glfwSwapInterval(1);
  }
  inside->driver = render::driver();
  inside->listen();
  if (auto found = inside->find_hands(options); !found) return tl::unexpected(found.error());
  return Window(std::move(inside));
}

Window::Window(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;
Window::~Window() = default;

const WindowInput& Window::poll(double seconds) {
  inside_->input = {};
  if (seconds > 0) inside_->wait(seconds);
  glfwPollEvents();
  inside_->gather_hands();
  return inside_->input;
}

void Window::wake(void*) { end_wait(); }

void Window::present(const render::Renderer& renderer, std::span<const model::PixelRect> rects) {
  if (rects.empty()) return;
  if (inside_->shared_memory) {
    inside_->shared_memory->present(renderer.frame_framebuffer(), renderer.width(), renderer.height(), rects);
    return;
  }
  // Buffers of a swap chain age: the whole frame is always shown. With a GPU that is cheap.
  glBindFramebuffer(GL_READ_FRAMEBUFFER, renderer.frame_framebuffer());
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
  glBlitFramebuffer(0, 0, renderer.width(), renderer.height(), 0, renderer.height(), renderer.width(), 0, GL_COLOR_BUFFER_BIT,
                    GL_NEAREST);
  glfwSwapBuffers(inside_->window);
  // Drivers queue up to three frames, each of which would show its touches a frame later. Ours cost a GPU so little that there
  // is nothing to gain by drawing ahead.
  glFinish();
}

bool Window::paced_by_display() const { return inside_->shared_memory == nullptr; }

int Window::width() const { return inside_->framebuffer().first; }
int Window::height() const { return inside_->framebuffer().second; }
float Window::pixels_per_mm() const { return inside_->pixels_per_mm(); }
const render::Driver& Window::driver() const { return inside_->driver; }

bool display_available() {
  const Glfw glfw;
  return static_cast<bool>(glfw);
}

std::vector<Monitor> monitors() {
  const Glfw glfw;
  std::vector<Monitor> found;
  if (!glfw) return found;
  int count = 0;
  GLFWmonitor** all = glfwGetMonitors(&count);
  for (int i = 0; i < count; ++i) {
    Monitor monitor;
    monitor.name = glfwGetMonitorName(all[i]);
    glfwGetMonitorPhysicalSize(all[i], &monitor.width_mm, &monitor.height_mm);
    if (const GLFWvidmode* mode = glfwGetVideoMode(all[i])) {
      monitor.width = mode->width;
      monitor.height = mode->height;
      monitor.refresh_hz = mode->refreshRate;
    }
    found.push_back(std::move(monitor));
  }
  return found;
}

}  // namespace greenline::app
