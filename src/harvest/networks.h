// Cards and threads for other programs: JSON Canvas 1.0 (boards) and GraphML (networks). Drawings, and the places where cards
// stood, are not in either.
#pragma once
#include <string>

#include "harvest/harvest.h"

namespace greenline::harvest {

// jsoncanvas.org, version 1.0: a group a circle, cards in reading order within.
[[nodiscard]] std::string json_canvas(const Harvest&);
// graphml.graphdrawing.org
[[nodiscard]] std::string graphml(const Harvest&);

}  // namespace greenline::harvest
