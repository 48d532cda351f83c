// What a person sees of what a convening holds.
#include <algorithm>

#include "model/convening.h"

namespace greenline::model {
namespace {

bool present_card(const Convening& convening, const CardId& id) {
  const Card* card = find_card(convening, id);
  return card != nullptr && present(*card);
}

// Regions are the canvas's, and so always there.
struct IsThere {
  const Convening& convening;
  bool operator()(const CardId& id) const { return present_card(convening, id); }
  bool operator()(const RegionEnd&) const { return true; }
  bool operator()(const ThreadId& id) const {
    const auto found = convening.threads.find(id);
    return found != convening.threads.end() && present(convening, found->second);
  }
};

}  // namespace

bool present(const Card& card) { return card.made && !card.taken_back && !card.aside.value; }

const Shown& shown_on_walls(const Convening& convening) {
  static const Shown all;
  const OnWalls& said = convening.walls.value;
  return said.phase_visit == convening.phase.event ? said.shown : all;
}

std::uint32_t minutes_given(const Convening& convening, const EventId& phase_visit) {
  const GivenTime& given = convening.time.value;
  return given.phase_visit == phase_visit ? given.minutes : 0;
}

bool present(const Marker& marker) { return marker.made && !marker.taken_back; }

bool earlier(const Convening& convening, const Marker& marker, bool sets_now) {
  if (sets_now) return marker.phase_visit != convening.phase.event;
  const Marker* newest = &marker;
  for (const auto& [id, other] : convening.markers)
    if (present(other) && other.place.at > newest->place.at) newest = &other;
  return newest->phase_visit != marker.phase_visit;
}

bool present(const Convening& convening, const Thread& thread) {
  const ThreadEnds& ends = thread.ends.value;
  return thread.made && !thread.taken_back && std::visit(IsThere{convening}, ends.from) &&
         std::visit(IsThere{convening}, ends.to);
}

bool present(const Convening& convening, const Gathering& gathering) {
  const auto& cards = gathering.cards.value.cards;
  return gathering.made && !gathering.taken_back &&
         std::any_of(cards.begin(), cards.end(), [&](const CardId& id) { return present_card(convening, id); });
}

bool present(const Convening& convening, const Nourishment& nourishment) {
  return nourishment.made && !nourishment.taken_back && std::visit(IsThere{convening}, nourishment.body.value.beside);
}

const Gathering* gathering_of(const Convening& convening, const std::vector<CardId>& cards) {
  const Gathering* found = nullptr;
  for (const auto& [id, gathering] : convening.gatherings)
    if (gathering.cards.value.cards == cards && present(convening, gathering) && (!found || id < found->id)) found = &gathering;
  return found;
}

const Card* find_card(const Convening& convening, const CardId& id) {
  const auto found = convening.cards.find(id);
  return found == convening.cards.end() ? nullptr : &found->second;
}

bool has_chair(const Convening& now, const Chair& console) {
  if (now.chair.event.empty()) return now.epoch == 0;
  return now.chair.value == console && now.chair.epoch == now.epoch;
}

}  // namespace greenline::model
