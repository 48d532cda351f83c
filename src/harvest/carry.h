// Whole sentences of an earlier harvest, carried into today: shuffled, each with where it comes from, laid in the region that
// the activity names (content/activity.h, Carries).
//
// A harvest holds only what may leave its room: nothing that was veiled or held or marked "stays in this room" is in it. What
// was set aside there is left out here. A card is carried whole, words or drawing, or not at all.
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "content/load.h"
#include "harvest/leaving.h"
#include "station/session.h"

namespace greenline::harvest {

struct Carried {
  model::Saying saying;  // to the letter
  model::Saying origin;  // "Arrivals · Open ground", in the language of that activity
};

// The same for the same harvest and seed, on every machine. What was carried there already keeps the origin that it had.
[[nodiscard]] std::vector<Carried> to_carry(const Leaving&, std::uint64_t seed, std::size_t at_most);

// The same of a file that `greenline harvest` wrote, or of the folder it lies in. The error says what is wrong, also when the
// activity carries nothing, or nothing is left to be carried.
[[nodiscard]] tl::expected<std::vector<Carried>, content::Diagnostics> read_to_carry(const std::filesystem::path&,
                                                                                     const content::Activity& into,
                                                                                     std::uint64_t seed);

// Lays them where the activity says, as the program's events; only where nobody has put anything yet. How many lie there now.
std::size_t carry_in(station::Session&, std::span<const Carried>);

// A card that the host sends on (model/kinds/onward.h), and the region it comes from: the same id may be a region there.
struct SentOn {
  Carried card;
  std::string region;
};
// Of a convening that ends, in the order in which they were written: those that may still leave. From now on they are not sent
// on any more, so that nothing is carried twice.
[[nodiscard]] std::vector<SentOn> take_sent_on(station::Session&);
// Lays them, as the program's events, whatever is there already: each in the region of the same id, else where the activity
// lays what it carries, else in the first that takes it. How many found a place.
std::size_t lay_sent_on(station::Session&, std::span<const SentOn>);

}  // namespace greenline::harvest
