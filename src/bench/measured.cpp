#include "bench/measured.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>

#include "bench/processes.h"
#include "platform/cpu_clock.h"

namespace greenline::bench {
namespace {

// Seconds since this process was started by the system.
double process_age_s() {
  std::ifstream stat("/proc/self/stat");
  std::string all((std::istreambuf_iterator<char>(stat)), {});
  std::istringstream after_name(all.substr(all.rfind(')') + 2));
  std::string field;
  for (int i = 3; i <= 22; ++i) after_name >> field;  // proc(5): the 22nd is when it started, in ticks since boot
  return platform::clock_s(CLOCK_BOOTTIME) - std::stod(field) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

double middle(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto half = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, half);
  return *half;
}

double rounded(double value) { return std::round(value * 10000) / 10000; }

}  // namespace

void Measured::first_frame() {
  first_frame_cpu_s_ = platform::process_cpu_s();
  first_frame_wall_s_ = process_age_s();
}

void Measured::begin(std::optional<double> server_cpu_s) {
  frames_.clear();
  began_server_s_ = server_cpu_s;
  began_cpu_s_ = platform::process_cpu_s();
  began_s_ = platform::monotonic_s();
}

void Measured::end(std::optional<double> server_cpu_s) {
  cpu_s_ = platform::process_cpu_s() - began_cpu_s_;
  if (server_cpu_s && began_server_s_) server_s_ = *server_cpu_s - *began_server_s_;
  proportional_mb_ = proportional_mb();
}

void Measured::add(const app::FrameTimes& times) {
  if (times.drawn && !ended()) frames_.push_back(times);
}

double Measured::running_s() const { return begun() ? platform::monotonic_s() - began_s_ : 0; }

double Measured::median_ms(double app::FrameTimes::*of) const {
  std::vector<double> values;
  values.reserve(frames_.size());
  for (const app::FrameTimes& frame : frames_) values.push_back(frame.*of);
  return middle(std::move(values)) * 1000;
}

std::string Measured::line(const model::Convening& convening) const {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  nlohmann::ordered_json line;
  line["cards"] = convening.cards.size();
  line["threads"] = convening.threads.size();
  line["frames"] = frames_.size();
  line["ms"] = {
      {"input", rounded(median_ms(&app::FrameTimes::input_s))},   {"apply", rounded(median_ms(&app::FrameTimes::apply_s))},
      {"layout", rounded(median_ms(&app::FrameTimes::layout_s))}, {"build", rounded(median_ms(&app::FrameTimes::build_s))},
      {"submit", rounded(median_ms(&app::FrameTimes::submit_s))}, {"raster", rounded(median_ms(&app::FrameTimes::raster_s))}};
  double worst_s = 0;
  for (const app::FrameTimes& frame : frames_)
    worst_s = std::max(worst_s, frame.input_s + frame.apply_s + frame.layout_s + frame.build_s);
  line["worst_loop_ms"] = rounded(worst_s * 1000);
  const auto a_frame = [&](double seconds) {
    return rounded(seconds * 1000 / static_cast<double>(std::max<std::size_t>(1, frames_.size())));
  };
  if (cpu_s_) line["cpu_ms_a_frame"]["process"] = a_frame(*cpu_s_);
  if (server_s_) line["cpu_ms_a_frame"]["x_server"] = a_frame(*server_s_);
  if (steps_ > 0) {
    line["pointer_to_pixels_ms"] = {{"steps", steps_}, {"seen", seen_s_.size()}};
    if (!seen_s_.empty()) {
      line["pointer_to_pixels_ms"]["median"] = rounded(middle(seen_s_) * 1000);
      line["pointer_to_pixels_ms"]["worst"] = rounded(*std::ranges::max_element(seen_s_) * 1000);
    }
  }
  line["rss_mb"] = rounded(static_cast<double>(used.ru_maxrss) / 1024);
  if (proportional_mb_) line["pss_mb"] = rounded(*proportional_mb_);
  line["first_frame_cpu_s"] = rounded(first_frame_cpu_s_);
  line["first_frame_wall_s"] = rounded(first_frame_wall_s_);
  if (cpu_s_) line["cpu_s"] = rounded(*cpu_s_);
  return line.dump();
}

}  // namespace greenline::bench
