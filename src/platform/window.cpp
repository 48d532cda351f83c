// Opening a window, and showing frames in it.
#include "platform/window.h"

#include "platform/window_inside.h"
#define GLFW_EXPOSE_NATIVE_X11
#include <GLFW/glfw3native.h>
#include <epoxy/gl.h>

#include <algorithm>
#include <utility>

#include "platform/x_errors.h"
#include "render/graphics_devices.h"

namespace greenline::platform {
namespace {

constexpr int usual_width = 1920, usual_height = 1080;  // until a monitor is there

}  // namespace

Window::Inside::Inside(WindowSystem::Inside& of, const WindowOptions& wanted) : system(of), options(wanted) {
  system.windows.push_back(this);
}

Window::Inside::~Inside() {
  system.tell_of_losses();
  std::erase(system.windows, this);
  system.told = system.losses();
  if (system.windows.empty()) {
    system.awake.reset();
    system.awake_again_s = 0;
  }
  pointer.reset();
  images.reset();
  drop_window();
  offscreen.reset();
}

void Window::Inside::drop_window() {
  if (window != nullptr) glfwDestroyWindow(std::exchange(window, nullptr));
}

bool Window::Inside::make_window(Context context) {
  glfwDefaultWindowHints();
  if (context == Context::none) {
    glfwWindowHint(GLFW_CLIENT_API, GLFW_NO_API);
  } else {
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_CONTEXT_CREATION_API, context == Context::egl ? GLFW_EGL_CONTEXT_API : GLFW_NATIVE_CONTEXT_API);
  }
  // Not GLFW's own full screen: that does not follow monitors, and may set their modes.
  const bool sized = is_sized();
  glfwWindowHint(GLFW_DECORATED, sized ? GLFW_TRUE : GLFW_FALSE);
  glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
  glfwWindowHint(GLFW_FOCUS_ON_SHOW, takes_hands() ? GLFW_TRUE : GLFW_FALSE);  // keys stay with those who have hands
  const ScreenRect at = place.value_or(ScreenRect{0, 0, usual_width, usual_height});
  window = glfwCreateWindow(sized ? options.width : at.width, sized ? options.height : at.height, options.title.c_str(),
                            nullptr, nullptr);
  outlive_x_errors();
  return window != nullptr;
}

bool Window::Inside::draw_offscreen() {
  auto made = render::OffscreenContext::make();
  if (!made) return false;
  offscreen = std::move(*made);
  driver = render::driver();
  return true;
}

// Drawn with OpenGL and read, if there is a context; else by hand.
bool Window::Inside::show_images() {
  if (!make_window(Context::none)) return false;
  images = ImagePresenter::make(glfwGetX11Display(), glfwGetX11Window(window));
  if (!images) drop_window();
  return images != nullptr;
}

bool Window::Inside::show_by_hand() {
  offscreen.reset();
  if (!show_images()) return false;
  by_hand = true;
  driver = {};
  if (!images->shares_memory())
    system.say(
        "The X server takes no frames through shared memory (MIT-SHM): they go through the connection, which costs the "
        "processor several times as much. Run the wall on the server's own machine, as the same user.");
  return true;
}

bool Window::Inside::show_by_swapping(Context context) {
  offscreen.reset();  // two of them cannot be current at once
  if (!make_window(context)) return false;
  glfwMakeContextCurrent(window);
  const char* why = nullptr;
  if (glfwGetError(&why) != GLFW_NO_ERROR || glfwGetCurrentContext() != window) {
    glfwMakeContextCurrent(nullptr);
    drop_window();
    return false;
  }
  glfwSwapInterval(options.alone ? 1 : 0);  // two that wait in turn would halve each other's rate (glfw/glfw#938)
  driver = render::driver();
  return true;
}

// A context without a window tells what the driver is before a window is made for it. It is not asked for where nothing is
// that could draw but the processor: that alone would load the driver.
void Window::Inside::choose_how_to_show() {
  glfwMakeContextCurrent(nullptr);  // another window's
  const bool may_ask = options.present != Present::swap && render::may_have_a_card(render::find_graphics());
  const bool told = may_ask && draw_offscreen(), card = told && !driver.software;
  const bool processor_draws = options.present == Present::automatic && (!may_ask || (told && driver.software));
  const bool as_images = options.present == Present::shared_memory || processor_draws;
  if (as_images && (card ? show_images() : show_by_hand())) return;
  std::string why;
  for (const Context context : {Context::glx, Context::egl}) {
    if (show_by_swapping(context)) {
      if (as_images) system.say("Frames cannot be put into the window as images here: they are swapped.");
      if (context == Context::egl) system.say("OpenGL reaches the window through EGL: GLX does not (" + why + ").");
      return;
    }
    if (why.empty()) why = glfw_words();
  }
  if (as_images) return;
  const std::string trouble = "OpenGL cannot show frames in a window here (" + why + "): they are drawn ";
  if (draw_offscreen() && !driver.software && show_images()) return system.say(trouble + "apart and put into it.");
  if (show_by_hand()) system.say(trouble + "by the processor.");
}

// A wall without touch still has the mouse; a tracker that was asked for has to be there.
tl::expected<void, std::string> Window::Inside::find_hands() {
  if (auto found = XTouchSource::open(glfwGetX11Window(window))) {
    fingers = std::move(*found);
  } else {
    system.say(found.error() + " The mouse and a tracker (--tuio) are its only hands.");
  }
  if (options.tuio.empty()) return {};
  auto opened = input::TuioSource::open(options.tuio);
  if (!opened) return tl::unexpected(opened.error());
  tracker = std::move(*opened);
  return {};
}

