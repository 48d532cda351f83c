// Every kind of event and request, at random.
#include "model/generators.h"

namespace greenline::test {

using namespace greenline::model;
namespace gen = rc::gen;

rc::Gen<EventBody> any_body() {
  const auto card = any_id<CardId>();
  const auto marker = any_id<MarkerId>();
  const auto thread = any_id<ThreadId>();
  const auto gathering = any_id<GatheringId>();
  const auto nourishment = any_id<NourishmentId>();
  return one_of<EventBody>(
      made_of<ActivityOpened>(any_words(), any_words()), gen::construct<ActivityClosed>(), made_of<PhaseEntered>(any_words()),
      made_of<CardMade>(card, any_saying(), any_place(), any_phase_visit(), gen::arbitrary<bool>()),
      made_of<CardMoved>(card, any_place()), made_of<CardTakenBack>(card), made_of<CardLetGo>(card, any_words()),
      made_of<CardVeiled>(card, gen::arbitrary<bool>()), made_of<CardLit>(card, any_words()), made_of<CardMarked>(card),
      made_of<MarkerSet>(marker, any_place(), any_phase_visit()), made_of<MarkerMoved>(marker, any_place()),
      made_of<MarkerTakenBack>(marker), made_of<ThreadDrawn>(thread, any_end(), any_end(), any_phase_visit()),
      made_of<ThreadWorded>(thread, any_words()), made_of<ThreadTakenBack>(thread),
      made_of<GatheringMade>(gathering, any_cards(), any_phase_visit()), made_of<GatheringNamed>(gathering, any_words()),
      made_of<GatheringTakenBack>(gathering),
      made_of<NourishmentLeft>(nourishment, any_target(), any_kind(), any_saying(), any_phase_visit()),
      made_of<NourishmentTakenBack>(nourishment), made_of<CardLetGoTakenBack>(card), made_of<CardLightTakenBack>(card),
      made_of<CardMarkTakenBack>(card));
}

rc::Gen<Request> any_request() {
  const auto card = any_id<CardId>();
  const auto marker = any_id<MarkerId>();
  const auto thread = any_id<ThreadId>();
  const auto gathering = any_id<GatheringId>();
  return one_of<Request>(
      made_of<OpenActivity>(any_words(), any_words()), gen::construct<CloseActivity>(), made_of<EnterPhase>(any_words()),
      made_of<MakeCard>(any_saying(), any_place()), made_of<MoveCard>(card, any_place()), made_of<TakeBackCard>(card),
      made_of<LetGoCard>(card, any_words()), made_of<VeilCard>(card), made_of<LightCard>(card, any_words()),
      made_of<MarkCard>(card), made_of<SetMarker>(any_place()), made_of<MoveMarker>(marker, any_place()),
      made_of<TakeBackMarker>(marker), made_of<DrawThread>(any_end(), any_end()), made_of<WordThread>(thread, any_words()),
      made_of<TakeBackThread>(thread), made_of<Gather>(any_cards()), made_of<NameGathering>(gathering, any_words()),
      made_of<TakeBackGathering>(gathering), made_of<Nourish>(any_target(), any_kind(), any_saying()),
      made_of<TakeBackNourishment>(any_id<NourishmentId>()), made_of<LiftVeil>(card), made_of<TakeBackLetGo>(card),
      made_of<TakeBackLight>(card), made_of<TakeBackMark>(card));
}

// Mostly permissive, so that much is granted.
rc::Gen<Rules> any_rules() {
  return gen::apply(
      [](int missing, int quiet, bool markers, bool veils, bool shelters) {
        Rules rules = all_verbs();
        rules.verbs.erase(static_cast<Verb>(missing));
        rules.touch = quiet != 0;
        rules.sets_markers = markers;
        rules.veils_new_cards = veils;
        if (shelters) rules.protected_regions = {"courage"};
        return rules;
      },
      gen::inRange(0, 30), gen::inRange(0, 10), gen::arbitrary<bool>(), gen::arbitrary<bool>(), gen::arbitrary<bool>());
}

rc::Gen<std::vector<Event>> any_history() {
  const auto stamped = gen::pair(any_stamp(), any_body());
  return gen::map(gen::container<std::vector<std::pair<Timestamp, EventBody>>>(stamped), [](auto bodies) {
    std::vector<Event> events;
    for (std::uint64_t number = 0; auto& [at, body] : bodies) {
      ++number;
      // The identities' order is not that of the list, so that ties are broken against it as often as with it.
      const EventId id{uuid_v7(1, number * 7919 % 4096, number)};
      events.push_back({id, at, std::move(body)});
    }
    return events;
  });
}

}  // namespace greenline::test
