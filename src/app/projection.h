// A wall that only shows: for a projector or a screen out of reach. It has no seats and takes no touch; it follows the
// convening, its phase and its rest, on its own screen, at that screen's rate, in its own words' size.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "app/pace.h"
#include "app/resources.h"
#include "platform/window.h"
#include "platform/window_system.h"
#include "render/renderer.h"
#include "station/session.h"
#include "text/text.h"
#include "view/view.h"

namespace greenline::app {

// The wall for the window as it is now.
using Fitted = std::function<view::WallSetting(const platform::Window&)>;

class Projection {
 public:
  // Leaves its own GL context current. All must outlive it. The error is a sentence.
  [[nodiscard]] static tl::expected<std::unique_ptr<Projection>, std::string> open(platform::WindowSystem&,
                                                                                   const platform::WindowOptions&,
                                                                                   const Resources&, station::Session&, Fitted);
  ~Projection();
  Projection(const Projection&) = delete;
  Projection& operator=(const Projection&) = delete;

  [[nodiscard]] platform::Window& window() { return window_; }
  // After each poll: what came in, what happened in the convening.
  void hear(double now_s);
  // When its next frame is due; far away while it is on no screen.
  [[nodiscard]] double due_s() const;
  struct Frame {
    bool shown = false;   // something changed on the screen
    double raster_s = 0;  // wall time until the window had taken it
  };
  Frame draw(double now_s);  // what it could not draw is said to the window system's owner, once

 private:
  Projection(platform::WindowSystem&, platform::Window, render::Renderer, const Resources&, station::Session&, Fitted);
  [[nodiscard]] view::WallSetting fitted() const;

  const platform::WindowSystem& system_;
  platform::Window window_;
  std::unique_ptr<render::Renderer> renderer_;
  text::Engine engine_;
  view::View view_;
  Fitted fitted_;
  Pace pace_;
  std::string told_;
  bool exposed_ = true;  // all of it is to be shown anew
};

}  // namespace greenline::app
