// A window beside the one that hands touch: it follows the same convening at its own screen's rate.
#pragma once
#include <span>

#include "platform/strokes.h"
#include "platform/window.h"

namespace greenline::app {

class FurtherWindow {
 public:
  FurtherWindow() = default;
  virtual ~FurtherWindow() = default;
  FurtherWindow(const FurtherWindow&) = delete;
  FurtherWindow& operator=(const FurtherWindow&) = delete;

  [[nodiscard]] virtual platform::Window& window() = 0;
  // After each poll: what came in, what happened in the convening.
  virtual void hear(double now_s) = 0;
  // Keys struck in it that are for the wall's keyboard (interact/plugged_keyboard.h).
  [[nodiscard]] virtual std::span<const platform::Stroke> strokes() { return window().input().strokes; }
  // When its next frame is due; far away while it is on no screen.
  [[nodiscard]] virtual double due_s() const = 0;
  struct Frame {
    bool shown = false;   // something changed on the screen
    double raster_s = 0;  // wall time until the window had taken it
  };
  virtual Frame draw(double now_s) = 0;  // what it could not draw is said to the window system's owner, once
};

}  // namespace greenline::app
