// The harvest as one page of HTML: no script, nothing from elsewhere, as readable from a disk in ten years as today. Headings
// and landmarks for who listens to it, the language and direction of every card, larger letters and printing as the reader
// likes.
#pragma once
#include <string>
#include <string_view>

#include "harvest/harvest.h"

namespace greenline::harvest {

// `wall_jpeg`: a picture of the wall, in it; empty: none.
[[nodiscard]] std::string page(const Harvest&, std::string_view wall_jpeg);

}  // namespace greenline::harvest
