#include "platform/window_system.h"

#include "platform/window_inside.h"
#define GLFW_EXPOSE_NATIVE_X11
#include <GLFW/glfw3native.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "platform/cpu_clock.h"
#include "platform/wait.h"
#include "platform/x_errors.h"

namespace greenline::platform {
namespace {

// Our windows are X11 windows, under Wayland through XWayland. A GLFW that can be asked is; an older one is of one kind.
bool glfw_speaks_x11() {
#ifdef GLFW_PLATFORM
  if (glfwPlatformSupported(GLFW_PLATFORM_X11) != GLFW_TRUE) return false;
  glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_X11);
  return true;
#else
  return std::string_view(glfwGetVersionString()).find("X11") != std::string_view::npos;
#endif
}

bool begin_glfw() {
  if (!glfw_speaks_x11()) return false;
  forget_gone_manager();
  if (glfwInit() != GLFW_TRUE) return false;
  glfwSetTime(monotonic_s());  // one clock for what came in and for whoever hears it
  return true;
}

}  // namespace

Glfw::Glfw() : began_(begin_glfw()) { outlive_x_errors(); }

Glfw::~Glfw() {
  if (began_) glfwTerminate();
}

std::string glfw_words() {
  const char* words = nullptr;
  glfwGetError(&words);
  return words != nullptr ? words : "no reason given";
}

tl::expected<std::unique_ptr<WindowSystem>, std::string> WindowSystem::open(Say say, std::vector<Role> roles,
                                                                            KnownOfScreens known) {
  auto inside = std::make_unique<Inside>(std::move(say), std::move(roles), std::move(known.panels));
  if (!inside->glfw)
    return tl::unexpected("The window system did not answer (" + glfw_words() +
                          "). Greenline opens X11 windows: it needs GLFW for X11 (the package libglfw3) and, in a Wayland "
                          "session, XWayland (the package xwayland).");
  outlive_lost_server(glfwGetX11Display(), &inside->lost);
  inside->screens = XScreens::open();
  if (inside->screens) inside->screens->know_turned(std::move(known.turned));
  inside->x_panels = XTouchPanels::open();
  if (inside->screens) inside->look_at_screens();
  return std::unique_ptr<WindowSystem>(new WindowSystem(std::move(inside)));
}

