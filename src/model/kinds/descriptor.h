// What is known of a kind of request beside what it does: written once, beside the kind, and complete or it does not compile
// (kinds.h checks). How its event is written down is the event's list of fields.
#pragma once
#include <optional>
#include <string_view>

#include "model/actor.h"
#include "model/refusal.h"
#include "model/verb.h"

namespace greenline::model {

// Which request undoes it, by name; or why nothing does.
struct TakenBack {
  std::string_view by, why_not;
};
[[nodiscard]] constexpr TakenBack taken_back_by(std::string_view request) { return {request, {}}; }
[[nodiscard]] constexpr TakenBack stays_because(std::string_view why) { return {{}, why}; }

// What a harvest has of it.
struct Told {
  enum How : std::uint8_t {
    by_itself,     // a thing of its own: a card, a thread
    with_another,  // something that is true of the thing it is about
    not_told,
  };
  How how = not_told;
  std::string_view as;  // in a sentence: how it is told, or why it is not
};

struct Descriptor {
  std::string_view name;  // "let_go": in logs and tallies, and part of the keys of its words in assets/strings
  Roles who;              // all others are answered `not_yours`
  // The phase's verb that people need for it. Nothing: it needs none, or decides by itself (which says why).
  std::optional<Verb> verb;
  Refusals says;  // beside those that everybody may hear (see `may_say`)
  TakenBack taken_back;
  Told told;
};

// Whether a request of this kind may be answered so: each refusal is a sentence that people read beside what they touched.
[[nodiscard]] constexpr bool may_say(const Descriptor& about, Refusal refusal) {
  switch (refusal) {
    case Refusal::not_yours: return true;
    case Refusal::not_in_the_chair: return about.who.has(Role::host);
    case Refusal::no_activity:
    case Refusal::at_rest:
    case Refusal::touch_is_off: return about.who.has(Role::seat);
    case Refusal::not_in_this_phase: return about.verb.has_value() || about.says.has(refusal);
    default: return about.says.has(refusal);
  }
}

}  // namespace greenline::model
