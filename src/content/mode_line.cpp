#include "content/mode_line.h"

namespace greenline::content {
namespace {

std::string_view mode_key(Mode mode) {
  switch (mode) {
    case Mode::quiet: return "mode.quiet";
    case Mode::pair: return "mode.pair";
    case Mode::four: return "mode.four";
    case Mode::table: return "mode.table";
    case Mode::wall: return "mode.wall";
    case Mode::look: return "mode.look";
    case Mode::circle: return "mode.circle";
  }
  return "mode.wall";
}

}  // namespace

std::string mode_line(const Phase& phase, const Strings& strings, std::string_view language) {
  std::string line;
  for (const Mode mode : phase.modes) {
    const std::string_view one = strings(mode_key(mode), language);
    line = line.empty() ? std::string(one) : filled(strings("mode.then", language), {line, one});
  }
  return line;
}

}  // namespace greenline::content
