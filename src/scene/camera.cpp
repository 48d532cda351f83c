// What the wall is seen through: moving it is free; words are drawn anew when it rests.
#include <algorithm>
#include <cmath>

#include "scene/inside.h"

namespace greenline::scene {

void Scene::Inside::look_through(const model::Camera& through) {
  if (camera == through) return;
  camera = through;
  camera_rests = false;
  raised_stale = true;
  damage.add_everything();
}

void Scene::Inside::sharpen(const model::Convening& convening) {
  if (!camera_rests) damage.add_everything();
  camera_rests = true;
  if (std::abs(stage.detail - camera.zoom) < 1e-3F) return;
  stage.detail = camera.zoom;
  lay_labels(convening);
  for (std::uint32_t slot = 0; slot < cards.size(); ++slot)
    if (cards[slot].alive) want_words(slot);
  // From the back: what is on the glass has its words first.
  const PixelRect seen = camera.inverse(PixelRect{0, 0, stage.width, stage.height});
  std::stable_partition(wordless.begin(), wordless.end(),
                        [&](std::uint32_t slot) { return !cards[slot].reach().touches(seen); });
  size_cards();  // whether they carry words
}

}  // namespace greenline::scene
