// A region whose cards have no ground left beside what stands over them: all of them as piles in the free part of it, the first
// line of each seen as far as there is room. Pure, canvas units, y up.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "scene/lean_aside.h"

namespace greenline::scene {

// Where each of these, all of one zone and as wide as each other, stands in columns beside `over`: in the order in which they
// rest, from the top. Nothing for those that find no room there. O(columns tried x cards x steps down).
[[nodiscard]] std::vector<std::optional<arrange::Point>> piled_aside(const arrange::Zones&, std::span<const Leaning> cards,
                                                                     std::span<const arrange::Box> over);

}  // namespace greenline::scene
