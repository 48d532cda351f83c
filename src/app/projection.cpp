#include "app/projection.h"

#include <algorithm>
#include <span>
#include <utility>

#include "app/loop.h"
#include "platform/cpu_clock.h"

namespace greenline::app {

tl::expected<std::unique_ptr<Projection>, std::string> Projection::open(platform::WindowSystem& system,
                                                                        const platform::WindowOptions& options,
                                                                        const Resources& resources, station::Session& session,
                                                                        Fitted fitted) {
  auto window = platform::Window::open(system, options);
  if (!window) return tl::unexpected(window.error());
  auto renderer = fitting_renderer(resources.paths.shaders, *window);
  if (!renderer) return tl::unexpected(renderer.error());
  renderer->set_palette(resources.palette);
  return std::unique_ptr<Projection>(
      new Projection(system, *std::move(window), *std::move(renderer), resources, session, std::move(fitted)));
}

Projection::Projection(platform::WindowSystem& system, platform::Window window, render::Renderer renderer,
                       const Resources& resources, station::Session& session, Fitted fitted)
    : system_(system),
      window_(std::move(window)),
      renderer_(std::make_unique<render::Renderer>(std::move(renderer))),
      view_(session, engine_, resources.strings),
      fitted_(std::move(fitted)),
      pace_(platform::monotonic_s(), window_.refresh_hz()) {
  const view::WallSetting setting = this->fitted();
  if (setting.still) pace_.breath.stop();
  view_.resize(setting);
}

// What the renderer has belongs to the window's own context.
Projection::~Projection() {
  window_.make_current();
  renderer_.reset();
}

view::WallSetting Projection::fitted() const {
  view::WallSetting setting = fitted_(window_);
  setting.width = static_cast<float>(std::max(1, window_.width()));
  setting.height = static_cast<float>(std::max(1, window_.height()));
  return setting;
}

void Projection::hear(double now_s) {
  const platform::WindowInput& input = window_.input();
  if (input.close) return window_.take_away();
  if (input.resized) {
    view_.resize(fitted());
    pace_.beat.keep_to(window_.refresh_hz());
  }
  exposed_ = exposed_ || input.exposed;
  const bool followed = view_.follow().any;
  if (input.resized || input.exposed || followed) pace_.answer(now_s);
}

double Projection::due_s() const { return window_.on_screen() ? pace_.due_s : platform::monotonic_s() + 3600; }

FurtherWindow::Frame Projection::draw(double now_s) {
  constexpr double nobody_touches_s = 0;  // here; what hands do elsewhere does not make it fall asleep or wake
  pace_.beat.drawn(now_s);
  const bool breathes = pace_.breath.due(now_s, nobody_touches_s);
  if (breathes) view_.breathe(now_s);
  const double cpu_before_s = platform::process_cpu_s();
  window_.make_current();
  window_.lend_memory(*renderer_);
  const bool moves = view_.advance(pace_.clock.step(now_s));
  if (!moves && !view_.scene().sharp()) view_.scene().sharpen();
  const view::View::Light light = view_.light();
  render::Atmosphere air;
  air.dusk = light.dusk;
  air.blank = light.dark;
  air.breath_s = light.breath_s;
  const auto rects = renderer_->draw(view_.scene(), engine_, {}, air);
  if (renderer_->trouble() != told_) {
    told_ = renderer_->trouble();
    if (!told_.empty()) system_.say(told_);
  }
  const double raster_from_s = platform::monotonic_s();
  const model::PixelRect whole{0, 0, static_cast<float>(renderer_->width()), static_cast<float>(renderer_->height())};
  const bool all = std::exchange(exposed_, false);
  window_.present(*renderer_, all ? std::span(&whole, 1) : rects);
  Frame frame{.shown = all || !rects.empty()};
  if (frame.shown && window_.paced_by_display()) pace_.beat.taken(platform::monotonic_s());
  frame.raster_s = platform::monotonic_s() - raster_from_s;
  if (breathes) pace_.breath.took(now_s, platform::process_cpu_s() - cpu_before_s);
  pace_.due_s = moves ? pace_.beat.next_s()
                      : pace_.clock.told_s() + std::min(view_.idle_s(), pace_.breath.wait_s(now_s, nobody_touches_s));
  return frame;
}

}  // namespace greenline::app
