#include "app/projection.h"

#include <algorithm>
#include <utility>

#include "platform/cpu_clock.h"

namespace greenline::app {

tl::expected<std::unique_ptr<Projection>, std::string> Projection::open(platform::WindowSystem& system,
                                                                        const platform::WindowOptions& options,
                                                                        const Resources& resources, station::Session& session,
                                                                        Fitted fitted, const content::Palette& palette) {
  auto opened = open_window(system, options, resources, palette);
  if (!opened) return tl::unexpected(opened.error());
  return std::unique_ptr<Projection>(new Projection(system, *std::move(opened), resources, session, std::move(fitted)));
}

Projection::Projection(platform::WindowSystem& system, Opened opened, const Resources& resources, station::Session& session,
                       Fitted wanted)
    : FurtherWindow(system, std::move(opened), std::move(wanted)), wall_(session, engine_, resources.strings) {
  fits_ = fitted();
  if (fits_.still) pace_.breath.stop();
  wall_.resize(fits_);
}

void Projection::hear(double now_s) {
  const platform::WindowInput& input = window_.input();
  if (input.close) return window_.take_away();
  const view::WallSetting now_wanted = fitted();
  const bool is_another = std::exchange(fits_, now_wanted) != now_wanted;
  if (input.resized || is_another) {
    wall_.resize(now_wanted);
    pace_.beat.keep_to(window_.refresh_hz());
  }
  exposed_ = exposed_ || input.exposed;
  const bool followed = wall_.follow();
  if (input.resized || is_another || input.exposed || followed) pace_.answer(now_s);
}

FurtherWindow::Frame Projection::draw(double now_s) {
  constexpr double nobody_touches_s = 0;  // here; what hands do elsewhere does not make it fall asleep or wake
  pace_.beat.drawn(now_s);
  const bool breathes = pace_.breath.due(now_s, nobody_touches_s);
  if (breathes) wall_.breathe(now_s);
  const double cpu_before_s = platform::process_cpu_s();
  window_.make_current();
  window_.lend_memory(*renderer_);
  const bool moves = wall_.advance(pace_.clock.step(now_s));
  if (!moves && !wall_.scene().sharp()) wall_.scene().sharpen();
  const view::View::Light light = wall_.light();
  render::Atmosphere air;
  air.dusk = light.dusk;
  air.blank = light.dark;
  air.breath_s = light.breath_s;
  const Frame frame = show(renderer_->draw(wall_.scene(), engine_, {}, air));
  if (breathes) pace_.breath.took(now_s, platform::process_cpu_s() - cpu_before_s);
  pace_.due_s = moves ? pace_.beat.next_s()
                      : pace_.clock.told_s() + std::min(wall_.idle_s(), pace_.breath.wait_s(now_s, nobody_touches_s));
  return frame;
}

}  // namespace greenline::app
