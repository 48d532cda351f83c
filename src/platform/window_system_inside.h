// The inside of the window system: what it and its windows share.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "platform/losses.h"
#include "platform/monitors.h"
#include "platform/window.h"
#include "platform/window_system.h"
#include "platform/x_awake.h"
#include "platform/x_errors.h"
#include "platform/x_keys.h"
#include "platform/x_screens.h"

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
  explicit Inside(Say to) : say(std::move(to)), refusals(say) {}
  const Say say;
  XRefusalsSaid refusals;  // from before GLFW begins until it has ended
  bool lost = false;       // before what may set it until its end
  Glfw glfw;               // first in, last out
  std::optional<XScreens> screens;
  std::vector<Monitor> monitors;
  std::optional<XAwake> awake;
  double awake_again_s = 0;  // 0: it has only begun
  XKeyTimes key_times;
  std::vector<Window::Inside*> windows;  // those that are open
  Losses told;                           // of what was lost through them
  double tell_from_s = 0;

  [[nodiscard]] bool wait(double seconds);
  void take_in();
  void look_at_screens();
  [[nodiscard]] Losses losses() const;
  void tell_of_losses();
  void keep_awake(double now_s);
  // Whether a window that takes hands is on this monitor.
  [[nodiscard]] bool hands_on(const Monitor&) const;
};

}  // namespace greenline::platform
