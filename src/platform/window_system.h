// The window system: begun once for all windows of a program, what it says of its monitors, and waiting for what comes through
// any window.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "platform/roles.h"
#include "platform/touch_panels.h"

namespace greenline::platform {

// Takes a sentence for whoever runs the program.
using Say = std::function<void(const std::string& sentence)>;

// What is remembered of screens beside whose they are.
struct KnownOfScreens {
  std::vector<PanelBound> panels = {};    // the screens that touchscreens were given
  std::vector<TurnedScreen> turned = {};  // those that are not upright
};

// Owned by whoever opens windows, and outlives them; one at a time, since GLFW is one library with one state. On the main
// thread. While one of its windows is open the screens are kept from going dark.
//
// What it or a window goes on without, does in another way than was asked for, or could not draw is said as it happens; what
// came in and could not be taken is said once a minute, and when its window goes (losses.h).
class WindowSystem {
 public:
  // `say` is called on this thread, until the system's end. `roles`: what windows will be for, with the screens that they had;
  // whoever opens several declares them here, so that none takes another's. The error is a sentence.
  [[nodiscard]] static tl::expected<std::unique_ptr<WindowSystem>, std::string> open(Say say, std::vector<Role> roles = {},
                                                                                     KnownOfScreens known = {});
  ~WindowSystem();
  WindowSystem(const WindowSystem&) = delete;
  WindowSystem& operator=(const WindowSystem&) = delete;

  // Waits up to `seconds` (0: not at all) for anything in any window or a wake, then hands each window what came to it
  // (`Window::input`); it may come back with nothing. What one call takes is bounded: the rest waits for the next. True when
  // `wake` ended it.
  bool poll(double seconds);
  static void wake(void*);  // from any thread: ends a wait

  // Waits for the window server to answer, however long that takes: whoever comes back has heard from it.
  void hear_from_server() const;

  // What is where, as of the last poll.
  [[nodiscard]] const RoleScreens& screens() const;
  // The role has this one of `screens().monitors()` from now on (RoleScreens::choose); its window moves there.
  void choose(const std::string& role, std::size_t monitor);

  // Screens that are not upright, to be remembered: a dark one is lit as it was turned.
  [[nodiscard]] std::vector<TurnedScreen> turned() const;

  // From the first poll until this system's end each touchscreen is laid over its own screen (x_touch_panels.h); not where the
  // touched wall is a window among others.
  [[nodiscard]] const TouchPanels& panels() const;
  void choose_panel(const PanelName&, std::size_t monitor);  // one of `screens().monitors()`
  // Whether another program of ours gave touchscreens screens since the last call; then `know_panels` with what it kept.
  [[nodiscard]] bool panels_told();
  void know_panels(std::vector<PanelBound>);
  // While it is on, touches reach no window: `panel_touches` says which came since the last call, in order.
  void listen_to_panels(bool on);
  [[nodiscard]] std::vector<PanelTouch> panel_touches();

  void say(const std::string& sentence) const;  // to whoever opened it

  // It is gone: each window says `close`, and nothing is shown any more.
  [[nodiscard]] bool lost() const;

 private:
  friend class Window;
  struct Inside;
  explicit WindowSystem(std::unique_ptr<Inside>);
  std::unique_ptr<Inside> inside_;
};

}  // namespace greenline::platform
