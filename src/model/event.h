// Everything that can happen in a convening. An event is a fact: it is written down, applied, replayed, never changed.
#pragma once
#include <string>
#include <variant>
#include <vector>

#include "model/id.h"
#include "model/timestamp.h"
#include "model/values.h"

namespace greenline::model {

struct ActivityOpened {
  std::string activity;  // the pack's id of the activity
  std::string canvas;    // the id of its canvas
  // The whole of both as they were written, JSON, so that no other pack and no newer one reinterprets what was made with them;
  // empty in a convening that a Greenline before 2026-11-29 began.
  std::string activity_text = {}, canvas_text = {};
  friend bool operator==(const ActivityOpened&, const ActivityOpened&) = default;
};
struct ActivityClosed {
  friend bool operator==(const ActivityClosed&, const ActivityClosed&) = default;
};
// Going on or going back; the newest wins. Its event id names this visit in the phase (Card::phase_visit).
struct PhaseEntered {
  std::string phase;        // the activity's id of the phase
  SteadyInstant when = {};  // by the clock that nobody sets; of no machine where nobody knows
  friend bool operator==(const PhaseEntered&, const PhaseEntered&) = default;
};

struct CardMade {
  CardId card;
  Saying saying;
  Place place;
  EventId phase_visit;  // the PhaseEntered in force; empty when none was
  bool veiled = false;  // born veiled (a protected region, a veiling phase)
  friend bool operator==(const CardMade&, const CardMade&) = default;
};
struct CardMoved {
  CardId card;
  Place place;
  friend bool operator==(const CardMoved&, const CardMoved&) = default;
};
struct CardTakenBack {
  CardId card;
  friend bool operator==(const CardTakenBack&, const CardTakenBack&) = default;
};
struct CardLetGo {
  CardId card;
  std::string thanks;  // may be empty
  friend bool operator==(const CardLetGo&, const CardLetGo&) = default;
};
struct CardVeiled {
  CardId card;
  bool veiled = true;  // false: two people lifted its veil
  friend bool operator==(const CardVeiled&, const CardVeiled&) = default;
};
struct CardLit {
  CardId card;
  std::string why;  // one line; may be empty
  friend bool operator==(const CardLit&, const CardLit&) = default;
};
// "Stays in this room".
struct CardMarked {
  CardId card;
  friend bool operator==(const CardMarked&, const CardMarked&) = default;
};
// Done by mistake: as before it was let go, lit, marked. Only in the phase visit that it was done in.
struct CardLetGoTakenBack {
  CardId card;
  friend bool operator==(const CardLetGoTakenBack&, const CardLetGoTakenBack&) = default;
};
struct CardLightTakenBack {
  CardId card;
  friend bool operator==(const CardLightTakenBack&, const CardLightTakenBack&) = default;
};
struct CardMarkTakenBack {
  CardId card;
  friend bool operator==(const CardMarkTakenBack&, const CardMarkTakenBack&) = default;
};

struct MarkerSet {
  MarkerId marker;
  Place place;
  EventId phase_visit;
  friend bool operator==(const MarkerSet&, const MarkerSet&) = default;
};
struct MarkerMoved {
  MarkerId marker;
  Place place;
  friend bool operator==(const MarkerMoved&, const MarkerMoved&) = default;
};
struct MarkerTakenBack {
  MarkerId marker;
  friend bool operator==(const MarkerTakenBack&, const MarkerTakenBack&) = default;
};

struct ThreadDrawn {
  ThreadId thread;
  ThreadEnd from, to;
  EventId phase_visit;
  friend bool operator==(const ThreadDrawn&, const ThreadDrawn&) = default;
};
struct ThreadWorded {
  ThreadId thread;
  std::string word;  // empty takes the word off
  friend bool operator==(const ThreadWorded&, const ThreadWorded&) = default;
};
struct ThreadTakenBack {
  ThreadId thread;
  friend bool operator==(const ThreadTakenBack&, const ThreadTakenBack&) = default;
};

struct GatheringMade {
  GatheringId gathering;
  std::vector<CardId> cards;  // sorted, no card twice
  EventId phase_visit;
  friend bool operator==(const GatheringMade&, const GatheringMade&) = default;
};
struct GatheringNamed {
  GatheringId gathering;
  std::string name;
  friend bool operator==(const GatheringNamed&, const GatheringNamed&) = default;
};
struct GatheringTakenBack {
  GatheringId gathering;
  friend bool operator==(const GatheringTakenBack&, const GatheringTakenBack&) = default;
};

struct NourishmentLeft {
  NourishmentId nourishment;
  NourishTarget beside;
  NourishKind kind = NourishKind::question;
  Saying saying;
  EventId phase_visit;
  friend bool operator==(const NourishmentLeft&, const NourishmentLeft&) = default;
};
struct NourishmentTakenBack {
  NourishmentId nourishment;
  friend bool operator==(const NourishmentTakenBack&, const NourishmentTakenBack&) = default;
};

using EventBody =
    std::variant<ActivityOpened, ActivityClosed, PhaseEntered, CardMade, CardMoved, CardTakenBack, CardLetGo, CardVeiled,
                 CardLit, CardMarked, MarkerSet, MarkerMoved, MarkerTakenBack, ThreadDrawn, ThreadWorded, ThreadTakenBack,
                 GatheringMade, GatheringNamed, GatheringTakenBack, NourishmentLeft, NourishmentTakenBack, CardLetGoTakenBack,
                 CardLightTakenBack, CardMarkTakenBack>;

struct Event {
  EventId id;
  Timestamp at;
  EventBody body;
  friend bool operator==(const Event&, const Event&) = default;
};

}  // namespace greenline::model
