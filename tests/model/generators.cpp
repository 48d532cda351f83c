// Every kind of event and request, at random.
#include "model/generators.h"

namespace greenline::test {

using namespace greenline::model;
namespace gen = rc::gen;

namespace {

template <class Tag>
rc::Gen<Id<Tag>> any_value(const Id<Tag>&) {
  return any_id<Id<Tag>>();
}
rc::Gen<EventId> any_value(const EventId&) { return any_phase_visit(); }
rc::Gen<std::string> any_value(const std::string&) { return any_words(); }
rc::Gen<std::uint32_t> any_value(const std::uint32_t&) { return gen::inRange<std::uint32_t>(0, 2 * max_phase_minutes); }
rc::Gen<bool> any_value(const bool&) { return gen::arbitrary<bool>(); }
rc::Gen<Saying> any_value(const Saying&) { return any_saying(); }
rc::Gen<Place> any_value(const Place&) { return any_place(); }
rc::Gen<ThreadEnd> any_value(const ThreadEnd&) { return any_end(); }
rc::Gen<NourishTarget> any_value(const NourishTarget&) { return any_target(); }
rc::Gen<Shown> any_value(const Shown&) { return any_shown(); }
rc::Gen<NourishKind> any_value(const NourishKind&) { return any_kind(); }
rc::Gen<std::vector<CardId>> any_value(const std::vector<CardId>&) { return any_cards(); }
rc::Gen<SteadyInstant> any_value(const SteadyInstant&) { return gen::just(SteadyInstant{}); }

// An event of any kind, from its list of fields.
template <class Body>
rc::Gen<Body> any_of_kind() {
  return gen::exec([] {
    Body body;
    for_each_field(body, [](Key, auto& member) { member = *any_value(member); });
    return body;
  });
}
template <class... Bodies>
rc::Gen<EventBody> any_among(const std::variant<Bodies...>*) {
  return one_of<EventBody>(any_of_kind<Bodies>()...);
}

}  // namespace

rc::Gen<EventBody> any_body() { return any_among(static_cast<const EventBody*>(nullptr)); }

rc::Gen<Request> any_request() {
  const auto card = any_id<CardId>();
  const auto marker = any_id<MarkerId>();
  const auto thread = any_id<ThreadId>();
  const auto gathering = any_id<GatheringId>();
  return one_of<Request>(
      made_of<OpenActivity>(any_words(), any_words()), made_of<CloseActivity>(any_phase_visit()),
      made_of<EnterPhase>(any_words(), any_phase_visit()), made_of<MakeCard>(any_saying(), any_place()),
      made_of<MoveCard>(card, any_place()), made_of<TakeBackCard>(card), made_of<LetGoCard>(card, any_words(), any_words()),
      made_of<VeilCard>(card), made_of<LightCard>(card, any_words(), any_words()), made_of<MarkCard>(card),
      made_of<SetMarker>(any_place()), made_of<MoveMarker>(marker, any_place()), made_of<TakeBackMarker>(marker),
      made_of<DrawThread>(any_end(), any_end()), made_of<WordThread>(thread, any_words(), any_words()),
      made_of<TakeBackThread>(thread), made_of<Gather>(any_cards()),
      made_of<NameGathering>(gathering, any_words(), any_words()), made_of<TakeBackGathering>(gathering),
      made_of<Nourish>(any_target(), any_kind(), any_saying()), made_of<TakeBackNourishment>(any_id<NourishmentId>()),
      made_of<LiftVeil>(card), made_of<TakeBackLetGo>(card), made_of<TakeBackLight>(card), made_of<TakeBackMark>(card),
      made_of<RestWall>(gen::arbitrary<bool>()), made_of<HoldCards>(gen::arbitrary<bool>()), gen::construct<RevealCards>(),
      made_of<GiveTime>(gen::inRange<std::uint32_t>(0, 2 * max_phase_minutes)), made_of<SetCardAside>(card),
      made_of<BringCardBack>(card), made_of<SendCardOn>(card), made_of<KeepCardHere>(card),
      made_of<PauseTouch>(gen::arbitrary<bool>()), made_of<ShowOnWalls>(any_shown()),
      made_of<FreezeWalls>(gen::arbitrary<bool>()), gen::construct<TakeChair>());
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
  using Stamped = std::tuple<Timestamp, EventBody, std::uint32_t>;
  const auto stamped = gen::tuple(any_stamp(), any_body(), gen::inRange<std::uint32_t>(0, 3));
  return gen::map(gen::container<std::vector<Stamped>>(stamped), [](auto bodies) {
    std::vector<Event> events;
    for (std::uint64_t number = 0; auto& [at, body, epoch] : bodies) {
      ++number;
      // The identities' order is not that of the list, so that ties are broken against it as often as with it.
      const EventId id{uuid_v7(1, number * 7919 % 4096, number)};
      events.push_back({id, at, std::move(body), {Role::host, at.station, 0, epoch}});
    }
    return events;
  });
}

}  // namespace greenline::test
