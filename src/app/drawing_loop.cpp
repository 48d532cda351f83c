#include "app/drawing_loop.h"

#include <algorithm>
#include <span>
#include <vector>

#include "app/pace.h"
#include "platform/cpu_clock.h"
#include "platform/ending.h"
#include "platform/wait.h"

namespace greenline::app {

tl::expected<DrawingTable::End, std::string> run_drawing(platform::WindowSystem& system, platform::Window& window,
                                                         DrawingTable& table, render::Renderer& renderer, text::Engine& engine,
                                                         const FittedTable& fitted) {
  Pace pace(platform::monotonic_s(), window.refresh_hz());
  bool exposed = true;  // nothing of it is on the screen yet
  while (true) {
    const bool woken = system.poll(std::clamp(pace.due_s - platform::monotonic_s(), 0.0, 3600.0));
    if (platform::EndSignals::came()) return DrawingTable::End::left;
    const double now_s = platform::monotonic_s();
    const platform::WindowInput& input = window.input();
    if (const float slept_s = pace.clock.slept(now_s); slept_s > 0) table.skip_time(slept_s);
    table.touch(input.touches);
    table.take(input.strokes);
    if (input.close) {
      if (system.lost()) return DrawingTable::End::left;
      table.leave();
    }
    if (input.resized) {
      table.resize(fitted(window));
      pace.beat.keep_to(window.refresh_hz());
    }
    if (table.end() != DrawingTable::End::not_yet) return table.end();
    exposed = exposed || input.exposed;
    if (input.any() || woken) pace.answer(now_s);
    if (now_s < pace.due_s) {
      if (input.any()) platform::pause_for(std::min(pace.due_s - now_s, platform::handful_s));
      continue;
    }
    pace.beat.drawn(now_s);
    window.make_current();
    window.lend_memory(renderer);
    const bool moves = table.advance(pace.clock.step(now_s), {renderer.glyph_texture(), renderer.picture_texture()});
    const std::vector<render::Overlay> overlays = table.overlays();
    const std::span<const model::PixelRect> rects = renderer.draw(table.scene(), engine, overlays, table.atmosphere());
    if (exposed && !renderer.trouble().empty()) return tl::unexpected(renderer.trouble());
    const model::PixelRect whole{0, 0, static_cast<float>(renderer.width()), static_cast<float>(renderer.height())};
    window.present(renderer, exposed ? std::span(&whole, 1) : rects);
    exposed = false;
    if (window.paced_by_display()) pace.beat.taken(platform::monotonic_s());
    pace.due_s = moves ? pace.beat.next_s() : pace.clock.told_s() + table.idle_s();
  }
}

}  // namespace greenline::app
