// What the wall is seen through: moving it is free. Words are drawn as large as they are seen, by steps while it moves and to
// the pixel when it rests; laid out anew they are only then, and only where more or fewer of them are large enough to be read.
#include <algorithm>
#include <cmath>
#include <utility>

#include "scene/each_text.h"
#include "scene/inside.h"

namespace greenline::scene {
namespace {

// Words that are seen this much larger or smaller than they were drawn look soft; those drawn a third of an octave apart never
// are, and looking nearer and farther again draws no letter twice.
constexpr float soft = 1.2F, steps_an_octave = 3;
constexpr float steady = 1.02F, steady_for_s = 0.08F;  // the hand has found how near it wants to be
// A letter takes 17 µs: what of six scripts is seen is drawn in a tenth of a second, with a third of a core.
constexpr float letters_a_second = 17000;
constexpr std::uint64_t letters_a_frame = 280;  // at least

float step_near(float zoom) { return std::exp2(std::round(std::log2(zoom) * steps_an_octave) / steps_an_octave); }

bool apart(float a, float b, float factor) { return std::max(a, b) > std::min(a, b) * factor; }

}  // namespace

void Scene::Inside::look_through(const model::Camera& through) {
  if (camera == through) return;
  camera = through;
  camera_rests = false;
  raised.look_again();
  raised_names_stale = true;
  damage.add_everything();
}

void Scene::Inside::sharpen() {
  if (!camera_rests) damage.add_everything();
  camera_rests = true;
  detail = steady_zoom = camera.zoom;
  if (std::abs(stage.detail - camera.zoom) < 1e-3F) return;
  stage.detail = camera.zoom;
  raised.clear();
  raised_names_stale = true;
  refresh_faint();
  for (std::uint32_t slot = 0; slot < cards.size(); ++slot)
    if (cards[slot].alive) want_words(slot);
  // From the back: what is on the glass has its words first.
  const PixelRect seen = camera.inverse(PixelRect{0, 0, stage.width, stage.height});
  std::stable_partition(wordless.begin(), wordless.end(),
                        [&](std::uint32_t slot) { return !cards[slot].reach().touches(seen); });
}

void Scene::Inside::follow_zoom(float seconds) {
  if (camera_rests) return;
  steady_s += seconds;
  if (apart(camera.zoom, steady_zoom, steady)) {
    steady_zoom = camera.zoom;
    steady_s = 0;
  }
  if (steady_s >= steady_for_s) {
    detail = steady_zoom;
  } else if (apart(camera.zoom, detail, soft)) {
    detail = step_near(camera.zoom);
  }
}

bool Scene::Inside::redraw_words(std::uint64_t most_letters) {
  const std::uint64_t before = engine.figures().drawn;
  const PixelRect seen = camera.inverse(PixelRect{0, 0, stage.width, stage.height});
  bool left = false, changed = false, labels_changed = false;
  each_text(backdrop, threads, gatherings, cards, faint, raised.to_redraw(), raised_names,
            [&](ShownText<text::BlockPtr> shown) {
              if (shown.block->detail == detail || !shown.reach.touches(seen)) return;
              if (engine.figures().drawn - before >= most_letters) {
                left = true;
                return;
              }
              text::BlockPtr drawn = engine.in_detail(shown.block, detail);
              const bool other = drawn != shown.block;
              shown.block = std::move(drawn);
              changed |= other;
              labels_changed |= other && is_on_backdrop(shown.of);
            });
  for (std::uint32_t slot = 0; slot < threads.size(); ++slot)
    if (threads[slot].word) thread_infos[slot].word = threads[slot].word;
  if (labels_changed) ++backdrop.words_generation;
  if (changed) damage.add_everything();
  return left;
}

bool Scene::Inside::keep_crisp(float seconds) {
  follow_zoom(seconds);
  const float now = letters_a_second * std::min(seconds, 0.1F);
  return redraw_words(std::max(letters_a_frame, static_cast<std::uint64_t>(now)));
}

}  // namespace greenline::scene
