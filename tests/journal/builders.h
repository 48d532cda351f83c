// Events made in a few words, for the journal's tests.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/event.h"

namespace greenline::journal {

// Sixteen bytes that are the same for the same number, and different for another.
template <class AnyId>
AnyId id_number(std::uint64_t number) {
  AnyId id;
  id.bytes[6] = 0x70;
  for (std::size_t i = 0; i < 8; ++i) id.bytes[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
  return id;
}

// a_card(7).saying("water").in("identity")
class CardBuilder {
 public:
  explicit CardBuilder(std::uint64_t number)
      : event_{id_number<model::EventId>(number),
               {1'760'000'000'000 + static_cast<std::int64_t>(number), 3, id_number<model::StationId>(9)},
               model::CardMade{id_number<model::CardId>(number),
                               {"words of card " + std::to_string(number), "en", {}},
                               {"identity", {0.25F, -0.5F}},
                               id_number<model::EventId>(1),
                               false}} {}
  CardBuilder& saying(std::string words) {
    made().saying.words = std::move(words);
    return *this;
  }
  CardBuilder& in(std::string region) {
    made().place.region = std::move(region);
    return *this;
  }
  CardBuilder& at(float x, float y) {
    made().place.at = {x, y};
    return *this;
  }
  CardBuilder& drawn(std::vector<model::Stroke> ink) {
    made().saying.ink = std::move(ink);
    return *this;
  }
  CardBuilder& veiled() {
    made().veiled = true;
    return *this;
  }
  operator model::Event() const { return event_; }  // NOLINT: reads as what it is where it is used
  [[nodiscard]] model::Event event() const { return event_; }

 private:
  model::CardMade& made() { return std::get<model::CardMade>(event_.body); }
  model::Event event_;
};

inline CardBuilder a_card(std::uint64_t number) { return CardBuilder(number); }

inline model::Event an_event(std::uint64_t number, model::EventBody body) {
  return {id_number<model::EventId>(number), {1'760'000'000'000, 0, id_number<model::StationId>(9)}, std::move(body)};
}

inline std::vector<model::Event> cards(std::uint64_t from, std::uint64_t count) {
  std::vector<model::Event> events;
  for (std::uint64_t i = 0; i < count; ++i) events.push_back(a_card(from + i));
  return events;
}

// One of every kind, with every field away from its default.
inline std::vector<model::Event> one_of_every_kind() {
  using namespace model;
  const CardId card = id_number<CardId>(11);
  const MarkerId marker = id_number<MarkerId>(12);
  const ThreadId thread = id_number<ThreadId>(13);
  const GatheringId gathering = id_number<GatheringId>(14);
  const NourishmentId nourishment = id_number<NourishmentId>(15);
  const EventId phase_visit = id_number<EventId>(16);
  const Saying saying{"ᐊᓂᔑᓈᐯ · 水 · hən̓q̓əmin̓əm̓", "hur", {{{0.1F, 0.2F, 0.01F}, {0.3F, 0.4F, 0.02F}}, {{0.5F, 0.6F, 0.03F}}}};
  const Place place{"people", {-0.75F, 0.125F}};
  std::uint64_t n = 100;
  std::vector<Event> events;
  for (EventBody& body :
       std::vector<EventBody>{ActivityOpened{"both-sides", "six-circles"},
                              ActivityClosed{},
                              PhaseEntered{"gather"},
                              CardMade{card, saying, place, phase_visit, true},
                              CardMoved{card, place},
                              CardTakenBack{card},
                              CardLetGo{card, "thank you"},
                              CardVeiled{card, true},
                              CardVeiled{card, false},
                              CardLit{card, "it held us"},
                              CardMarked{card},
                              MarkerSet{marker, place, phase_visit},
                              MarkerMoved{marker, place},
                              MarkerTakenBack{marker},
                              ThreadDrawn{thread, card, RegionEnd{"line"}, phase_visit},
                              ThreadDrawn{thread, RegionEnd{"line"}, card, EventId{}},
                              ThreadWorded{thread, "feeds"},
                              ThreadWorded{thread, ""},
                              ThreadTakenBack{thread},
                              GatheringMade{gathering, {id_number<CardId>(1), id_number<CardId>(2)}, phase_visit},
                              GatheringNamed{gathering, "kin"},
                              GatheringTakenBack{gathering},
                              NourishmentLeft{nourishment, card, NourishKind::offer, saying, phase_visit},
                              NourishmentLeft{nourishment, thread, NourishKind::story, saying, phase_visit},
                              NourishmentLeft{nourishment, RegionEnd{"people"}, NourishKind::thanks, saying, phase_visit},
                              NourishmentTakenBack{nourishment},
                              CardLetGoTakenBack{card},
                              CardLightTakenBack{card},
                              CardMarkTakenBack{card},
                              ActivityOpened{"both-sides", "six-circles", R"({"id":"both-sides"})", R"({"id":"six"})"},
                              PhaseEntered{"gather", {id_number<EventId>(17).bytes, 12'345'678}},
                              WallRested{true},
                              CardsHeld{phase_visit, true},
                              CardsRevealed{phase_visit, {id_number<CardId>(1), id_number<CardId>(2)}}}) {
    events.push_back(an_event(n++, std::move(body)));
    events.back().at.logical = 7;
  }
  // Who did it: at the station whose stamp it has, and elsewhere.
  events.push_back(an_event(n++, CardMarked{card}));
  events.back().by = {Role::seat, events.back().at.station, 3};
  events.push_back(an_event(n++, ActivityClosed{}));
  events.back().by = {Role::host, id_number<StationId>(10), 0};
  // Lines that say which language they are in.
  for (EventBody& body :
       std::vector<EventBody>{ThreadWorded{thread, "سہارا دیتا ہے", "ur"}, GatheringNamed{gathering, "ਜੜ੍ਹਾਂ", "pa"},
                              CardLetGo{card, "merci", "fr-CA"}, CardLit{card, "لأنه جمعنا", "ar"}})
    events.push_back(an_event(n++, std::move(body)));
  events.push_back(an_event(n++, TimeGiven{phase_visit, 25}));
  events.push_back(an_event(n++, CardSetAside{card, true}));
  events.push_back(an_event(n++, TouchPaused{true}));
  for (Shown shown : std::vector<Shown>{std::monostate{}, card, thread, RegionEnd{"identity"}, gathering})
    events.push_back(an_event(n++, ShownOnWalls{phase_visit, std::move(shown)}));
  events.push_back(an_event(n++, WallsFrozen{true}));
  events.push_back(an_event(n++, ChairTaken{7, 2, id_number<StationId>(10)}));
  events.back().by = {Role::host, events.back().at.station, 2, 7};
  events.push_back(an_event(n++, CardSentOn{card, true}));
  return events;
}

}  // namespace greenline::journal
