// Gatherings are made, named, taken back.
#include "model/kinds/gathering.h"

#include <algorithm>
#include <iterator>

#include "model/kinds/asking.h"

namespace greenline::model {
namespace {

std::vector<CardId> sorted_once(std::vector<CardId> cards) {
  std::sort(cards.begin(), cards.end());
  cards.erase(std::unique(cards.begin(), cards.end()), cards.end());
  return cards;
}

bool gathering_is_there(const Asking& asking, const GatheringId& id) {
  const Gathering* gathering = find_record(asking.now.gatherings, id);
  return gathering != nullptr && present(asking.now, *gathering);
}

}  // namespace

Answer<GatheringMade> decide(const Gather& request, const Asking& asking) {
  std::vector<CardId> cards;
  std::copy_if(request.cards.begin(), request.cards.end(), std::back_inserter(cards),
               [&](const CardId& id) { return asking.there(id); });
  cards = sorted_once(std::move(cards));
  if (cards.size() < 2) return tl::unexpected(Refusal::too_few);
  if (cards.size() > max_gathering_cards) return tl::unexpected(Refusal::too_long);
  if (gathering_of(asking.now, cards)) return tl::unexpected(Refusal::already_so);
  return GatheringMade{{asking.stamp.fresh}, std::move(cards), asking.phase_visit()};
}
void apply(const GatheringMade& event, const Applying& on) {
  Gathering& gathering = record(on.to.gatherings, event.gathering);
  gathering.made = true;
  gathering.cards.write({sorted_once(event.cards), event.phase_visit}, on.at, on.by);
}

Answer<GatheringNamed> decide(const NameGathering& request, const Asking& asking) {
  if (!gathering_is_there(asking, request.gathering)) return tl::unexpected(Refusal::not_there);
  const Phrase name = phrase_of(request.name, request.language);
  if (const auto no = flaw_of(name)) return tl::unexpected(*no);
  if (find_record(asking.now.gatherings, request.gathering)->name.value == name) return tl::unexpected(Refusal::already_so);
  return GatheringNamed{request.gathering, name.words, name.language};
}
void apply(const GatheringNamed& event, const Applying& on) {
  record(on.to.gatherings, event.gathering).name.write({event.name, event.language}, on.at, on.by);
}

Answer<GatheringTakenBack> decide(const TakeBackGathering& request, const Asking& asking) {
  const bool here = gathering_is_there(asking, request.gathering);
  const EventId made_in = here ? asking.now.gatherings.at(request.gathering).cards.value.phase_visit : EventId{};
  if (const auto no = asking.barred_to_take_back(here, made_in)) return tl::unexpected(*no);
  return GatheringTakenBack{request.gathering};
}
void apply(const GatheringTakenBack& event, const Applying& on) { record(on.to.gatherings, event.gathering).taken_back = true; }

}  // namespace greenline::model
