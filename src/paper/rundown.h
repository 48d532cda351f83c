// What a host takes along on paper: an activity phase by phase, with the clock, the questions and what the wall looks like.
#pragma once
#include <span>
#include <string>

#include "content/load.h"
#include "content/strings.h"
#include "paper/paper.h"

namespace greenline::paper {

// A PDF. `pictures`: of each phase in turn; may be fewer. Empty when Cairo could not make it.
[[nodiscard]] std::string rundown(const content::Pack&, const content::Strings&, const std::string& language, Size,
                                  std::span<const Pixels> pictures);

}  // namespace greenline::paper
