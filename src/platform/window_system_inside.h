// The inside of the window system: what it and its windows share.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "platform/losses.h"
#include "platform/monitors.h"
#include "platform/roles.h"
#include "platform/window.h"
#include "platform/window_system.h"
#include "platform/x_awake.h"
#include "platform/x_errors.h"
#include "platform/x_keys.h"
#include "platform/x_screens.h"
#include "platform/x_touch_panels.h"

namespace greenline::platform {

class Glfw {
 public:
  Glfw();
  Glfw(const Glfw&) = delete;
  Glfw& operator=(const Glfw&) = delete;
  ~Glfw();
  explicit operator bool() const { return began_; }

 private:
  bool began_;
};

// What GLFW says of its last failure.
[[nodiscard]] std::string glfw_words();

struct WindowSystem::Inside {
  Inside(Say to, std::vector<Role> wanted, std::vector<PanelBound> bounds)
      : say(std::move(to)), refusals(say), roles(std::move(wanted)), panels(std::move(bounds)) {}
  const Say say;
  XRefusalsSaid refusals;  // from before GLFW begins until it has ended
  bool lost = false;       // before what may set it until its end
  Glfw glfw;               // first in, last out
  std::optional<XScreens> screens;
  RoleScreens roles;
  std::optional<XTouchPanels> x_panels;
  TouchPanels panels;
  bool panels_seen = false;   // since the first poll, by when windows are open
  double panels_again_s = 0;  // when to lay them again though nothing changed
  std::optional<XAwake> awake;
  double awake_again_s = 0;  // 0: it has only begun
  XKeyTimes key_times;
  std::vector<Window::Inside*> windows;  // those that are open
  Losses told;                           // of what was lost through them
  double tell_from_s = 0;

  [[nodiscard]] bool wait(double seconds);
  void take_in();
  void look_at_screens();
  void look_at_panels();
  void lay_panels();
  [[nodiscard]] Losses losses() const;
  void tell_of_losses();
  void keep_awake(double now_s);
  void place_windows();
  [[nodiscard]] const std::vector<Monitor>& monitors() const { return roles.monitors(); }
  // Whether keys that no window has are this one's.
  [[nodiscard]] bool takes_idle_keys(const Window::Inside&) const;
};

}  // namespace greenline::platform
