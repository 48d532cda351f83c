// An event becomes part of a convening. Every step is a join (the newest, or once and for ever), so order does not matter.
#include <algorithm>

#include "model/convening.h"

namespace greenline::model {
namespace {

// The record of `id`, there from the first event that names it.
template <class Records, class AnyId>
auto& record(Records& records, const AnyId& id) {
  auto& found = records[id];
  found.id = id;
  return found;
}

std::vector<CardId> sorted_once(std::vector<CardId> cards) {
  std::sort(cards.begin(), cards.end());
  cards.erase(std::unique(cards.begin(), cards.end()), cards.end());
  return cards;
}

struct Apply {
  Convening& to;
  const Timestamp& at;
  const EventId& by;

  void operator()(const ActivityOpened& event) const { to.activity.write(event, at, by); }
  void operator()(const ActivityClosed&) const { to.activity.write(std::nullopt, at, by); }
  void operator()(const PhaseEntered& event) const { to.phase.write(event.phase, at, by); }

  void operator()(const CardMade& event) const {
    Card& card = record(to.cards, event.card);
    card.made = true;
    if (card.saying.write(event.saying, at, by)) card.phase_visit = event.phase_visit;
    card.place.write(event.place, at, by);
    card.veiled.write(event.veiled, at, by);
  }
  void operator()(const CardMoved& event) const { record(to.cards, event.card).place.write(event.place, at, by); }
  void operator()(const CardTakenBack& event) const { record(to.cards, event.card).taken_back = true; }
  void operator()(const CardLetGo& event) const {
    Card& card = record(to.cards, event.card);
    card.let_go.write(true, at, by);
    card.thanks.write(event.thanks, at, by);
  }
  void operator()(const CardVeiled& event) const { record(to.cards, event.card).veiled.write(event.veiled, at, by); }
  void operator()(const CardLit& event) const {
    Card& card = record(to.cards, event.card);
    card.lit_up.write(true, at, by);
    card.lit.write(event.why, at, by);
  }
  void operator()(const CardMarked& event) const { record(to.cards, event.card).marked.write(true, at, by); }
  void operator()(const CardLetGoTakenBack& event) const { record(to.cards, event.card).let_go.write(false, at, by); }
  void operator()(const CardLightTakenBack& event) const { record(to.cards, event.card).lit_up.write(false, at, by); }
  void operator()(const CardMarkTakenBack& event) const { record(to.cards, event.card).marked.write(false, at, by); }

  void operator()(const MarkerSet& event) const {
    Marker& marker = record(to.markers, event.marker);
    marker.made = true;
    marker.phase_visit = std::max(marker.phase_visit, event.phase_visit);
    marker.place.write(event.place, at, by);
  }
  void operator()(const MarkerMoved& event) const { record(to.markers, event.marker).place.write(event.place, at, by); }
  void operator()(const MarkerTakenBack& event) const { record(to.markers, event.marker).taken_back = true; }

  void operator()(const ThreadDrawn& event) const {
    Thread& thread = record(to.threads, event.thread);
    thread.made = true;
    thread.ends.write({event.from, event.to, event.phase_visit}, at, by);
  }
  void operator()(const ThreadWorded& event) const { record(to.threads, event.thread).word.write(event.word, at, by); }
  void operator()(const ThreadTakenBack& event) const { record(to.threads, event.thread).taken_back = true; }

  void operator()(const GatheringMade& event) const {
    Gathering& gathering = record(to.gatherings, event.gathering);
    gathering.made = true;
    gathering.cards.write({sorted_once(event.cards), event.phase_visit}, at, by);
  }
  void operator()(const GatheringNamed& event) const { record(to.gatherings, event.gathering).name.write(event.name, at, by); }
  void operator()(const GatheringTakenBack& event) const { record(to.gatherings, event.gathering).taken_back = true; }

  void operator()(const NourishmentLeft& event) const {
    Nourishment& nourishment = record(to.nourishments, event.nourishment);
    nourishment.made = true;
    nourishment.body.write({event.beside, event.kind, event.saying, event.phase_visit}, at, by);
  }
  void operator()(const NourishmentTakenBack& event) const { record(to.nourishments, event.nourishment).taken_back = true; }
};

}  // namespace

void apply(Convening& convening, const Event& event) {
  if (!convening.applied.insert(event.id).second) return;
  convening.latest = after_seeing(convening.latest, event.at);
  std::visit(Apply{convening, event.at, event.id}, event.body);
}

void forget_markers(Convening& convening) { convening.markers.clear(); }

}  // namespace greenline::model
