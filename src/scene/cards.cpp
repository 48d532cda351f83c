// Cards by slot: coming, changing their look, going; waking and falling asleep.
#include <algorithm>

#include "scene/inside.h"

namespace greenline::scene {
namespace {

constexpr float most_turn = 0.0192F;  // 1.1 degrees

// A small turn of its own for each card, so that a wall of them looks laid by people.
float turn_of(const model::CardId& id) {
  const auto bits = static_cast<std::uint32_t>(model::IdHash{}(id) >> 40U) & 0xFFFFU;
  return (static_cast<float>(bits) / 32767.5F - 1) * most_turn;
}

}  // namespace

std::uint32_t Scene::Inside::slot_of(const model::CardId& id) const {
  const auto found = card_slots.find(id);
  return found == card_slots.end() ? no_slot : found->second;
}

std::uint32_t Scene::Inside::add_card(const model::Card& card) {
  std::uint32_t slot = 0;
  if (free_cards.empty()) {
    slot = static_cast<std::uint32_t>(cards.size());
    cards.emplace_back();
    eases.emplace_back();
    infos.emplace_back();
  } else {
    slot = free_cards.back();
    free_cards.pop_back();
  }
  cards[slot] = {};
  eases[slot] = {};
  infos[slot] = {};
  card_slots[card.id] = slot;
  CardView& view = cards[slot];
  view.id = card.id;
  view.alive = true;
  view.turn = turn_of(card.id);
  infos[slot].sheet = arrange::least_sheet;
  unmeasured.push_back(slot);
  const HalfSize half = card_half(slot);
  view.half_width = half.width;
  view.half_height = half.height;
  infos[slot].zone = zones.of(card.place.value.region);
  zone_loads[infos[slot].zone].here.add(infos[slot].sheet);
  view.leaf = is_leaf(slot);
  sizes_stale = true;
  place_card(slot, card.place.value, card.place.at);
  look_card(slot, card);

  CardEase& ease = eases[slot];
  const auto arrival = arrivals.find(card.id);
  const Arrival from = arrival == arrivals.end() ? Arrival{ease.rest} : arrival->second;
  ease.at = from.at;
  if (from.half_width > 0 && !stage.still) ease.size = from.half_width / view.half_width;
  if (arrival != arrivals.end()) arrivals.erase(arrival);
  ease.landing = true;
  ease.breath_s = 0;
  view.centre = ease.at;
  view.opacity = stage.still ? 1.0F : from.opacity;
  view.motion = Motion::moving;
  activate(slot);
  want_words(slot);
  return slot;
}

void Scene::Inside::place_card(std::uint32_t slot, const model::Place& place, const model::Timestamp& at) {
  CardInfo& info = infos[slot];
  const std::uint16_t zone = zones.of(place.region);
  if (zone != info.zone) {
    zone_loads[info.zone].here.take(info.sheet);
    zone_loads[zone].here.add(info.sheet);
    info.zone = zone;
    sizes_stale = true;
  }
  info.place = place;
  info.placed_at = at;
  info.home = home_of(zones, place);
  // Until everyone has been settled anew, its own place is the best guess.
  eases[slot].rest = guessed_rest(slot);
  eases[slot].landing = true;
  eases[slot].nearing = false;
  rest_stale = true;
}

void Scene::Inside::look_card(std::uint32_t slot, const model::Card& card) {
  CardView& view = cards[slot];
  const bool opens = view.veiled && !card.veiled.value;
  const bool words_change = view.veiled != card.veiled.value || infos[slot].has_ink == card.saying.value.ink.empty();
  view.veiled = card.veiled.value;
  view.lit = card.lit_up.value && !view.veiled;
  view.marked = card.marked.value;
  view.resting_forever = card.let_go.value;
  const std::uint8_t slips = beside_cards.slips(card.id);
  if (slips > view.nourished) view.slip_begun = infos[slot].slip_begun_to = 0;  // what was being written is there now
  view.nourished = slips;
  infos[slot].has_ink = !card.saying.value.ink.empty();
  if (words_change) want_words(slot);
  if (opens && !stage.still) {  // light comes over it
    wake(slot);
    view.warm = 1;
  }
  if (view.motion == Motion::resting) damage.add(view.reach());
}

void Scene::Inside::take_away(std::uint32_t slot) {
  CardEase& ease = eases[slot];
  if (ease.leaving) return;
  wake(slot);
  if (ease.held) {
    std::erase(held_cards, slot);
    moving_stale = true;
    ease.held = false;
    cards[slot].motion = Motion::moving;
  }
  ease.leaving = true;
  ease.opacity_to = 0;
  ease.rest = ease.at;
  ease.aside = ease.velocity = {};
  zone_loads[infos[slot].zone].here.take(infos[slot].sheet);
  sizes_stale = true;
  card_slots.erase(cards[slot].id);
  if (attended == slot) attended = no_slot;
  rest_stale = true;
}

void Scene::Inside::activate(std::uint32_t slot) {
  if (eases[slot].active) return;
  eases[slot].active = moving_stale = true;
  active_cards.push_back(slot);
}

void Scene::Inside::wake(std::uint32_t slot) {
  CardView& view = cards[slot];
  if (view.motion == Motion::resting && resting_cards.holds(slot)) {
    damage.add(view.reach());
    resting_cards.remove(slot);
  }
  if (view.motion == Motion::resting) view.motion = Motion::moving;
  activate(slot);
}

void Scene::Inside::fall_asleep(std::uint32_t slot) {
  CardView& view = cards[slot];
  eases[slot].landing = eases[slot].nearing = false;
  view.motion = Motion::resting;
  resting_cards.insert(slot, as_point(view.centre));
  damage.add(view.reach());
}

void Scene::Inside::set_half_size(std::uint32_t slot, HalfSize half) {
  CardView& view = cards[slot];
  if (view.half_width == half.width && view.half_height == half.height) return;
  wake(slot);
  // Seen at the size it had, easing to the new one: words are laid out once, for where it ends.
  eases[slot].size *= view.half_width / half.width;
  view.half_width = half.width;
  view.half_height = half.height;
  want_words(slot);
}

void Scene::Inside::free_slot(std::uint32_t slot) {
  cards[slot] = {};
  infos[slot] = {};
  eases[slot] = {};
  free_cards.push_back(slot);
}

void Scene::Inside::sort_as_drawn(std::span<std::uint32_t> slots) const {
  if (shown_type().leaves) return std::sort(slots.begin(), slots.end());
  const auto top = [&](std::uint32_t slot) { return stand_of(slot).y - cards[slot].half_height; };
  std::sort(slots.begin(), slots.end(), [&](std::uint32_t a, std::uint32_t b) {
    const float above = top(a), other = top(b);
    return above < other || (above == other && a < b);
  });
}

const std::vector<std::uint32_t>& Scene::Inside::list_moving_cards() const {
  if (!moving_stale) return moving_cards;
  moving_stale = false;
  moving_cards.clear();
  for (const std::uint32_t slot : active_cards)
    if (!eases[slot].held) moving_cards.push_back(slot);
  if (!shown_type().leaves) sort_as_drawn(moving_cards);
  moving_cards.insert(moving_cards.end(), held_cards.begin(), held_cards.end());
  return moving_cards;
}

}  // namespace greenline::scene
