// The bench in a real window.
#pragma once
#include <string>
#include <tl/expected.hpp>

#include "app/resources.h"
#include "bench/measured.h"
#include "bench/workload.h"
#include "cli/command.h"
#include "platform/window.h"
#include "station/session.h"

namespace greenline::cli {

struct WindowBench {
  platform::WindowOptions window;
  WallOptions wall;
  bench::WorkloadKind workload = bench::WorkloadKind::drag;
  double seconds = 5;
};
// Prints FIRST_FRAME when the first complete frame is on the screen. Counts the CPU time of this process and of the X server,
// and, but where every card moves, lets a pointer drag a card and watches the pixels. The error is a sentence.
[[nodiscard]] tl::expected<void, std::string> measure_in_window(const app::Resources&, station::Session&, const WindowBench&,
                                                                bench::Measured&);

}  // namespace greenline::cli
