// What hands do is written down, and what hands did once is done again.
#pragma once
#include <optional>
#include <string>
#include <tl/expected.hpp>

#include "app/loop.h"
#include "cli/run_options.h"
#include "input/recording.h"

namespace greenline::cli {

struct Tape {
  std::optional<input::RecordingWriter> writer;
  std::optional<input::RecordingPlayer> player;

  [[nodiscard]] app::LoopHooks hooks(interact::Wall&);
};
// As the options ask for it. The error is a sentence.
[[nodiscard]] tl::expected<Tape, std::string> load_tape(const RunOptions&);

}  // namespace greenline::cli
