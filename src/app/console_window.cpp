#include "app/console_window.h"

#include <utility>

namespace greenline::app {

tl::expected<std::unique_ptr<Console>, std::string> Console::open(const platform::WindowOptions& options,
                                                                  const ConsoleAround& around, Fitted fitted) {
  auto opened = open_window(around.system, options, around.resources, around.resources.palette);
  if (!opened) return tl::unexpected(opened.error());
  return std::unique_ptr<Console>(new Console(*std::move(opened), around, std::move(fitted)));
}

Console::Console(Opened opened, const ConsoleAround& around, Fitted wanted)
    : FurtherWindow(around.system, std::move(opened), std::move(wanted)), face_(around, engine_) {
  pace_.breath.stop();
  face_.resize(fitted());
}

// What the renderer has belongs to the window's own context, and what it began there to the host's.
Console::~Console() {
  window_.make_current();
  face_.make_current();
  renderer_.reset();
}

void Console::hear(double now_s) {
  const platform::WindowInput& input = window_.input();
  if (input.close) return window_.take_away();
  const bool other_screen = input.resized || face_.stands_otherwise();
  if (other_screen) {
    face_.resize(fitted());
    pace_.beat.keep_to(window_.refresh_hz());
  }
  exposed_ = exposed_ || input.exposed;
  if (input.hover) face_.hover(*input.hover, now_s);
  const bool news = face_.hear(input.touches, input.strokes, now_s);
  if (input.any() || input.hover || other_screen || news) pace_.answer(now_s);
}

FurtherWindow::Frame Console::draw(double now_s) {
  pace_.beat.drawn(now_s);
  face_.look(now_s);
  window_.make_current();
  window_.lend_memory(*renderer_);
  const auto drawn = face_.draw(*renderer_, pace_.clock.step(now_s), now_s);
  const Frame frame = show(drawn.rects);
  pace_.due_s = drawn.moves ? pace_.beat.next_s() : pace_.clock.told_s() + drawn.still_s;
  return frame;
}

}  // namespace greenline::app
