// A soft ring where a finger touches the wall: every touch is answered at once, also one that means nothing now.
#pragma once
#include <algorithm>
#include <vector>

#include "render/renderer.h"

namespace greenline::app {

class Ripples {
 public:
  void touch(model::PixelPoint at) { rings_.push_back({at, 0}); }
  // True while one spreads.
  bool advance(float seconds) {
    for (Ring& ring : rings_) ring.age_s += seconds;
    std::erase_if(rings_, [](const Ring& ring) { return ring.age_s >= lasts_s; });
    return !rings_.empty();
  }
  [[nodiscard]] std::vector<render::Ripple> views(float radius_px) const {
    std::vector<render::Ripple> views;
    for (const Ring& ring : rings_) {
      const float part = std::clamp(ring.age_s / lasts_s, 0.0F, 1.0F);
      const float left = 1 - part;
      views.push_back({ring.at, radius_px * (1 - 0.5F * left * left), left});
    }
    return views;
  }

 private:
  static constexpr float lasts_s = 0.45F;
  struct Ring {
    model::PixelPoint at;
    float age_s = 0;
  };
  std::vector<Ring> rings_;
};

}  // namespace greenline::app
