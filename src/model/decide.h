// May this happen now? An event, or a reason that a person can read.
#pragma once
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "model/convening.h"
#include "model/request.h"

namespace greenline::model {

// The verbs of the grammar. `move` covers cards and markers already placed. Taking back what was done in this phase needs no
// verb, nor does lifting a veil, which takes two people. What lies in a protected region may be veiled anew without `veil`.
enum class Verb : std::uint8_t { name, place, move, connect, nourish, illuminate, veil, let_go, gather, mark, look };
[[nodiscard]] std::string_view to_text(Verb);
[[nodiscard]] std::optional<Verb> verb_from_text(std::string_view);

// What a phase allows; made from a pack by content/.
struct Rules {
  std::set<Verb> verbs;
  bool touch = true;                        // false: looking or talking; nothing is moved
  bool sets_markers = false;                // a touch on the ground sets down a marker, not a card
  bool veils_new_cards = false;             // what is made in this phase is born veiled
  std::set<std::string> protected_regions;  // what is made there is born veiled
};

// Each has a sentence in every language of assets/strings under "refusal.<name>".
enum class Refusal : std::uint8_t {
  no_activity,        // nothing is open yet
  touch_is_off,       // the phase is for looking or talking
  not_in_this_phase,  // the verb is not one of this phase's
  nothing_said,       // a card needs words or ink
  too_long,           // over the limits of values.h
  not_there,          // what it names is not (or no longer) there
  phase_has_closed,   // taken back only in the phase visit it was made in
  same_ends,          // a thread from a thing to itself
  already_joined,     // these two already have a thread
  too_few,            // a gathering of fewer than two cards
  already_so,         // nothing would change
  two_hands,          // a veiled card is lit by two people (LiftVeil)
  cannot_keep,        // the disk has refused for so long that nothing more can be held (said by app, never by decide)
};
[[nodiscard]] std::string_view to_text(Refusal);

// What an event needs from outside: time and fresh identities are passed in.
struct Stamp {
  EventId event;
  Timestamp at;
  std::array<std::uint8_t, 16> fresh{};  // the id of whatever the request makes
  SteadyInstant steady = {};
};

// Whether this may happen now. Only a question: it needs no stamp and uses up nothing.
[[nodiscard]] tl::expected<void, Refusal> check(const Convening&, const Rules&, const Request&);
// The same answer, and the event when it is yes.

[[nodiscard]] tl::expected<Event, Refusal> decide(const Convening&, const Rules&, const Request&, const Stamp&);

}  // namespace greenline::model
