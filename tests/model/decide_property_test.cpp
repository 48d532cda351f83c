// What is granted comes true; what is refused changes nothing.
#include <algorithm>
#include <set>

#include "model/generators.h"
#include "model/property.h"

namespace greenline::model {
namespace {

// Whether the convening now shows what the event says.
struct ComesTrue {
  const Convening& now;
  bool operator()(const ActivityOpened& e) const { return now.activity.value == e; }
  bool operator()(const ActivityClosed&) const { return !now.activity.value; }
  bool operator()(const PhaseEntered& e) const { return now.phase.value == e.phase; }
  bool operator()(const CardMade& e) const {
    const Card& card = now.cards.at(e.card);
    return present(card) && card.saying.value == e.saying && card.place.value == e.place && card.veiled.value == e.veiled &&
           card.phase_visit == now.phase.event;
  }
  bool operator()(const CardMoved& e) const { return now.cards.at(e.card).place.value == e.place; }
  bool operator()(const CardTakenBack& e) const { return !present(now.cards.at(e.card)); }
  bool operator()(const CardLetGo& e) const {
    return now.cards.at(e.card).let_go.value && now.cards.at(e.card).thanks.value == Phrase{e.thanks, e.language};
  }
  bool operator()(const CardVeiled& e) const { return now.cards.at(e.card).veiled.value == e.veiled; }
  bool operator()(const CardLit& e) const {
    return now.cards.at(e.card).lit_up.value && now.cards.at(e.card).lit.value == Phrase{e.why, e.language};
  }
  bool operator()(const CardMarked& e) const { return now.cards.at(e.card).marked.value; }
  bool operator()(const CardLetGoTakenBack& e) const { return !now.cards.at(e.card).let_go.value; }
  bool operator()(const CardLightTakenBack& e) const { return !now.cards.at(e.card).lit_up.value; }
  bool operator()(const CardMarkTakenBack& e) const { return !now.cards.at(e.card).marked.value; }
  bool operator()(const MarkerSet& e) const {
    return present(now.markers.at(e.marker)) && now.markers.at(e.marker).place.value == e.place;
  }
  bool operator()(const MarkerMoved& e) const { return now.markers.at(e.marker).place.value == e.place; }
  bool operator()(const MarkerTakenBack& e) const { return !present(now.markers.at(e.marker)); }
  bool operator()(const ThreadDrawn& e) const {
    const Thread& thread = now.threads.at(e.thread);
    return present(now, thread) && thread.ends.value == ThreadEnds{e.from, e.to, now.phase.event};
  }
  bool operator()(const ThreadWorded& e) const { return now.threads.at(e.thread).word.value == Phrase{e.word, e.language}; }
  bool operator()(const ThreadTakenBack& e) const { return !present(now, now.threads.at(e.thread)); }
  bool operator()(const GatheringMade& e) const {
    const Gathering& gathering = now.gatherings.at(e.gathering);
    return present(now, gathering) && gathering.cards.value.cards == e.cards;
  }
  bool operator()(const GatheringNamed& e) const {
    return now.gatherings.at(e.gathering).name.value == Phrase{e.name, e.language};
  }
  bool operator()(const GatheringTakenBack& e) const { return !present(now, now.gatherings.at(e.gathering)); }
  bool operator()(const NourishmentLeft& e) const {
    const Nourishment& nourishment = now.nourishments.at(e.nourishment);
    return present(now, nourishment) && nourishment.body.value.saying == e.saying && nourishment.body.value.kind == e.kind;
  }
  bool operator()(const CardsHeld& e) const { return now.hold.value == Hold{e.phase_visit, e.held}; }
  bool operator()(const CardsRevealed& e) const {
    return !now.hold.value.held &&
           std::ranges::all_of(e.opened, [&](const CardId& card) { return !now.cards.at(card).veiled.value; });
  }
  bool operator()(const WallRested& e) const { return now.resting.value == e.rests; }
  bool operator()(const TimeGiven& e) const { return minutes_given(now, e.phase_visit) == e.minutes; }
  bool operator()(const TouchPaused& e) const { return now.paused.value == e.paused; }
  bool operator()(const ShownOnWalls& e) const { return shown_on_walls(now) == e.shown; }
  bool operator()(const WallsFrozen& e) const { return now.frozen.value == e.frozen; }
  bool operator()(const ChairTaken& e) const { return has_chair(now, {e.station, e.console}); }
  bool operator()(const CardSetAside& e) const { return present(now.cards.at(e.card)) != e.aside; }
  bool operator()(const CardSentOn& e) const { return now.cards.at(e.card).onward.value == e.on; }
  bool operator()(const NourishmentTakenBack& e) const { return !present(now, now.nourishments.at(e.nourishment)); }
};

// A room after anything at all has happened in it.
test::Room a_room_with_a_past() {
  test::Room room;
  for (const Event& event : *test::any_history()) apply(room.convening, event);
  room.rules = *test::any_rules();
  if (*rc::gen::weightedElement<bool>({{5, true}, {1, false}})) room.granted<ActivityOpened>(OpenActivity{"a", "b"});
  return room;
}

TEST(Decide, GrantsOnlyWhatComesTrue) {
  test::holds_always([] {
    test::Room room = a_room_with_a_past();
    for (const Request& request : *rc::gen::container<std::vector<Request>>(test::any_request())) {
      const std::uint64_t before = state_hash(room.convening);
      const auto event = room.request(request);
      RC_TAG(event.has_value() ? std::string("granted") : std::string(to_text(event.error())));
      if (event) {
        RC_ASSERT(std::visit(ComesTrue{room.convening}, event->body));
      } else {
        RC_ASSERT(state_hash(room.convening) == before);
      }
    }
  });
}

TEST(Decide, NeverGrantsAThingTwiceThatIsForEver) {
  test::holds_always([] {
    test::Room room = a_room_with_a_past();
    const auto card = *test::any_id<CardId>();
    for (const Request& request : {Request{MarkCard{card}}, Request{VeilCard{card}}, Request{LetGoCard{card, ""}},
                                   Request{LightCard{card, ""}}, Request{TakeBackCard{card}}}) {
      if (room.request(request)) RC_ASSERT(!room.request(request));
    }
  });
}

TEST(Decide, IsForbiddenEverythingWithoutAnActivityOrTouchButTheHostsOwn) {
  test::holds_always([] {
    test::Room room = a_room_with_a_past();
    room.rules.touch = false;
    const auto request = *test::any_request();
    const bool peoples = about(request).who.has(Role::seat);
    const auto answer = room.request(request);
    if (peoples) RC_ASSERT(!answer);
    const std::set closed{Refusal::no_activity, Refusal::at_rest, Refusal::touch_is_off, Refusal::not_in_this_phase};
    if (!peoples) RC_ASSERT(answer || !closed.contains(answer.error()));
  });
}

TEST(Decide, AnswersNobodyButThoseWhoMay) {
  test::holds_always([] {
    const test::Room room = a_room_with_a_past();
    const auto request = *test::any_request();
    for (const Role role : {Role::unknown, Role::program, Role::host, Role::seat}) {
      const auto answer = check(room.convening, room.rules, request, {role});
      const bool not_theirs = !answer && answer.error() == Refusal::not_yours;
      RC_ASSERT(not_theirs == !about(request).who.has(role));
    }
  });
}

TEST(Decide, RefusesWithNothingThatItsDescriptorDoesNotName) {
  test::holds_always([] {
    test::Room room = a_room_with_a_past();
    for (const Request& request : *rc::gen::container<std::vector<Request>>(test::any_request())) {
      const auto answer = room.request(request);
      if (!answer) RC_ASSERT(may_say(about(request), answer.error()));
    }
  });
}

}  // namespace
}  // namespace greenline::model
