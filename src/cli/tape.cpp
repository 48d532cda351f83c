#include "cli/tape.h"

#include <iostream>
#include <utility>

#include "platform/cpu_clock.h"

namespace greenline::cli {
namespace {

std::string words_of(const input::RecordingFault& fault) {
  return (fault.line > 0 ? "Line " + std::to_string(fault.line) + ": found " : "Found ") + fault.found + ", expected " +
         fault.expected + ".";
}

}  // namespace

app::LoopHooks Tape::hooks(interact::Wall& wall) {
  app::LoopHooks hooks;
  if (writer) hooks.touched = [this](const input::TouchFrame& frame) { writer->add(frame); };
  if (!player) return hooks;
  hooks.before_frame = [this, &wall](double now_s) {
    while (const auto frame = player->due(now_s)) wall.touch(*frame);
  };
  hooks.longest_wait_s = [this] { return player->wait_s(platform::monotonic_s()); };
  return hooks;
}

tl::expected<Tape, std::string> load_tape(const RunOptions& options) {
  Tape tape;
  if (!options.record_touches.empty()) {
    auto writer = input::RecordingWriter::begin(options.record_touches);
    if (!writer) return tl::unexpected("--record-touches: " + words_of(writer.error()));
    tape.writer = std::move(*writer);
    std::cerr
        << options.record_touches
        << " will hold every touch, and with it what people write on the wall's keyboards. Keep it as you would keep their "
           "letters.\n";
  }
  if (!options.play_touches.empty()) {
    auto frames = input::load_recording(options.play_touches);
    if (!frames) return tl::unexpected("--play-touches " + options.play_touches + ": " + words_of(frames.error()));
    tape.player.emplace(std::move(*frames), platform::monotonic_s());
  }
  return tape;
}

}  // namespace greenline::cli
