// What hands do to cards: lift, carry, let fall; lean toward; come near.
#include <algorithm>

#include "scene/inside.h"

namespace greenline::scene {
namespace {

constexpr float lifted_size = 1.05F;
constexpr float lean_px = 3;

}  // namespace

void Scene::Inside::hold(const model::CardId& id, PixelPoint at) {
  const std::uint32_t slot = slot_of(id);
  if (slot == no_slot) return;
  CardEase& ease = eases[slot];
  if (!ease.held) {
    wake(slot);
    ease.held = true;
    lean_stale = true;
    ease.aside = ease.velocity = {};
    ease.breath_s = ease.lean_s = -1;
    ease.landing = true;
    ease.size_to = lifted_size;
    cards[slot].motion = Motion::held;
    held_cards.push_back(slot);
    moving_stale = true;
    // A leaf that a finger has risen is lifted from where it is seen.
    for (const RaisedCard& one : raised)
      if (one.view.id == id) ease.at = one.view.centre;
    ease.grip = ease.at - at;
    ease.opacity_to = 1;
    if (is_leaf(slot)) {
      const PixelPoint grip = ease.grip;
      set_half_size(slot, reading_size(arrange::leaf_sheet));
      // Held by the same part of the card, whatever its size.
      ease.grip = {std::clamp(grip.x, -cards[slot].half_width, cards[slot].half_width),
                   std::clamp(grip.y, -cards[slot].half_height, cards[slot].half_height)};
      raised_stale = true;
    }
  }
  const PixelPoint to = at + ease.grip;
  ease.at = {std::clamp(to.x, screen.x0, screen.x1), std::clamp(to.y, screen.y0, screen.y1)};
  cards[slot].centre = ease.at;
  stir_threads_of(slot, true);
}

void Scene::Inside::let_fall(const model::CardId& id, PixelPoint velocity) {
  const std::uint32_t slot = slot_of(id);
  if (slot == no_slot || !eases[slot].held) return;
  CardEase& ease = eases[slot];
  std::erase(held_cards, slot);
  moving_stale = true;
  ease.held = false;
  ease.landing = true;
  ease.nearing = false;
  ease.velocity = velocity;
  ease.size_to = 1;
  ease.breath_s = 0;
  cards[slot].motion = Motion::moving;
  set_half_size(slot, card_half(slot));
  // Where it would rest if everybody stood still; the solver knows better in a moment.
  ease.rest = guessed_rest(slot);
  rest_stale = lean_stale = true;
  activate(slot);
}

void Scene::Inside::lean(const model::CardId& id, PixelPoint toward) {
  const std::uint32_t slot = slot_of(id);
  if (slot == no_slot || eases[slot].held || stage.still) return;
  const PixelPoint d = toward - eases[slot].at;
  const float far = length(d);
  if (far < 0.5F) return;
  wake(slot);
  eases[slot].lean = d * (lean_px / (far * camera.zoom));
  eases[slot].lean_s = 0;
}

void Scene::Inside::attend(std::optional<PixelPoint> at) {
  const bool near = at && finger && length(*at - *finger) < 2;
  if (near || (!at && !finger)) return;
  finger = at;
  raised_stale = true;
  attend_threads(at ? card_at(*at, 0) : no_slot);
}

void Scene::Inside::attend_threads(std::uint32_t slot) {
  if (slot == attended) return;
  const auto look = [&](std::uint32_t card, bool forward) {
    if (card == no_slot) return;
    for (const std::uint32_t thread : infos[card].threads) {
      if (!threads[thread].moving) damage_thread(thread);
      thread_infos[thread].attended = forward;
      look_thread(thread);
      if (!threads[thread].moving) damage_thread(thread);
    }
  };
  look(attended, false);
  attended = slot;
  look(attended, true);
}

}  // namespace greenline::scene
