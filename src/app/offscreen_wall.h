// A wall without a window: for pictures, simulations and measurements, on any machine. Owns the GL context and all that draws.
#pragma once
#include <memory>
#include <string>
#include <tl/expected.hpp>

#include "app/loop.h"
#include "app/resources.h"
#include "interact/wall.h"
#include "render/offscreen.h"
#include "render/png.h"
#include "render/renderer.h"
#include "station/session.h"

namespace greenline::app {

class OffscreenWall {
 public:
  // `resources` and `session` must outlive it. Pictures are drawn richly; cheaply, it is drawn as a window's wall is without a
  // GPU. The error is a sentence.
  [[nodiscard]] static tl::expected<std::unique_ptr<OffscreenWall>, std::string> open(
      const Resources& resources, station::Session& session, const view::WallSetting& setting,
      render::Detail detail = render::Detail::rich);

  [[nodiscard]] interact::Wall& wall() { return wall_; }
  [[nodiscard]] render::Renderer& renderer() { return renderer_; }
  [[nodiscard]] text::Engine& engine() { return engine_; }
  // Lets everything come to rest and draws it. The error is a sentence: the driver could not.
  [[nodiscard]] tl::expected<render::Picture, std::string> picture();
  // One frame of `seconds`.
  Drawn frame(float seconds) { return draw_frame(wall_, renderer_, engine_, seconds); }

 private:
  OffscreenWall(render::OffscreenContext context, render::Renderer renderer, const Resources& resources,
                station::Session& session, const view::WallSetting& setting);

  render::OffscreenContext context_;  // first in, last out
  render::Renderer renderer_;
  text::Engine engine_;
  interact::Wall wall_;
};

}  // namespace greenline::app
