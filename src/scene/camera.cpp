// What the wall is seen through: moving it is free. Words are drawn as large as they are seen, by steps while it moves and to
// the pixel when it rests; laid out anew they are only then, and only where more or fewer of them are large enough to be read.
#include <algorithm>
#include <cmath>
#include <utility>

#include "scene/each_text.h"
#include "scene/inside.h"

namespace greenline::scene {
namespace {

// A letter takes 17 µs: what of six scripts is seen is drawn in a tenth of a second, with a third of a core.
constexpr float letters_a_second = 17000;
constexpr std::uint64_t letters_a_frame = 280;  // at least

}  // namespace

void Scene::Inside::look_through(const model::Camera& through) {
  if (camera == through) return;
  camera = through;
  focus.blur();
  raised.look_again();
  raised_names_stale = true;
  damage.add_everything();
}

void Scene::Inside::sharpen() {
  if (!focus.rests()) damage.add_everything();
  focus.sharpen(camera.zoom);
  if (std::abs(stage.detail - camera.zoom) < 1e-3F) return;
  stage.detail = camera.zoom;
  raised.clear();
  raised_names_stale = true;
  refresh_faint();
  for (std::uint32_t slot = 0; slot < cards.size(); ++slot)
    if (cards[slot].alive) want_words(slot);
  // From the back: what is on the glass has its words first.
  const PixelRect seen = camera.inverse(backdrop.glass());
  std::stable_partition(wordless.begin(), wordless.end(),
                        [&](std::uint32_t slot) { return !cards[slot].reach().touches(seen); });
}

bool Scene::Inside::redraw_words(std::uint64_t most_letters) {
  if (!focus.may_be_soft(stage.detail)) return false;
  const std::uint64_t before = engine.figures().drawn;
  const float detail = focus.detail();
  const PixelRect seen = camera.inverse(backdrop.glass());
  bool left = false, changed = false, labels_changed = false, soft_elsewhere = false;
  each_text(backdrop, threads, gatherings, cards, faint, raised.to_redraw(), raised_names,
            [&](ShownText<text::BlockPtr> shown) {
              if (shown.block->detail == detail) return;
              if (!shown.reach.touches(seen)) {
                soft_elsewhere = true;
                return;
              }
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
  if (!left && !soft_elsewhere) focus.looked_through();
  return left;
}

bool Scene::Inside::keep_crisp(float seconds) {
  focus.follow(camera.zoom, seconds);
  const float now = letters_a_second * std::min(seconds, 0.1F);
  return redraw_words(std::max(letters_a_frame, static_cast<std::uint64_t>(now)));
}

}  // namespace greenline::scene
