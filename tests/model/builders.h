// Short words for what tests need: identities by number, stamps by number, a convening in use.
#pragma once
#include <gtest/gtest.h>

#include <cstdint>
#include <utility>

#include "model/convening.h"
#include "model/decide.h"

namespace greenline::test {

template <class AnyId>
AnyId id_of(std::uint8_t number) {
  AnyId id;
  if (number != 0) id.bytes = model::uuid_v7(number, number, number);
  return id;
}
inline model::CardId card_id(std::uint8_t number) { return id_of<model::CardId>(number); }
inline model::EventId event_id(std::uint8_t number) { return id_of<model::EventId>(number); }

inline model::Timestamp at_ms(std::int64_t wall_ms, std::uint32_t logical = 0) {
  return {wall_ms, logical, id_of<model::StationId>(1)};
}

inline model::Saying saying(std::string words) { return {std::move(words), "en", {}}; }

inline model::Rules all_verbs() {
  using enum model::Verb;
  return {.verbs = {name, place, move, connect, nourish, illuminate, veil, let_go, gather, mark, look},
          .touch = true,
          .sets_markers = true,
          .veils_new_cards = false,
          .protected_regions = {}};
}
inline model::Rules only(model::Verb verb) {
  model::Rules rules = all_verbs();
  rules.verbs = {verb};
  return rules;
}
inline model::Rules all_but(model::Verb verb) {
  model::Rules rules = all_verbs();
  rules.verbs.erase(verb);
  return rules;
}

// A convening that people wish things of, with a clock and fresh identities.
struct Room {
  model::Convening convening;
  model::Rules rules = all_verbs();
  std::uint64_t requests = 0;

  // The people of the room, where it is theirs to do; else the host.
  static model::Actor who(const model::Request& request) {
    return model::about(request).who.has(model::Role::seat) ? model::at_seat(1) : model::the_host;
  }
  tl::expected<model::Event, model::Refusal> request(const model::Request& request) {
    ++requests;
    const auto now_ms = static_cast<std::int64_t>(1000 + requests);
    model::Stamp stamp;
    stamp.event.bytes = model::uuid_v7(now_ms, 1, requests);
    stamp.fresh = model::uuid_v7(now_ms, 2, requests);
    stamp.at = model::next_timestamp(convening.latest, now_ms, id_of<model::StationId>(1));
    auto event = model::decide(convening, rules, request, who(request), stamp);
    if (event) model::apply(convening, *event);
    return event;
  }
  // A request that the test takes for granted; what it made.
  template <class Body>
  Body granted(const model::Request& request) {
    const auto event = this->request(request);
    if (!event) throw std::logic_error("refused: " + std::string(model::to_text(event.error())));
    return std::get<Body>(event->body);
  }

  model::CardId card(std::string words = "we ask", model::Place place = {"identity", {0, 0}}) {
    return granted<model::CardMade>(model::MakeCard{saying(std::move(words)), std::move(place)}).card;
  }
  model::MarkerId marker() { return granted<model::MarkerSet>(model::SetMarker{{"practice", {0, 0}}}).marker; }
  model::ThreadId thread(model::ThreadEnd from, model::ThreadEnd to) {
    return granted<model::ThreadDrawn>(model::DrawThread{std::move(from), std::move(to)}).thread;
  }
  model::GatheringId gathering(std::vector<model::CardId> cards) {
    return granted<model::GatheringMade>(model::Gather{std::move(cards)}).gathering;
  }
  model::NourishmentId nourishment(model::NourishTarget beside) {
    return granted<model::NourishmentLeft>(model::Nourish{std::move(beside), model::NourishKind::offer, saying("a hand")})
        .nourishment;
  }
  const model::Card& seen(const model::CardId& id) const { return convening.cards.at(id); }
};

// One with an activity open, in its first phase.
inline Room an_open_room() {
  Room room;
  room.granted<model::ActivityOpened>(model::OpenActivity{"both-sides", "six-circles"});
  room.granted<model::PhaseEntered>(model::EnterPhase{"write"});
  return room;
}

}  // namespace greenline::test
