// What each kind's `decide` and `apply` are given.
#pragma once
#include <array>
#include <optional>
#include <string_view>
#include <tl/expected.hpp>

#include "model/actor.h"
#include "model/convening.h"
#include "model/refusal.h"
#include "model/timestamp.h"
#include "model/verb.h"

namespace greenline::model {

// What an event needs from outside: time and fresh identities are passed in.
struct Stamp {
  EventId event;
  Timestamp at;
  std::array<std::uint8_t, 16> fresh{};  // the id of whatever the request makes
  SteadyInstant steady = {};
};

// A request's surroundings. Who may, whether anything is open, whether hands may do anything and whether the phase has the
// verb is answered before a kind is asked (decide.cpp); what follows is what several kinds ask.
struct Asking {
  const Convening& now;
  const Rules& rules;
  const Actor& by;
  const Stamp& stamp;

  [[nodiscard]] const EventId& phase_visit() const { return now.phase.event; }
  // Whether the visit that a host pressed a key in is still the present one; none was told: whatever it was.
  [[nodiscard]] bool stands(const EventId& visit) const { return visit.empty() || visit == phase_visit(); }
  [[nodiscard]] bool in_this_phase_visit(const Timestamp& at) const { return at > now.phase.at; }
  // Whether what is made now is born veiled until the host reveals it: by the phase, or by what the host said in this visit.
  [[nodiscard]] bool holds() const {
    const bool said = !now.hold.event.empty() && now.hold.value.phase_visit == phase_visit();
    return said ? now.hold.value.held : rules.veils_new_cards;
  }
  // Also where the phase protects what is made. What the program carries here has been read by all already.
  [[nodiscard]] bool veils(const Place& place) const {
    return by.role != Role::program && (holds() || rules.protected_regions.contains(place.region));
  }
  // What people put there now is refused; the host may.
  [[nodiscard]] std::optional<Refusal> barred_from(const std::string& region) const;
  // People need the verb; the host does not.
  [[nodiscard]] bool may(Verb verb) const { return by.role == Role::host || rules.verbs.contains(verb); }

  // `place` lets people shift about what they have just put down; `move` lets them move what was there.
  template <class CardOrMarker>
  [[nodiscard]] std::optional<Refusal> barred_to_move(const CardOrMarker* moved) const {
    if (!may(Verb::move) && !may(Verb::place)) return Refusal::not_in_this_phase;
    if (moved == nullptr || !present(*moved)) return Refusal::not_there;
    if (!may(Verb::move) && moved->phase_visit != phase_visit()) return Refusal::not_in_this_phase;
    return std::nullopt;
  }
  // What was made can be taken back in the phase visit it was made in.
  [[nodiscard]] std::optional<Refusal> barred_to_take_back(bool here, const EventId& made_in) const;
  // Something that was done to a card and is true until somebody takes it back.
  [[nodiscard]] std::optional<Refusal> barred_to_undo(const CardId&, Newest<bool> Card::*done) const;

  [[nodiscard]] bool there(const CardId&) const;
  [[nodiscard]] bool there(const ThreadId&) const;
  [[nodiscard]] bool there(const GatheringId&) const;
  // Which regions a canvas has is not known here, but one without a name is none.
  [[nodiscard]] bool there(const RegionEnd&) const;
};

// An event's surroundings. Every step of every `apply` is a join (the newest, or once and for ever), so order does not matter.
struct Applying {
  Convening& to;
  const Timestamp& at;
  const EventId& by;
  std::uint32_t epoch = 0;  // of the host's chair, where the host did it
};

template <class Records, class AnyId>
[[nodiscard]] const typename Records::mapped_type* find_record(const Records& records, const AnyId& id) {
  const auto found = records.find(id);
  return found == records.end() ? nullptr : &found->second;
}
// The record of `id`, there from the first event that names it.
template <class Records, class AnyId>
[[nodiscard]] auto& record(Records& records, const AnyId& id) {
  auto& found = records[id];
  found.id = id;
  return found;
}

// Nothing is written down that could not be read back.
[[nodiscard]] std::optional<Refusal> flaw_of(const Saying&);
// A request's line as it is kept: where there are no words there is no language either.
[[nodiscard]] Phrase phrase_of(const std::string& words, const std::string& language);
[[nodiscard]] std::optional<Refusal> flaw_of(const Phrase&, std::size_t most_bytes = max_name_bytes);
// Of a word, a name, an id; an empty one is none, and one that only looks empty is nothing at all.
[[nodiscard]] std::optional<Refusal> flaw_of(std::string_view line, std::size_t most_bytes = max_name_bytes);

}  // namespace greenline::model
