// How fast something goes, from where it was just now.
#pragma once
#include <array>
#include <cstddef>

#include "model/space.h"

namespace greenline::input {

class Pace {
 public:
  void add(model::PixelPoint at, double time_s) {
    if (count_ > 0 && newest().time_s >= time_s) {
      newest().at = at;
      return;
    }
    if (count_ == samples_.size()) {
      for (std::size_t i = 1; i < count_; ++i) samples_[i - 1] = samples_[i];
      --count_;
    }
    samples_[count_++] = {at, time_s};
  }
  // Pixels a second over the last tenth of one; nothing for what had come to rest before `now_s`.
  [[nodiscard]] model::PixelPoint velocity(double now_s) const {
    constexpr double looks_back_s = 0.1, rests_after_s = 0.05, least_s = 0.008;
    if (count_ < 2 || now_s - samples_[count_ - 1].time_s > rests_after_s) return {};
    const Sample& last = samples_[count_ - 1];
    std::size_t first = count_ - 1;
    while (first > 0 && last.time_s - samples_[first - 1].time_s <= looks_back_s) --first;
    const double seconds = last.time_s - samples_[first].time_s;
    if (seconds < least_s) return {};
    return (last.at - samples_[first].at) * static_cast<float>(1 / seconds);
  }

 private:
  struct Sample {
    model::PixelPoint at;
    double time_s = 0;
  };
  Sample& newest() { return samples_[count_ - 1]; }
  std::array<Sample, 8> samples_;
  std::size_t count_ = 0;
};

}  // namespace greenline::input