// What was asked for and is not there is said; the room gets its wall all the same.
void Window::Inside::look_at_screens() {
  if (is_sized()) return;
  system.roles.add(options.role);
  place = home_place();
  const std::vector<Role>& roles = system.roles.roles();
  const auto role = std::ranges::find(roles, options.role.name, &Role::name);
  options.role = *role;
  const std::vector<Monitor>& monitors = system.monitors();
  if (monitors.empty() || (place && (role->bound || role->asked_for.empty()))) return;
  const std::string then =
      place ? "It opens on " + monitors[*system.roles.screen_of(role->name)].name + ", and moves when its own is there."
            : "It opens when that is there.";
  std::string whose = called();
  whose.front() = 'T';
  if (!role->bound && asked_for_in(monitors, role->asked_for))
    return system.say(whose + " was to be on the monitor " + role->asked_for + ", where something else is. " + then);
  if (!role->bound && !role->asked_for.empty())
    return system.say("There is no monitor " + role->asked_for + " here, but " + listed(monitors) + ". " + whose + ": " + then);
  if (!role->bound) return system.say(whose + " has no monitor of its own: there are " + listed(monitors) + ".");
  const std::string own = role->bound->glass.told() ? to_text(role->bound->glass) : role->bound->connector;
  system.say(whose + " belongs on " + own + ", which is not here, but " + listed(monitors) + ". " + then);
}

void Window::Inside::come_up() {
  placing.emplace(glfwGetX11Display(), glfwGetX11Window(window));
  pointer.emplace(glfwGetX11Display(), glfwGetX11Window(window));
  pointer->show(false);
  listen();
  double x = 0, y = 0;
  glfwGetCursorPos(window, &x, &y);
  pointer_at = {static_cast<float>(x), static_cast<float>(y)};
  if (place || is_sized() || (options.role.use == Use::hands && system.monitors().empty())) appear(glfwGetTime());
  if (!system.awake) system.awake.emplace(glfwGetX11Display());
  glfwGetFramebufferSize(window, &width, &height);
  if (const Monitor* on = monitor()) fitted_to = *on;
  if (tracker) fit_tracker();
}

tl::expected<Window, std::string> Window::open(WindowSystem& system, const WindowOptions& options) {
  auto inside = std::make_unique<Inside>(*system.inside_, options);
  inside->look_at_screens();
  inside->choose_how_to_show();
  if (inside->window == nullptr)
    return tl::unexpected("No window could be opened, neither with OpenGL 3.3 nor without it: " + glfw_words() +
                          ". `greenline doctor` says what this machine has.");
  if (inside->takes_hands()) {
    if (auto found = inside->find_hands(); !found) return tl::unexpected(found.error());
  }
  inside->come_up();
  return Window(std::move(inside));
}

Window::Window(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;
Window::~Window() = default;

const WindowInput& Window::input() const { return inside_->input; }
bool Window::on_screen() const { return inside_->shown; }

void Window::set_ground(std::uint32_t rgb) {
  inside_->ground = rgb;
  inside_->grounded = false;
}

void Window::take_away() {
  inside_->over = true;
  inside_->disappear();
}

void Window::make_current() {
  if (inside_->by_hand) return;
  if (inside_->offscreen) return inside_->offscreen->make_current();
  if (glfwGetCurrentContext() != inside_->window) glfwMakeContextCurrent(inside_->window);
}

void Window::lend_memory(render::Renderer& renderer) {
  const bool shows = inside_->images && inside_->width > 0 && inside_->height > 0;
  renderer.draw_into(shows ? inside_->images->memory(inside_->width, inside_->height) : render::PixelMemory{});
}

void Window::present(const render::Renderer& renderer, std::span<const model::PixelRect> rects) {
  if (rects.empty() || inside_->system.lost) return;
  if (!inside_->grounded) inside_->lay_ground();
  ++inside_->frames;
  if (inside_->images) return inside_->show_as_image(renderer, rects);
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

void Window::Inside::show_as_image(const render::Renderer& renderer, std::span<const model::PixelRect> rects) {
  const int of_width = renderer.width(), of_height = renderer.height();
  const render::PixelMemory lent = images->memory(of_width, of_height), drawn = renderer.drawn_into();
  if (!by_hand)
    (void)images->present(renderer.frame_framebuffer(), of_width, of_height, rects);
  else if (lent.pixels != nullptr && drawn == lent)
    images->show(rects);
  else if (lent.pixels != nullptr && drawn.pixels != nullptr)  // the window has another size since, or there was no room
    images->show_copy(drawn, rects);
}

std::uint64_t Window::frames() const { return inside_->frames; }
bool Window::paced_by_display() const { return inside_->images == nullptr && inside_->options.alone; }

int Window::width() const { return inside_->width; }
int Window::height() const { return inside_->height; }
float Window::pixels_per_mm() const { return inside_->pixels_per_mm(); }
double Window::refresh_hz() const {
  const Monitor* on = inside_->monitor();
  return on != nullptr ? on->refresh_hz : 0;
}
bool Window::drawn_by_hand() const { return inside_->by_hand; }
const render::Driver& Window::driver() const { return inside_->driver; }

// That came in through it and could not be taken.
Losses Window::Inside::losses() const {
  Losses losses;
  if (tracker) {
    losses.tuio_refused = tracker->refused();
    losses.tuio_overrun = tracker->overrun();
  }
  if (fingers) losses.strange_touches = fingers->left_out();
  return losses;
}

}  // namespace greenline::platform
