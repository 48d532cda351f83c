// A believable convening, the same for the same seed: people arrive in waves, write, connect, gather, nourish. It drives the
// very same intents as hands do, so whatever a phase refuses to people it refuses here.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "app/session.h"

namespace greenline::app {

// What simulated people say: by region id, and under "any", "thread_words", "gatherings", "question", "offer", "story",
// "thanks".
using Phrases = std::map<std::string, std::vector<std::string>, std::less<>>;

// From a file of phrases (content/simulation/phrases.json); English where `language` is not in it. The error is a sentence.
[[nodiscard]] tl::expected<Phrases, std::string> load_phrases(const std::filesystem::path& file, const std::string& language);

struct Simulation {
  std::uint64_t seed = 1;
  int cards = 60;           // in all; shared among the phases in which people name
  std::string until_phase;  // stops when this phase's people have done; empty: plays to the end
  std::string language = "en";
};

// Plays it on the session. `seen` is told every event as it happens; false from it ends the play. The error is a sentence.
tl::expected<void, std::string> simulate(Session&, const Phrases&, const Simulation&,
                                         const std::function<bool(const model::Event&)>& seen);

}  // namespace greenline::app
