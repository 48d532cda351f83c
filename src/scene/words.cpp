// What people said, fitted into their cards: laid out when words or sizes change, never otherwise.
#include <algorithm>

#include "scene/inside.h"

namespace greenline::scene {
namespace {

// Ink's pad has the proportions of the seat's paper, and so has the picture of it. Ems of the card's type.
constexpr float ink_ems = arrange::line_of_words_ems / arrange::card_aspect;
constexpr float ink_beside_words_ems = 3, above_ink_ems = 0.3F;
constexpr int most_lines_beside_ink = 3;
constexpr float measuring_px = 100;

text::Style style_of(const model::Saying& saying, float em, float detail) {
  return {.face = text::Face::words,
          .size_px = em,
          .width_px = arrange::line_of_words_ems * em,
          .align = text::Align::centre,
          .max_lines = saying.ink.empty() ? arrange::most_lines : most_lines_beside_ink,
          .line_spacing = arrange::line_spacing,
          .language = saying.language,
          .detail = detail};
}

// It lies so far under others that no word of it is seen: of a pile of cards it is an edge.
bool is_edge(const CardInfo& info, const arrange::TypeSize& type) {
  const float first = type.of(info.sheet).first_ems() * type.em;
  return info.shown > 0 && info.shown < std::min(info.tall, 0.9F * first);
}

}  // namespace

void Scene::Inside::want_words(std::uint32_t slot) {
  if (infos[slot].words_stale) return;
  infos[slot].words_stale = true;
  wordless.push_back(slot);
}

arrange::Sheet Scene::Inside::measured(const model::Saying& saying) {
  if (saying.words.empty()) return saying.ink.empty() ? arrange::least_sheet : arrange::sheet_of_drawing(ink_ems);
  const text::Style style = style_of(saying, measuring_px, 1);
  const text::Engine::Fall fall = engine.fall(saying.words, style);
  return arrange::sheet_of_lines(std::min(fall.lines, style.max_lines), fall.pitch_ems,
                                 saying.ink.empty() ? 0 : above_ink_ems + ink_beside_words_ems);
}

void Scene::Inside::measure_cards(const model::Convening& convening) {
  for (const std::uint32_t slot : unmeasured) {
    CardInfo& info = infos[slot];
    if (!cards[slot].alive || eases[slot].leaving || info.measured) continue;
    const model::Card* card = model::find_card(convening, cards[slot].id);
    if (!card) continue;
    zone_loads[info.zone].here.take(info.sheet);
    info.sheet = measured(card->saying.value);
    info.measured = true;
    info.tall = info.shown = 0;
    zone_loads[info.zone].here.add(info.sheet);
    rest_stale = true;
  }
  unmeasured.clear();
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
    const bool leaf_in_a_hand = is_leaf(slot) && eases[slot].held;
    // Seen near enough, leaves are cards with a few words. Those that wait are dim: their words would not be read.
    const bool too_small = type_of(slot).em * pixel_from_canvas.pixels_per_unit < legible_px();
    view.leaf = is_leaf(slot) && !leaf_in_a_hand && (too_small || (waits(slot) && camera.zoom <= 1));
    const arrange::Sheet sheet = infos[slot].measured || view.leaf ? infos[slot].sheet : measured(card->saying.value);
    if (leaf_in_a_hand) view.half_height = reading_size(sheet).height;
    const text::BlockPtr before = view.words;
    const PixelRect reached = view.reach();
    const PixelPoint stood_at = view.words_at;
    float shown = infos[slot].shown;
    if (const float seen = infos[slot].leaned_over; seen > 0) shown = shown > 0 ? std::min(shown, seen) : seen;
    shown *= pixel_from_canvas.pixels_per_unit;
    const bool says_nothing = view.leaf || (!eases[slot].held && is_edge(infos[slot], type_of(slot)));
    if (says_nothing) {
      view.words = nullptr;
      view.ink = nullptr;
    } else {
      fit_saying(view, card->saying.value, sheet, shown > 0 && !eases[slot].held ? shown : 2 * view.half_height);
      ++done;
    }
    const bool same = view.words && view.words == before && view.words_at == stood_at && view.ink == nullptr;
    if (view.motion == Motion::resting && !same) {
      damage.add(reached);
      damage.add(view.reach());
    }
  }
  return !wordless.empty();
}

void Scene::Inside::fit_saying(CardView& view, const model::Saying& saying, arrange::Sheet sheet, float shown_px, Said said) {
  view.words = nullptr;
  view.ink = nullptr;
  if (view.leaf || view.veiled) return;
  const float em = view.half_width * 2 / arrange::card_ems,
              edge = (shown_type().tight ? arrange::tight_edge_ems : arrange::edge_ems) * em;
  const bool covered = shown_px < 2 * view.half_height - 0.5F;
  const float top = edge - view.half_height, foot = covered ? shown_px - view.half_height : view.half_height - edge;
  float words_foot = foot;
  if (!saying.ink.empty() && !(covered && !saying.words.empty())) {
    const float tall = std::min((saying.words.empty() ? ink_ems : ink_beside_words_ems) * em, foot - top);
    const float wide = tall * arrange::card_aspect;
    view.ink = &saying.ink;
    view.ink_box = {-wide / 2, foot - tall, wide / 2, foot};
    words_foot = foot - tall - above_ink_ems * em;
  }
  if (saying.words.empty()) return;
  text::Style style = style_of(saying, em, stage.detail);
  style.balanced = said == Said::all;
  // As the card was measured, at a large size: at a small one lines stand on whole pixels.
  const float pitch = (sheet.first_ems() - arrange::edge_ems) * em;
  style.max_lines = std::clamp(static_cast<int>((words_foot - top) / pitch + 0.15F), 1, style.max_lines);
  style.ellipsis = !covered;  // what lies over it says that there is more
  view.words = engine.layout(saying.words, style);
  // What is left of a card that was measured, or is lacking, is what lines rounded to pixels leave: its first line stays where
  // it shows, and below the last there is room, since few letters go down there.
  const float left = words_foot - top - view.words->height;
  const bool exact = covered || left < 0.25F * em;
  view.words_at = {-view.words->width / 2, top + (exact ? 0 : left / 2)};
}

}  // namespace greenline::scene
