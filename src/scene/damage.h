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
  // At most 64 whole-pixel rectangles that cover all that was added within this one; then forgets them.
  [[nodiscard]] Scene::Damage take(const PixelRect& within);

 private:
  bool everything_ = false;
  std::vector<PixelRect> rects_;
};

}  // namespace greenline::scene
