// A soft ring where a finger touches the wall: every touch is answered at once, also one that means nothing now. Where nothing
// may move it stands there for a moment and is gone.
#pragma once
#include <algorithm>
#include <vector>

#include "render/renderer.h"

namespace greenline::interact {

class Ripples {
 public:
  void touch(model::PixelPoint at) { rings_.push_back({at, 0}); }
  // True while one spreads.
  bool advance(float seconds, bool still) {
    for (Ring& ring : rings_) ring.age_s += seconds;
    std::erase_if(rings_, [](const Ring& ring) { return ring.age_s >= lasts_s; });
    return !still && !rings_.empty();
  }
  // Until the next one is gone, seconds; far away when there is none.
  [[nodiscard]] double gone_in_s() const {
    double next = 3600;
    for (const Ring& ring : rings_) next = std::min(next, static_cast<double>(lasts_s - ring.age_s));
    return next;
  }
  [[nodiscard]] std::vector<render::Ripple> views(float radius_px, bool still) const {
    std::vector<render::Ripple> views;
    for (const Ring& ring : rings_) {
      const float part = still ? 0.5F : std::clamp(ring.age_s / lasts_s, 0.0F, 1.0F);
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

}  // namespace greenline::interact
