// Why something may not happen now.
#pragma once
#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace greenline::model {

// Each has a sentence in every language of assets/strings under "refusal.<name>".
enum class Refusal : std::uint8_t {
  not_yours,          // another role's to do: the host's, or people's own
  no_activity,        // nothing is open yet
  at_rest,            // the host has put the wall to rest, or paused touch
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
  shut,               // the region opens later (verb.h, Opening)
  two_hands,          // a veiled card is lit by two people (LiftVeil)
  not_in_the_chair,   // another console has the host's chair
  gone_on,            // it was meant for a phase visit that is over
  stays_here,         // what is veiled, or stays in this room, is not sent on
  cannot_keep,        // the disk has refused for so long that nothing more can be held (said by a station, never by decide)
};
// In the order of Refusal.
inline constexpr std::array<std::string_view, 19> refusal_names{
    "not_yours", "no_activity",      "at_rest",   "touch_is_off",   "not_in_this_phase", "nothing_said", "too_long",
    "not_there", "phase_has_closed", "same_ends", "already_joined", "too_few",           "already_so",   "shut",
    "two_hands", "not_in_the_chair", "gone_on",   "stays_here",     "cannot_keep"};
static_assert(refusal_names.size() == static_cast<std::size_t>(Refusal::cannot_keep) + 1, "each refusal has a name");

[[nodiscard]] constexpr std::string_view to_text(Refusal refusal) {
  return refusal_names.at(static_cast<std::size_t>(refusal));
}

// Several refusals.
class Refusals {
 public:
  constexpr Refusals() = default;
  constexpr Refusals(std::initializer_list<Refusal> refusals) {
    for (const Refusal refusal : refusals) bits_ |= bit(refusal);
  }
  [[nodiscard]] constexpr bool has(Refusal refusal) const { return (bits_ & bit(refusal)) != 0; }

 private:
  static constexpr unsigned bit(Refusal refusal) { return 1U << static_cast<unsigned>(refusal); }
  unsigned bits_ = 0;
};

}  // namespace greenline::model
