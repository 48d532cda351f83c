// What is told of a convening before it goes on with another activity, for whoever decides.
#pragma once
#include <string>

#include "station/move.h"

namespace greenline::cli {

// “Both Sides of the Line”, in English where it has that.
[[nodiscard]] std::string title_in_words(const content::Pack&);

// Where everything would go, a line for each region; `now` is what it goes on with until then.
[[nodiscard]] std::string in_words(const station::Move&, const content::Pack& now);

// What could be written after --send; empty where nothing waits.
[[nodiscard]] std::string how_to_send(const station::Move&);

}  // namespace greenline::cli
