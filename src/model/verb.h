// The verbs of the grammar, as packs write them, and what a phase allows.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace greenline::model {

// `move` covers cards and markers already placed. Taking back what was done in this phase needs no verb, nor does lifting a
// veil, which takes two people. What lies in a protected region may be veiled anew without `veil`.
enum class Verb : std::uint8_t { name, place, move, connect, nourish, illuminate, veil, let_go, gather, mark, look };
// In the order of Verb.
inline constexpr std::array<std::string_view, 11> verb_names{"name", "place",  "move",   "connect", "nourish", "illuminate",
                                                             "veil", "let_go", "gather", "mark",    "look"};
static_assert(verb_names.size() == static_cast<std::size_t>(Verb::look) + 1, "each verb has a name");

[[nodiscard]] constexpr std::string_view to_text(Verb verb) { return verb_names.at(static_cast<std::size_t>(verb)); }
[[nodiscard]] constexpr std::optional<Verb> verb_from_text(std::string_view text) {
  for (std::size_t i = 0; i < verb_names.size(); ++i) {
    if (verb_names[i] == text) return static_cast<Verb>(i);
  }
  return std::nullopt;
}

// When a region takes things in: once each of `in` holds so many cards. It stays open while it holds one itself, so that what
// people have begun to fill is not shut behind them.
struct Opening {
  std::set<std::string> in;  // ids of regions
  std::size_t cards = 1;     // in each of them
};

// What a phase allows; made from a pack by content/.
struct Rules {
  std::set<Verb> verbs;
  bool touch = true;                        // false: looking or talking; nothing is moved
  bool sets_markers = false;                // a touch on the ground sets down a marker, not a card
  bool veils_new_cards = false;             // what is made in this phase is born veiled
  std::set<std::string> protected_regions;  // what is made there is born veiled
  bool beside_earlier = false;  // signs that were set in earlier phases stay where they are, whoever wants to move them
  std::map<std::string, Opening, std::less<>> openings = {};  // regions that are shut at first; all others are open
};

}  // namespace greenline::model
