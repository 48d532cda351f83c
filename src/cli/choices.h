// What was asked for by name and is not there: a layout, a language, a phase. It is said with the nearest that is, rather than
// another shown in its place.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/resources.h"
#include "bench/workload.h"
#include "cli/command.h"
#include "simulate/simulation.h"

namespace greenline::cli {

// "There is no KIND "WORD": it must be one of … Did you mean …?"; empty when it is one of `known`.
[[nodiscard]] std::string not_there(std::string_view kind, const std::string& word, const std::vector<std::string>& known);

// The first of these options that the activity does not have, as a sentence; empty when it has all. Takes the layout over into
// the resources' activity when it is there.
[[nodiscard]] std::string choose(const WallOptions&, app::Resources&);
// Of the activity's phases; an empty one is there.
[[nodiscard]] std::string phase_not_there(const content::Activity&, const std::string& phase);
// What simulated people say: the pack's own phrases, where it has some.
[[nodiscard]] tl::expected<simulate::Tongues, std::string> phrases_for(const app::Resources&,
                                                                       const std::vector<std::string>& languages);
// The first region that a scene's cards name and the canvas has not.
[[nodiscard]] std::string region_not_there(const content::Canvas&, const bench::SceneFile&);

}  // namespace greenline::cli
