// What of a convening may leave the room, and nothing else: every form of a harvest is made from this.
//
// Veiled and held cards, those marked "stays in this room", and what was taken back stay, and with them the threads,
// gatherings and nourishments that would say something of them; signs of where people stood leave only where the activity says
// that they are kept. What leaves is told anew from the beginning, in the order in which it was made, as it stood at the end:
// no earlier word of a thread, no way that a card went. It is numbered in that order: no time of day, no seat, no station and
// no identity that either could be read from.
#pragma once
#include <span>
#include <vector>

#include "content/activity.h"
#include "model/convening.h"

namespace greenline::harvest {

struct Leaving {
  std::vector<model::Event> events;
  model::Convening convening;  // what they add up to
};

// `events`: all of a convening's, in any order.
[[nodiscard]] Leaving what_leaves(std::span<const model::Event> events, const content::Activity&);

// Whether this card's words may leave the room as it stands now.
[[nodiscard]] bool leaves(const model::Card&);

// The `number`th thing of a harvest, from 1: events, cards and so on are each counted by themselves.
template <class AnyId>
[[nodiscard]] AnyId numbered(std::uint64_t number) {
  AnyId id;
  id.bytes = model::uuid_v7(static_cast<std::int64_t>(number), number, number * 0x9E3779B97F4A7C15ULL);
  return id;
}
// Which it is, of an identity that `numbered` made.
template <class AnyId>
[[nodiscard]] std::uint64_t number(const AnyId& id) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < 6; ++i) value = value << 8U | id.bytes[i];
  return value;
}
[[nodiscard]] model::Timestamp stamp_of(std::uint64_t number);

}  // namespace greenline::harvest
