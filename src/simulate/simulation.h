// A believable convening, the same for the same seed: people arrive in waves, write, connect, gather, nourish. It drives the
// very same requests as hands do, so whatever a phase refuses to people it refuses here.
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "content/phrases.h"
#include "station/session.h"

namespace greenline::simulate {

// What simulated people say: by region id, and under "any", "thread_words", "gatherings", "question", "offer", "story",
// "thanks". "arrivals/field": in that activity.
using Phrases = content::PhraseLists;
struct Tongue {
  std::string language;  // BCP 47
  Phrases phrases;
};
using Tongues = std::vector<Tongue>;  // never empty when loaded

// In each of the languages (BCP 47 tags; "fr" serves "fr-CA"), from a file of phrases (content/simulation/phrases.json). The
// error is a sentence; it names the languages that there are.
[[nodiscard]] tl::expected<Tongues, std::string> load_phrases(const std::filesystem::path& file,
                                                              std::span<const std::string> languages);
[[nodiscard]] tl::expected<Tongues, std::string> load_phrases(const std::filesystem::path& file, const std::string& language);
// The same of phrases that were read already, such as a pack's own.
[[nodiscard]] tl::expected<Tongues, std::string> tongues_of(const content::Phrases&, std::span<const std::string> languages);

struct Simulation {
  std::uint64_t seed = 1;
  int cards = 60;                // in all; shared among the phases in which people name
  std::string until_phase = {};  // stops when this phase's people have done; empty: plays to the end
};

// Plays it on the session: each thing is said in one of the tongues. The error is a sentence.
tl::expected<void, std::string> play(station::Session&, const Tongues&, const Simulation&);

}  // namespace greenline::simulate
