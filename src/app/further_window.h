// A window beside the one that hands touch: it follows the same convening at its own screen's rate, in its own words' size.
// What all such windows have in common is here; what each shows and hears is its own.
#pragma once
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <tl/expected.hpp>

#include "app/pace.h"
#include "app/resources.h"
#include "platform/strokes.h"
#include "platform/window.h"
#include "platform/window_system.h"
#include "render/renderer.h"
#include "station/session.h"
#include "text/text.h"
#include "view/wall_setting.h"

namespace greenline::app {

// The wall for the window as it is now.
using Fitted = std::function<view::WallSetting(const platform::Window&)>;

// What is seen of a window before its frame is there.
void set_ground(platform::Window&, content::Colour);

class FurtherWindow {
 public:
  virtual ~FurtherWindow();
  FurtherWindow(const FurtherWindow&) = delete;
  FurtherWindow& operator=(const FurtherWindow&) = delete;

  [[nodiscard]] platform::Window& window() { return window_; }
  [[nodiscard]] const render::Renderer& renderer() const { return *renderer_; }
  // After each poll: what came in, what happened in the convening.
  virtual void hear(double now_s) = 0;
  // Keys struck in it that are for the wall's keyboard (interact/plugged_keyboard.h).
  [[nodiscard]] virtual std::span<const platform::Stroke> strokes() { return window_.input().strokes; }
  // When its next frame is due; far away while it is on no screen.
  [[nodiscard]] double due_s() const;
  struct Frame {
    bool shown = false;   // something changed on the screen
    double raster_s = 0;  // wall time until the window had taken it
  };
  virtual Frame draw(double now_s) = 0;  // what it could not draw is said to the window system's owner, once

 protected:
  struct Opened {
    platform::Window window;
    render::Renderer renderer;
  };
  // Leaves its own GL context current. The error is a sentence.
  [[nodiscard]] static tl::expected<Opened, std::string> open_window(platform::WindowSystem&, const platform::WindowOptions&,
                                                                     const Resources&, const content::Palette&);
  // All must outlive it.
  FurtherWindow(platform::WindowSystem&, Opened, Fitted);

  [[nodiscard]] view::WallSetting fitted() const;  // as large as the window
  // Brings what was drawn to the screen: these rectangles, or all of it.
  Frame show(std::span<const model::PixelRect> changed);

  platform::WindowSystem& system_;
  platform::Window window_;
  std::unique_ptr<render::Renderer> renderer_;
  text::Engine engine_;
  Pace pace_;
  bool exposed_ = true;  // all of it is to be shown anew

 private:
  Fitted fitted_;
  std::string told_;
};

}  // namespace greenline::app
