// What a run cost, frame by frame and altogether; one line of JSON in the end.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/loop.h"
#include "model/convening.h"

namespace greenline::bench {

class Measured {
 public:
  // The first complete frame is there.
  void first_frame();
  // Counting begins: what came before was making ready. `server`: CPU seconds of the X server, where they are known.
  void begin(std::optional<double> server_cpu_s = std::nullopt);
  // Counting ends; once.
  void end(std::optional<double> server_cpu_s = std::nullopt);
  void add(const app::FrameTimes&);
  // Of so many steps that the pointer took, how long those that were seen took.
  void add_seen(const std::vector<double>& pointer_to_pixels_s, int of_steps) {
    seen_s_ = pointer_to_pixels_s;
    steps_ = of_steps;
  }

  [[nodiscard]] double running_s() const;  // since counting began; 0 before
  [[nodiscard]] bool begun() const { return began_s_ > 0; }
  [[nodiscard]] bool ended() const { return cpu_s_.has_value(); }
  // JSON. Milliseconds of `ms` are medians over the frames drawn; those a frame are all there were, by the frames drawn.
  [[nodiscard]] std::string line(const model::Convening&) const;

 private:
  [[nodiscard]] double median_ms(double app::FrameTimes::*of) const;

  std::vector<app::FrameTimes> frames_;
  std::vector<double> seen_s_;
  int steps_ = 0;
  double first_frame_cpu_s_ = 0, first_frame_wall_s_ = 0, began_cpu_s_ = 0, began_s_ = 0;
  std::optional<double> began_server_s_, cpu_s_, server_s_, proportional_mb_;
};

}  // namespace greenline::bench
