// What each kind of event touches.
#include <algorithm>

#include "arrange/left.h"
#include "scene/inside.h"

namespace greenline::scene {
namespace {

// The card that an event makes or changes, if it is about one.
const model::CardId* card_of(const model::EventBody& body) {
  return std::visit(
      [](const auto& one) -> const model::CardId* {
        if constexpr (requires { one.card; })
          return &one.card;
        else
          return nullptr;
      },
      body);
}

}  // namespace

void Scene::Inside::remember_what_it_left(const model::Card& card) {
  if (arrange::left_any(card))
    left_something.try_emplace(card.id);
  else
    left_something.erase(card.id);
  sizes_stale |= !left_something.empty();
}

bool Scene::Inside::is_shown(const model::Card& card) const {
  if (!model::present(card)) return false;
  if (!stage.without_held || !card.veiled.value) return true;
  const content::Phase* phase = content::find_phase(stage.activity, stage.phase);
  return !model::is_held(card, phase == nullptr ? std::set<std::string>{} : phase->rules.protected_regions);
}

void Scene::Inside::refresh_card(const model::Convening& convening, const model::CardId& id) {
  const model::Card* card = model::find_card(convening, id);
  if (!card) return;
  remember_what_it_left(*card);
  const std::uint32_t slot = slot_of(id);
  const bool is_present = is_shown(*card);
  const bool was_present = slot != no_slot;
  if (is_present && !was_present) {
    (void)add_card(*card);
  } else if (!is_present && was_present) {
    take_away(slot);
  } else if (is_present) {
    if (infos[slot].place != card->place.value || infos[slot].placed_at != card->place.at) {
      const auto arrival = arrivals.find(id);
      if (arrival != arrivals.end()) {
        wake(slot);
        eases[slot].at = arrival->second.at;
        arrivals.erase(arrival);
      }
      place_card(slot, card->place.value, card->place.at);
      if (!eases[slot].held) {
        wake(slot);
        eases[slot].breath_s = 0;
      }
    }
    look_card(slot, *card);
  }
  if (is_present == was_present) return;
  if (const auto naming = threads_naming.find(id); naming != threads_naming.end()) {
    const std::vector<model::ThreadId> threads_of_card = naming->second;
    for (const model::ThreadId& thread : threads_of_card) refresh_thread(convening, thread);
  }
  gatherings_stale = true;
}

void Scene::Inside::refresh_nourished(const model::Convening& convening, const model::NourishmentId& id) {
  const auto record = convening.nourishments.find(id);
  if (record == convening.nourishments.end()) return;
  const model::Nourishment& one = record->second;
  if (const auto card = beside_cards.lift(id)) refresh_card(convening, *card);
  if (const auto thread = beside_threads.lift(id)) refresh_thread(convening, *thread);
  if (!one.made || one.taken_back) return;
  if (const auto* card = std::get_if<model::CardId>(&one.body.value.beside)) {
    beside_cards.lay(id, *card);
    refresh_card(convening, *card);
  } else if (const auto* thread = std::get_if<model::ThreadId>(&one.body.value.beside)) {
    beside_threads.lay(id, *thread);
    refresh_thread(convening, *thread);
  }
}

void Scene::Inside::changed(const model::Convening& convening, const model::Event& event, bool is_settling) {
  if (!spoken.cards.empty()) raised.look_again();
  if (const model::CardId* card = card_of(event.body)) {
    refresh_card(convening, *card);
    const std::uint32_t slot = slot_of(*card);
    const bool makes_or_moves =
        std::holds_alternative<model::CardMade>(event.body) || std::holds_alternative<model::CardMoved>(event.body);
    if (is_settling && makes_or_moves && slot != no_slot && settling.emplace(event.id, *card).second) {
      wake(slot);
      ++infos[slot].unsettled;
      cards[slot].kept = 0;
      cards[slot].warm = 0;
    }
  }
  std::visit(
      [&](const auto& one) {
        if constexpr (requires { one.marker; }) refresh_marker(convening, one.marker);
        if constexpr (requires { one.thread; }) refresh_thread(convening, one.thread);
        if constexpr (requires { one.gathering; }) gatherings_stale = true;
        if constexpr (requires { one.opened; }) {
          for (const model::CardId& card : one.opened) refresh_card(convening, card);
        }
        if constexpr (requires { one.nourishment; }) refresh_nourished(convening, one.nourishment);
      },
      event.body);
}

void Scene::Inside::kept(const model::EventId& event) {
  const auto known = settling.find(event);
  if (known == settling.end()) return;
  const std::uint32_t slot = slot_of(known->second);
  settling.erase(known);
  if (slot == no_slot || infos[slot].unsettled == 0 || --infos[slot].unsettled > 0) return;
  wake(slot);
  cards[slot].warm = stage.still ? 0.0F : 1.0F;
}

Haze::Stand Scene::Inside::haze_at(const model::Place& place) const {
  constexpr float radius_units = 0.115F;  // so wide that those of neighbours run into each other
  const float times = stands_otherwise() ? nearness.stands[shown_zones().of(place.region)].times : 1.0F;
  return {pixel_of(place), backdrop.unit_px * radius_units * times};
}

void Scene::Inside::refresh_marker(const model::Convening& convening, const model::MarkerId& id) {
  const auto record = convening.markers.find(id);
  if (record == convening.markers.end()) return;
  if (!present(record->second)) return haze.let_fade(id);
  const model::Place& place = record->second.place.value;
  Haze::Stand stand = haze_at(place);
  const content::Phase* phase = content::find_phase(stage.activity, stage.phase);
  stand.faint =
      phase != nullptr && phase->rules.beside_earlier && earlier(convening, record->second, phase->rules.sets_markers);
  haze.put(id, place, stand, stage.still);
}

}  // namespace greenline::scene
