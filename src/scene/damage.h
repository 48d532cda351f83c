// Which parts of the resting picture are no longer right.
#pragma once
#include "scene/scene.h"

namespace greenline::scene {

class DamageList {
 public:
  void add(const PixelRect&);
  void add_everything() {
    everything_ = true;
    rects_.clear();
  }
  // At most 64 whole-pixel rectangles within the screen that cover all that was added; then forgets them.
  [[nodiscard]] Scene::Damage take(float width, float height);

 private:
  bool everything_ = false;
  std::vector<PixelRect> rects_;
};

}  // namespace greenline::scene
