#include "app/further_window.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/loop.h"
#include "platform/cpu_clock.h"

namespace greenline::app {

void set_ground(platform::Window& window, content::Colour colour) {
  const auto byte = [](float share) { return static_cast<std::uint32_t>(std::lround(255 * std::clamp(share, 0.0F, 1.0F))); };
  window.set_ground(byte(colour.r) << 16U | byte(colour.g) << 8U | byte(colour.b));
}

tl::expected<FurtherWindow::Opened, std::string> FurtherWindow::open_window(platform::WindowSystem& system,
                                                                            const platform::WindowOptions& options,
                                                                            const Resources& resources,
                                                                            const content::Palette& palette) {
  auto window = platform::Window::open(system, options);
  if (!window) return tl::unexpected(window.error());
  auto renderer = fitting_renderer(resources.paths.shaders, *window);
  if (!renderer) return tl::unexpected(renderer.error());
  renderer->set_palette(palette);
  set_ground(*window, palette[options.role.use == platform::Use::console ? "panel" : "ground.middle"]);
  return Opened{*std::move(window), *std::move(renderer)};
}

FurtherWindow::FurtherWindow(platform::WindowSystem& system, Opened opened, Fitted fitted)
    : system_(system),
      window_(std::move(opened.window)),
      renderer_(std::make_unique<render::Renderer>(std::move(opened.renderer))),
      pace_(platform::monotonic_s(), window_.refresh_hz()),
      fitted_(std::move(fitted)) {}

// What the renderer has belongs to the window's own context.
FurtherWindow::~FurtherWindow() {
  window_.make_current();
  renderer_.reset();
}

double FurtherWindow::due_s() const { return window_.on_screen() ? pace_.due_s : platform::monotonic_s() + 3600; }

view::WallSetting FurtherWindow::fitted() const {
  view::WallSetting setting = fitted_(window_);
  setting.width = static_cast<float>(std::max(1, window_.width()));
  setting.height = static_cast<float>(std::max(1, window_.height()));
  return setting;
}

FurtherWindow::Frame FurtherWindow::show(std::span<const model::PixelRect> changed) {
  if (renderer_->trouble() != told_) {
    told_ = renderer_->trouble();
    if (!told_.empty()) system_.say(told_);
  }
  const double raster_from_s = platform::monotonic_s();
  const model::PixelRect whole{0, 0, static_cast<float>(renderer_->width()), static_cast<float>(renderer_->height())};
  const bool all = std::exchange(exposed_, false);
  window_.present(*renderer_, all ? std::span(&whole, 1) : changed);
  Frame frame{.shown = all || !changed.empty()};
  if (frame.shown && window_.paced_by_display()) pace_.beat.taken(platform::monotonic_s());
  frame.raster_s = platform::monotonic_s() - raster_from_s;
  return frame;
}

}  // namespace greenline::app