WindowSystem::WindowSystem(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
WindowSystem::~WindowSystem() = default;

void WindowSystem::wake(void*) { end_wait(); }
void WindowSystem::say(const std::string& sentence) const { inside_->say(sentence); }
const RoleScreens& WindowSystem::screens() const { return inside_->roles; }

void WindowSystem::choose(const std::string& role, std::size_t monitor) {
  inside_->roles.choose(role, monitor);
  inside_->place_windows();
  inside_->lay_panels();
}

std::vector<TurnedScreen> WindowSystem::turned() const {
  return inside_->screens ? inside_->screens->turned() : std::vector<TurnedScreen>();
}

const TouchPanels& WindowSystem::panels() const { return inside_->panels; }

void WindowSystem::choose_panel(const PanelName& who, std::size_t monitor) {
  const std::vector<Monitor>& monitors = inside_->monitors();
  if (monitor >= monitors.size()) return;
  inside_->panels.choose(who, monitors[monitor], inside_->roles);
  inside_->lay_panels();
}

bool WindowSystem::panels_told() { return inside_->x_panels && inside_->x_panels->told(); }

void WindowSystem::know_panels(std::vector<PanelBound> bounds) {
  inside_->panels.know(std::move(bounds), inside_->roles);
  inside_->lay_panels();
}

void WindowSystem::listen_to_panels(bool on) {
  if (inside_->x_panels) inside_->x_panels->listen(on);
}

std::vector<PanelTouch> WindowSystem::panel_touches() {
  return inside_->x_panels ? inside_->x_panels->touched() : std::vector<PanelTouch>();
}

bool WindowSystem::lost() const { return inside_->lost; }

void WindowSystem::hear_from_server() const {
  if (!inside_->lost) XSync(glfwGetX11Display(), False);
}

bool WindowSystem::poll(double seconds) {
  for (Window::Inside* window : inside_->windows) window->input = {};
  const bool woken = inside_->wait(seconds);
  inside_->take_in();
  return woken;
}

// Sleeps until something comes from anywhere: GLFW knows of its own connection alone. True when another thread ended it.
bool WindowSystem::Inside::wait(double seconds) {
  Display* display = glfwGetX11Display();
  bool something = lost || XPending(display) > 0 || (screens && screens->waiting()) || (x_panels && x_panels->waiting());
  std::vector<int> sources{ConnectionNumber(display)};
  if (screens) sources.push_back(screens->descriptor());
  if (x_panels) sources.push_back(x_panels->descriptor());
  const double now_s = glfwGetTime();
  if (x_panels) seconds = std::min(seconds, std::max(0.0, panels_again_s - now_s));
  for (Window::Inside* window : windows) {
    something = window->hands_wait() || something;
    window->add_sources(sources);
    seconds = std::min(seconds, window->due_in_s(now_s));
  }
  if (awake) seconds = std::min(seconds, std::max(0.0, awake_again_s - now_s));
  return wait_for_any(sources, something ? 0 : seconds);
}

void WindowSystem::Inside::take_in() {
  key_times.look(glfwGetX11Display(), glfwGetTime());
  glfwPollEvents();
  outlive_x_errors();  // GLFW puts Xlib's own handler back when it is done with its own
  const double now_s = glfwGetTime();
  for (Window::Inside* window : windows) window->gather_hands();
  if (!lost && screens && screens->changed()) look_at_screens();
  if (!lost && x_panels && (x_panels->changed() || now_s >= panels_again_s)) look_at_panels();
  for (Window::Inside* window : windows) {
    window->keep_place(now_s);
    window->show_arrow(now_s);
    if (lost) window->input.close = true;
  }
  if (now_s >= tell_from_s) tell_of_losses();
  keep_awake(now_s);
}

// Whatever darkened a screen, or had the server do so, it is light again within a minute.
void WindowSystem::Inside::keep_awake(double now_s) {
  constexpr double every_s = 60;
  if (!awake || lost || now_s < awake_again_s) return;
  if (awake_again_s > 0) awake->again();
  awake_again_s = now_s + every_s;
}

Losses WindowSystem::Inside::losses() const {
  Losses all{.x_refusals = x_refusals()};
  for (const Window::Inside* window : windows) all += window->losses();
  return all;
}

void WindowSystem::Inside::tell_of_losses() {
  constexpr double every_s = 60;
  tell_from_s = glfwGetTime() + every_s;
  const Losses now = losses();
  if (const std::string lines = platform::told(told, now); !lines.empty()) say(lines);
  told = now;
}

// Where nobody else lights a screen that somebody is to see, it is lit.
void WindowSystem::Inside::look_at_screens() {
  std::vector<Monitor> lit = screens->list();
  bool another = false;
  for (const XScreens::Unlit& dark : screens->unlit()) {
    if (!dark.fresh || !wants_light({dark.glass, dark.connector}, lit, roles.roles())) continue;
    const bool done = screens->light(dark.connector);
    if (done) say("The screen on " + dark.connector + " was dark, and nobody arranges screens here: it is lit.");
    another = another || done;
  }
  if (another) lit = screens->list();
  roles.look(std::move(lit));
  place_windows();
  lay_panels();
}

void WindowSystem::Inside::look_at_panels() {
  if (!x_panels) return;
  panels_seen = true;
  panels.look(x_panels->list(), roles);
  lay_panels();
}

void WindowSystem::Inside::lay_panels() {
  if (!x_panels || !panels_seen) return;
  panels.look(panels.panels(), roles);
  const bool among_others = std::ranges::any_of(
      windows, [](const Window::Inside* window) { return window->options.role.use == Use::hands && window->is_sized(); });
  if (!among_others) x_panels->place(panels.places(), monitors());
  panels_again_s = glfwGetTime() + x_panels->again_in_s();
}

// The console first: it leaves glass that may be the room's by now.
void WindowSystem::Inside::place_windows() {
  for (const Use use : {Use::console, Use::wall, Use::hands}) {
    for (Window::Inside* window : windows)
      if (window->options.role.use == use) window->monitors_changed(glfwGetTime());
  }
}

// Those with hands have them; while they are on no screen, the first that is.
bool WindowSystem::Inside::takes_idle_keys(const Window::Inside& window) const {
  for (const Use use : {Use::hands, Use::wall, Use::console})
    for (const Window::Inside* other : windows)
      if (other->options.role.use == use && other->shown) return other == &window;
  return false;
}

}  // namespace greenline::platform
