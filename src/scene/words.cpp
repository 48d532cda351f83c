// What people said, fitted into their cards: laid out when words or sizes change, never otherwise.
#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include "scene/inside.h"

namespace greenline::scene {
namespace {

constexpr float padding = arrange::card_padding;
// Where room is scarce, what a line's own box leaves empty above capitals and under the baseline counts as clear space.
constexpr float tight_padding_down = 0.01F;
constexpr float open_lines = 1.2F;

std::vector<float> sizes_for(HalfSize half, float legible_px) {
  const float em = half.height * 2 * 0.2F;
  const float least = std::max(legible_px, em * 0.7F);
  std::vector<float> sizes;
  for (float size = std::max(em * 1.25F, least); size > least; size *= 0.92F) sizes.push_back(size);
  sizes.push_back(least);
  return sizes;
}

}  // namespace

void Scene::Inside::want_words(std::uint32_t slot) {
  if (infos[slot].words_stale) return;
  infos[slot].words_stale = true;
  wordless.push_back(slot);
}

bool Scene::Inside::lay_words(const model::Convening& convening, std::size_t most) {
  std::size_t done = 0;
  while (!wordless.empty() && done < most) {
    const std::uint32_t slot = wordless.back();
    wordless.pop_back();
    if (!infos[slot].words_stale || !cards[slot].alive) continue;
    infos[slot].words_stale = false;
    CardView& view = cards[slot];
    const model::Card* card = model::find_card(convening, view.id);
    if (!card) continue;
    view.leaf = arrange::too_small_for_words({view.half_width, view.half_height}, legible_px());
    const text::BlockPtr before = view.words;
    const PixelPoint stood_at = view.words_at;
    fit_saying(view, *card, {view.half_width, view.half_height});
    if (!view.leaf) ++done;
    const bool same = view.words && view.words == before && view.words_at == stood_at && view.ink == nullptr;
    if (view.motion == Motion::resting && !same) damage.add(view.reach());
  }
  return !wordless.empty();
}

void Scene::Inside::fit_saying(CardView& view, const model::Card& card, HalfSize half) {
  view.words = nullptr;
  view.ink = nullptr;
  if (view.leaf || view.veiled) return;
  const model::Saying& saying = card.saying.value;
  const float across = half.width * 2 * (1 - 2 * padding), down = half.height * 2 * (1 - 2 * padding);
  const bool both = !saying.words.empty() && !saying.ink.empty();
  float words_down = both ? down * 0.5F : down;
  if (!saying.ink.empty()) {
    // The pad has the card's proportions, and so has the picture of it.
    const float tall = both ? down * 0.48F : down;
    const float wide = std::min(across, tall * half.width / half.height);
    const float top = half.height * (1 - 2 * padding) - tall;
    view.ink = &saying.ink;
    view.ink_box = {-wide / 2, top, wide / 2, top + tall};
  }
  if (saying.words.empty()) return;
  const std::vector<float> ems = sizes_for(half, legible_px());
  text::Style style{.face = text::Face::words,
                    .width_px = across,
                    .align = text::Align::centre,
                    .line_spacing = open_lines,
                    .language = saying.language,
                    .detail = stage.detail};
  text::Engine::Fitted fitted = engine.fit(saying.words, style, words_down, ems);
  float top = -half.height * (1 - 2 * padding);
  if (!fitted.fits) {
    const float gained = both ? 0 : half.height * 2 * (padding - tight_padding_down);
    words_down += 2 * gained;
    top -= gained;
    style.line_spacing = arrange::tight_lines;
    fitted = engine.fit(saying.words, style, words_down, std::span(ems).last(1));
  }
  view.words = fitted.block;
  view.words_at = {-view.words->width / 2, top + std::max(0.0F, (words_down - view.words->height) / 2)};
}

}  // namespace greenline::scene
