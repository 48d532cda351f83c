// What the room speaks of: its cards rise over the dimmed wall, as large as all of them can be read, and sink back to where
// they stand.
#include <algorithm>
#include <array>

#include "scene/framing.h"
#include "scene/inside.h"
#include "scene/legible.h"
#include "scene/lens.h"

namespace greenline::scene {
namespace {

constexpr float dims_s = 0.6F;
constexpr float margin_of_side = 0.028F;    // round what is spoken of; of the screen's shorter side
constexpr float capital_of_side = 0.03F;    // read from six times the screen's shorter side away (legible.h)
constexpr float largest_of_height = 0.15F;  // an em, of the ground's height: a card of two words is no poster
constexpr float edge_ems = 0.55F, side_of_width = 0.08F;
constexpr float veiled_tall_ems = 3.6F;
constexpr float ink_beside_words_ems = 5, above_ink_ems = 0.4F;

float ink_tall_ems(float width_ems) { return (1 - 2 * side_of_width) * width_ems / arrange::card_aspect; }

text::Style style_of(const model::Saying& saying, float width_ems, float em, float detail) {
  return {.face = text::Face::words,
          .size_px = em,
          .width_px = (1 - 2 * side_of_width) * width_ems * em,
          .align = text::Align::centre,
          .balanced = true,
          .line_spacing = arrange::line_spacing,
          .language = saying.language,
          .detail = detail};
}

}  // namespace

float Scene::Inside::reading_em() const {
  const float capital = std::max(capital_of_side * std::min(stage.width, stage.height), stage.room_capital_px);
  return std::max(capital / capital_of_em(text::Face::words), stage.legible_px);
}

// All but the prompt's strip, which stays to be read, and the name's.
PixelRect Scene::Inside::spoken_ground(bool named) const {
  const std::array words{backdrop.prompt.zone, backdrop.prompt.second_zone};
  const float margin = margin_of_side * std::min(stage.width, stage.height);
  PixelRect ground = ground_left(stage.width, stage.height, words).grown(-margin);
  if (named) ground.y0 += name_of_spoken_ems * reading_em();
  return ground;
}

float Scene::Inside::spoken_tall_ems(const model::Card& card, float width_ems) {
  if (card.veiled.value) return veiled_tall_ems;
  const model::Saying& saying = card.saying.value;
  float tall = 2 * edge_ems;
  if (!saying.words.empty()) {
    constexpr float measuring_px = 100;
    const text::Engine::Fall fall = engine.fall(saying.words, style_of(saying, width_ems, measuring_px, 1));
    tall += static_cast<float>(fall.lines) * fall.pitch_ems;
  }
  if (!saying.ink.empty()) tall += saying.words.empty() ? ink_tall_ems(width_ems) : above_ink_ems + ink_beside_words_ems;
  return tall;
}

void Scene::Inside::write_spoken(CardView& view, const model::Saying& saying, float em) const {
  view.words = nullptr;
  view.ink = nullptr;
  if (view.veiled) return;
  float top = edge_ems * em - view.half_height, foot = view.half_height - edge_ems * em;
  const float width_ems = 2 * view.half_width / em;
  if (!saying.ink.empty()) {
    const float tall = (saying.words.empty() ? ink_tall_ems(width_ems) : ink_beside_words_ems) * em;
    const float wide = tall * arrange::card_aspect;
    view.ink = &saying.ink;
    view.ink_box = {-wide / 2, foot - tall, wide / 2, foot};
    foot -= tall + above_ink_ems * em;
  }
  if (saying.words.empty()) return;
  view.words = engine.layout(saying.words, style_of(saying, width_ems, em, stage.detail));
  view.words_at = {-view.words->width / 2, top + std::max(0.0F, foot - top - view.words->height) / 2};
}

std::vector<const model::Card*> Scene::Inside::spoken_cards(const model::Convening& convening,
                                                            std::span<const model::CardId> ids) const {
  std::vector<const model::Card*> there;
  for (const model::CardId& id : ids) {
    const std::uint32_t slot = slot_of(id);
    const model::Card* card = model::find_card(convening, id);
    if (card != nullptr && slot != no_slot && cards[slot].alive && !eases[slot].leaving) there.push_back(card);
  }
  return there;
}

bool Scene::Inside::speak_of(Spoken of) {
  if (of == spoken) return false;
  spoken = std::move(of);
  raised.look_again();
  raised_names_stale = true;
  return true;
}

void Scene::Inside::raise_spoken(const model::Convening& convening) {
  const std::vector<const model::Card*> there = spoken_cards(convening, spoken.cards);
  const PixelRect ground = spoken_ground(!spoken.name.words.empty());
  const TallAt tall = [&](std::size_t i, float width_ems) { return spoken_tall_ems(*there[i], width_ems); };
  const LensLayout layout = lens_layout(there.size(), tall, ground, largest_of_height * ground.height());
  std::vector<Raised::Standing> standing;
  for (std::size_t i = 0; i < there.size(); ++i) standing.push_back({&cards[slot_of(there[i]->id)], layout.cards[i]});
  raised.stand(standing,
               [&](CardView& view) { write_spoken(view, model::find_card(convening, view.id)->saying.value, layout.em); });
}

bool Scene::Inside::ease_dimness(float seconds) {
  const float to = spoken.cards.empty() ? 0 : 1, step = stage.still ? 1 : seconds / dims_s;
  if (dimness == to) return false;
  dimness += std::clamp(to - dimness, -step, step);
  return true;
}

std::vector<std::size_t> Scene::Inside::pages_of(const model::Convening& convening, std::span<const model::CardId> ids,
                                                 bool named) {
  const std::vector<const model::Card*> there = spoken_cards(convening, ids);
  const TallAt tall = [&](std::size_t i, float width_ems) { return spoken_tall_ems(*there[i], width_ems); };
  return lens_pages(there.size(), tall, spoken_ground(named), reading_em());
}

}  // namespace greenline::scene
