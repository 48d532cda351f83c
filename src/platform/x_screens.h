// What an X server says of its screens (RandR 1.3), and that they changed. Apart from GLFW, whose list does not follow a
// monitor that changes its size.
#pragma once
#include <memory>
#include <optional>
#include <vector>

#include "platform/roles.h"

namespace greenline::platform {

// A connection of its own to the display that DISPLAY names.
class XScreens {
 public:
  // Nothing when the display does not answer.
  [[nodiscard]] static std::optional<XScreens> open();
  XScreens(XScreens&&) noexcept;
  XScreens& operator=(XScreens&&) noexcept;
  ~XScreens();

  // Those that show something, the primary one first. Without RandR the whole surface is the one monitor; none when all are
  // off. One whose cable was pulled is none, also while the server goes on sending a picture to where it was.
  [[nodiscard]] std::vector<Monitor> list();
  // Screens that the last `list` found plugged in and showing nothing, or lit in a mode that they do not have. Fresh: it was
  // plugged in since the list before, or that was the first; what somebody switched off by hand is not.
  struct Unlit {
    std::string connector = {};
    Glass glass = {};
    bool fresh = false;
  };
  [[nodiscard]] const std::vector<Unlit>& unlit() const;
  // Screens that are not upright, as they were when they were lit last; `know_turned` says what was so before.
  [[nodiscard]] const std::vector<TurnedScreen>& turned() const;
  void know_turned(std::vector<TurnedScreen>);
  // Lights one, turned as it was, where nobody else arranges screens (x_lighting.h). False where somebody does, or the server
  // refused.
  bool light(const std::string& connector);
  [[nodiscard]] int descriptor() const;  // readable when something came; wait on it only when `waiting` says no
  [[nodiscard]] bool waiting() const;
  // Whether anything of the screens changed since the last call. Never waits.
  [[nodiscard]] bool changed();

 private:
  struct Inside;
  explicit XScreens(std::unique_ptr<Inside>);
  std::unique_ptr<Inside> inside_;
};

}  // namespace greenline::platform
