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
    lean_stale = raised_names_stale = true;
    ease.aside = ease.velocity = {};
    ease.breath_s = ease.lean_s = -1;
    ease.landing = true;
    ease.size_to = lifted_size;
    cards[slot].motion = Motion::held;
    held_cards.push_back(slot);
    moving_stale = true;
    // A leaf that a finger has risen is lifted from where it is seen.
    for (const RaisedCard& one : raised.views())
      if (one.view.id == id) ease.at = one.view.centre;
    ease.grip = ease.at - at;
    ease.opacity_to = 1;
    if (is_leaf(slot)) {
      const PixelPoint grip = ease.grip;
      set_half_size(slot, reading_size(arrange::leaf_sheet));
      // Held by the same part of the card, whatever its size.
      ease.grip = {std::clamp(grip.x, -cards[slot].half_width, cards[slot].half_width),
                   std::clamp(grip.y, -cards[slot].half_height, cards[slot].half_height)};
      raised.look_again();
    } else if (infos[slot].shown < infos[slot].tall) {  // in a hand all of it is seen
      const arrange::TypeSize its = type_of(slot);
      set_half_size(slot, in_pixels(half_of(its.of(infos[slot].sheet), its.em)));
    }
  }
  const PixelPoint to = at + ease.grip;
  ease.at = {std::clamp(to.x, screen.x0, screen.x1), std::clamp(to.y, screen.y0, screen.y1)};
  cards[slot].centre = ease.at;
  wake_threads_of(slot);
  for (const std::uint32_t thread : infos[slot].threads) shape_thread(thread);
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
  if (!raised.point_at(at)) return;
  raised_names_stale = true;
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

HalfSize Scene::Inside::reading_size(arrange::Sheet sheet) const {
  const float wanted = std::max(backdrop.unit_px * 0.08F, stage.legible_px * 7.2F) / std::max(1.0F, camera.zoom);
  const float half_width = std::max(largest_half.width, std::min({wanted, stage.width / 5, stage.height / 4}));
  const arrange::Half half = half_of(sheet, half_width * 2 / arrange::card_ems);
  return {half.width, half.height};
}

void Scene::Inside::raise_leaves(const model::Convening& convening) {
  constexpr std::size_t most = 5;
  constexpr float near_mm = 16, finger_mm = 7;
  std::vector<std::pair<float, std::uint32_t>> near;
  if (const auto& finger = raised.finger(); finger && shown_type().leaves) {
    const float reach = std::max(px_of(near_mm), largest_half.width * 3);
    for (std::uint32_t slot = 0; slot < cards.size(); ++slot) {
      if (!cards[slot].alive || eases[slot].leaving || eases[slot].held || waits(slot)) continue;
      const float distance = length(cards[slot].centre - *finger);
      if (distance < reach) near.emplace_back(distance, slot);
    }
    std::sort(near.begin(), near.end(), [&](const auto& a, const auto& b) {
      return a.first < b.first || (a.first == b.first && cards[a.second].id < cards[b.second].id);
    });
    if (near.size() > most) near.resize(most);
  }
  std::vector<Raised::Leaf> leaves;
  for (const auto& [distance, slot] : near)
    if (const model::Card* record = model::find_card(convening, cards[slot].id))
      leaves.push_back({&cards[slot], reading_size(measured(record->saying.value))});
  raised.choose(leaves, clipped(screen, camera.inverse(backdrop.glass())), px_of(finger_mm),
                [&](CardView& view, HalfSize reading) {
                  const model::Saying& saying = model::find_card(convening, view.id)->saying.value;
                  fit_saying(view, saying, measured(saying), 2 * reading.height);
                });
}

constexpr float spoken_pace = 0.4F;  // what rises from across the wall to be read by a room takes its time

bool Scene::Inside::ease_raised(const model::Convening& convening, float seconds) {
  if (raised.is_stale()) spoken.cards.empty() ? raise_leaves(convening) : raise_spoken(convening);
  return raised.ease(stage.still   ? 1e3F
                     : dimness > 0 ? spoken_pace * seconds
                                   : seconds,
                     [&](const model::CardId& id) -> std::optional<Raised::Below> {
                       const std::uint32_t slot = slot_of(id);
                       if (slot == no_slot || eases[slot].held) return std::nullopt;
                       return Raised::Below{cards[slot].centre, largest_half.width};
                     });
}

}  // namespace greenline::scene
