// A wall that only shows: for a projector or a screen out of reach. It has no seats and takes no touch; it follows the
// convening, its phase and its rest, on its own screen, at that screen's rate, in its own words' size.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "app/further_window.h"
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

class Projection final : public FurtherWindow {
 public:
  // Leaves its own GL context current. All must outlive it. The error is a sentence.
  [[nodiscard]] static tl::expected<std::unique_ptr<Projection>, std::string> open(platform::WindowSystem&,
                                                                                   const platform::WindowOptions&,
                                                                                   const Resources&, station::Session&, Fitted);
  ~Projection() override;

  [[nodiscard]] platform::Window& window() override { return window_; }
  void hear(double now_s) override;
  [[nodiscard]] double due_s() const override;
  Frame draw(double now_s) override;

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
