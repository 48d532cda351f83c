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

}  // namespace greenline::harvest
